package vn.trian.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

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

  /** Takes a dossier in; returns its case code. */
  static String accepted(Staff staff) {
    Map<String, Object> application = application();
    return staff.at(DESK).startCase(PROCEDURE, NAME).fill(application).tickRequiredPapers(application)
        .act("ACCEPT").orFail().caseCode();
  }

  @SuppressWarnings("unchecked")
  private static void with(Map<String, Object> application, String group, String key, Object value) {
    ((Map<String, Object>) application.get(group)).put(key, value);
  }
}
