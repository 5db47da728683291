package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseHold;
import vn.trian.casefile.CaseHolds;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerLine;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.Hold;
import vn.trian.workflow.Lists;
import vn.trian.workflow.WorkItem;

/** A head holds a case back and lets it go on; nobody else does, and meanwhile nobody works on it. */
@OnStage
@DisplayName("Tạm giữ hồ sơ")
class CaseHoldTest extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";
  private static final String WHY = "Có đơn khiếu nại, chờ làm rõ.";

  @Autowired private Desk desk;
  @Autowired private CaseHolds holds;
  @Autowired private Lists lists;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;

  @Test
  @DisplayName("Đang tạm giữ: không ai nhận, trả, giao, xử lý, ký danh sách hay rút được; mọi quy trình nghỉ")
  void nobodyWorksOnIt() {
    String code = accepted();
    String task = item(code).taskId();
    Actor officer = stage.officer("canbo.dongkinh");
    List<LedgerLine> ledger = ledger(code);

    Done done = hold(code, WHY, CHAIR);

    assertThat(done.code()).isEqualTo("done-held");
    assertHeld(() -> desk.claim(task, officer));
    assertHeld(() -> desk.unclaim(task, key(), officer));
    assertHeld(() -> desk.act(task, proposal("APPROVE"), key(), officer));
    assertHeld(() -> desk.reassign(task, new HandOn("canbo.dongkinh", null, "Bận."), key(), stage.officer(CHAIR)));
    assertHeld(() -> stage.withdraw(code, "dongkinh", "Thôi."));
    assertThat(desk.mayWithdraw(file(code), stage.deskOfficer("dongkinh"))).isFalse();
    assertThat(desk.successors(task, stage.officer(CHAIR))).isEmpty();
    assertThat(item(code).assignee()).isNull();
    assertThat(record.statements(code)).hasSize(1);
    assertThat(logged(code)).endsWith("HOLD");
    assertThat(record.log(code)).last().extracting(entry -> entry.summary().vi()).asString().contains(WHY);
    assertThat(running(code)).hasSizeGreaterThan(1).allMatch(id -> runtime.createProcessInstanceQuery()
        .processInstanceId(id).suspended().count() == 1);
    assertThat(stage.jobs(code)).isNotEmpty().allMatch(Job::isSuspended);
    assertThat(ledger(code)).as("the law's clock runs on").isEqualTo(ledger);
    assertThat(file(code).paused()).isFalse();
    assertThat(file(code).stepDueOn()).isEqualTo(day(3, 18));
  }

  @Test
  @DisplayName("Cho tiếp tục: việc mở lại, nhắc việc đến hạn trong lúc tạm giữ chạy ngay")
  void timersThatFellDueFireWhenItGoesOn() {
    String code = accepted();
    hold(code, WHY, CHAIR);
    on(3, 20);
    assertThat(due(code)).isEmpty();

    assertThat(resume(code, "Đã làm rõ.", CHAIR).code()).isEqualTo("done-resumed");

    assertThat(due(code)).hasSize(2);
    stage.fire(code, "warnDue");
    stage.fire(code, "escalateDue");
    assertThat(logged(code)).endsWith("HOLD", "RESUME", "WARN", "ESCALATE");
    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);
    assertThat(places(code)).containsExactly(DECIDE + "/prepare");
  }

  @Test
  @DisplayName("Các lần tạm giữ còn đọc được: ai, khi nào, vì sao, ai cho tiếp tục")
  void endedHoldsStayReadable() {
    String code = accepted();
    hold(code, WHY, CHAIR);
    resume(code, "Đã làm rõ.", "phochutich.dongkinh");
    hold(code, "Chờ ý kiến cấp trên.", "giamdoc.so");

    assertThat(holds.of(code)).extracting(CaseHold::reason).containsExactly(WHY, "Chờ ý kiến cấp trên.");
    CaseHold first = holds.of(code).get(0);
    assertThat(first.heldByName()).isEqualTo(stage.officer(CHAIR).name());
    assertThat(first.endedByName()).isEqualTo(stage.officer("phochutich.dongkinh").name());
    assertThat(first.endReason()).isEqualTo("Đã làm rõ.");
    assertThat(first.endedAt()).isAfter(first.heldAt());
    assertThat(holds.current(file(code))).map(CaseHold::officeId).contains("so");
  }

  @ParameterizedTest
  @CsvSource({
      "chutich.dongkinh,", "phochutich.dongkinh,", "truongphong.tpls,", "photruongphong.tpls,", "giamdoc.so,",
      "phogiamdoc.so,", "canbo.dongkinh, only-head-holds", "motcua.dongkinh, only-head-holds",
      "giamsat.dongkinh, only-head-holds", "canbo.tpls, only-head-holds", "truongphong.so, only-head-holds",
      "giamsat.so, only-head-holds", "chutich.maipha, case-unknown", "truongphong.caoloc, case-unknown",
      "admin, case-unknown"})
  @DisplayName("Chỉ lãnh đạo của nơi đang giữ hoặc cấp trên tạm giữ được")
  void whoHolds(String login, String refusal) {
    String code = accepted();
    Actor actor = stage.officer(login);
    assertThat(desk.mayHold(file(code), actor)).isEqualTo(refusal == null);
    if (refusal == null) {
      hold(code, WHY, login);
      assertThat(file(code).held()).isTrue();
    } else {
      assertRefused(refusal, () -> hold(code, WHY, login));
      assertThat(file(code).held()).isFalse();
      assertThat(logged(code)).doesNotContain("HOLD");
    }
  }

  @ParameterizedTest
  @CsvSource({
      "giamdoc.so,", "phogiamdoc.so,", "truongphong.tpls, held-from-above", "chutich.dongkinh, held-from-above",
      "canbo.dongkinh, only-head-holds", "giamsat.so, only-head-holds", "chutich.maipha, case-unknown"})
  @DisplayName("Nơi đã tạm giữ hoặc cấp trên của nơi đó mới cho tiếp tục được")
  void whoLetsGoOn(String login, String refusal) {
    String code = accepted();
    hold(code, WHY, "giamdoc.so");
    assertThat(desk.mayResume(file(code), stage.officer(login))).isEqualTo(refusal == null);
    if (refusal == null) {
      resume(code, "Xong.", login);
      assertThat(file(code).held()).isFalse();
    } else {
      assertRefused(refusal, () -> resume(code, "Xong.", login));
      assertThat(file(code).held()).isTrue();
    }
  }

  @Test
  @DisplayName("Cấp dưới không tạm giữ hồ sơ đã lên cấp trên, dù vẫn thấy hồ sơ")
  void theOfficeThatReceivedItHasItNoMore() {
    String code = atDepartment();
    assertRefused("only-head-holds", () -> hold(code, WHY, CHAIR));
    hold(code, WHY, "giamdoc.so");
    assertRefused("only-head-holds", () -> resume(code, "Xong.", CHAIR));
  }

  @Test
  @DisplayName("Hai lần, chưa tạm giữ, đã kết thúc, đã sang bước khác, không nói bước, thiếu hoặc thừa lời: từ chối")
  void plainRefusals() {
    String code = accepted();
    assertRefused("nothing-held", () -> resume(code, "Xong.", CHAIR));
    assertRefused("reason-missing", () -> hold(code, "  ", CHAIR));
    assertRefused("text-too-long", () -> hold(code, "a".repeat(501), CHAIR));
    assertRefused("case-changed", () -> desk.hold(code, new Hold(WHY, DECIDE), key(), stage.officer(CHAIR)));
    assertRefused("case-changed", () -> desk.hold(code, new Hold(WHY, " "), key(), stage.officer(CHAIR)));
    assertRefused("hold-step-missing", () -> desk.hold(code, new Hold(WHY, null), key(), stage.officer(CHAIR)));
    hold(code, "a".repeat(500), CHAIR);
    assertHeld(() -> hold(code, WHY, "giamdoc.so"));
    assertRefused("case-unknown", () -> hold(code, WHY, "chutich.maipha"));
    resume(code, "Xong.", CHAIR);
    stage.withdraw(code, "dongkinh", "Thôi.");
    assertRefused("nothing-to-hold", () -> hold(code, WHY, CHAIR));
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  @DisplayName("Cùng khóa: tạm giữ một lần")
  void sameKeyHoldsOnce() {
    String code = accepted();
    Actor chair = stage.officer(CHAIR);
    String key = key();
    Done first = desk.hold(code, new Hold(WHY, CONFIRM), key, chair);

    assertThat(desk.hold(code, new Hold(WHY, CONFIRM), key, chair)).isEqualTo(first);
    assertThat(holds.of(code)).hasSize(1);
    assertThat(logged(code)).filteredOn("HOLD"::equals).hasSize(1);
  }

  @Test
  @DisplayName("Danh sách trình ký bỏ hồ sơ đang tạm giữ ra; hồ sơ kế tiếp của danh sách cũng vậy")
  void listsLeaveItOut() {
    List<String> codes = proposed(3);
    Actor chair = stage.officer(CHAIR);
    hold(codes.get(0), WHY, CHAIR);

    assertThat(lists.ready(chair)).singleElement().satisfies(ready -> assertThat(ready.files())
        .extracting(WorkItem::caseCode).containsExactlyInAnyOrderElementsOf(codes.subList(1, 3)));
    assertHeld(() -> stage.as(chair, () -> desk.signList(tasksOf(codes), key(), chair)));
    resume(codes.get(0), "Xong.", CHAIR);
    stage.as(chair, () -> desk.signList(tasksOf(codes), key(), chair));
    hold(codes.get(0), WHY, "giamdoc.so");
    Done done = stage.act(codes.get(1), DECIDE + "/prepare", proposal("APPROVE"));
    assertThat(done.nextTask()).isEqualTo(item(codes.get(2)).taskId());
    desk.claimList(lists.lastOf(codes.get(0)).orElseThrow().id(), key(), stage.officer("canbo.so"));
    assertThat(codes).extracting(code -> item(code).assignee()).containsExactly(null, null, "canbo.so");
  }

  private Done hold(String code, String reason, String login) {
    Actor head = stage.officer(login);
    Hold wanted = new Hold(reason, Objects.toString(file(code).step(), ""));
    return stage.as(head, () -> desk.hold(code, wanted, key(), head));
  }

  private Done resume(String code, String reason, String login) {
    Actor head = stage.officer(login);
    return stage.as(head, () -> desk.resume(code, new Hold(reason, null), key(), head));
  }

  private List<String> running(String code) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
        .map(each -> each.getId()).toList();
  }

  /** Timers that the engine would fire now. */
  private List<Job> due(String code) {
    return running(code).stream().flatMap(id -> management.createJobQuery().processInstanceId(id).active().executable()
        .list().stream()).toList();
  }

  private void assertHeld(ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOfSatisfying(DomainException.class, refusal -> {
      assertThat(refusal.code()).isEqualTo("case-held");
      assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
      assertThat(refusal.arguments()[0]).isEqualTo(stage.officer(CHAIR).name());
    });
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
