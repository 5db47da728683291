package vn.trian.workflow.delegate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseSteps;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.engine.Registered;

/** Delegates that open and close steps and stop and start the clock. */
final class StepDelegates {

  private StepDelegates() {}

  /** Opens the step named by input parameter {@code step}. */
  @Component("openStep")
  @Registered
  static class OpenStep implements JavaDelegate {

    private final CaseSteps steps;
    private final CaseFiles cases;
    private final Procedures procedures;
    private final Actors actors;

    OpenStep(CaseSteps steps, CaseFiles cases, Procedures procedures, Actors actors) {
      this.steps = steps;
      this.cases = cases;
      this.procedures = procedures;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseVariables variables = CaseVariables.of(execution);
      steps.open(variables.caseCode(), variables.step(), actors.acting());
      var file = cases.get(variables.caseCode());
      var step = procedures.release(file.releaseId()).procedure().step(variables.step());
      variables.set("hasCheck", step.check() != null);
    }
  }

  /** Closes the running step and writes the hand-over. */
  @Component("closeStep")
  @Registered
  static class CloseStep implements JavaDelegate {

    private final CaseSteps steps;
    private final Actors actors;

    CloseStep(CaseSteps steps, Actors actors) {
      this.steps = steps;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      steps.close(CaseVariables.of(execution).caseCode(), actors.acting());
    }
  }

  /** Stops the clock; input parameter {@code reason} is a sentence. */
  @Component("pauseClock")
  @Registered
  static class PauseClock implements JavaDelegate {

    private final CaseSteps steps;
    private final Actors actors;

    PauseClock(CaseSteps steps, Actors actors) {
      this.steps = steps;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseVariables variables = CaseVariables.of(execution);
      steps.pause(variables.caseCode(), variables.text("reason"), actors.acting());
    }
  }

  /** Lets the clock run again. */
  @Component("resumeClock")
  @Registered
  static class ResumeClock implements JavaDelegate {

    private final CaseSteps steps;
    private final Actors actors;

    ResumeClock(CaseSteps steps, Actors actors) {
      this.steps = steps;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      steps.resume(CaseVariables.of(execution).caseCode(), actors.acting());
    }
  }

  /** Puts the case into the state named by input parameter {@code state}. */
  @Component("setState")
  @Registered
  static class SetState implements JavaDelegate {

    private final CaseSteps steps;

    SetState(CaseSteps steps) {
      this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseVariables variables = CaseVariables.of(execution);
      steps.enter(variables.caseCode(), CaseState.valueOf(variables.text("state")));
    }
  }

  /** When the timers of a step fire. */
  @Component("deadline")
  @Registered
  static class DeadlineExpressions {

    /** Steps without a limit get their timers here; nobody will see that day. */
    private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

    private final CaseFiles cases;
    private final CaseDeadlines deadlines;
    private final Clock clock;

    DeadlineExpressions(CaseFiles cases, CaseDeadlines deadlines, Clock clock) {
      this.cases = cases;
      this.deadlines = deadlines;
      this.clock = clock;
    }

    /** Begin of the last working day before the due day. */
    public java.util.Date warnAt(DelegateExecution execution) {
      LocalDate due = due(execution);
      return at(due.equals(NEVER) ? NEVER : deadlines.warnOn(due));
    }

    /** The moment the due day is over. */
    public java.util.Date escalateAt(DelegateExecution execution) {
      LocalDate due = due(execution);
      return at(due.equals(NEVER) ? NEVER : due.plusDays(1));
    }

    /** End of the due day as the task shows it; null when the step has no limit. */
    public java.util.Date dueAt(DelegateExecution execution) {
      LocalDate due = due(execution);
      return due.equals(NEVER) ? null
          : java.util.Date.from(due.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1));
    }

    private LocalDate due(DelegateExecution execution) {
      LocalDate due = cases.get(CaseVariables.of(execution).caseCode()).stepDueOn();
      return due == null ? NEVER : due;
    }

    private java.util.Date at(LocalDate day) {
      ZonedDateTime start = day.atStartOfDay(clock.getZone());
      return java.util.Date.from(start.toInstant());
    }
  }
}
