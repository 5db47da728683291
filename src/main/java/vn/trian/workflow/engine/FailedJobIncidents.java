package vn.trian.workflow.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells of the incidents that the engine keeps for jobs of cases. What went wrong stays with the engine. */
@Component
class FailedJobIncidents extends DefaultIncidentHandler {

  private final ObjectProvider<JobEvents> events;

  FailedJobIncidents(ObjectProvider<JobEvents> events) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.events = events;
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    Incident incident = super.handleIncident(context, message);
    ExecutionEntity execution = context.getExecutionId() == null ? null
        : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
    if (execution != null && execution.getProcessBusinessKey() != null) {
      events.getObject().failed(context.getConfiguration(), execution.getProcessBusinessKey(),
          execution.getProcessInstanceId(), nameOf(context, execution));
    }
    return incident;
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    List<Incident> known = Context.getCommandContext().getIncidentManager()
        .findIncidentByConfiguration(context.getConfiguration());
    if (!known.isEmpty()) {
      super.removeIncident(context, resolved);
      events.getObject().over(context.getConfiguration());
    }
  }

  private static String nameOf(IncidentContext context, ExecutionEntity execution) {
    String id = Objects.requireNonNullElse(context.getFailedActivityId(), context.getActivityId());
    ActivityImpl activity = execution.getProcessDefinition().findActivity(id);
    return activity == null ? id : Objects.toString(activity.getProperty("name"), id);
  }
}
