package vn.trian.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.trian.casefile.PaperTick;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;
import vn.trian.workflow.release.ReleaseDeployer;

/** Cases of the made-up procedure of the shared models, as far on their way as a test wants them. */
public final class SharedCases {

  public static final String KEY = "sharedModels";

  private final Desk desk;
  private final Actors actors;
  private final WorkList work;

  public SharedCases(Desk desk, Actors actors, WorkList work, Procedures procedures, ReleaseDeployer releases) {
    this.desk = desk;
    this.actors = actors;
    this.work = work;
    if (procedures.find(KEY).isEmpty()) {
      releases.deploy(ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/shared-models")));
    }
  }

  /** A dossier that is complete. */
  public static Act dossier() {
    return new Act("ACCEPT", null, null, null, null, Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", "020170001122"),
        List.of(tick("request", "ORIGINAL", List.of()), tick("proof", "CERTIFIED_COPY", List.of())), true);
  }

  public static PaperTick tick(String paper, String copy, List<String> files) {
    return new PaperTick(paper, true, copy, 1, null, files);
  }

  public static Act simple(String outcome) {
    return new Act(outcome, null, null, null, null, Map.of(), null, false);
  }

  public static Act proposal(String outcome) {
    return new Act(outcome, "REJECT".equals(outcome) ? "CONDITION_NOT_MET" : null,
        "APPROVE".equals(outcome) ? null : "Theo hồ sơ.", null,
        new Act.Body(null, "Sở Tư pháp"), Map.of("opinion", "Đã xem xét."), null, false);
  }

  /** A case that waits for the social officer of a commune. */
  public String received(String commune) {
    return desk.receive(KEY, dossier(), UUID.randomUUID().toString(), actors.named("motcua." + commune)).caseCode();
  }

  /** A case that waits for the signature of the chair or the vice chair. */
  public String waitsForTheChair(String commune) {
    String code = received(commune);
    desk.act(open(code).taskId(), proposal("APPROVE"), UUID.randomUUID().toString(), actors.named("canbo." + commune));
    return code;
  }

  /** The only open task of a case. */
  public WorkItem open(String code) {
    List<WorkItem> items = work.ofCase(code);
    assertThat(items).as("open tasks of " + code).hasSize(1);
    return items.get(0);
  }
}
