package vn.trian.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Service;
import vn.trian.procedure.Release;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.engine.ModelNodes;

/**
 * The diagrams of a release: its own and, for each of their call activities, the one that is called. A place is named
 * as {@link StepPhase#place} has it, "" is the procedure's own diagram. What was read once is kept.
 */
@Service
public class ProcessModels {

  private static final String CLOSES_STEP = "${closeStep}";

  private final RepositoryService repository;
  private final Map<String, Model> read = new ConcurrentHashMap<>();

  ProcessModels(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * A diagram.
   *
   * @param activities where a case can stand in it, as they are read from left to right
   */
  public record Diagram(String name, List<Activity> activities) {

    /** Activity with an id. */
    public Optional<Activity> find(String id) {
      return activities.stream().filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /**
   * A task, a wait or a call of another process.
   *
   * @param step step that a call opens and closes, so that its hand-overs are those of the activity; null for others
   * @param call key of the process that is called, null for none
   */
  public record Activity(String id, String name, String step, String call) {}

  private record Model(String definitionId, Diagram diagram, boolean closesStep) {}

  /**
   * The diagram inside of a place.
   *
   * @throws DomainException NOT_FOUND {@code place-unknown} when nothing is called there
   */
  public Diagram diagram(Release release, String place) {
    return model(release, place).diagram();
  }

  /** The drawing of {@link #diagram}. */
  public byte[] xml(Release release, String place) {
    try (InputStream xml = repository.getProcessModel(model(release, place).definitionId())) {
      return xml.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the activities of a place are called, outermost first.
   *
   * @throws DomainException NOT_FOUND {@code place-unknown}
   */
  public List<String> names(Release release, String place) {
    List<String> names = new ArrayList<>();
    Model at = own(release);
    for (String id : parts(place)) {
      Activity activity = at == null ? null : at.diagram().find(id).orElse(null);
      if (activity == null) {
        throw unknown();
      }
      names.add(activity.name());
      at = activity.call() == null ? null : model(release.deploymentId(), activity.call());
    }
    return names;
  }

  private Model model(Release release, String place) {
    Model at = own(release);
    for (String id : parts(place)) {
      String call = at.diagram().find(id).map(Activity::call).orElseThrow(ProcessModels::unknown);
      at = model(release.deploymentId(), call);
    }
    return at;
  }

  private Model own(Release release) {
    return model(release.deploymentId(), release.procedure().key());
  }

  private static List<String> parts(String place) {
    return place.isEmpty() ? List.of() : List.of(place.split("/", -1));
  }

  private static DomainException unknown() {
    return new DomainException(Kind.NOT_FOUND, "place-unknown");
  }

  private Model model(String deployment, String process) {
    String known = deployment + '/' + process;
    Model model = read.get(known);
    if (model == null) {
      model = read(deployment, process);
      read.put(known, model);
    }
    return model;
  }

  private Model read(String deployment, String process) {
    ProcessDefinition definition = repository.createProcessDefinitionQuery().deploymentId(deployment)
        .processDefinitionKey(process).singleResult();
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    boolean closesStep = model.getModelElementsByType(ServiceTask.class).stream()
        .anyMatch(task -> CLOSES_STEP.equals(task.getCamundaDelegateExpression()));
    Set<FlowNode> nodes = new LinkedHashSet<>(model.getModelElementsByType(UserTask.class));
    nodes.addAll(model.getModelElementsByType(ReceiveTask.class));
    nodes.addAll(model.getModelElementsByType(CallActivity.class));
    List<Activity> activities = nodes.stream()
        .sorted(ModelNodes.AS_DRAWN)
        .map(node -> activity(deployment, node)).collect(Collectors.toUnmodifiableList());
    return new Model(definition.getId(), new Diagram(ModelNodes.words(definition.getName()), activities), closesStep);
  }

  private Activity activity(String deployment, FlowNode node) {
    String call = node instanceof CallActivity calling ? calling.getCalledElement() : null;
    String step = call != null && model(deployment, call).closesStep() ? ModelNodes.stepOf((CallActivity) node) : null;
    return new Activity(node.getId(), ModelNodes.words(node.getName()), step, call);
  }
}
