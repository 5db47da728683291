package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.rehearsal.Line;
import vn.trian.workflow.rehearsal.Part;
import vn.trian.workflow.rehearsal.Rehearsal;
import vn.trian.workflow.rehearsal.RehearsalDesk;
import vn.trian.workflow.rehearsal.RehearsalState;
import vn.trian.workflow.rehearsal.Rehearsals;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.rehearsal.Telling;
import vn.trian.workflow.release.ReleaseDesk;

/** What a release would do, tried where nothing is real. */
abstract class RehearsalRules {

  private static final String KEY = "worshipAllowance";
  private static final String GRAVE = "graveRehearsed";
  private static final String BPMN = "grave-visit.bpmn";
  private static final String YAML = "procedure.yaml";
  private static final String SCENARIOS = "scenarios.yaml";
  private static final String SEVEN_DAYS = "- amount: 7\n        unit: WORKING_DAY\n        validFrom: 2022-02-15";

  @Autowired private RehearsalDesk rehearsals;
  @Autowired private Rehearsals kept;
  @Autowired private ReleaseDesk desk;
  @Autowired private ReleaseStore store;
  @Autowired private Procedures procedures;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;
  @Autowired private CleanSlate slate;
  @Autowired private MessageSource messages;
  @Autowired private JdbcTemplate database;
  @Autowired private TestClock clock;

  private final List<String> drafts = new ArrayList<>();
  private String key;
  private ProcedureFiles atWork;
  private Actor second;
  private Actor admin;

  @BeforeEach
  void fresh() {
    slate.restore();
    admin = stage.officer("admin");
    second = stage.officer("admin2");
    work(KEY);
  }

  private void work(String procedure) {
    key = procedure;
    atWork = store.files(procedures.active(key).id());
  }

  /** A small procedure that is not packaged. */
  private void workOnGraveVisits() {
    if (procedures.find(GRAVE).isEmpty()) {
      desk.approve(desk.bring(Folders.graveVisit(GRAVE), null, null, admin).id(), null, null, second);
    }
    work(GRAVE);
  }

  @AfterEach
  void away() {
    rehearsals.await();
    drafts.forEach(each -> desk.discard(each, null, admin));
  }

  private ReleaseInfo draft(String file, String from, String to) {
    return draft(with(Map.of(), file, from, to));
  }

  private ReleaseInfo draft(Map<String, String> files) {
    Map<String, byte[]> bytes = new HashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    ReleaseInfo draft = desk.bringInto(key, ProcedureFiles.of(bytes), null, admin);
    drafts.clear();
    drafts.add(draft.id());
    return draft;
  }

  /** Only a few scenarios, so that a test takes seconds. */
  private Map<String, String> few(String... ids) {
    StringBuilder few = new StringBuilder();
    for (String each : atWork.text(SCENARIOS).orElseThrow().split("(?m)^(?=- )")) {
      if (each.startsWith("- base") || List.of(ids).stream().anyMatch(id -> each.startsWith("- id: " + id + "\n"))) {
        few.append(each);
      }
    }
    return Map.of(SCENARIOS, few.toString());
  }

  private Scenario scenario(String id) {
    return Folders.scenario(atWork, id);
  }

  /** A case that went the whole way of a scenario. */
  private String finished(String id) {
    return player.playUntil(key, scenario(id), "nowhere");
  }

  private Rehearsal held(ReleaseInfo release, int cases) {
    Rehearsal begun = rehearsals.begin(release.id(), cases, admin);
    rehearsals.await();
    return kept.get(begun.id());
  }

  private List<String> told(Rehearsal rehearsal, Part part) {
    Telling telling = Telling.vietnamese(messages);
    List<String> told = new ArrayList<>();
    for (Line line : kept.lines(rehearsal.id(), part, null, 0, 100)) {
      told.add(line.subject() + " " + line.verdict());
      told.addAll(telling.of(line.findings()));
    }
    return told;
  }

  private Map<String, String> with(Map<String, String> files, String file, String from, String to) {
    String text = atWork.text(file).orElseThrow();
    assertThat(text).contains(from);
    Map<String, String> all = new HashMap<>(files);
    all.put(file, text.replace(from, to));
    return all;
  }

