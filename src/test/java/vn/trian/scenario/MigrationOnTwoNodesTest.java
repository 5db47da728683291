package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.support.OtherNode;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.ConsistencyRun;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.MigrationRounds;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.Tally;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.release.ReleaseDesk;

/** The other node is a process of its own with a real clock; this one works on plans only when the test says so. */
@OnStagePostgres
@DisplayName("Hai máy cùng chuyển hồ sơ, một máy bị tắt ngang")
class MigrationOnTwoNodesTest {

  private static final String KEY = "worshipOnTwoNodes";
  private static final int CASES = 300;

  @Autowired private Migrations migrations;
  @Autowired private MigrationRounds rounds;
  @Autowired private Consistency consistency;
  @Autowired private ReleaseDesk desk;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;
  @Autowired private CleanSlate slate;
  @Autowired private JdbcTemplate database;
  @Autowired private TestClock clock;
  @Autowired private Environment environment;

  private Actor admin;
  private Actor second;
  private Migration plan;

  @BeforeEach
  void fresh() {
    slate.restore();
    admin = stage.officer("admin");
    second = stage.officer("admin2");
  }

  @Test
  @DisplayName("Bấm dừng ở máy này thì máy kia dừng; máy kia bị kill -9 thì máy này làm tiếp, không hồ sơ nào chuyển hai lần")
  void stoppedFromHereAndKilledThere() throws Exception {
    ProcedureFiles folder = Folders.named(ProcedureFiles.ofFolder(Path.of("bpmn/worship-allowance")),
        "worshipAllowance", KEY);
    ReleaseInfo old = atWork(folder);
    Scenario story = Folders.scenario(folder, "onlyChild");
    String one = player.playUntil(KEY, story, "confirmFile/sign");
    List<String> codes = new ArrayList<>(new Herd(database).of(one, CASES - 1));
    codes.add(one);
    ReleaseInfo newer = atWork(MigrationRules.withReview(folder));
    plan = migrations.plan(old.id(), newer.id(), admin);
    migrations.check(plan.id(), admin);

    try (OtherNode there = new OtherNode(environment)) {
      // it comes up and finds the plan by itself
      until(there, () -> state() == Migration.State.CHECKED);
      assertThat(tally().possible()).isEqualTo(CASES);

      migrations.start(plan.id(), admin);
      until(there, () -> tally().moved() >= 20);
      assertThat(worker()).isNotNull();
      work();
      migrations.stop(plan.id(), second);
      long stopped = tally().moved();
      assertThat(worker()).as("nobody's turn any more").isNull();
      assertThat(stopped).isLessThan(CASES);

      migrations.start(plan.id(), second);
      until(there, () -> tally().moved() >= stopped + 40);
      assertThat(tally().moved()).isLessThan(CASES);
      there.kill();
    }

    long left = tally().moved();
    assertThat(left).isLessThan(CASES);
    assertThat(state()).isEqualTo(Migration.State.MOVING);
    OffsetDateTime until = database.queryForObject("select worker_until from trian.migration where id = ?",
        OffsetDateTime.class, plan.id());
    LocalDateTime turnOfTheDead = LocalDateTime.ofInstant(until.toInstant(), clock.getZone());
    clock.moveTo(turnOfTheDead.minusSeconds(1));
    work();
    assertThat(tally().moved()).as("the dead node's turn is not over").isEqualTo(left);

    clock.moveTo(turnOfTheDead.plusSeconds(1));
    work();
    assertThat(state()).isEqualTo(Migration.State.DONE);
    assertThat(tally().moved()).isEqualTo(CASES);
    assertThat(tally().stayed()).isZero();
    assertThat(database.queryForList("select case_code from trian.case_action where action = 'MIGRATE'", String.class))
        .as("each once").containsExactlyInAnyOrderElementsOf(codes);
    assertThat(database.queryForList("select code from trian.case_file where release_id = ?", String.class, newer.id()))
        .containsExactlyInAnyOrderElementsOf(codes);
    ConsistencyRun run = consistency.after(plan.id(), admin).orElseThrow();
    assertThat(run.cases()).isEqualTo(CASES);
    assertThat(run.findings()).isZero();
  }

  private ReleaseInfo atWork(ProcedureFiles files) {
    return desk.approve(desk.bring(files, null, "Bản thử", admin).id(), null, null, second);
  }

  private void work() {
    rounds.work(plan.id(), UUID.randomUUID().toString());
  }

  private Migration.State state() {
    return migrations.find(plan.id(), admin).state();
  }

  private Tally tally() {
    return migrations.tally(plan.id(), admin);
  }

  private String worker() {
    return database.queryForObject("select worker from trian.migration where id = ?", String.class, plan.id());
  }

  private static void until(OtherNode there, BooleanSupplier condition) {
    long end = System.nanoTime() + 180_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(there.isAlive()).as("the other node is there").isTrue();
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
