package vn.trian.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** What happens to user tasks, told in the engine's own transaction. */
public interface TaskEvents {

  void created(DelegateTask task);

  void assigned(DelegateTask task);

  void completed(DelegateTask task);

  void removed(DelegateTask task);
}
