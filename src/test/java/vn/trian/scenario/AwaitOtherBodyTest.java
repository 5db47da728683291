package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;
import vn.trian.procedure.Procedures;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.workflow.rehearsal.Scenario;

/** Ways through the called process {@code awaitOtherBody}: another body has the next move. */
@OnStage
class AwaitOtherBodyTest extends SharedModels {

  private static final String PROCESS = "awaitOtherBody";
  private static final String CERTIFICATE = "certificateReissue";

  @Autowired private ScenarioPlayer player;
  @Autowired private Procedures procedures;

  @Test
  void suspendedInsideTheStepThenAnswered() {
    String code = accepted();
    on(3, 13);
    prepare(code, CONFIRM, "SUSPEND");
    sign(code, CONFIRM);

    assertThat(passed(code, PROCESS)).containsExactly("answerNeeded", "sendLetter", "markSuspended", "pauseClock",
        "recordAnswer");
    assertThat(state(code)).isEqualTo(CaseState.SUSPENDED);
    assertThat(issued(code)).containsExactly("receipt", "requestOtherBodyCommune");
    assertThat(places(code)).containsExactly("confirmRequest/recordAnswer");
    assertThat(item(code)).satisfies(item -> {
      assertThat(item.groups()).as("who prepares the step waits for the answer")
          .containsExactly("COMMUNE_SOCIAL_OFFICER-dongkinh");
      assertThat(item.officeId()).isEqualTo("dongkinh");
      assertThat(item.waiting()).isTrue();
      assertThat(item.dueOn()).isNull();
    });
    assertThat(file(code).paused()).isTrue();

    on(4, 1);
    answers(code, "confirmRequest/recordAnswer");

    assertThat(passed(code, PROCESS)).endsWith("recordAnswer", "resumeClock", "answered");
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
    assertThat(places(code)).containsExactly("confirmRequest/prepare");
    assertThat(item(code).dueOn()).as("the limit begins anew").isEqualTo(day(4, 8));
    assertThat(ledgerKinds(code)).endsWith(LedgerKind.PAUSED, LedgerKind.RESUMED);
    assertThat(file(code).dueOn()).as("08/04 + 12 days is a Saturday").isEqualTo(day(4, 22));
  }

  @Test
  void everybodyReadsWhoHasToAnswer() throws Exception {
    String code = accepted();
    prepare(code, CONFIRM, "SUSPEND");

    for (String address : List.of("/cases/" + code, "/api/tasks/" + item(code).taskId() + "/frame")) {
      assertThat(fetched(address, "chutich.dongkinh")).as(address).contains("Sở Tư pháp");
    }
  }

  @Test
  void waitBetweenStepsOpensTheStepAnew() {
    String code = atDepartment();
    on(3, 13);
    prepare(code, DECIDE, "ASK_COUNCIL");
    check(code, DECIDE);
    sign(code, DECIDE);
    assertThat(state(code)).isEqualTo(CaseState.SUSPENDED);
    assertThat(places(code)).containsExactly("askCouncil/recordAnswer");
    assertThat(item(code).groups()).containsExactly("DEPT_OFFICER-so");

    on(4, 8);
    answers(code, "askCouncil/recordAnswer");

    assertThat(stage.path(code)).containsExactly("receiveFile", CONFIRM, DECIDE, "askCouncil", DECIDE);
    assertThat(state(code)).isEqualTo(CaseState.AT_DEPARTMENT);
    assertThat(file(code).stepDueOn()).as("08/04 + 12 days is a Saturday").isEqualTo(day(4, 22));
    assertThat(file(code).dueOn()).isEqualTo(day(4, 22));
    assertThat(file(code).paused()).isFalse();
  }

  @Test
  void noLimitForWhomTheLawSetsNone() {
    Scenario exchange = Folders.scenario(procedures.active(CERTIFICATE).files(), "exchangeLegible");
    String code = player.playUntil(CERTIFICATE, exchange, "recordDecision");
    assertThat(file(code).dueOn()).isNotNull();
    assertThat(item(code)).satisfies(item -> {
      assertThat(item.waiting()).isTrue();
      assertThat(item.dueOn()).isNull();
    });
  }

  @Test
  void anAnswerIsNeitherOlderThanTheRequestNorOfTomorrow() {
    String code = accepted();
    on(3, 13);
    prepare(code, CONFIRM, "SUSPEND");
    sign(code, CONFIRM);
    on(4, 1);

    assertThat(refusedAnswer(code, day(3, 12), day(4, 1))).containsExactly("letterDate");
    assertThat(refusedAnswer(code, day(3, 20), day(3, 19))).containsExactly("receivedOn");
    assertThat(refusedAnswer(code, day(4, 2), day(4, 2))).containsExactly("letterDate", "receivedOn");
    assertThat(places(code)).as("still waiting").containsExactly("confirmRequest/recordAnswer");

    answers(code, "confirmRequest/recordAnswer", day(3, 13), day(3, 13));
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
  }

  /** Fields at which the answer is refused. */
  private List<String> refusedAnswer(String code, LocalDate letterDate, LocalDate receivedOn) {
    DomainException refusal = catchThrowableOfType(DomainException.class,
        () -> answers(code, "confirmRequest/recordAnswer", letterDate, receivedOn));
    return refusal.problems().stream().map(FieldProblem::field).toList();
  }
}
