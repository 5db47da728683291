package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.Statement;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.Timeliness;
import vn.trian.document.DocumentStatus;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Act;

/** Ways through the called process {@code levelStep}: one level works on a file. */
@OnStage
class LevelStepTest extends SharedModels {

  private static final String PROCESS = "levelStep";

  @Test
  void approvedWithSignature() {
    String code = accepted();
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
    assertThat(item(code)).satisfies(item -> {
      assertThat(item.step()).isEqualTo(CONFIRM);
      assertThat(item.phase()).isEqualTo("prepare");
      assertThat(item.officeId()).isEqualTo("dongkinh");
      assertThat(item.groups()).containsExactly("COMMUNE_SOCIAL_OFFICER-dongkinh");
      assertThat(item.dueOn()).isEqualTo(day(3, 18));
      assertThat(item.waiting()).isFalse();
      assertThat(item.assignee()).isNull();
    });

    on(3, 13);
    prepare(code, CONFIRM, "APPROVE");
    assertThat(with(code, DocumentStatus.DRAFT)).containsExactly("submissionLetter");
    assertThat(item(code)).satisfies(item -> {
      assertThat(item.phase()).isEqualTo("sign");
      assertThat(item.name()).isEqualTo("Xác nhận – ký duyệt");
      assertThat(item.groups()).containsExactly("COMMUNE_CHAIR-dongkinh", "COMMUNE_VICE_CHAIR-dongkinh");
      assertThat(item.dueOn()).isEqualTo(day(3, 18));
    });

    on(3, 15);
    sign(code, CONFIRM);

    assertThat(passed(code, PROCESS).subList(0, 15)).containsExactly("stepReached", "openStep", "joinHandle",
        "handleAtLevel", "handlingStarted", "joinPrepare", "prepare", "needsSignature", "hasSecondCheck", "joinSign",
        "sign", "signResult", "handled", "stepOutcome", "closeStep");
    assertThat(passed(code, PROCESS)).doesNotContain("check", "requestSupplement", "awaitOtherBody", "warnDeadline",
        "escalateDeadline", "joinSendBack", "handledWithoutSignature");
    assertThat(issued(code)).containsExactly("receipt", "submissionLetter");
    assertThat(state(code)).isEqualTo(CaseState.AT_DEPARTMENT);
    assertThat(file(code).office()).isEqualTo("so");
    assertThat(ledgerKinds(code)).containsExactly(LedgerKind.PLANNED, LedgerKind.PLANNED, LedgerKind.STEP_OPENED,
        LedgerKind.STEP_CLOSED, LedgerKind.STEP_OPENED);
    assertThat(file(code).stepDueOn()).as("12 days from the day of arrival").isEqualTo(day(3, 27));
    assertThat(file(code).dueOn()).as("promised on the receipt, never earlier").isEqualTo(day(4, 1));
  }

  @Test
  void handedOverWithReceiptOfBoth() {
    String code = accepted();
    on(3, 13);
    prepare(code, CONFIRM, "APPROVE");
    on(3, 18);
    sign(code, CONFIRM);
    on(3, 19);
    prepare(code, DECIDE, "APPROVE");

    List<HandOver> slip = record.handOvers(code);
    assertThat(slip).hasSize(1);
    assertThat(slip.get(0).step()).isEqualTo(CONFIRM);
    assertThat(slip.get(0).fromOffice()).isEqualTo("dongkinh");
    assertThat(slip.get(0).giver()).isEqualTo("chutich.dongkinh");
    assertThat(slip.get(0).result()).isEqualTo(Timeliness.ON_TIME);
    assertThat(slip.get(0).toOffice()).isEqualTo("so");
    assertThat(slip.get(0).takenBy().vi()).isNotBlank();
    assertThat(slip.get(0).receivedAt()).isAfter(slip.get(0).handedAt());
  }

  @Test
  void lateIsWrittenOnTheSlip() {
    String code = accepted();
    on(3, 20);
    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);

