package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import vn.trian.casefile.CaseAction;

/** The two timers of {@code levelStep}: they warn and escalate, and never stop anybody's work. */
@OnStage
class DeadlineTimersTest extends SharedModels {

  @Test
  void oneWarnsOnTheLastWorkingDayBeforeOneEscalatesAfter() {
    String code = accepted();

    assertThat(due(code)).as("limit 18/03, a Monday").containsExactlyInAnyOrder(
        LocalDateTime.of(2024, 3, 15, 0, 0), LocalDateTime.of(2024, 3, 19, 0, 0));
  }

  @Test
  void warningIsLoggedAndTheTaskStays() {
    String code = accepted();
    on(3, 15);
    stage.fire(code, "warnDue");

    assertThat(passed(code, "levelStep")).contains("warnDue", "warnDeadline", "warned").doesNotContain("escalated");
    assertThat(logged(code)).endsWith("WARN");
    assertThat(record.log(code)).last().extracting(CaseAction::actor).isEqualTo("system");
    assertThat(places(code)).containsExactly("confirmRequest/prepare");
    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);
    assertThat(places(code)).containsExactly("decideRequest/prepare");
  }

  @Test
  void escalationIsLoggedAndTheTaskStays() {
    String code = accepted();
    on(3, 19);
    stage.fire(code, "warnDue");
    stage.fire(code, "escalateDue");

    assertThat(passed(code, "levelStep")).contains("escalateDue", "escalateDeadline", "escalated");
    assertThat(logged(code)).endsWith("WARN", "ESCALATE");
    assertThat(places(code)).containsExactly("confirmRequest/prepare");
    assertThat(stage.jobs(code)).isEmpty();
  }

  @Test
  void timersEndWithTheStep() {
    String code = accepted();
    List<String> before = stage.jobs(code).stream().map(Job::getId).toList();
    prepare(code, CONFIRM, "APPROVE");
    assertThat(stage.jobs(code)).extracting(Job::getId).as("they watch check and signature too")
        .containsExactlyInAnyOrderElementsOf(before);
    sign(code, CONFIRM);

    assertThat(stage.jobs(code)).extracting(Job::getId).doesNotContainAnyElementsOf(before).hasSize(2);
    assertThat(due(code)).as("limit of the department 23/03 is a Saturday: 25/03").containsExactlyInAnyOrder(
        LocalDateTime.of(2024, 3, 22, 0, 0), LocalDateTime.of(2024, 3, 26, 0, 0));
  }

  @Test
  void timersFollowTheLimitThatBeginsAnew() {
    String code = accepted();
    on(3, 13);
    prepare(code, CONFIRM, "SUPPLEMENT");
    assertThat(stage.jobs(code)).isEmpty();
    on(3, 20);
    brings(code, CONFIRM + "/receiveSupplement", "SUPPLEMENTED");

    assertThat(due(code)).as("limit 27/03").containsExactlyInAnyOrder(
        LocalDateTime.of(2024, 3, 26, 0, 0), LocalDateTime.of(2024, 3, 28, 0, 0));
  }

  private List<LocalDateTime> due(String code) {
    return stage.jobs(code).stream()
        .map(job -> LocalDateTime.ofInstant(job.getDuedate().toInstant(), ZoneId.of("Asia/Ho_Chi_Minh"))).toList();
  }
}