  private static void refused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }

  private List<String> counts() {
    List<String> counts = new ArrayList<>(slate.rowCounts());
    counts.removeIf(each -> each.startsWith("rehearsal"));
    for (String table : List.of("act_re_deployment", "act_ru_execution", "act_ru_task", "act_ru_job", "act_ru_variable",
        "act_hi_procinst", "act_hi_actinst", "act_hi_op_log", "act_ge_bytearray", "act_id_user")) {
      counts.add(table + " " + database.queryForObject("select count(*) from " + table, Long.class));
    }
    return counts;
  }

  @Test
  @DisplayName("Thời hạn 7 → 4 ngày: hồ sơ đã xong ra ngày khác, không có gì khác nữa; dữ liệu thật không đổi")
  void anotherLimitGivesOtherDatesAndNothingElse() {
    String open = player.playUntil(KEY, scenario("disputed"), "confirmFile/prepare");
    String code = finished("onlyChild");
    ReleaseInfo draft = draft(with(few("onlyChild"), YAML, SEVEN_DAYS, SEVEN_DAYS.replace("7", "4")));
    List<String> before = counts();
    Rehearsal done = held(draft, 10);
    assertThat(done.state()).as(done.failure().toString()).isEqualTo(RehearsalState.DONE);
    assertThat(counts()).isEqualTo(before);
    assertThat(ProcessEngines.getProcessEngines().keySet()).noneMatch(each -> each.startsWith("rehearsal"));
    assertThat(told(done, Part.SCENARIOS)).as("the scenario still says the old dates").contains("onlyChild BROKEN");
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " DIFFERENT",
        "Ngày hẹn trả kết quả: 08/04/2024 → 03/04/2024.",
        "Hạn của bước “Thẩm định, tổng hợp danh sách”: 27/03/2024 → 22/03/2024.");
    assertThat(told(done, Part.AHEAD)).containsExactly(open + " DIFFERENT",
        "Thời hạn bước “Thẩm định, tổng hợp danh sách”: 7 → 4 ngày làm việc.",
        "Ngày hẹn trả nếu tính theo bản này từ đầu: 08/04/2024 → 03/04/2024.");
    assertThat(Telling.vietnamese(messages).of(done.summary(Part.SCENARIOS))).containsExactly(
        "1 kịch bản: Ngày hẹn trả kết quả khác.", "1 kịch bản: Hạn “Thẩm định, tổng hợp danh sách” khác.");
    assertThat(Telling.vietnamese(messages).of(done.summary(Part.REPLAY))).containsExactly(
        "1 hồ sơ: ngày hẹn trả kết quả khác.", "1 hồ sơ: hạn của bước “Thẩm định, tổng hợp danh sách” khác.");
  }

  @Test
  @DisplayName("Bảng mức khác: hồ sơ ra số tiền khác, không có gì khác nữa; không ghi tên ai")
  void anotherTableGivesOtherAmounts() {
    workOnGraveVisits();
    String code = finished("twoRelatives");
    ReleaseInfo draft = draft("grave-visit-amount.dmn", "(if confirmVisit.visitors &gt; 3 then 3 else"
        + " confirmVisit.visitors) * confirmVisit.distanceKm</text>", "confirmVisit.distanceKm</text>");
    Rehearsal done = held(draft, 5);
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " DIFFERENT",
        "Số tiền (một lần): 1.080.000 đ → 540.000 đ.");
    Rehearsals.Tally tally = kept.tallies(done.id()).get(Part.REPLAY);
    assertThat(tally.before()).isEqualTo(1_080_000);
    assertThat(tally.after()).isEqualTo(540_000);
    assertThat(told(done, Part.SCENARIOS)).contains("twoRelatives BROKEN",
        "Số tiền: kịch bản ghi 1.080.000 đ, bản này ra 540.000 đ.", "secondVisitOfTheYear BROKEN");
    assertThat(database.queryForList("select findings from trian.rehearsal_line where part <> 'SCENARIOS'",
        String.class)).noneMatch(each -> each.contains("VI THỊ") || each.contains("020170002468"));
  }

  @Test
  @DisplayName("Bản như cũ: kịch bản đúng, hồ sơ ra như cũ, không gặp gì khác")
  void theSameComesOutTheSame() {
    workOnGraveVisits();
    String code = finished("twoRelatives");
    String open = player.playUntil(GRAVE, scenario("fiveRelativesWithoutDivision"), "payVisit/prepare");
    Rehearsal done = held(draft(YAML, "setsOfPapers: 1", "setsOfPapers: 2"), 5);
    assertThat(told(done, Part.SCENARIOS)).containsExactly("twoRelatives SAME", "secondVisitOfTheYear SAME",
        "fiveRelativesWithoutDivision SAME");
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " SAME");
    assertThat(told(done, Part.AHEAD)).containsExactly(open + " SAME");
  }

  @Test
  @DisplayName("Thêm một việc trong sơ đồ: kịch bản kẹt, hồ sơ đã xong qua thêm việc đó")
  void anAddedStepIsOnThePath() {
    workOnGraveVisits();
    String code = finished("twoRelatives");
    Rehearsal done = held(draft(Map.of(BPMN, calling(), YAML, callingToo("[VISITED]"))), 5);
    assertThat(told(done, Part.SCENARIOS)).contains("twoRelatives BROKEN",
        "confirmVisit VISITED: Không có việc “confirmVisit”; đang chờ: callCommune.");
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " DIFFERENT",
        "Thêm việc “Gọi xã nơi có mộ” mà hồ sơ chưa qua; chạy tiếp với “Đã thăm viếng, có xác nhận”.");
  }

  /** The diagram with one task more, before the visit is confirmed. */
  private String calling() {
    return atWork.text(BPMN).orElseThrow()
        .replace("<bpmn:flowNodeRef>confirmVisit<", "<bpmn:flowNodeRef>callCommune</bpmn:flowNodeRef>"
            + "<bpmn:flowNodeRef>confirmVisit<")
        .replace("sourceRef=\"markAway\" targetRef=\"confirmVisit\" />", "sourceRef=\"markAway\""
            + " targetRef=\"callCommune\" /><bpmn:sequenceFlow id=\"from_callCommune\" sourceRef=\"callCommune\""
            + " targetRef=\"confirmVisit\" />")
        .replace("<bpmn:incoming>from_markAway_to_confirmVisit<", "<bpmn:incoming>from_callCommune<")
        .replace("<bpmn:userTask id=\"confirmVisit\"", "<bpmn:userTask id=\"callCommune\" name=\"Gọi xã nơi có mộ\""
            + " camunda:formKey=\"embedded:deployment:frame.html\""
            + " camunda:candidateGroups=\"${route.group(execution, 'DIVISION_OFFICER')}\">"
            + "<bpmn:incoming>from_markAway_to_confirmVisit</bpmn:incoming>"
            + "<bpmn:outgoing>from_callCommune</bpmn:outgoing></bpmn:userTask><bpmn:userTask id=\"confirmVisit\"")
        .replace("<bpmndi:BPMNShape id=\"shape_confirmVisit\"", "<bpmndi:BPMNShape id=\"shape_callCommune\""
            + " bpmnElement=\"callCommune\"><dc:Bounds x=\"100\" y=\"900\" width=\"100\" height=\"80\" />"
            + "</bpmndi:BPMNShape><bpmndi:BPMNEdge id=\"edge_callCommune\" bpmnElement=\"from_callCommune\">"
            + "<di:waypoint x=\"100\" y=\"900\" /><di:waypoint x=\"200\" y=\"900\" /></bpmndi:BPMNEdge>"
            + "<bpmndi:BPMNShape id=\"shape_confirmVisit\"");
  }

  private String callingToo(String outcomes) {
    return atWork.text(YAML).orElseThrow().replace("  confirmVisit:\n", """
          callCommune:
            level: DIVISION
            name: {vi: Gọi xã nơi có mộ, en: Call the commune at the grave}
            prepare: {role: DIVISION_OFFICER}
            outcomes: %s
          confirmVisit:
        """.formatted(outcomes));
  }

  @Test
  @DisplayName("Việc mới quay lại chính nó mãi: dừng, nói rõ, không chạy mãi")
  void aReplayThatDoesNotEndIsStopped() {
    workOnGraveVisits();
    String code = finished("twoRelatives");
    String bpmn = calling()
        .replace("sourceRef=\"callCommune\" targetRef=\"confirmVisit\" />", "sourceRef=\"callCommune\""
            + " targetRef=\"reached\" /><bpmn:sequenceFlow id=\"again\" name=\"Gọi lại\" sourceRef=\"reached\""
            + " targetRef=\"callCommune\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
            + "${outcome == 'AGAIN'}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id=\"on\""
            + " name=\"Đi tiếp\" sourceRef=\"reached\" targetRef=\"confirmVisit\"><bpmn:conditionExpression"
            + " xsi:type=\"bpmn:tFormalExpression\">${outcome == 'VISITED'}</bpmn:conditionExpression>"
            + "</bpmn:sequenceFlow><bpmn:exclusiveGateway id=\"reached\" name=\"Gọi được?\">"
            + "<bpmn:incoming>from_callCommune</bpmn:incoming><bpmn:outgoing>again</bpmn:outgoing>"
            + "<bpmn:outgoing>on</bpmn:outgoing></bpmn:exclusiveGateway>")
        .replace("<bpmn:incoming>from_callCommune</bpmn:incoming>\n", "<bpmn:incoming>on</bpmn:incoming>\n")
        .replace("<bpmn:flowNodeRef>callCommune<", "<bpmn:flowNodeRef>reached</bpmn:flowNodeRef>"
            + "<bpmn:flowNodeRef>callCommune<")
        .replace("<bpmndi:BPMNShape id=\"shape_callCommune\"", "<bpmndi:BPMNShape id=\"shape_reached\""
            + " bpmnElement=\"reached\"><dc:Bounds x=\"300\" y=\"900\" width=\"50\" height=\"50\" /></bpmndi:BPMNShape>"
            + "<bpmndi:BPMNEdge id=\"edge_again\" bpmnElement=\"again\"><di:waypoint x=\"300\" y=\"900\" />"
            + "<di:waypoint x=\"200\" y=\"900\" /></bpmndi:BPMNEdge><bpmndi:BPMNEdge id=\"edge_on\" bpmnElement=\"on\">"
            + "<di:waypoint x=\"350\" y=\"900\" /><di:waypoint x=\"400\" y=\"900\" /></bpmndi:BPMNEdge>"
            + "<bpmndi:BPMNShape id=\"shape_callCommune\"");
    String yaml = callingToo("[AGAIN, VISITED]").replace("outcomes:\n  VISITED:", "outcomes:\n  AGAIN: {label:"
        + " {vi: Gọi lại, en: Call again}, style: secondary, signed: false, needs: []}\n  VISITED:");
    Rehearsal done = held(draft(Map.of(BPMN, bpmn, YAML, yaml)), 5);
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " BROKEN",
        "Thêm việc “Gọi xã nơi có mộ” mà hồ sơ chưa qua; chạy tiếp với “Gọi lại”.",
        "Sau 200 việc hồ sơ vẫn chưa xong, có thể quay vòng mãi; diễn tập dừng ở đó.");
  }

  @Test
  @DisplayName("Ô mới bắt buộc, giấy tờ mới, việc đổi chỗ: nói ra, không hỏng")
  void whatTheOldCaseCannotAnswerIsTold() {
    workOnGraveVisits();
    String code = finished("twoRelatives");
    String open = player.playUntil(GRAVE, scenario("fiveRelativesWithoutDivision"), "confirmVisit");
    String form = atWork.text("grave-give-letter.form").orElseThrow()
        .replace("\"maxLength\": 2000", "\"required\": true, \"maxLength\": 2000");
    Map<String, String> files = new HashMap<>(with(Map.of(), YAML, "papers:\n", """
        papers:
          - {id: photo, name: {vi: Ảnh mộ, en: Photo of the grave}, copyKind: COPY, required: "true", confidence: U}
        """));
    files.put("grave-give-letter.form", form);
    Rehearsal done = held(draft(files), 5);
    assertThat(told(done, Part.REPLAY)).containsExactly(code + " BROKEN",
        "Khi tiếp nhận phải nộp thêm: Ảnh mộ (coi như đã nộp).",
        "Ở bước “Cấp giấy giới thiệu” phải trả lời thêm hoặc trả lời khác: Ý kiến.");
    assertThat(told(done, Part.AHEAD)).containsExactly(open + " DIFFERENT", "Phải có thêm giấy tờ: Ảnh mộ.");

    Map<String, String> renamed = new HashMap<>();
    atWork.names().stream().filter(name -> !name.equals(SCENARIOS)).forEach(name -> atWork.text(name)
        .filter(text -> text.contains("confirmVisit"))
        .ifPresent(text -> renamed.put(name, text.replace("confirmVisit", "recordVisit"))));
    desk.discard(drafts.get(0), null, admin);
    Rehearsal moved = held(draft(renamed), 5);
    assertThat(told(moved, Part.AHEAD)).contains(open + " BROKEN",
        "Việc đang chờ “Ghi nhận xác nhận của xã nơi có mộ” không còn trong bản này.");
    assertThat(told(moved, Part.REPLAY)).contains(code + " BROKEN");
  }

  @Test
  @DisplayName("Kịch bản không đọc được hoặc không chạy được: một câu, phần còn lại vẫn diễn tập")
  void aScenarioThatCannotBePlayedIsTold() {
    workOnGraveVisits();
    String code = finished("twoRelatives");
    Rehearsal unreadable = held(draft(Map.of(SCENARIOS, "- id: x\n  nonsense: 1\n")), 1);
    assertThat(told(unreadable, Part.SCENARIOS)).hasSize(2).first().isEqualTo("scenarios.yaml BROKEN");
    assertThat(told(unreadable, Part.SCENARIOS).get(1)).startsWith("Không đọc được scenarios.yaml: ")
        .contains("nonsense");
    assertThat(told(unreadable, Part.REPLAY)).containsExactly(code + " SAME");
    desk.discard(drafts.get(0), null, admin);

    Rehearsal broken = held(draft(SCENARIOS, "task: giveLetter/sign", "task: giveNothing/sign"), 0);
    assertThat(told(broken, Part.SCENARIOS)).contains("twoRelatives BROKEN",
        "giveNothing/sign SIGN: Không có việc “giveNothing/sign”; đang chờ: giveLetter/sign.");
  }

  @Test
  @DisplayName("Xếp lượt, dừng, đứt giữa chừng, làm lại; ai được làm")
  void stoppedBrokenOffAndBegunAgain() {
    workOnGraveVisits();
    ReleaseInfo draft = draft(YAML, "setsOfPapers: 1", "setsOfPapers: 3");
    refused("release-not-yours", () -> rehearsals.begin(draft.id(), 1, stage.officer("giamdoc.so")));
    refused("rehearsal-cases", () -> rehearsals.begin(draft.id(), 201, admin));
    refused("rehearsal-cases", () -> rehearsals.begin(draft.id(), -1, admin));
    refused("rehearsal-not-waiting", () -> rehearsals.begin(procedures.active(GRAVE).id(), 1, admin));
    refused("release-unknown", () -> rehearsals.begin("invented", 1, admin));

    // what another node has begun and not yet told: only its place is taken
    database.update("insert into trian.rehearsal (id, release_id, open_release, state, cases_wanted, requested_at,"
        + " requested_by, requested_name, beat_at) values ('there', ?, ?, 'DONE', 1, ?, 'x', 'X', ?)", draft.id(),
        draft.id(), Timestamp.from(clock.instant().minusSeconds(1)), Timestamp.from(clock.instant()));
    refused("rehearsal-open", () -> rehearsals.begin(draft.id(), 1, admin));
    database.update("delete from trian.rehearsal where id = 'there'");

    Rehearsal begun = rehearsals.begin(draft.id(), 1, admin);
    refused("rehearsal-open", () -> rehearsals.begin(draft.id(), 1, admin));
    refused("release-not-yours", () -> rehearsals.stop(begun.id(), stage.officer("giamdoc.so")));
    rehearsals.stop(begun.id(), second);
    rehearsals.await();
    Rehearsal stopped = kept.get(begun.id());
    assertThat(stopped.state()).isEqualTo(RehearsalState.STOPPED);
    assertThat(stopped.stoppedName()).isEqualTo(second.name());
    assertThat(kept.tallies(begun.id())).doesNotContainKey(Part.AHEAD);
    refused("rehearsal-over", () -> rehearsals.stop(begun.id(), admin));

    // as a node leaves it that went away in the middle
    database.update("update trian.rehearsal set state = 'RUNNING', ended_at = null, beat_at = ? where id = ?",
        Timestamp.from(clock.instant().minusSeconds(600)), begun.id());
    rehearsals.beat();
    assertThat(kept.get(begun.id()).state()).isEqualTo(RehearsalState.BROKEN_OFF);
    assertThat(held(draft, 0).state()).isEqualTo(RehearsalState.DONE);
    assertThat(kept.of(draft.id())).hasSize(2);
  }
}