    assertThat(record.handOvers(code)).extracting(HandOver::result).containsExactly(Timeliness.LATE);
  }

  @Test
  void approvedWithSecondCheck() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    assertThat(item(code).groups()).containsExactly("DEPT_HEAD-so");
    assertThat(item(code).name()).isEqualTo("Quyết định – thẩm tra");
    check(code, DECIDE);
    assertThat(item(code).groups()).containsExactly("DEPT_DEPUTY_DIRECTOR-so", "DEPT_DIRECTOR-so");
    assertThat(with(code, DocumentStatus.DRAFT)).containsExactly("sampleDecision");
    sign(code, DECIDE);

    assertThat(passed(code, PROCESS)).contains("check", "checkResult", "sign", "handled", "stepDone");
    assertThat(state(code)).isEqualTo(CaseState.DECIDED);
    assertThat(with(code, DocumentStatus.SIGNED)).as("the records clerk numbers it").containsExactly("sampleDecision");
  }

  @Test
  void rejectedTakesEffectWithTheSignature() {
    String code = accepted();
    prepare(code, CONFIRM, "REJECT");
    assertThat(state(code)).as("only proposed so far").isEqualTo(CaseState.AT_COMMUNE);
    sign(code, CONFIRM);

    assertThat(state(code)).isEqualTo(CaseState.REJECTED);
    assertThat(file(code).result()).isEqualTo("REJECTED");
    assertThat(passed(code, KEY)).contains("markRejected").doesNotContain(DECIDE);
    Statement proposal = record.statements(code).stream().filter(each -> each.outcome().equals("REJECT")).findFirst()
        .orElseThrow();
    assertThat(proposal.reasonCode()).isEqualTo("CONDITION_NOT_MET");
    assertThat(proposal.reason()).isEqualTo("Theo hồ sơ.");
    assertThat(item(code).groups()).containsExactly("COMMUNE_CLERK-dongkinh");
  }

  @Test
  void aRejectionNeedsItsReasonAndNoFinishedForm() {
    String code = accepted();
    assertThatThrownBy(() -> stage.act(code, CONFIRM + "/prepare", simple("APPROVE", null)))
        .isInstanceOf(DomainException.class).hasMessage("form-incomplete");
    assertThatThrownBy(() -> stage.act(code, CONFIRM + "/prepare", simple("REJECT", null)))
        .isInstanceOf(DomainException.class).hasMessage("form-incomplete");
    stage.act(code, CONFIRM + "/prepare",
        new Act("REJECT", "CONDITION_NOT_MET", "Không đủ giấy tờ.", null, null, Map.of(), null, false));

    assertThat(with(code, DocumentStatus.DRAFT)).containsExactly("refusalLetterCommune");
    assertThat(item(code).phase()).as("still four eyes").isEqualTo("sign");
  }

  @Test
  void returnedWithoutSignature() {
    String code = atDepartment();
    on(3, 20);
    prepare(code, DECIDE, "RETURN");

    assertThat(passed(code, PROCESS)).contains("handledWithoutSignature");
    assertThat(places(code)).containsExactly("confirmRequest/prepare");
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
    assertThat(file(code).office()).isEqualTo("dongkinh");
    assertThat(file(code).stepDueOn()).as("the limit of the commune begins anew").isEqualTo(day(3, 27));
    assertThat(file(code).dueOn()).as("and all that follows with it").isEqualTo(day(4, 8));
    assertThat(record.handOvers(code)).extracting(HandOver::step).containsExactly(CONFIRM, DECIDE);
    assertThat(stage.path(code)).containsExactly("receiveFile", CONFIRM, DECIDE, CONFIRM);
  }

  @Test
  void sentBackByTheChecker() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    sendBack(code, DECIDE + "/check");

    assertThat(passed(code, PROCESS)).contains("joinSendBack");
    assertThat(places(code)).containsExactly("decideRequest/prepare");
    assertThat(ledgerKinds(code)).as("the limit runs on").endsWith(LedgerKind.STEP_OPENED);

    prepare(code, DECIDE, "APPROVE");
    assertThat(with(code, DocumentStatus.DRAFT)).as("drawn up anew, not twice").containsExactly("sampleDecision");
    check(code, DECIDE);
    sign(code, DECIDE);
    assertThat(state(code)).isEqualTo(CaseState.DECIDED);
  }

  @Test
  void sentBackByTheSignerThenAnotherOutcome() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    check(code, DECIDE);
    sendBack(code, DECIDE + "/sign");
    assertThat(places(code)).containsExactly("decideRequest/prepare");
    prepare(code, DECIDE, "REJECT");
    assertThat(with(code, DocumentStatus.DRAFT)).as("the draft of the grant is gone").containsExactly("refusalLetter");
    check(code, DECIDE);
    sign(code, DECIDE);

    assertThat(state(code)).isEqualTo(CaseState.REJECTED);
    assertThat(passed(code, PROCESS).stream().filter("prepare"::equals)).hasSize(3);
  }

  @Test
  void ownOutcomeOfAStepLeavesIt() {
    String code = atDepartment();
    prepare(code, DECIDE, "ASK_COUNCIL");
    check(code, DECIDE);
    sign(code, DECIDE);

    assertThat(stage.path(code)).containsExactly("receiveFile", CONFIRM, DECIDE, "askCouncil");
    assertThat(passed(code, PROCESS)).contains("stepDone").doesNotContain("awaitOtherBody");
  }
}
