package vn.trian.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Which step of a procedure a user task stands for, which part of it, and where in the diagrams.
 *
 * @param step      id of the step in the procedure's data
 * @param phase     {@code prepare}, {@code check} or {@code sign}
 * @param place     ids of the activities from the procedure's own diagram down to the task, between slashes:
 *                  {@code confirmFile/prepare}
 * @param processId process instance of the task
 */
record StepPhase(String step, String phase, String place, String processId) {

  private static final Set<String> PHASES = Set.of("prepare", "check", "sign");

  /**
   * A task of a called process that handles any step carries a phase as its id and the step as a
   * variable; every other task is a step by itself.
   *
   * @param step the variable; null outside of a called process
   */
  static StepPhase of(DelegateTask task, String step) {
    return of(task.getTaskDefinitionKey(), step, place(task), task.getProcessInstanceId());
  }

  /** As {@link #of(DelegateTask, String)}, for a task with this id at a place. */
  static StepPhase of(String id, String step, String place, String processId) {
    boolean isPhase = PHASES.contains(id) && step != null;
    return new StepPhase(isPhase ? step : id, isPhase ? id : "prepare", place, processId);
  }

  private static String place(DelegateTask task) {
    String place = task.getTaskDefinitionKey();
    DelegateExecution caller = callerOf(task.getExecution());
    while (caller != null) {
      place = caller.getCurrentActivityId() + "/" + place;
      caller = callerOf(caller);
    }
    return place;
  }

  private static DelegateExecution callerOf(DelegateExecution execution) {
    return execution.getProcessInstance().getSuperExecution();
  }
}
