package vn.trian.workflow.delegate;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.CaseSteps;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.shared.Label;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.engine.Registered;

/** Delegates that open and close steps and stop and start the clock. */
@Configuration(proxyBeanMethods = false)
class StepDelegates {

  private final CaseSteps steps;
  private final Actors actors;

  StepDelegates(CaseSteps steps, Actors actors) {
    this.steps = steps;
    this.actors = actors;
  }

  /** Opens the step named by input parameter {@code step}. */
  @Bean
  @Registered
  JavaDelegate openStep(CaseFiles cases, Procedures procedures) {
    return execution -> {
      CaseVariables variables = CaseVariables.of(execution);
      steps.open(variables.caseCode(), variables.step(), actors.acting());
      var file = cases.get(variables.caseCode());
      var step = procedures.release(file.releaseId()).procedure().step(variables.step());
      variables.set(CaseVariables.HAS_CHECK, step.check() != null);
    };
  }

  /** Closes the running step and writes the hand-over. */
  @Bean
  @Registered
  JavaDelegate closeStep() {
    return execution -> steps.close(CaseVariables.of(execution).caseCode(), actors.acting());
  }

  /** Stops the clock; input parameter {@code reason} is SUPPLEMENT, OTHER_BODY or words in Vietnamese. */
  @Bean
  @Registered
  JavaDelegate pauseClock() {
    return execution -> {
      CaseVariables variables = CaseVariables.of(execution);
      steps.pause(variables.caseCode(), inWords(variables.text("reason")), actors.acting());
    };
  }

  private static Label inWords(String reason) {
    return switch (reason) {
      case "SUPPLEMENT" -> new Label("chờ người nộp bổ sung giấy tờ", "waiting for the applicant's papers");
      case "OTHER_BODY" -> new Label("chờ cơ quan khác trả lời", "waiting for the answer of another body");
      default -> new Label(reason, null);
    };
  }

  /** Lets the clock run again. */
  @Bean
  @Registered
  JavaDelegate resumeClock() {
    return execution -> steps.resume(CaseVariables.of(execution).caseCode(), actors.acting());
  }

  /** Puts the case into the state named by input parameter {@code state}. */
  @Bean
  @Registered
  JavaDelegate setState() {
    return execution -> {
      CaseVariables variables = CaseVariables.of(execution);
      steps.enter(variables.caseCode(), CaseState.valueOf(variables.text("state")), actors.acting());
    };
  }
}
