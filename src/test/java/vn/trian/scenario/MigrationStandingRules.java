package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Hold;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.ConsistencyRun;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.MigrationRounds;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.MovingCase;
import vn.trian.workflow.migration.Reason;
import vn.trian.workflow.release.ReleaseDesk;

/** Cases in every standing of the shared called processes move, and go on in the new release. */
abstract class MigrationStandingRules extends SharedModels {

  private static final String YAML = "procedure.yaml";

  @Autowired private Migrations migrations;
  @Autowired private MigrationRounds rounds;
  @Autowired private Consistency consistency;
  @Autowired private Procedures procedures;
  @Autowired private ReleaseDesk releases;
  @Autowired private Desk desk;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;

  private Release old;
  private Actor admin;

  @BeforeEach
  void keepTheRelease() {
    old = procedures.active(KEY);
    admin = stage.officer("admin");
  }

  @AfterEach
  void backToTheRelease() {
    if (!procedures.active(KEY).id().equals(old.id())) {
      releases.goBackTo(old.id(), null, admin);
    }
  }

  private static ProcedureFiles changed(ProcedureFiles files, String name, String from, String to) {
    String text = files.text(name).orElseThrow();
    assertThat(text).contains(from);
    return ProcedureFiles.of(Map.of(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8))).over(files);
  }

  private Migration moved(ProcedureFiles newer) {
    deploy(newer);
    Migration plan = migrations.plan(old.id(), procedures.active(KEY).id(), admin);
    migrations.check(plan.id(), admin);
    rounds.work(plan.id(), "one");
    migrations.start(plan.id(), admin);
    rounds.work(plan.id(), "one");
    return migrations.find(plan.id(), admin);
  }

  private MovingCase of(Migration plan, String code) {
    return migrations.cases(plan.id(), null, null, 0, 100, admin).stream().filter(each -> each.code().equals(code))
        .findFirst().orElseThrow();
  }

  private List<String> why(Migration plan, String code) {
    assertThat(file(code).releaseId()).as("stays where it was").isEqualTo(old.id());
    return of(plan, code).reasons().stream().map(Reason::code).toList();
  }

  private void assertConsistent() {
    ConsistencyRun run = consistency.run(admin);
    consistency.await();
    assertThat(consistency.findings(run.id(), 0, 5_000, admin))
        .filteredOn(each -> !each.reason().code().equals("consistency-no-case")).isEmpty();
  }

  /** What a move may not change. */
  private Map<String, Object> kept(String code) {
    Map<String, Object> kept = new TreeMap<>();
    kept.put("items", items(code));
    kept.put("ledger", ledger(code));
    kept.put("jobs", stage.jobs(code).stream().map(job -> job.getId() + job.getDuedate() + job.getRetries()
        + job.isSuspended()).sorted().toList());
    kept.put("tasks", stage.openTasks(code).stream().map(task -> task.getId() + task.getAssignee() + task.getDueDate()
        + task.getName() + task.isSuspended()).toList());
    kept.put("variables", runtime.createVariableInstanceQuery().processInstanceIdIn(stage.instances(code).stream()
        .map(each -> each.getId()).toArray(String[]::new)).list().stream()
        .map(each -> each.getExecutionId() + each.getName() + each.getValue()).sorted().toList());
    kept.put("file", database.queryForMap("select office, level_code, state, step, step_name, due_on, step_due_on,"
        + " limit_on, paused, held from trian.case_file where code = ?", code));
    return kept;
  }

  @Test
  @DisplayName("Chờ bổ sung, chờ cơ quan khác, bị tạm giữ, có người nhận, việc tự động hỏng: chuyển y nguyên rồi đi tiếp")
  void everyStanding() {
    Map<String, String> codes = new HashMap<>();
    codes.put("supplement", accepted());
    prepare(codes.get("supplement"), CONFIRM, "SUPPLEMENT");
    codes.put("otherBody", acceptedOf("020170004401"));
    prepare(codes.get("otherBody"), CONFIRM, "SUSPEND");
    sign(codes.get("otherBody"), CONFIRM);
    codes.put("held", acceptedOf("020170004402"));
    Actor chair = stage.officer("chutich.dongkinh");
    stage.as(chair, () -> desk.hold(codes.get("held"), new Hold("Chờ làm rõ.", CONFIRM), key(), chair));
    codes.put("taken", acceptedOf("020170004403"));
    Actor officer = stage.officer("canbo.dongkinh");
    stage.as(officer, () -> {
      desk.claim(item(codes.get("taken")).taskId(), officer);
      return null;
    });
    codes.put("failed", acceptedOf("020170004404"));
    failing(codes.get("failed"));
    codes.put("withdrawn", acceptedOf("020170004405"));
    codes.put("atDesk", stage.receive(KEY, "dongkinh", new Act("SUPPLEMENT", null, null, missing("proof"), null,
        Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", "020170004407"), ticked("request"), false)).caseCode());
    Map<String, Map<String, Object>> before = new HashMap<>();
    codes.values().forEach(code -> before.put(code, kept(code)));
    assertConsistent();

    Migration plan = moved(changed(changed(folder(), YAML, "{amount: 5, unit: WORKING_DAY", "{amount: 3, unit: WORKING_DAY"),
        YAML, "{amount: 12, unit: CALENDAR_DAY", "{amount: 6, unit: CALENDAR_DAY"));

    Release newer = procedures.active(KEY);
    codes.forEach((name, code) -> {
      assertThat(of(plan, code).state()).as("%s %s", name, of(plan, code)).isEqualTo(MovingCase.State.MOVED);
      assertThat(file(code).releaseId()).isEqualTo(newer.id());
      assertThat(kept(code)).as(name).isEqualTo(before.get(code));
    });
    assertConsistent();

    String supplement = codes.get("supplement");
    brings(supplement, CONFIRM + "/receiveSupplement", "SUPPLEMENTED");
    assertThat(lastLine(supplement).amount()).as("a limit that runs stays as it began").isEqualTo(5);
    prepare(supplement, CONFIRM, "APPROVE");
    sign(supplement, CONFIRM);
    assertThat(lastLine(supplement).amount()).as("a new step follows the new release").isEqualTo(6);
    answers(codes.get("otherBody"), CONFIRM + "/recordAnswer");
    assertThat(places(codes.get("otherBody"))).containsExactly(CONFIRM + "/prepare");
    String held = codes.get("held");
    assertThat(stage.openTasks(held)).allMatch(task -> task.isSuspended());
    stage.as(chair, () -> desk.resume(held, new Hold("Xong.", null), key(), chair));
    assertThat(stage.jobs(held)).isNotEmpty().noneMatch(Job::isSuspended);
    String failed = codes.get("failed");
    String job = database.queryForObject("select job_id from trian.failed_job where case_code = ?", String.class, failed);
    stage.as(chair, () -> desk.retry(job, key(), chair));
    assertThat(logged(failed)).endsWith("RETRY", "WARN");
    stage.withdraw(codes.get("withdrawn"), "dongkinh", "Thôi.");
    assertOver(codes.get("withdrawn"), CaseState.WITHDRAWN);
    stage.fire(codes.get("taken"), "warnDue");
    assertThat(logged(codes.get("taken"))).endsWith("WARN");
    prepare(codes.get("taken"), CONFIRM, "APPROVE");
    brings(codes.get("atDesk"), "receiveFile/receiveSupplement", "SUPPLEMENTED");
    assertThat(lastLine(codes.get("atDesk")).amount()).as("its first step begins in the new release").isEqualTo(3);
    assertConsistent();
  }

  /** Lets the warning of a case fail as often as the engine tries. */
  private void failing(String code) {
    on(3, 15);
    database.update("update trian.case_file set release_id = 'gone' where code = ?", code);
    Job job = stage.jobs(code).stream().filter(each -> each.getDuedate().toInstant().isBefore(clock.instant()))
        .findFirst().orElseThrow();
    for (int tried = 0; tried < 5; tried++) {
      assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("procedure-unknown");
    }
    database.update("update trian.case_file set release_id = ? where code = ?", old.id(), code);
  }

  @Test
  @DisplayName("Đồng hồ: đồng hồ mới của bản mới có ngày đúng, hồ sơ tạm giữ thì nó nghỉ; đồng hồ không còn thì mất")
  void timersComeAndGo() {
    String running = accepted();
    String held = acceptedOf("020170004410");
    Actor chair = stage.officer("chutich.dongkinh");
    stage.as(chair, () -> desk.hold(held, new Hold("Chờ làm rõ.", CONFIRM), key(), chair));
    Map<String, Date> before = timers(running);
    assertThat(before).containsOnlyKeys("warnDue", "escalateDue");
    String level = ProcedureFiles.ofFolder(Path.of("bpmn/common")).text("level-step.bpmn").orElseThrow();
    String renamed = level.replace("warnDue", "remindDue");
    assertThat(renamed).isNotEqualTo(level);

    moved(ProcedureFiles.of(Map.of("level-step.bpmn", renamed.getBytes(StandardCharsets.UTF_8))).over(folder()));

    assertThat(file(running).releaseId()).isEqualTo(procedures.active(KEY).id());
    assertThat(timers(running)).containsOnlyKeys("remindDue", "escalateDue")
        .containsEntry("remindDue", before.get("warnDue")).containsEntry("escalateDue", before.get("escalateDue"));
    assertThat(timers(held)).containsOnlyKeys("remindDue", "escalateDue");
    assertThat(stage.jobs(held)).allMatch(Job::isSuspended);
    assertConsistent();
    stage.as(chair, () -> desk.resume(held, new Hold("Xong.", null), key(), chair));
    stage.fire(held, "remindDue");
    assertThat(logged(held)).endsWith("WARN");
  }

  /** When the timers of a case go off, by activity. */
  private Map<String, Date> timers(String code) {
    return stage.jobs(code).stream().collect(Collectors.toMap(job -> management.createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId(), Job::getDuedate));
  }

  @Test
  @DisplayName("Bản mới thêm hay bỏ phần soát: hồ sơ chưa đến phần đó đi theo bản mới")
  void secondChecksComeAndGo() {
    String early = acceptedOf("020170004408");
    String later = acceptedOf("020170004409");
    prepare(later, CONFIRM, "APPROVE");
    sign(later, CONFIRM);
    String checked = atDepartment();
    prepare(checked, DECIDE, "APPROVE");
    assertThat(places(checked)).containsExactly(DECIDE + "/check");

    Migration plan = moved(changed(changed(folder(), YAML, "    check: {role: DEPT_HEAD}\n", ""), YAML,
        "    sign: {role: COMMUNE_CHAIR}", "    check: {role: COMMUNE_CLERK}\n    sign: {role: COMMUNE_CHAIR}"
            ));

    assertThat(why(plan, checked)).containsExactly("migration-part-gone");
    prepare(early, CONFIRM, "APPROVE");
    assertThat(places(early)).containsExactly(CONFIRM + "/check");
    prepare(later, DECIDE, "APPROVE");
    assertThat(places(later)).containsExactly(DECIDE + "/sign");
    assertConsistent();
  }

  @Test
  @DisplayName("Bản mới không biết giấy tờ hay văn bản của hồ sơ: ở lại, nói rõ; biến mới được điền")
  void whatTheNewReleaseDoesNotKnow() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    String other = acceptedOf("020170004406");
    String without = stage.receive(KEY, "dongkinh", new Act("SUPPLEMENT", null, null, missing("proof"), null,
        Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", "020170004411"), ticked("request"), false)).caseCode();
    ProcedureFiles newer = changed(changed(folder(), YAML, "sampleDecision", "otherDecision"), YAML,
        "  - {id: proof, name: {vi: Giấy tờ chứng minh, en: Proof}, copyKind: CERTIFIED_COPY, confidence: U}\n"
            , "");
    Migration plan = moved(newer);
    assertThat(why(plan, code)).containsExactly("migration-document-gone", "migration-paper-gone");
    assertThat(why(plan, other)).containsExactly("migration-paper-gone");
    assertThat(of(plan, without).state()).as("the paper never came").isEqualTo(MovingCase.State.MOVED);

    releases.goBackTo(old.id(), null, admin);
    Migration again = moved(changed(folder(), "shared-receive.form", "{\"check\": \"idNumber\"}",
        "{\"check\": \"idNumber\", \"processVariable\": \"personalNumber\"}"));
    assertThat(of(again, other).state()).isEqualTo(MovingCase.State.MOVED);
    assertThat(runtime.createVariableInstanceQuery().variableName("personalNumber").list())
        .filteredOn(each -> each.getValue().equals("020170004406")).hasSize(1);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
