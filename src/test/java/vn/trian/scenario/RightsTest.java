package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseState;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.FieldProblem;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.DuplicateCase;

/** Who may do what with a task or a dossier, and that what is refused leaves no trace. */
@OnStage
class RightsTest extends SharedModels {

  @Autowired private Desk desk;
  @Autowired private TaskService engine;

  @Test
  @DisplayName("Người xử lý không tự ký, kể cả khi kiêm nhiệm")
  void whoPreparedDoesNotSign() {
    String code = accepted();
    Actor both = holding("canbo.dongkinh", "dongkinh", Role.COMMUNE_SOCIAL_OFFICER, Role.COMMUNE_CHAIR);
    act(task(code), proposal("APPROVE"), both);
    Task signature = task(code);

    assertRefused(Kind.FORBIDDEN, "four-eyes", () -> act(signature, simple("SIGN", null), both));
    assertRefused(Kind.FORBIDDEN, "four-eyes", () -> act(signature, simple("SEND_BACK", "Làm lại."), both));
    assertRefused(Kind.FORBIDDEN, "four-eyes", () -> desk.claim(signature.getId(), both));
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);

    sign(code, CONFIRM);
    assertThat(state(code)).isEqualTo(CaseState.AT_DEPARTMENT);
  }

  @Test
  @DisplayName("Người soát không tự ký; người đã chuyển lại thì ký được sau khi người khác làm lại")
  void whoCheckedDoesNotSign() {
    String code = atDepartment();
    Actor headAndDirector = holding("truongphong.so", "so", Role.DEPT_HEAD, Role.DEPT_DIRECTOR);
    prepare(code, DECIDE, "APPROVE");
    act(task(code), simple("CHECKED", null), headAndDirector);
    assertRefused(Kind.FORBIDDEN, "four-eyes", () -> act(task(code), simple("SIGN", null), headAndDirector));

    sendBack(code, DECIDE + "/sign");
    prepare(code, DECIDE, "APPROVE");
    Actor other = holding("canbo2.so", "so", Role.DEPT_OFFICER, Role.DEPT_HEAD);
    act(task(code), simple("CHECKED", null), other);
    act(task(code), simple("SIGN", null), headAndDirector);
    assertThat(state(code)).isEqualTo(CaseState.DECIDED);
  }

  @Test
  @DisplayName("Việc của cơ quan khác coi như không có")
  void taskOfAnotherOfficeIsNotThere() {
    String code = accepted();
    Task task = task(code);
    for (String login : List.of("canbo.tamthanh", "canbo.so", "canbo.tpls", "motcua.dongkinh", "giamsat.so", "admin")) {
      Actor other = stage.officer(login);
      assertRefused(Kind.NOT_FOUND, "task-unknown", () -> act(task, proposal("APPROVE"), other));
      assertRefused(Kind.NOT_FOUND, "task-unknown", () -> desk.claim(task.getId(), other));
      assertRefused(Kind.NOT_FOUND, "task-unknown", () -> desk.unclaim(task.getId(), other));
    }
    assertRefused(Kind.NOT_FOUND, "task-unknown",
        () -> desk.act("invented", proposal("APPROVE"), key(), stage.whoFor(task)));
  }

  @Test
  @DisplayName("Việc đã xong: nói rõ ai, lúc nào; người ngoài phạm vi không biết")
  void taskThatIsDone() {
    String code = accepted();
    Task task = task(code);
    on(3, 13);
    prepare(code, CONFIRM, "APPROVE");
    Actor officer = stage.officer("canbo.dongkinh");

    DomainException refusal = assertRefused(Kind.CONFLICT, "task-done", () -> act(task, proposal("APPROVE"), officer));
    assertThat(refusal.arguments("vi")).containsExactly(officer.name(), "Xác nhận: Đồng ý, trình duyệt", "09:00 13/03");
    assertRefused(Kind.CONFLICT, "task-done", () -> desk.claim(task.getId(), officer));
    assertRefused(Kind.NOT_FOUND, "task-unknown",
        () -> act(task, proposal("APPROVE"), stage.officer("canbo.tamthanh")));
  }

  @Test
  @DisplayName("Việc người khác đã nhận")
  void taskThatAnotherHas() {
    String code = accepted();
    prepare(code, CONFIRM, "APPROVE");
    Task signature = task(code);
    Actor chair = stage.officer("chutich.dongkinh");
    Actor vice = stage.officer("phochutich.dongkinh");
    stage.as(chair, () -> {
      desk.claim(signature.getId(), chair);
      return null;
    });

    assertThat(item(code).assignee()).isEqualTo("chutich.dongkinh");
    DomainException refusal = assertRefused(Kind.CONFLICT, "task-taken", () -> desk.claim(signature.getId(), vice));
    assertThat(refusal.arguments()).containsExactly(chair.name(), "09:00 11/03");
    assertRefused(Kind.CONFLICT, "task-taken", () -> act(signature, simple("SIGN", null), vice));
    assertRefused(Kind.CONFLICT, "task-taken", () -> desk.unclaim(signature.getId(), vice));

    desk.unclaim(signature.getId(), chair);
    assertThat(item(code).assignee()).isNull();
    act(signature, simple("SIGN", null), vice);
    assertThat(logged(code)).containsSubsequence("CLAIM", "UNCLAIM", "CLAIM", "SIGN");
  }

  @Test
  @DisplayName("Không có lối vào nào khác của công cụ quy trình")
  void theEngineItselfCompletesNothing() {
    String code = accepted();
    String id = task(code).getId();

    for (ThrowingCallable door : List.<ThrowingCallable>of(
        () -> engine.complete(id, Map.of("outcome", "APPROVE", "needsSignature", false)),
        () -> engine.claim(id, "canbo.dongkinh"),
        () -> engine.setAssignee(id, "canbo.dongkinh"))) {
      assertThat(catchThrowableOfType(RuntimeException.class, door)).hasStackTraceContaining("use-the-form");
    }
    assertThat(places(code)).containsExactly("confirmRequest/prepare");
    assertThat(item(code).assignee()).isNull();
  }

  @Test
  @DisplayName("Gửi hai lần cùng một khóa: làm một lần, trả lời như nhau")
  void sameKeyActsOnce() {
    String code = accepted();
    Task task = task(code);
    Actor officer = stage.whoFor(task);
    Done first = stage.as(officer, () -> desk.act(task.getId(), proposal("APPROVE"), "k1", officer));
    List<String> rows = slate.rowCounts();
    Done second = stage.as(officer, () -> desk.act(task.getId(), proposal("APPROVE"), "k1", officer));

    assertThat(second).isEqualTo(first);
    assertThat(slate.rowCounts()).isEqualTo(rows);

    assertRefused(Kind.INVALID, "key-reused", () -> act(task, proposal("REJECT"), officer, "k1"));
    assertRefused(Kind.INVALID, "key-reused",
        () -> act(task(code), simple("SIGN", null), stage.officer("chutich.dongkinh"), "k1"));
    assertRefused(Kind.MALFORMED, "key-missing", () -> act(task, proposal("APPROVE"), officer, " "));
  }

  @Test
  @DisplayName("Nhập hai lần cùng một khóa: một hồ sơ")
  void sameKeyMakesOneCase() {
    Actor officer = stage.deskOfficer("dongkinh");
    Act act = new Act("ACCEPT", null, null, null, null, application(), ticked("request", "proof"), false);
    Done first = stage.as(officer, () -> desk.receive(KEY, act, "k2", officer));
    Done second = stage.as(officer, () -> desk.receive(KEY, act, "k2", officer));

    assertThat(second).isEqualTo(first);
    assertThat(database.queryForObject("select count(*) from trian.case_file", Integer.class)).isEqualTo(1);
  }

  @Test
  @DisplayName("Rút hồ sơ hai lần cùng một khóa: trả lời như nhau")
  void sameKeyWithdrawsOnce() {
    String code = accepted();
    Actor officer = stage.deskOfficer("dongkinh");
    Done first = stage.as(officer, () -> desk.withdraw(code, "Thôi.", "k3", officer));
    Done second = stage.as(officer, () -> desk.withdraw(code, "Thôi.", "k3", officer));

    assertThat(second).isEqualTo(first);
    assertThat(issued(code)).containsExactly("receipt", "stopNotice");
  }

  @Test
  @DisplayName("Hồ sơ bị từ chối khi nhập không để lại gì, không mất số")
  void refusedDossierLeavesNothing() {
    String before = accepted();
    List<String> rows = slate.rowCounts();

    assertRefused(Kind.INVALID, "form-incomplete", () -> receive(Map.of("fullName", "LƯƠNG THỊ SEN"), "ACCEPT"));
    assertRefused(Kind.INVALID, "form-incomplete", () -> receive(application("abc"), "ACCEPT"));
    DomainException papers = assertRefused(Kind.INVALID, "form-incomplete", () -> stage.receive(KEY, "dongkinh",
        new Act("ACCEPT", null, null, null, null, application("020170009999"), ticked("request"), false)));
    assertThat(papers.problems()).extracting(FieldProblem::field).containsExactly("papers.proof");
    assertRefused(Kind.INVALID, "form-incomplete", () -> receive(application("020170009999"), "REFUSE"));
    assertRefused(Kind.INVALID, "form-incomplete", () -> receive(application("020170009999"), "SUPPLEMENT"));
    assertRefused(Kind.INVALID, "outcome-unknown", () -> receive(application("020170009999"), "APPROVE"));
    DomainException same = assertRefused(Kind.CONFLICT, "duplicate-case", () -> receive(application(), "ACCEPT"));
    assertThat(((DuplicateCase) same).known()).extracting(DuplicateCase.Known::caseCode).containsExactly(before);
    assertThat(slate.rowCounts()).isEqualTo(rows);

    String after = stage.receive(KEY, "dongkinh", new Act("ACCEPT", null, null, null, null, application(),
        ticked("request", "proof"), true)).caseCode();
    assertThat(number(after)).isEqualTo(number(before) + 1);
    assertThat(receiptNumber(after)).isEqualTo(receiptNumber(before) + 1);
  }

  @Test
  @DisplayName("Kết quả bị từ chối không để lại gì")
  void refusedOutcomeLeavesNothing() {
    String code = accepted();
    Task task = task(code);
    Actor officer = stage.whoFor(task);
    List<String> rows = slate.rowCounts();

    assertRefused(Kind.INVALID, "form-incomplete", () -> act(task, simple("APPROVE", null), officer));
    assertRefused(Kind.INVALID, "form-incomplete", () -> act(task, simple("REJECT", null), officer));
    assertRefused(Kind.INVALID, "form-incomplete", () -> act(task, simple("SUPPLEMENT", "Thiếu."), officer));
    assertRefused(Kind.INVALID, "form-incomplete", () -> act(task, simple("SUSPEND", "Chờ."), officer));
    assertRefused(Kind.INVALID, "outcome-unknown", () -> act(task, proposal("RETURN"), officer));
    assertRefused(Kind.INVALID, "outcome-unknown", () -> act(task, simple("SIGN", null), officer));
    assertRefused(Kind.INVALID, "outcome-unknown", () -> act(task, simple(null, null), officer));

    assertThat(slate.rowCounts()).isEqualTo(rows);
    assertThat(item(code).assignee()).as("not even taken").isNull();
    assertThat(logged(code)).containsExactly("RECEIVE");
  }

  @Test
  @DisplayName("Chưa đủ giấy tờ thì không ghi là đã bổ sung đủ")
  void supplementedOnlyWithAllPapers() {
    String code = received("SUPPLEMENT", ticked("request"));
    Task task = task(code);
    Act brought = new Act("SUPPLEMENTED", null, null, null, null, Map.of("channel", "IN_PERSON", "broughtOn",
        "2024-03-11"), null, false);

    DomainException refusal = assertRefused(Kind.INVALID, "form-incomplete",
        () -> act(task, brought, stage.whoFor(task)));
    assertThat(refusal.problems()).extracting(FieldProblem::field).containsExactly("papers.proof");
    assertThat(state(code)).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);
  }

  @Test
  @DisplayName("Chỉ bộ phận một cửa cấp xã nhận thủ tục bắt đầu ở cấp xã")
  void onlyTheDeskReceives() {
    Act act = new Act("ACCEPT", null, null, null, null, application(), ticked("request", "proof"), false);
    for (String login : List.of("canbo.dongkinh", "chutich.dongkinh", "motcua.tpls", "canbo.so", "admin")) {
      Actor officer = stage.officer(login);
      assertRefused(Kind.FORBIDDEN, "not-this-desk", () -> desk.receive(KEY, act, key(), officer));
    }
  }

  private Done receive(Map<String, Object> data, String outcome) {
    return stage.receive(KEY, "dongkinh",
        new Act(outcome, null, null, null, null, data, ticked("request", "proof"), false));
  }

  private static Map<String, Object> application(String idNumber) {
    return Map.of("fullName", "LƯƠNG THỊ SEN", "idNumber", idNumber);
  }

  private Task task(String code) {
    return stage.openTasks(code).get(0);
  }

  private Done act(Task task, Act act, Actor actor) {
    return act(task, act, actor, key());
  }

  private Done act(Task task, Act act, Actor actor, String key) {
    return stage.as(actor, () -> desk.act(task.getId(), act, key, actor));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private Actor holding(String login, String office, Role... roles) {
    Actor known = stage.officer(login);
    return new Actor(login, known.name(), known.title(), Set.of(roles), office);
  }

  private static int number(String code) {
    return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
  }

  private int receiptNumber(String code) {
    return documents.issued(code, "receipt").orElseThrow().number();
  }

  private static DomainException assertRefused(Kind kind, String code, ThrowingCallable action) {
    DomainException refusal = catchThrowableOfType(DomainException.class, action);
    assertThat(refusal).as("refusal " + code).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.kind()).isEqualTo(kind);
    return refusal;
  }
}
