package vn.trian.workflow.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import vn.trian.procedure.Release;
import vn.trian.workflow.engine.ModelNodes;

/** The processes of releases as a move needs them: where cases can stand in them, and what calls what. */
@Component
public class Outlines {

  /** See {@code DeadlineExpressions}. */
  private static final String STEP_ENDS = "${deadline.escalateAt(execution)}";

  private final RepositoryService repository;
  private final Map<String, Outline> read = new ConcurrentHashMap<>();

  Outlines(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * The processes of one release.
   *
   * @param processes by key; the procedure's own first, then those that it calls, and what these call
   */
  public record Outline(String deploymentId, Map<String, ProcessOutline> processes) {

    /** A process by key. */
    public Optional<ProcessOutline> process(String key) {
      return Optional.ofNullable(processes.get(key));
    }
  }

  /**
   * One process.
   *
   * @param nodes    where a case can stand or what can hold it, by id, from left to right
   * @param stepEnds ids of the timers that go off when the limit of the running step is over
   */
  public record ProcessOutline(String key, String definitionId, String name, Map<String, Node> nodes,
      Set<String> stepEnds) {

    /** An element by id; empty where no case can stand. */
    public Optional<Node> node(String id) {
      return Optional.ofNullable(nodes.get(id));
    }

    /** What an element is called; its id where it has no name. */
    public String nameOf(String id) {
      return node(id).map(Node::name).filter(name -> !name.isEmpty()).orElse(id);
    }
  }

  /**
   * An element.
   *
   * @param kind  what continues only in its like: {@code userTask}, {@code boundaryEvent.timer} and so on
   * @param calls key of the process that is called, null for none
   * @param step  step that a call is told to handle, null when it is told none, or the caller's own
   */
  public record Node(String id, String name, String kind, String calls, String step) {

    /** What the kind is in BPMN, without the kind of event. */
    public String element() {
      return kind.contains(".") ? kind.substring(0, kind.indexOf('.')) : kind;
    }
  }

  /** The processes of a release; read once, as a release never changes. */
  public Outline of(Release release) {
    Outline known = read.get(release.id());
    if (known == null) {
      known = read(release);
      read.put(release.id(), known);
    }
    return known;
  }

  /** The drawing of a process. */
  byte[] drawing(ProcessOutline process) {
    try (InputStream xml = repository.getProcessModel(process.definitionId())) {
      return xml.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outline read(Release release) {
    Map<String, ProcessDefinition> definitions = new LinkedHashMap<>();
    repository.createProcessDefinitionQuery().deploymentId(release.deploymentId()).list()
        .forEach(each -> definitions.put(each.getKey(), each));
    Map<String, ProcessOutline> processes = new LinkedHashMap<>();
    List<String> next = new ArrayList<>(List.of(release.procedure().key()));
    while (!next.isEmpty()) {
      ProcessDefinition definition = definitions.get(next.remove(0));
      if (definition != null && !processes.containsKey(definition.getKey())) {
        ProcessOutline outline = read(definition);
        processes.put(definition.getKey(), outline);
        outline.nodes().values().stream().map(Node::calls).filter(called -> called != null).forEach(next::add);
      }
    }
    return new Outline(release.deploymentId(), processes);
  }

  private ProcessOutline read(ProcessDefinition definition) {
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    Set<FlowNode> resting = new LinkedHashSet<>();
    Process process = model.getModelElementById(definition.getKey());
    collect(process.getFlowElements(), resting);
    Map<String, Node> nodes = new LinkedHashMap<>();
    resting.stream().sorted(ModelNodes.AS_DRAWN)
        .map(Outlines::node).forEach(node -> nodes.put(node.id(), node));
    Set<String> stepEnds = model.getModelElementsByType(TimeDate.class).stream()
        .filter(date -> STEP_ENDS.equals(date.getTextContent().strip()))
        .map(date -> date.getParentElement().getParentElement())
        .filter(FlowNode.class::isInstance).map(node -> ((FlowNode) node).getId()).collect(Collectors.toSet());
    return new ProcessOutline(definition.getKey(), definition.getId(), ModelNodes.words(definition.getName()), nodes,
        stepEnds);
  }

  private static void collect(Collection<?> elements, Set<FlowNode> resting) {
    for (Object element : elements) {
      if (element instanceof FlowNode node && rests(node)) {
        resting.add(node);
      }
      if (element instanceof SubProcess inner) {
        collect(inner.getFlowElements(), resting);
      }
    }
  }

  private static boolean rests(FlowNode node) {
    return node instanceof UserTask || node instanceof CallActivity || node instanceof ReceiveTask
        || node instanceof SubProcess || node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent
        || node instanceof EventBasedGateway || node instanceof ParallelGateway || node instanceof InclusiveGateway
        || node instanceof StartEvent start && start.getParentElement() instanceof SubProcess inner
            && inner.triggeredByEvent()
        || node instanceof Activity && (node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter());
  }

  private static Node node(FlowNode node) {
    String kind = node.getElementType().getTypeName();
    if (node instanceof CatchEvent event) {
      kind += event.getEventDefinitions().stream().findFirst().map(Outlines::eventKind).orElse("");
    } else if (node instanceof SubProcess inner && inner.triggeredByEvent()) {
      kind += ".event";
    }
    String name = ModelNodes.words(node.getName());
    return node instanceof CallActivity call
        ? new Node(node.getId(), name, kind, call.getCalledElement(), ModelNodes.stepOf(call))
        : new Node(node.getId(), name, kind, null, null);
  }

  private static String eventKind(EventDefinition definition) {
    return "." + definition.getElementType().getTypeName().replace("EventDefinition", "");
  }
}
