package vn.trian.workflow;

import java.util.Set;

/**
 * Which step of a procedure a user task stands for, and which part of it.
 *
 * @param step  id of the step in the procedure's data
 * @param phase {@code prepare}, {@code check} or {@code sign}
 */
record StepPhase(String step, String phase) {

  private static final Set<String> PHASES = Set.of("prepare", "check", "sign");

  /**
   * A task of a called process that handles any step carries a phase as its id and the step as a
   * variable; every other task is a step by itself.
   */
  static StepPhase of(String taskDefinitionKey, String stepVariable) {
    return PHASES.contains(taskDefinitionKey) && stepVariable != null
        ? new StepPhase(stepVariable, taskDefinitionKey)
        : new StepPhase(taskDefinitionKey, "prepare");
  }
}
