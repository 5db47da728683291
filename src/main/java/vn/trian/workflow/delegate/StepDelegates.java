package vn.trian.workflow.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseSteps;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.shared.Label;
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

  /** Stops the clock; input parameter {@code reason} is SUPPLEMENT, OTHER_BODY or words in Vietnamese. */
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
      steps.pause(variables.caseCode(), inWords(variables.text("reason")), actors.acting());
    }
  }

  private static Label inWords(String reason) {
    return switch (reason) {
      case "SUPPLEMENT" -> new Label("chờ người nộp bổ sung giấy tờ", "waiting for the applicant's papers");
      case "OTHER_BODY" -> new Label("chờ cơ quan khác trả lời", "waiting for the answer of another body");
      default -> new Label(reason, null);
    };
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
    private final Actors actors;

    SetState(CaseSteps steps, Actors actors) {
      this.steps = steps;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseVariables variables = CaseVariables.of(execution);
      steps.enter(variables.caseCode(), CaseState.valueOf(variables.text("state")), actors.acting());
    }
  }
}
