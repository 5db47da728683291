package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Act;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.ConsistencyRun;
import vn.trian.workflow.migration.Migration;
import vn.trian.workflow.migration.MigrationRounds;
import vn.trian.workflow.migration.Migrations;
import vn.trian.workflow.migration.MovingCase;
import vn.trian.workflow.migration.Reason;
import vn.trian.workflow.migration.Selection;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.release.ReleaseDesk;

/** Running cases of a copy of the worship allowance move to another release, on every database. */
abstract class MigrationRules {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Path FOLDER = Path.of("bpmn/worship-allowance");
  private static final String BPMN = "worship-allowance.bpmn";
  private static final String YAML = "procedure.yaml";

  @Autowired Migrations migrations;
  @Autowired MigrationRounds rounds;
  @Autowired Consistency consistency;
  @Autowired ReleaseDesk desk;
  @Autowired Procedures procedures;
  @Autowired CaseFiles cases;
  @Autowired CaseRecord record;
  @Autowired ScenarioPlayer player;
  @Autowired Stage stage;
  @Autowired CleanSlate slate;
  @Autowired JdbcTemplate database;
  @Autowired TestClock clock;
  @Autowired PlatformTransactionManager transactions;

  /** Releases outlive a test, so each has a procedure of its own. */
  final String key = "worshipMoving" + Character.toString('A' + NEXT.getAndIncrement());
  final ProcedureFiles folder = Folders.named(ProcedureFiles.ofFolder(FOLDER), "worshipAllowance", key);
  Scenario story;
  Actor admin;
  Actor second;

  @BeforeEach
  void fresh() {
    slate.restore();
    admin = stage.officer("admin");
    second = stage.officer("admin2");
    story = Folders.scenario(folder, "onlyChild");
  }

  static ProcedureFiles replacedIn(ProcedureFiles files, String name, String from, String to) {
    return Folders.file(files, name, from, to).over(files);
  }

  /** With a step of the division between its appraisal and the department. */
  static ProcedureFiles withReview(ProcedureFiles files) {
    ProcedureFiles model = replacedIn(files, BPMN,
        "sourceRef=\"appraiseResult\" targetRef=\"joinDecide\"",
        "sourceRef=\"appraiseResult\" targetRef=\"reviewList\"");
    model = replacedIn(model, BPMN, "<bpmn:incoming>from_appraiseResult_to_joinDecide</bpmn:incoming>",
        "<bpmn:incoming>from_reviewList_to_joinDecide</bpmn:incoming>");
    model = replacedIn(model, BPMN, "    <bpmn:exclusiveGateway id=\"appraiseResult\"", """
            <bpmn:callActivity id="reviewList" name="Rà soát danh sách" calledElement="levelStep"
                camunda:calledElementBinding="deployment">
              <bpmn:extensionElements>
                <camunda:in businessKey="#{execution.processBusinessKey}" />
                <camunda:in source="caseCode" target="caseCode" />
                <camunda:in source="commune" target="commune" />
                <camunda:in source="hasDivision" target="hasDivision" />
                <camunda:in sourceExpression="reviewList" target="step" />
                <camunda:out source="outcome" target="outcome" />
              </bpmn:extensionElements>
              <bpmn:incoming>from_appraiseResult_to_joinDecide</bpmn:incoming>
              <bpmn:outgoing>from_reviewList_to_joinDecide</bpmn:outgoing>
            </bpmn:callActivity>
            <bpmn:sequenceFlow id="from_reviewList_to_joinDecide" sourceRef="reviewList" targetRef="joinDecide" />
            <bpmn:exclusiveGateway id="appraiseResult\"""");
    model = replacedIn(model, BPMN, "    </bpmndi:BPMNPlane>", """
              <bpmndi:BPMNShape id="shape_reviewList" bpmnElement="reviewList">
                <dc:Bounds x="1785" y="557" width="100" height="80" />
              </bpmndi:BPMNShape>
              <bpmndi:BPMNEdge id="edge_from_reviewList_to_joinDecide" bpmnElement="from_reviewList_to_joinDecide">
                <di:waypoint x="1835" y="637" />
                <di:waypoint x="1900" y="775" />
              </bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""");
    model = replacedIn(model, BPMN, "<bpmn:flowNodeRef>appraiseFile</bpmn:flowNodeRef>",
        "<bpmn:flowNodeRef>appraiseFile</bpmn:flowNodeRef><bpmn:flowNodeRef>reviewList</bpmn:flowNodeRef>");
    return replacedIn(model, YAML, "  decideFile:\n    level: DEPARTMENT", """
          reviewList:
            level: DIVISION
            name: {vi: Rà soát danh sách, en: Review the list}
            limits:
              - {amount: 2, unit: WORKING_DAY, confidence: U}
            prepare: {role: DIVISION_OFFICER}
            sign: {role: DIVISION_HEAD}
            outcomes: [APPROVE]
          decideFile:
            level: DEPARTMENT""".indent(2).stripTrailing());
  }

  ReleaseInfo atWork(ProcedureFiles files) {
    try {
      return desk.approve(desk.bring(files, null, "Bản thử", admin).id(), null, null, second);
    } catch (DomainException broken) {
      throw new AssertionError(broken.code() + " " + broken.problems(), broken);
    }
  }

  void work(Migration plan) {
    rounds.work(plan.id(), UUID.randomUUID().toString());
  }

  Migration checked(ReleaseInfo from, ReleaseInfo to) {
    return checked(migrations.plan(from.id(), to.id(), admin));
  }

  Migration checked(Migration plan) {
    migrations.check(plan.id(), admin);
    work(plan);
    Migration checked = migrations.find(plan.id(), admin);
    assertThat(checked.state()).isEqualTo(Migration.State.CHECKED);
    return checked;
  }

  Migration moved(Migration plan) {
    migrations.start(plan.id(), admin);
    work(plan);
    Migration done = migrations.find(plan.id(), admin);
    assertThat(done.state()).isEqualTo(Migration.State.DONE);
    return done;
  }

