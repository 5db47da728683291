package vn.trian.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.trian.casefile.PaperTick;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;

/** Dossiers of the worship allowance, each of another person for another martyr. */
final class Dossier {

  static final String DESK = "motcua.dongkinh";
  static final String PROCEDURE = "worshipAllowance";
  static final String NAME = "thờ cúng";
  private static final AtomicInteger NUMBER = new AtomicInteger(100);

  private Dossier() {}

  /** An application as the first worked case has it. */
  static Map<String, Object> application() {
    int number = NUMBER.incrementAndGet();
    Map<String, Object> application = new LinkedHashMap<>(
        Story.read("worship-allowance", PROCEDURE).application());
    with(application, "applicant", "idNumber", "020068%06d".formatted(number));
    with(application, "martyr", "certificateNumber", "9L-%04d".formatted(number));
    return application;
  }

  /** What the social officer of the commune answers when all is well. */
  static Map<String, Object> confirmation() {
    return Story.read("worship-allowance", PROCEDURE).moves().get(0).data();
  }

  /** Has a dossier taken in without a browser; returns its case code. */
  static String accepted(Desk desk, Actors actors, Procedures procedures) {
    List<PaperTick> papers = procedures.active(PROCEDURE).procedure().papers().stream()
        .map(paper -> new PaperTick(paper.id(), true, paper.copyKind().name(), 1, null, List.of())).toList();
    Act act = new Act("ACCEPT", null, null, null, null, application(), papers, false);
    return desk.receive(PROCEDURE, act, UUID.randomUUID().toString(), actors.named(DESK)).caseCode();
  }

  @SuppressWarnings("unchecked")
  private static void with(Map<String, Object> application, String group, String key, Object value) {
    ((Map<String, Object>) application.get(group)).put(key, value);
  }
}
