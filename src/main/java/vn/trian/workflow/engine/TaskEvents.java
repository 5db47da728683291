package vn.trian.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** What happens to user tasks, told in the engine's own transaction. */
public interface TaskEvents {

  /** A task came; its candidates are known, nobody has it yet. */
  void created(DelegateTask task);

  /** A task has somebody from now on, or nobody any more. */
  void assigned(DelegateTask task);

  /** A task was done. */
  void completed(DelegateTask task);

  /** A task went without being done, as when its case was withdrawn. */
  void removed(DelegateTask task);
}
