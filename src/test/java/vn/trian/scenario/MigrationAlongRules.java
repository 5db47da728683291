package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.MigrationRounds;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.MovingCase;
import vn.trian.workflow.migration.Selection;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.release.ReleaseDesk;

/** A case that goes over to another release before each of its steps comes out as if it had stayed. */
abstract class MigrationAlongRules {

  @Autowired private Migrations migrations;
  @Autowired private MigrationRounds rounds;
  @Autowired private ReleaseDesk desk;
  @Autowired private Procedures procedures;
  @Autowired private CaseFiles cases;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;
  @Autowired private CleanSlate slate;

  private Actor admin;

  /** How many scenarios of each procedure are played, those with the most moves first. */
  abstract int most();

  @BeforeEach
  void fresh() {
    slate.restore();
    admin = stage.officer("admin");
  }

  @TestFactory
  @DisplayName("Chuyển qua lại giữa hai bản trước mỗi việc: kết quả như kịch bản")
  Stream<DynamicTest> thereAndBackBeforeEachMove() {
    return Stream.of("worshipAllowance", "certificateReissue", "burialSupport", "orthopedicDevice").flatMap(key -> {
      List<Scenario> all = Scenario.read(procedures.active(key).files().bytes("scenarios.yaml").orElseThrow());
      return all.stream().filter(each -> each.expect().refusedAtDesk() == null)
          .sorted(Comparator.comparing((Scenario each) -> -each.walk().size()).thenComparing(Scenario::id))
          .limit(most()).map(each -> DynamicTest.dynamicTest(key + " " + each.id(), () -> along(key, each, all)));
    });
  }

  private void along(String key, Scenario scenario, List<Scenario> all) {
    Release first = procedures.active(key);
    String other = twin(first);
    try {
      player.play(key, scenario, all, code -> over(code, first.id(), other));
    } finally {
      desk.goBackTo(first.id(), null, admin);
    }
  }

  /** The same again as a release of its own. */
  private String twin(Release release) {
    String yaml = release.files().text("procedure.yaml").orElseThrow() + "\n# " + UUID.randomUUID() + "\n";
    ProcedureFiles files = ProcedureFiles.of(Map.of("procedure.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
        .over(release.files());
    return desk.approve(desk.bring(files, null, null, admin).id(), null, null, stage.officer("admin2")).id();
  }

  private void over(String code, String first, String other) {
    String from = cases.get(code).releaseId();
    Migration plan = migrations.plan(from, from.equals(first) ? other : first, admin);
    migrations.change(plan.id(), plan.mapping(), new Selection(null, null, List.of(code)), admin);
    migrations.check(plan.id(), admin);
    rounds.work(plan.id(), code);
    migrations.start(plan.id(), admin);
    rounds.work(plan.id(), code);
    assertThat(migrations.cases(plan.id(), null, null, 0, 10, admin)).singleElement()
        .satisfies(each -> assertThat(each.state()).as("%s", each).isEqualTo(MovingCase.State.MOVED));
  }
}
