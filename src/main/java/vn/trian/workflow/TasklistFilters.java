package vn.trian.workflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.shared.Label;
import vn.trian.workflow.gate.TaskScope;

/** What Tasklist shows that is data of the engine: its ready-made lists and the procedures to start. */
@Service
public class TasklistFilters {

  private final FilterService filters;
  private final RepositoryService repository;
  private final Procedures procedures;

  TasklistFilters(FilterService filters, RepositoryService repository, Procedures procedures) {
    this.filters = filters;
    this.repository = repository;
    this.procedures = procedures;
  }

  /** The ready-made lists that pages lead to. */
  public enum Ready {
    QUEUE(TaskScope.QUEUE),
    MINE(TaskScope.MINE),
    DUE_SOON(TaskScope.DUE_SOON),
    LATE(TaskScope.LATE),
    WAITING(TaskScope.WAITING);

    private final TaskScope scope;

    Ready(TaskScope scope) {
      this.scope = scope;
    }
  }

  /**
   * Address of every list; Tasklist itself for a list that an administrator renamed or removed.
   *
   * @param tasklist address of Tasklist
   */
  @Transactional(readOnly = true)
  public Map<Ready, String> addresses(String tasklist) {
    Map<String, String> ids = new HashMap<>();
    filters.createFilterQuery().unlimitedList().forEach(filter -> ids.put(filter.getName(), filter.getId()));
    Map<Ready, String> addresses = new EnumMap<>(Ready.class);
    for (Ready ready : Ready.values()) {
      String id = ids.get(ready.scope.label().vi());
      addresses.put(ready, id == null ? tasklist : tasklist + "#/?filter=" + id);
    }
    return addresses;
  }

  /** Names and descriptions of the ready-made lists, of which the engine knows the Vietnamese ones. */
  public List<Label> listNames() {
    List<Label> names = new ArrayList<>();
    for (TaskScope scope : TaskScope.values()) {
      names.add(scope.label());
      names.add(scope.description());
    }
    return names;
  }

  /** Names of the procedures at work: in Vietnamese as the diagram calls them, in English as the procedure does. */
  @Transactional(readOnly = true)
  public List<Label> processNames() {
    List<Label> names = new ArrayList<>();
    procedures.active().forEach(release -> {
      Procedure procedure = release.procedure();
      // after a return the engine's latest version is that of a release that is not at work
      ProcessDefinition diagram = repository.createProcessDefinitionQuery().deploymentId(release.deploymentId())
          .processDefinitionKey(procedure.key()).singleResult();
      if (diagram != null && diagram.getName() != null) {
        names.add(new Label(diagram.getName(), procedure.name().en()));
      }
    });
    return names;
  }
}
