package vn.trian.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts our listener on every user task of every model, so that no model can forget it. */
@Component
class TaskParseListener extends AbstractBpmnParseListener {

  private final ObjectProvider<TaskEvents> events;

  TaskParseListener(ObjectProvider<TaskEvents> events) {
    this.events = events;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    TaskListener listener = task -> {
      TaskEvents target = events.getObject();
      switch (task.getEventName()) {
        case TaskListener.EVENTNAME_CREATE -> target.created(task);
        case TaskListener.EVENTNAME_ASSIGNMENT -> target.assigned(task);
        case TaskListener.EVENTNAME_COMPLETE -> target.completed(task);
        case TaskListener.EVENTNAME_DELETE -> target.removed(task);
        default -> { }
      }
    };
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listener);
  }
}
