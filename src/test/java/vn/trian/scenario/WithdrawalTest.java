package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;
import vn.trian.shared.DomainException;

/** The applicant takes the file back, wherever it is. */
@OnStage
class WithdrawalTest extends SharedModels {

  private static final String WHY = "Người nộp không còn nhu cầu.";

  @Test
  void whileAnOfficerWorksOnIt() {
    String code = accepted();
    on(3, 13);
    stage.withdraw(code, "dongkinh", WHY);

    assertThat(passed(code, KEY)).endsWith("applicantWithdraws", "withdrawalAsked", "drawUpStopNotice",
        "markWithdrawn", "fileWithdrawn");
    assertThat(passed(code, "levelStep")).doesNotContain("stepDone");
    assertThat(issued(code)).containsExactly("receipt", "stopNotice");
    assertThat(lastLine(code).kind()).isEqualTo(LedgerKind.DECIDED);
    assertThat(logged(code)).endsWith("WITHDRAW");
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void whileADraftWaitsForItsSignature() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    check(code, DECIDE);
    stage.withdraw(code, "dongkinh", WHY);

    assertThat(issued(code)).containsExactly("receipt", "submissionLetter", "stopNotice");
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void whileTheCitizenHasTheNextMove() {
    String code = accepted();
    prepare(code, CONFIRM, "SUPPLEMENT");
    stage.withdraw(code, "dongkinh", WHY);

    assertThat(issued(code)).contains("stopNotice");
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void beforeTheDossierWasComplete() {
    String code = received("SUPPLEMENT", ticked("request"));
    stage.withdraw(code, "dongkinh", WHY);

    assertThat(issued(code)).containsExactly("supplementRequest", "stopNotice");
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void whileAnotherBodyHasTheNextMove() {
    String code = accepted();
    prepare(code, CONFIRM, "SUSPEND");
    sign(code, CONFIRM);
    stage.withdraw(code, "dongkinh", WHY);

    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void afterTheDecisionItIsTooLate() {
    String code = atDepartment();
    prepare(code, DECIDE, "APPROVE");
    check(code, DECIDE);
    sign(code, DECIDE);

    assertThatThrownBy(() -> stage.withdraw(code, "dongkinh", WHY))
        .isInstanceOfSatisfying(DomainException.class, refusal -> {
          assertThat(refusal.kind()).isEqualTo(DomainException.Kind.CONFLICT);
          assertThat(refusal.code()).isEqualTo("too-late-to-withdraw");
        });
    assertThat(state(code)).isEqualTo(CaseState.DECIDED);
  }

  @Test
  void aRefusalIsTooLateToo() {
    String code = accepted();
    prepare(code, CONFIRM, "REJECT");
    sign(code, CONFIRM);

    assertThatThrownBy(() -> stage.withdraw(code, "dongkinh", WHY)).isInstanceOf(DomainException.class)
        .hasMessage("too-late-to-withdraw");
  }

  @Test
  void onlyAtTheDeskThatTookItIn() {
    String code = accepted();

    assertThatThrownBy(() -> stage.withdraw(code, "tamthanh", WHY)).isInstanceOf(DomainException.class)
        .hasMessage("case-unknown");
    assertThatThrownBy(() -> stage.withdraw(code, "tpls", WHY)).isInstanceOf(DomainException.class)
        .hasMessage("only-own-desk");
    assertThatThrownBy(() -> stage.withdraw(code, "dongkinh", " ")).isInstanceOf(DomainException.class)
        .hasMessage("reason-missing");
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
  }
}