  List<MovingCase> cases(Migration plan) {
    return migrations.cases(plan.id(), null, null, 0, 2_000, admin);
  }

  MovingCase of(Migration plan, String code) {
    return cases(plan).stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }

  static List<String> codes(MovingCase each) {
    return codes(each.reasons());
  }

  static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }

  static void refused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }

  /** Other tests leave processes behind whose cases the clean slate took away. */
  List<String> findings() {
    ConsistencyRun run = compared();
    return consistency.findings(run.id(), 0, 5_000, admin).stream().map(each -> each.reason().code())
        .filter(each -> !each.equals("consistency-no-case")).toList();
  }

  ConsistencyRun compared() {
    ConsistencyRun begun = consistency.run(admin);
    consistency.await();
    return consistency.find(begun.id(), admin);
  }

  void assertConsistent() {
    assertThat(findings()).isEmpty();
  }

  /** What a move may not change: variables, tasks, jobs, papers, hand-overs, documents, dates. */
  Map<String, Object> kept(String code) {
    Map<String, Object> kept = new TreeMap<>();
    kept.put("variables", database.queryForList("""
        select v.name_, v.text_, v.long_, v.type_, v.execution_id_ from act_ru_variable v
        join act_ru_execution e on e.id_ = v.proc_inst_id_ where e.business_key_ = ?
        order by v.execution_id_, v.name_""", code));
    kept.put("tasks", database.queryForList("""
        select t.id_, t.name_, t.assignee_, t.due_date_, t.create_time_, t.description_, t.priority_, l.group_id_
        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
        left join act_ru_identitylink l on l.task_id_ = t.id_
        where e.business_key_ = ? order by t.id_, l.group_id_""", code));
    kept.put("jobs", database.queryForList("""
        select j.id_, j.duedate_, j.retries_, j.suspension_state_ from act_ru_job j
        join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = ? order by j.id_""", code));
    for (String table : List.of("received_paper", "hand_over", "document", "deadline_entry", "case_clock",
        "statement", "work_item", "paper")) {
      kept.put(table, database.queryForList("select * from trian." + table + " where case_code = ? order by 1, 2, 3",
          code));
    }
    kept.put("file", database.queryForMap("select office, level_code, state, step, step_name, due_on, step_due_on,"
        + " limit_on, paused, held, received_on, application from trian.case_file where code = ?", code));
    return kept;
  }

  @Test
  @DisplayName("Thêm một bước: hồ sơ đang ở các bước khác nhau đều chuyển và đi hết đường theo bản mới")
  void aStepIsAdded() {
    ReleaseInfo old = atWork(folder);
    List<String> places = List.of("confirmFile/prepare", "confirmFile/sign", "appraiseFile/prepare",
        "decideFile/prepare", "decideFile/check", "decideFile/sign", "issueDecision/stampDocument",
        "deliverResult/handOverResult");
    Map<String, String> codes = new TreeMap<>();
    places.forEach(place -> codes.put(place, player.playUntil(key, story, place)));
    ReleaseInfo newer = atWork(withReview(folder));
    Map<String, Map<String, Object>> before = new HashMap<>();
    codes.values().forEach(code -> before.put(code, kept(code)));
    List<String> rows = slate.rowCounts();

    Migration plan = checked(old, newer);

    assertThat(cases(plan)).hasSize(places.size())
        .allSatisfy(each -> assertThat(each.verdict()).as("%s", each).isEqualTo(MovingCase.Verdict.POSSIBLE));
    assertThat(slate.rowCounts().stream().filter(each -> !each.startsWith("migration")))
        .isEqualTo(rows.stream().filter(each -> !each.startsWith("migration")).toList());
    codes.values().forEach(code -> {
      assertThat(cases.get(code).releaseId()).as("trying leaves no trace").isEqualTo(old.id());
      assertThat(kept(code)).isEqualTo(before.get(code));
    });

    moved(plan);

    codes.values().forEach(code -> {
      assertThat(cases.get(code).releaseId()).isEqualTo(newer.id());
      assertThat(kept(code)).isEqualTo(before.get(code));
      assertThat(record.log(code)).last().satisfies(entry -> {
        assertThat(entry.action()).isEqualTo("MIGRATE");
        assertThat(entry.summary().vi()).contains("phiên bản " + newer.version());
      });
      assertThat(record.firstBrokenEntry(code)).isEmpty();
    });
    assertConsistent();
    for (Map.Entry<String, String> each : codes.entrySet()) {
      finish(each.getValue(), each.getKey());
    }
  }

  /** One martyr has one worshipper; each case stands for another. */
  private void otherMartyr() {
    database.update("delete from trian.payment_line");
    database.update("delete from trian.entitlement_period");
    database.update("delete from trian.entitlement");
    database.update("delete from trian.worship_holder");
  }

  /** Plays on to the end in the release with the review. */
  private void finish(String code, String place) {
    otherMartyr();
    List<String> walk = story.walk().stream().map(Scenario.Move::task).toList();
    boolean reviews = walk.indexOf(place) < walk.indexOf("decideFile/prepare");
    if (reviews) {
      player.playOn(story, code, place, "decideFile/prepare");
      assertThat(stage.openTasks(code).stream().map(stage::placeOf)).containsExactly("reviewList/prepare");
      stage.act(code, "reviewList/prepare", new Act("APPROVE", null, null, null, null, Map.of(), null, false));
      stage.act(code, "reviewList/sign", new Act("SIGN", null, null, null, null, Map.of(), null, false));
      player.playOn(story, code, "decideFile/prepare", null);
    } else {
      player.playOn(story, code, place, null);
    }
    assertThat(cases.get(code).state()).isEqualTo(CaseState.DELIVERED);
    assertThat(stage.path(code).contains("reviewList")).isEqualTo(reviews);
    assertThat(stage.isRunning(code)).isFalse();
  }

  @Test
  @DisplayName("Bước đổi tên: chưa đối chiếu thì ở lại và nói vì sao; đối chiếu rồi thì chuyển, bước và hạn đi theo")
  void aStepIsRenamed() {
    ReleaseInfo old = atWork(folder);
    String there = player.playUntil(key, story, "appraiseFile/sign");
    String before = player.playUntil(key, story, "confirmFile/sign");
    ReleaseInfo newer = atWork(Folders.named(folder, "appraiseFile", "appraiseDossier"));
    Map<String, Object> kept = kept(there);

    Migration plan = checked(old, newer);
    assertThat(of(plan, before).verdict()).isEqualTo(MovingCase.Verdict.POSSIBLE);
    assertThat(of(plan, there).verdict()).isEqualTo(MovingCase.Verdict.IMPOSSIBLE);
    assertThat(codes(of(plan, there))).contains("migration-engine-nowhere", "migration-step-gone");
    moved(plan);
    assertThat(of(plan, there).state()).isEqualTo(MovingCase.State.STAYED);
    assertThat(cases.get(there).releaseId()).isEqualTo(old.id());
    assertThat(kept(there)).isEqualTo(kept);
    assertThat(cases.get(before).releaseId()).isEqualTo(newer.id());

    Migration second = migrations.plan(old.id(), newer.id(), admin);
    Map<String, String> pairs = new HashMap<>(second.mapping().of(key));
    pairs.put("appraiseFile", "deliverResult");
    pairs.put("applicantWithdraws", "appraiseDossier");
    Migration wrong = migrations.change(second.id(), second.mapping().with(key, pairs), Selection.ALL, admin);
    assertThat(codes(migrations.faults(wrong).get(key).get("appraiseFile"))).containsExactly("migration-call-other");
    assertThat(codes(migrations.faults(wrong).get(key).get("applicantWithdraws")))
        .containsExactly("migration-engine-type");
    refused("migration-pairs-wrong", () -> migrations.check(second.id(), admin));
    pairs.put("applicantWithdraws", "applicantWithdraws");
    pairs.put("appraiseFile", "decideFile");
    Migration upward = migrations.change(second.id(), second.mapping().with(key, pairs), Selection.ALL, admin);
    assertThat(codes(of(checked(upward), there))).contains("migration-other-level");

    pairs.put("appraiseFile", "appraiseDossier");
    Migration right = migrations.change(second.id(), second.mapping().with(key, pairs), Selection.ALL, admin);
    assertThat(of(checked(right), there).verdict()).isEqualTo(MovingCase.Verdict.POSSIBLE);
    moved(right);
    assertThat(cases.get(there).step()).isEqualTo("appraiseDossier");
    assertThat(database.queryForMap("select step, phase, place from trian.work_item where case_code = ?", there)
        .values()).containsExactly("appraiseDossier", "sign", "appraiseDossier/sign");
    assertThat(database.queryForObject("select step from trian.case_clock where case_code = ?", String.class, there))
        .isEqualTo("appraiseDossier");
    assertConsistent();
    stage.act(there, "appraiseDossier/sign", new Act("SIGN", null, null, null, null, Map.of(), null, false));
    player.playOn(story, there, "decideFile/prepare", null);
    assertThat(cases.get(there).state()).isEqualTo(CaseState.DELIVERED);
  }

  @Test
  @DisplayName("Trở lại bản cũ: hồ sơ chuyển về, hồ sơ đang ở bước mới thì ở lại")
  void backAgain() {
    ReleaseInfo old = atWork(folder);
    String first = player.playUntil(key, story, "confirmFile/sign");
    ReleaseInfo newer = atWork(withReview(folder));
    moved(checked(old, newer));
    String later = player.playUntil(key, story, "decideFile/prepare");
    assertThat(stage.openTasks(later).stream().map(stage::placeOf)).containsExactly("reviewList/prepare");
    Map<String, Object> kept = kept(later);
    desk.goBackTo(old.id(), "Sai bước", second);

    Migration back = moved(checked(newer, old));

    assertThat(of(back, first).state()).isEqualTo(MovingCase.State.MOVED);
    assertThat(codes(of(back, later))).contains("migration-engine-nowhere", "migration-step-gone");
    assertThat(cases.get(later).releaseId()).isEqualTo(newer.id());
    assertThat(kept(later)).isEqualTo(kept);
    assertThat(cases.get(first).releaseId()).isEqualTo(old.id());
    assertConsistent();
    player.playOn(story, first, "confirmFile/sign", null);
    assertThat(cases.get(first).state()).isEqualTo(CaseState.DELIVERED);
    assertThat(stage.path(first)).doesNotContain("reviewList");

    // once out of the new step it can go back too
    stage.act(later, "reviewList/prepare", new Act("APPROVE", null, null, null, null, Map.of(), null, false));
    stage.act(later, "reviewList/sign", new Act("SIGN", null, null, null, null, Map.of(), null, false));
    Migration again = moved(back);
    assertThat(of(again, later).state()).isEqualTo(MovingCase.State.MOVED);
    assertThat(cases.get(later).releaseId()).isEqualTo(old.id());
    assertConsistent();
  }

  @Test
  @DisplayName("Chọn hồ sơ: theo cơ quan, theo việc, theo mã; mã lạ được báo lại")
  void chosenCases() {
    ReleaseInfo old = atWork(folder);
    String commune = player.playUntil(key, story, "confirmFile/sign");
    String division = player.playUntil(key, story, "appraiseFile/prepare");
    String done = player.playUntil(key, story, "deliverResult/handOverResult");
    player.playOn(story, done, "deliverResult/handOverResult", null);
    otherMartyr();
    ReleaseInfo newer = atWork(withReview(folder));
    String there = player.playUntil(key, story, "confirmFile/sign");
    atWork(replacedIn(folder, YAML, "setsOfPapers: 1", "setsOfPapers: 3"));
    String third = player.playUntil(key, story, "confirmFile/sign");
    Scenario elsewhere = Scenario.read(procedures.active("worshipAllowance").files().bytes("scenarios.yaml")
        .orElseThrow()).stream().filter(each -> each.id().equals("onlyChild")).findFirst().orElseThrow();
    String other = player.playUntil("worshipAllowance", elsewhere, "confirmFile/prepare");

    Migration plan = migrations.plan(old.id(), newer.id(), admin);
    assertThat(chosen(plan, new Selection("tpls", null, null))).containsExactlyInAnyOrder(commune, division);
    assertThat(chosen(plan, new Selection("dongkinh", null, null))).containsExactly(commune);
    assertThat(chosen(plan, new Selection(null, "appraiseFile", null))).containsExactly(division);
    assertThat(chosen(plan, new Selection(null, "appraiseFile/sign", null))).isNull();
    assertThat(chosen(plan, new Selection("dongkinh", "appraiseFile", null))).isNull();
    assertThat(chosen(plan, new Selection(null, "appraise", null))).as("no activity").isNull();
    assertThat(chosen(plan, new Selection("dongkinh", null, List.of(commune, division, third))))
        .containsExactlyInAnyOrder(commune, division, third);
    assertThat(codes(of(plan, division))).containsExactly("migration-code-not-chosen");
    assertThat(codes(of(plan, third))).containsExactly("migration-code-other-release");
    migrations.change(plan.id(), plan.mapping(), Selection.ALL, admin);
    assertThat(cases(plan)).as("forgotten").isEmpty();
    String endless = "x".repeat(70);
    assertThat(chosen(plan, new Selection(null, null, List.of(commune, "nonsense", other, done, there, endless))))
        .contains(commune).hasSize(6);
    Migration listed = migrations.find(plan.id(), admin);
    assertThat(migrations.tally(plan.id(), admin).cases()).isEqualTo(1);
    assertThat(codes(of(listed, "nonsense"))).containsExactly("migration-code-unknown");
    assertThat(codes(of(listed, endless.substring(0, 60)))).containsExactly("migration-code-unknown");
    assertThat(codes(of(listed, other))).containsExactly("migration-code-other-procedure");
    assertThat(codes(of(listed, done))).containsExactly("migration-code-over");
    assertThat(codes(of(listed, there))).containsExactly("migration-code-there");
    moved(listed);
    assertThat(cases.get(commune).releaseId()).isEqualTo(newer.id());
    assertThat(cases.get(division).releaseId()).as("not chosen").isEqualTo(old.id());
  }

  /** Codes that a choice leads to, null when it leads to none. */
  private List<String> chosen(Migration plan, Selection selection) {
    migrations.change(plan.id(), plan.mapping(), selection, admin);
    try {
      migrations.check(plan.id(), admin);
    } catch (DomainException none) {
      assertThat(none.code()).isEqualTo("migration-no-cases");
      return null;
    }
    work(plan);
    return cases(plan).stream().map(MovingCase::code).toList();
  }

  @Test
  @DisplayName("Từ khi chọn đến khi chuyển có gì đổi khác: hồ sơ ở nguyên, nói rõ vì sao")
  void whatHappenedMeanwhile() {
    ReleaseInfo old = atWork(folder);
    Map<String, String> codes = new LinkedHashMap<>();
    for (String each : List.of("moves", "closed", "there", "third", "differs", "mixed", "gone")) {
      codes.put(each, player.playUntil(key, story, "confirmFile/sign"));
      otherMartyr();
    }
    ReleaseInfo newer = atWork(withReview(folder));
    ReleaseInfo third = atWork(replacedIn(folder, YAML, "setsOfPapers: 1", "setsOfPapers: 3"));
    Migration plan = checked(old, newer);
    assertThat(migrations.tally(plan.id(), admin).possible()).isEqualTo(7);
    moved(checked(migrations.change(migrations.plan(old.id(), newer.id(), admin).id(), plan.mapping(),
        new Selection(null, null, List.of(codes.get("there"))), admin)));
    moved(checked(migrations.change(migrations.plan(old.id(), third.id(), admin).id(), plan.mapping(),
        new Selection(null, null, List.of(codes.get("third"), codes.get("mixed"))), admin)));
    database.update("update trian.case_file set closed_at = received_at where code = ?", codes.get("closed"));
    database.update("update trian.work_item set assignee = 'somebody' where case_code = ?", codes.get("differs"));
    database.update("update trian.case_file set release_id = ? where code = ?", old.id(), codes.get("mixed"));
    database.update("update act_ru_execution set business_key_ = 'x' where business_key_ = ?", codes.get("gone"));
    try {
      moved(plan);
      Map<String, String> why = new LinkedHashMap<>();
      codes.forEach((name, code) -> why.put(name, String.join(" ", codes(of(plan, code)))));
      assertThat(why).containsExactlyInAnyOrderEntriesOf(Map.of("moves", "", "closed", "migration-code-over",
          "there", "migration-code-there", "third", "migration-code-other-release", "differs",
          "consistency-assignee", "mixed", "migration-mixed", "gone", "migration-no-process"));
      assertThat(migrations.tally(plan.id(), admin).moved()).isEqualTo(1);
      assertThat(cases.get(codes.get("differs")).releaseId()).isEqualTo(old.id());
    } finally {
      database.update("update act_ru_execution set business_key_ = ? where business_key_ = 'x'", codes.get("gone"));
    }
  }

  @Test
  @DisplayName("Dừng giữa chừng rồi chạy tiếp; máy khác tiếp quản; hai máy cùng chạy không chuyển hồ sơ nào hai lần")
  void stoppedResumedAndTwoWorkers() throws Exception {
    ReleaseInfo old = atWork(folder);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      codes.add(player.playUntil(key, story, "confirmFile/prepare"));
    }
    ReleaseInfo newer = atWork(withReview(folder));
    Migration plan = checked(old, newer);
    migrations.start(plan.id(), admin);

    // an officer has the fourth case while somebody stops
    Thread first = whileLocked(codes.get(3), () -> {
      Thread worker = new Thread(() -> work(plan));
      worker.start();
      until(() -> migrations.tally(plan.id(), admin).moved() == 3 && waitsForACase(worker));
      migrations.stop(plan.id(), second);
      return worker;
    });
    first.join();
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.STOPPED);
    assertThat(migrations.tally(plan.id(), admin).moved()).isEqualTo(3);
    assertThat(codes.stream().map(code -> cases.get(code).releaseId()).toList()).containsExactly(newer.id(),
        newer.id(), newer.id(), old.id(), old.id(), old.id());
    work(plan);
    assertThat(migrations.tally(plan.id(), admin).moved()).as("it rests").isEqualTo(3);

    // the first worker hangs so long that another one takes over
    migrations.start(plan.id(), second);
    List<Thread> both = whileLocked(codes.get(3), () -> {
      Thread hung = new Thread(() -> work(plan));
      hung.start();
      until(() -> database.queryForObject("select count(*) from trian.migration where id = ? and worker is not null",
          Integer.class, plan.id()) == 1);
      work(plan);
      assertThat(migrations.tally(plan.id(), admin).moved()).as("another node's for now").isEqualTo(3);
      clock.moveTo(clock.now().plusMinutes(1));
      Thread heir = new Thread(() -> work(plan));
      heir.start();
      return List.of(hung, heir);
    });
    for (Thread each : both) {
      each.join();
    }
    work(plan);
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.DONE);
    assertThat(migrations.tally(plan.id(), admin).moved()).isEqualTo(6);
    codes.forEach(code -> {
      assertThat(record.log(code)).filteredOn(entry -> entry.action().equals("MIGRATE")).hasSize(1);
      assertThat(record.firstBrokenEntry(code)).isEmpty();
    });
    assertConsistent();
  }

  @Test
  @DisplayName("Bị dừng, đổi đối chiếu rồi chạy thử lại: máy đang thử dở theo đối chiếu cũ không ghi gì nữa")
  void whoLostHisTurnSaysNothing() {
    ReleaseInfo old = atWork(folder);
    String code = player.playUntil(key, story, "confirmFile/prepare");
    ReleaseInfo newer = atWork(withReview(folder));
    Migration plan = migrations.plan(old.id(), newer.id(), admin);
    migrations.check(plan.id(), admin);
    Map<String, String> pairs = new HashMap<>(plan.mapping().of(key));
    pairs.remove("confirmFile");
    Thread slow = whileLocked(code, () -> {
      Thread worker = new Thread(() -> work(plan));
      worker.start();
      until(() -> waitsForACase(worker));
      migrations.stop(plan.id(), second);
      migrations.change(plan.id(), plan.mapping().with(key, pairs), Selection.ALL, second);
      migrations.check(plan.id(), second);
      return worker;
    });
    join(slow);
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.CHECKING);
    assertThat(migrations.tally(plan.id(), admin).tried()).isZero();
    work(plan);
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.CHECKED);
    assertThat(migrations.tally(plan.id(), admin).impossible()).isEqualTo(1);
  }

  @Test
  @DisplayName("Máy hỏng sau hồ sơ cuối, trước khi so sánh: chưa coi là xong, máy sau so sánh rồi mới xong")
  void notDoneBeforeItIsCompared() {
    ReleaseInfo old = atWork(folder);
    String code = player.playUntil(key, story, "confirmFile/prepare");
    ReleaseInfo newer = atWork(withReview(folder));
    Migration plan = checked(old, newer);
    migrations.start(plan.id(), admin);
    database.execute("alter table trian.consistency_run rename to consistency_away");
    try {
      assertThatThrownBy(() -> work(plan)).isNotNull();
    } finally {
      database.execute("alter table trian.consistency_away rename to consistency_run");
    }
    assertThat(migrations.tally(plan.id(), admin).moved()).isEqualTo(1);
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.MOVING);
    database.update("update trian.case_file set closed_at = received_at where code = ?", code);
    work(plan);
    Migration done = migrations.find(plan.id(), admin);
    assertThat(done.state()).isEqualTo(Migration.State.DONE);
    assertThat(done.endedAt()).isNotNull();
    ConsistencyRun run = consistency.after(plan.id(), admin).orElseThrow();
    assertThat(run.endedAt()).isNotNull();
    assertThat(run.cases()).isEqualTo(1);
    assertThat(consistency.findings(run.id(), 0, 10, admin)).extracting(each -> each.reason().code())
        .as("closed, and its processes go on").isNotEmpty().containsOnly("consistency-over");
  }

  @Test
  @DisplayName("So sánh: mỗi lúc một lần trên mọi máy; lần bị ngắt thì ghi là bị ngắt và làm lại được")
  void oneComparisonAtATime() {
    atWork(folder);
    String code = player.playUntil(key, story, "confirmFile/prepare");
    ConsistencyRun whole = compared();
    assertThat(whole.cases()).isEqualTo(whole.total()).isEqualTo(
        database.queryForObject("select count(*) from trian.case_file where closed_at is null", Long.class));
    assertThat(consistency.isRunning(whole)).isFalse();
    database.update("update trian.case_file set closed_at = received_at where code = ?", code);
    assertThat(compared().cases()).as("open ones alone").isEqualTo(whole.cases() - 1);
    database.update("update trian.case_file set closed_at = null where code = ?", code);
    // another node is at it
    database.update("insert into trian.consistency_run (id, occasion, started_at, started_name, beat_at, running, total,"
        + " cases, findings) select 'there', 'BY_HAND', started_at, 'X', ended_at, 'ALL', 9, 4, 0"
        + " from trian.consistency_run where id = ?", whole.id());
    ConsistencyRun there = consistency.find("there", admin);
    assertThat(consistency.isRunning(there)).isTrue();
    refused("consistency-running", () -> consistency.run(second));
    consistency.nightly();
    consistency.await();
    assertThat(consistency.newest(50, admin)).extracting(ConsistencyRun::occasion)
        .doesNotContain(ConsistencyRun.Occasion.NIGHTLY);
    clock.moveTo(clock.now().plusSeconds(50));
    refused("consistency-running", () -> consistency.run(second));
    clock.moveTo(clock.now().plusSeconds(11));
    assertThat(consistency.isRunning(there)).as("silent for too long").isFalse();
    database.update("update trian.work_item set assignee = 'somebody' where case_code = ?", code);
    ConsistencyRun again = compared();
    assertThat(again.endedAt()).isNotNull();
    assertThat(again.findings()).isPositive();
    assertThat(consistency.findings(again.id(), 0, 10, admin)).extracting(each -> each.reason().code())
        .contains("consistency-assignee");
    assertThat(consistency.find("there", admin).endedAt()).as("cut off").isNull();
    assertThat(consistency.isRunning(consistency.find("there", admin))).isFalse();
  }

  private static boolean waitsForACase(Thread worker) {
    return Stream.of(worker.getStackTrace()).anyMatch(each -> each.getMethodName().equals("locked"));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private <T> T whileLocked(String code, Supplier<T> action) {
    return new TransactionTemplate(transactions).execute(status -> {
      cases.lock(code);
      return new TransactionTemplate(transactions,
          new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW))
          .execute(inner -> action.get());
    });
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  @DisplayName("Chỉ quản trị viên; chỉ sang bản đã từng được dùng; kế hoạch đang chạy không sửa được")
  void refusals() {
    ReleaseInfo old = atWork(folder);
    player.playUntil(key, story, "confirmFile/prepare");
    ReleaseInfo newer = atWork(withReview(folder));
    ReleaseInfo draft = desk.bring(replacedIn(folder, YAML, "setsOfPapers: 1", "setsOfPapers: 3"), null, null, admin);
    String foreign = procedures.active("worshipAllowance").id();
    refused("migration-never-worked", () -> migrations.plan(old.id(), draft.id(), admin));
    refused("migration-never-worked", () -> migrations.plan(draft.id(), newer.id(), admin));
    refused("migration-same-release", () -> migrations.plan(old.id(), old.id(), admin));
    refused("migration-other-procedure", () -> migrations.plan(old.id(), foreign, admin));
    refused("release-unknown", () -> migrations.plan(old.id(), "invented", admin));
    Migration plan = migrations.plan(old.id(), newer.id(), admin);
    refused("migration-not-checked", () -> migrations.start(plan.id(), admin));
    refused("migration-not-running", () -> migrations.stop(plan.id(), admin));
    refused("migration-unknown", () -> migrations.find("invented", admin));
    refused("migration-too-many-codes", () -> migrations.change(plan.id(), plan.mapping(),
        new Selection(null, null, Stream.generate(() -> "x").limit(5_001).toList()), admin));
    refused("migration-too-many-codes", () -> migrations.change(plan.id(), plan.mapping(),
        new Selection(null, null, List.of("x".repeat(200_000))), admin));
    refused("migration-pairs-wrong", () -> migrations.change(plan.id(),
        plan.mapping().with(key, Map.of("x".repeat(200_000), "y")), Selection.ALL, admin));
    migrations.change(plan.id(), plan.mapping(), new Selection(null, null,
        Stream.iterate(0, each -> each + 1).map(String::valueOf).limit(5_000).toList()), admin);
    migrations.change(plan.id(), plan.mapping(), Selection.ALL, admin);
    refused("migration-office-unknown",
        () -> migrations.change(plan.id(), plan.mapping(), new Selection("nowhere", null, null), admin));
    moved(checked(plan));
    refused("migration-begun", () -> migrations.change(plan.id(), plan.mapping(), Selection.ALL, admin));
    refused("migration-begun", () -> migrations.check(plan.id(), admin));
    refused("migration-begun", () -> migrations.discard(plan.id(), admin));
    List<String> rows = slate.rowCounts();
    for (String login : List.of("chutich.dongkinh", "giamdoc.so", "giamsat.so")) {
      Actor officer = stage.officer(login);
      Stream.<ThrowingCallable>of(() -> migrations.plan(old.id(), newer.id(), officer),
          () -> migrations.change(plan.id(), plan.mapping(), Selection.ALL, officer),
          () -> migrations.check(plan.id(), officer), () -> migrations.start(plan.id(), officer),
          () -> migrations.stop(plan.id(), officer), () -> migrations.discard(plan.id(), officer),
          () -> migrations.find(plan.id(), officer), () -> consistency.run(officer),
          () -> consistency.newest(5, officer)).forEach(each -> refused("release-not-yours", each));
    }
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }

  @Test
  @DisplayName("So sánh dữ liệu: mỗi chỗ lệch được nói ra")
  void whatDiffersIsFound() {
    ReleaseInfo old = atWork(folder);
    String code = player.playUntil(key, story, "confirmFile/sign");
    ReleaseInfo newer = atWork(withReview(folder));
    assertConsistent();
    Map<String, String> broken = new LinkedHashMap<>();
    broken.put("update trian.work_item set assignee = 'somebody' where case_code = ?", "consistency-assignee");
    broken.put("update trian.work_item set due_on = date '2001-01-01' where case_code = ?", "consistency-due");
    broken.put("update trian.work_item set place = 'confirmFile/check' where case_code = ?", "consistency-place");
    broken.put("update trian.work_item set name = 'Khác' where case_code = ?", "consistency-name");
    broken.put("update trian.work_item set task_id = 'gone' where case_code = ? and not exists"
        + " (select 1 from trian.work_item_group g where g.task_id = 'gone')", "consistency-no-task");
    broken.put("delete from trian.work_item_group where task_id in (select task_id from trian.work_item"
        + " where case_code = ?)", "consistency-groups");
    broken.put("delete from trian.work_item where case_code = ?", "consistency-not-listed");
    broken.put("update trian.case_file set step_due_on = date '2001-01-01' where code = ?", "consistency-step-due");
    broken.put("update trian.case_file set due_on = date '2001-01-01' where code = ?", "consistency-case-due");
    broken.put("update trian.case_file set step = 'decideFile' where code = ?", "consistency-step");
    broken.put("update trian.case_file set paused = true where code = ?", "consistency-runs");
    broken.put("update trian.case_file set held = true where code = ?", "consistency-not-held");
    broken.put("update trian.case_file set waits_since = received_at where code = ?", "consistency-waits");
    broken.put("update trian.work_item set place = 'confirmFile/cosign' where case_code = ?", "consistency-place");
    broken.put("update trian.work_item set process_id = 'another' where case_code = ?", "consistency-name");
    broken.put("update trian.case_clock set paused_since = date '2001-01-01' where case_code = ?",
        "consistency-stands");
    broken.put("delete from trian.case_clock where case_code = ?", "consistency-no-clock");
    broken.put("update trian.case_file set closed_at = received_at where code = ?", "consistency-over");
    broken.put("insert into trian.failed_job (job_id, case_code, process_id, name, failed_at)"
        + " select 'gone', code, 'p', 'x', received_at from trian.case_file where code = ?", "consistency-no-failure");
    slate.keep("migration_kept");
    broken.forEach((statement, finding) -> {
      slate.restore("migration_kept");
      if (statement.contains("task_id = 'gone' where")) {
        database.update("delete from trian.work_item_group");
      }
      assertThat(database.update(statement, code)).as(statement).isPositive();
      assertThat(findings()).as(statement).contains(finding);
    });
    slate.restore("migration_kept");
    database.update("update trian.case_file set release_id = ? where code = ?", newer.id(), code);
    assertThat(findings()).contains("consistency-release");
    slate.restore("migration_kept");
    for (String due : List.of("due_on", "step_due_on")) {
      database.update("update trian.case_file set " + due + " = null where code = ?", code);
      database.update("delete from trian.case_clock where case_code = ?", code);
      assertThat(findings()).as("only the other is left of " + due).contains("consistency-no-clock");
      slate.restore("migration_kept");
    }
    database.update("update trian.case_file set held = true where code = ?", code);
    assertThat(findings()).contains("consistency-not-held", "consistency-job-not-held");
    slate.restore("migration_kept");
    whatTheEngineHasOtherwise(code, newer);
    oneOfTwoTasksWaits(code);
    shiftTimers(code, 1);
    assertThat(findings()).contains("consistency-timer");
    database.update("update trian.case_file set paused = true where code = ?", code);
    database.update("update trian.case_clock set paused_since = date '2001-01-01' where case_code = ?", code);
    assertThat(findings()).as("a clock that stands").isEmpty();
    slate.restore("migration_kept");
    LocalDateTime now = clock.now();
    clock.moveTo(now.plusDays(60));
    assertThat(findings()).as("the engine tries what is due at moments of its own").isEmpty();
    clock.moveTo(now);
    shiftTimers(code, -1);
    assertConsistent();
    consistency.nightly();
    consistency.await();
    consistency.nightly();
    consistency.await();
    assertThat(consistency.newest(50, admin)).filteredOn(each -> each.occasion() == ConsistencyRun.Occasion.NIGHTLY)
        .as("one node does it").hasSize(1);
  }

  /** Who waits for others with one task has something to do with the other. */
  private void oneOfTwoTasksWaits(String code) {
    List<String> columns = database.queryForList("select lower(column_name) from information_schema.columns where"
        + " lower(table_schema) = 'trian' and lower(table_name) = 'work_item'", String.class);
    String values = columns.stream().map(each -> each.equals("task_id") ? "'second'"
        : each.equals("waiting") ? "true" : each).collect(Collectors.joining(", "));
    assertThat(database.update("insert into trian.work_item (" + String.join(", ", columns) + ") select " + values
        + " from trian.work_item where case_code = ?", code)).isEqualTo(1);
    assertThat(findings()).containsExactly("consistency-no-task");
    slate.restore("migration_kept");
  }

  private void whatTheEngineHasOtherwise(String code, ReleaseInfo newer) {
    String processes = "(select id_ from act_ru_execution where parent_id_ is null and business_key_ = '" + code + "')";
    String foreign = "'" + database.queryForObject("select id_ from act_re_procdef where deployment_id_ = ? and"
        + " key_ = 'levelStep'", String.class, procedures.release(newer.id()).deploymentId()) + "'";
    String own = "(select e.proc_def_id_ from act_ru_execution e where e.id_ = t.proc_inst_id_)";
    String ofJob = "(select e.proc_def_id_ from act_ru_execution e where e.id_ = t.process_instance_id_)";
    differs("act_ru_execution t", "suspension_state_", "2", "1", "t.id_ in " + processes, "consistency-held");
    differs("act_ru_execution t", "business_key_", "'x'", "'" + code + "'", "t.business_key_ in ('x', '" + code + "')",
        "consistency-no-process");
    differs("act_ru_task t", "proc_def_id_", foreign, own, "t.proc_inst_id_ in " + processes,
        "consistency-task-release");
    differs("act_ru_job t", "process_def_id_", foreign, ofJob, "t.process_instance_id_ in " + processes,
        "consistency-job-release");
    differs("act_ru_job t", "suspension_state_", "2", "1", "t.process_instance_id_ in " + processes,
        "consistency-job-held");
    differs("act_ru_job t", "retries_", "0", "5", "t.process_instance_id_ in " + processes,
        "consistency-failure-not-listed");
  }

  /** A column of the engine's is changed and changed back. */
  private void differs(String table, String column, String wrong, String right, String which, String finding) {
    assertThat(database.update("update " + table + " set " + column + " = " + wrong + " where " + which)).isPositive();
    try {
      assertThat(findings()).contains(finding);
    } finally {
      database.update("update " + table + " set " + column + " = " + right + " where " + which);
    }
    assertConsistent();
  }

  /** How many cases the largest test moves. */
  int many() {
    return 1_000;
  }

  @Test
  @DisplayName("Nhiều hồ sơ: 99 phần trăm chuyển, phần còn lại ở nguyên và có lý do; máy bị tắt giữa chừng hai lần")
  void aWholeProvince() {
    ReleaseInfo old = atWork(folder);
    int stuck = many() / 100;
    List<String> places = List.of("confirmFile/prepare", "confirmFile/sign", "appraiseFile/sign", "decideFile/prepare",
        "deliverResult/handOverResult");
    Herd herd = new Herd(database);
    List<String> codes = new ArrayList<>();
    for (String place : places) {
      String code = player.playUntil(key, story, place);
      codes.add(code);
      codes.addAll(herd.of(code, (many() - stuck) / places.size() - 1));
    }
    otherMartyr();
    // the new release does without the head's check at the department
    String atCheck = player.playUntil(key, story, "decideFile/check");
    List<String> impossible = new ArrayList<>(List.of(atCheck));
    impossible.addAll(herd.of(atCheck, stuck - 1));
    assertConsistent();
    ReleaseInfo newer = atWork(replacedIn(withReview(folder), YAML, "    check: {role: DEPT_HEAD}\n", ""));
    Map<String, Map<String, Object>> before = new HashMap<>();
    List<String> watched = new ArrayList<>(impossible);
    codes.stream().filter(code -> code.hashCode() % 10 == 0).forEach(watched::add);
    watched.forEach(code -> before.put(code, keptWithoutCheck(code)));

    long start = System.nanoTime();
    Migration plan = checked(old, newer);
    long tried = System.nanoTime();
    assertThat(migrations.tally(plan.id(), admin).possible()).isEqualTo(codes.size());
    assertThat(migrations.tally(plan.id(), admin).impossible()).isEqualTo(stuck);

    migrations.start(plan.id(), admin);
    killed(plan, codes.size() / 4);
    killed(plan, codes.size() / 2);
    work(plan);
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.DONE);
    long moved = System.nanoTime();

    assertThat(migrations.tally(plan.id(), admin).moved()).isEqualTo(codes.size());
    assertThat(migrations.cases(plan.id(), MovingCase.State.STAYED, null, 0, 100, admin)).hasSize(stuck)
        .allSatisfy(each -> {
          assertThat(impossible).contains(each.code());
          assertThat(codes(each)).containsExactly("migration-part-gone");
        });
    watched.forEach(code -> assertThat(keptWithoutCheck(code)).isEqualTo(before.get(code)));
    assertThat(database.queryForObject("select count(*) from trian.case_action where action = 'MIGRATE'"
        + " and case_code like '000%'", Integer.class)).isEqualTo(codes.size());
    ConsistencyRun run = consistency.after(plan.id(), admin).orElseThrow();
    assertThat(run.cases()).isEqualTo(codes.size());
    assertThat(run.findings()).isZero();
    assertConsistent();
    System.out.printf("%d cases: tried in %d ms, moved in %d ms, compared in %d ms%n", many(),
        (tried - start) / 1_000_000, (moved - tried) / 1_000_000, (System.nanoTime() - moved) / 1_000_000);
    slate.keep("migration_kept");
    database.update("update trian.work_item set assignee = 'somebody'");
    ConsistencyRun much = compared();
    assertThat(much.findings()).isGreaterThanOrEqualTo(many());
    assertThat(consistency.findings(much.id(), 0, 5_000, admin)).hasSize((int) much.findings());
    slate.restore("migration_kept");
    for (int i = 0; i < places.size(); i++) {
      finishWithoutCheck(codes.get((i + 1) * codes.size() / places.size() - 1), places.get(i));
    }
  }

  /** The row of the step that the new release changes for what is still to come is left out. */
  private Map<String, Object> keptWithoutCheck(String code) {
    Map<String, Object> kept = kept(code);
    kept.computeIfPresent("variables", (name, rows) -> ((List<?>) rows).stream()
        .filter(row -> !row.toString().contains("hasCheck")).toList());
    return kept;
  }

  private void finishWithoutCheck(String code, String place) {
    otherMartyr();
    List<String> walk = story.walk().stream().map(Scenario.Move::task).toList();
    if (walk.indexOf(place) < walk.indexOf("decideFile/prepare")) {
      player.playOn(story, code, place, "decideFile/prepare");
      stage.act(code, "reviewList/prepare", new Act("APPROVE", null, null, null, null, Map.of(), null, false));
      stage.act(code, "reviewList/sign", new Act("SIGN", null, null, null, null, Map.of(), null, false));
      place = "decideFile/prepare";
    }
    if (walk.indexOf(place) < walk.indexOf("decideFile/check")) {
      player.playOn(story, code, place, "decideFile/check");
      place = "decideFile/sign";
    }
    player.playOn(story, code, place, null);
    assertThat(cases.get(code).state()).isEqualTo(CaseState.DELIVERED);
  }

  /** A node that dies in the middle: what it has not committed is gone, and its turn runs out. */
  private void killed(Migration plan, int after) {
    Thread node = new Thread(() -> assertThatThrownBy(() -> work(plan)).isInstanceOf(TestClock.Killed.class));
    node.start();
    until(() -> migrations.tally(plan.id(), admin).moved() >= after);
    clock.kill(node);
    try {
      node.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    database.update("update trian.migration set worker = 'dead', worker_until = ? where id = ?",
        clock.instant().plusSeconds(30).atOffset(ZoneOffset.UTC), plan.id());
    long moved = migrations.tally(plan.id(), admin).moved();
    assertThat(moved).isBetween((long) after, (long) many() - 1);
    assertThat(migrations.find(plan.id(), admin).state()).isEqualTo(Migration.State.MOVING);
    work(plan);
    assertThat(migrations.tally(plan.id(), admin).moved()).as("the dead node's turn").isEqualTo(moved);
    clock.moveTo(clock.now().plusMinutes(1));
  }

  private void shiftTimers(String code, int days) {
    database.queryForList("select j.id_, j.duedate_ from act_ru_job j join act_ru_execution e"
        + " on e.id_ = j.process_instance_id_ where e.business_key_ = ?", code).forEach(job -> database.update(
            "update act_ru_job set duedate_ = ? where id_ = ?",
            Timestamp.from(((Timestamp) job.get("duedate_")).toInstant().plus(Duration.ofDays(days))),
            job.get("id_")));
  }
}
