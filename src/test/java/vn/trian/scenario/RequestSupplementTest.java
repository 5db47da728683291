package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;

/** Ways through the called process {@code requestSupplement}: the citizen has to bring something. */
@OnStage
class RequestSupplementTest extends SharedModels {

  private static final String PROCESS = "requestSupplement";
  private static final String PLACE = CONFIRM + "/receiveSupplement";

  private int openRequests(String code) {
    return database.queryForObject("select count(*) from trian.supplement_request where case_code = ?"
        + " and answered_at is null", Integer.class, code);
  }

  private String waiting() {
    String code = accepted();
    on(3, 13);
    prepare(code, CONFIRM, "SUPPLEMENT");
    return code;
  }

  @Test
  void clockStandsWhileTheCitizenHasTheNextMove() {
    String code = waiting();

    assertThat(passed(code, PROCESS)).containsExactly("supplementNeeded", "markSupplementRequested", "pauseClock",
        "joinRequest", "drawUpRequest", "receiveSupplement");
    assertThat(state(code)).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);
    assertThat(file(code).paused()).isTrue();
    assertThat(lastLine(code).kind()).isEqualTo(LedgerKind.PAUSED);
    assertThat(lastLine(code).explanation()).contains("13/03/2024", "chờ người nộp bổ sung");
    assertThat(item(code)).satisfies(item -> {
      assertThat(item.groups()).containsExactly("ONE_STOP_OFFICER-dongkinh");
      assertThat(item.waiting()).isTrue();
      assertThat(item.dueOn()).isNull();
    });
    assertThat(issued(code)).containsExactly("receipt", "supplementRequest");
    assertThat(stage.jobs(code)).as("no timer runs meanwhile").isEmpty();
  }

  @Test
  void broughtThenGoesOnWithAFullLimit() {
    String code = waiting();
    on(3, 20);
    brings(code, PLACE, "SUPPLEMENTED");

    assertThat(passed(code, PROCESS)).endsWith("receiveSupplement", "supplementResult", "resumeClock", "supplemented");
    assertThat(passed(code, "levelStep")).endsWith("requestSupplement", "supplementResult", "joinResume",
        "joinHandle", "handleAtLevel", "handlingStarted", "joinPrepare", "prepare");
    assertThat(openRequests(code)).as("answered in the same transaction").isZero();
    assertThat(state(code)).isEqualTo(CaseState.AT_COMMUNE);
    assertThat(file(code).paused()).isFalse();
    assertThat(lastLine(code).kind()).isEqualTo(LedgerKind.RESUMED);
    assertThat(item(code)).satisfies(item -> {
      assertThat(item.phase()).isEqualTo("prepare");
      assertThat(item.waiting()).isFalse();
      assertThat(item.dueOn()).isEqualTo(day(3, 27));
    });
    assertThat(file(code).dueOn()).as("27/03 + 12 days").isEqualTo(day(4, 8));
    assertThat(stage.jobs(code)).as("both timers run again").hasSize(2);

    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);
    assertThat(places(code)).containsExactly("decideRequest/prepare");
  }

  @Test
  void stillMissingAsksAgainAndTheClockGoesOnStanding() {
    String code = waiting();
    on(3, 15);
    brings(code, PLACE, "STILL_MISSING");

    assertThat(places(code)).containsExactly(PLACE);
    assertThat(passed(code, PROCESS).stream().filter("drawUpRequest"::equals)).hasSize(2);
    assertThat(issued(code)).containsExactly("receipt", "supplementRequest", "supplementRequest");
    assertThat(file(code).paused()).isTrue();
    assertThat(openRequests(code)).as("one request is open").isEqualTo(1);

    on(3, 22);
    brings(code, PLACE, "SUPPLEMENTED");
    assertThat(passed(code, PROCESS).stream().filter("resumeClock"::equals)).hasSize(1);
    assertThat(file(code).stepDueOn()).isEqualTo(day(3, 29));
    assertThat(openRequests(code)).isZero();
  }

  @Test
  void withdrawnInsteadOfBrought() {
    String code = waiting();
    on(3, 15);
    brings(code, PLACE, "WITHDRAW");

    assertThat(passed(code, PROCESS)).endsWith("receiveSupplement", "supplementResult", "drawUpStopNotice",
        "markWithdrawn", "withdrawn");
    assertThat(passed(code, "levelStep")).endsWith("requestSupplement", "supplementResult", "withdrawn");
    assertThat(passed(code, KEY)).endsWith("confirmResult", "withdrawnAtCommune");
    assertThat(issued(code)).containsExactly("receipt", "supplementRequest", "stopNotice");
    assertOver(code, CaseState.WITHDRAWN);
  }

  @Test
  void askedTwiceByTheSameLevel() {
    String code = waiting();
    on(3, 15);
    brings(code, PLACE, "SUPPLEMENTED");
    prepare(code, CONFIRM, "SUPPLEMENT");
    on(3, 25);
    brings(code, PLACE, "SUPPLEMENTED");

    assertThat(ledgerKinds(code)).endsWith(LedgerKind.PAUSED, LedgerKind.RESUMED, LedgerKind.PAUSED,
        LedgerKind.RESUMED);
    assertThat(file(code).stepDueOn()).isEqualTo(LocalDate.of(2024, 4, 1));
  }
}
