package vn.trian.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * The processes of a case as pictures: what was passed, where it is now. Callers have checked that the case may be
 * seen; a process that is none of the case's own is not found.
 */
@Service
@Transactional(readOnly = true)
public class CaseDiagrams {

  /** Activities that only hold others; marked, they would paint over what they hold. */
  private static final Set<String> CONTAINERS = Set.of("subProcess", "multiInstanceBody", "transaction");
  /** Elements that say nothing to people who read a list. */
  private static final Set<String> UNSPOKEN = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway",
      "eventBasedGateway");

  private final HistoryService history;
  private final RepositoryService repository;

  CaseDiagrams(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /**
   * One process of a case.
   *
   * @param definitionId what {@link #xml} and {@link #state} are asked by
   * @param own          whether it is the procedure's own process and not a called one
   * @param visits       named elements in the order they were reached
   */
  public record Diagram(String definitionId, String name, boolean own, List<Visit> visits) {}

  /**
   * An element that was reached.
   *
   * @param to null while it runs
   */
  public record Visit(String name, VisitState state, Instant from, Instant to) {}

  /** What became of an element. */
  public enum VisitState {
    RUNNING,
    DONE,
    CANCELED
  }

  /** Element ids to mark; sequence flows that were taken are among those done. */
  public record State(Set<String> active, Set<String> done) {}

  /** The procedure's own process, then the called processes that run now, outermost first. */
  public List<Diagram> of(String caseCode) {
    List<HistoricProcessInstance> instances = instances(caseCode);
    List<Diagram> diagrams = new ArrayList<>();
    instances.stream().filter(CaseDiagrams::isOwn).findFirst().ifPresent(own -> diagrams.add(diagram(own)));
    instances.stream().filter(each -> !isOwn(each) && each.getEndTime() == null)
        .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
        .forEach(called -> diagrams.add(diagram(called)));
    return diagrams;
  }

  /**
   * The model of a process of the case.
   *
   * @param process id or key of its definition
   * @throws DomainException NOT_FOUND {@code diagram-unknown}
   */
  public byte[] xml(String caseCode, String process) {
    try (InputStream model = repository.getProcessModel(instance(caseCode, process).getProcessDefinitionId())) {
      return model.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the case is in a process.
   *
   * @param process id or key of its definition
   * @throws DomainException NOT_FOUND {@code diagram-unknown}
   */
  public State state(String caseCode, String process) {
    HistoricProcessInstance instance = instance(caseCode, process);
    Set<String> active = new LinkedHashSet<>();
    Set<String> done = new LinkedHashSet<>();
    List<HistoricActivityInstance> visited = visited(instance);
    for (HistoricActivityInstance each : visited) {
      if (CONTAINERS.contains(each.getActivityType())) {
        continue;
      }
      if (each.getEndTime() == null) {
        active.add(each.getActivityId());
      } else if (!each.isCanceled()) {
        done.add(each.getActivityId());
      }
    }
    done.removeAll(active);
    done.addAll(taken(instance.getProcessDefinitionId(), visited));
    return new State(active, done);
  }

  /** The process meant: the one that runs, else the newest of that definition. */
  private HistoricProcessInstance instance(String caseCode, String process) {
    List<HistoricProcessInstance> meant = instances(caseCode).stream()
        .filter(each -> each.getProcessDefinitionId().equals(process)
            || each.getProcessDefinitionKey().equals(process)).toList();
    return meant.stream().filter(each -> each.getEndTime() == null).findFirst()
        .or(() -> meant.stream().findFirst())
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "diagram-unknown"));
  }

  /** All processes of a case, newest first; called ones carry the case code as well. */
  private List<HistoricProcessInstance> instances(String caseCode) {
    return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseCode)
        .orderByProcessInstanceStartTime().desc().list();
  }

  private static boolean isOwn(HistoricProcessInstance instance) {
    return instance.getSuperProcessInstanceId() == null;
  }

  private Diagram diagram(HistoricProcessInstance instance) {
    List<Visit> visits = visited(instance).stream()
        .filter(each -> each.getActivityName() != null && !UNSPOKEN.contains(each.getActivityType())
            && !CONTAINERS.contains(each.getActivityType()))
        .map(CaseDiagrams::visit).toList();
    return new Diagram(instance.getProcessDefinitionId(), instance.getProcessDefinitionName(), isOwn(instance), visits);
  }

  private static Visit visit(HistoricActivityInstance each) {
    VisitState state = each.getEndTime() == null ? VisitState.RUNNING
        : each.isCanceled() ? VisitState.CANCELED : VisitState.DONE;
    return new Visit(each.getActivityName().replaceAll("\\s+", " "), state, at(each.getStartTime()),
        at(each.getEndTime()));
  }

  private List<HistoricActivityInstance> visited(HistoricProcessInstance instance) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
        .orderPartiallyByOccurrence().asc().list();
  }

  /**
   * The flows that were taken. History knows elements only: an element was reached from the one before it in time
   * that has a flow to it.
   */
  private Set<String> taken(String definitionId, List<HistoricActivityInstance> visited) {
    Map<String, Map<String, String>> flows = new LinkedHashMap<>();
    for (SequenceFlow flow : repository.getBpmnModelInstance(definitionId).getModelElementsByType(SequenceFlow.class)) {
      flows.computeIfAbsent(flow.getTarget().getId(), target -> new LinkedHashMap<>())
          .put(flow.getSource().getId(), flow.getId());
    }
    Set<String> taken = new LinkedHashSet<>();
    for (int to = 1; to < visited.size(); to++) {
      Map<String, String> incoming = flows.getOrDefault(visited.get(to).getActivityId(), Map.of());
      for (int from = to - 1; from >= 0; from--) {
        String flow = incoming.get(visited.get(from).getActivityId());
        if (flow != null) {
          taken.add(flow);
          break;
        }
      }
    }
    return taken;
  }

  private static Instant at(Date moment) {
    return moment == null ? null : moment.toInstant();
  }
}
