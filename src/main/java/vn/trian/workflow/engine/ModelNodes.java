package vn.trian.workflow.engine;

import java.util.Comparator;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** What our conventions read into the nodes of a model: their order on the drawing, their names, the step of a call. */
public final class ModelNodes {

  /** From left to right, then from top to bottom; what is not drawn comes last. */
  public static final Comparator<FlowNode> AS_DRAWN = Comparator.comparingDouble(ModelNodes::left)
      .thenComparingDouble(ModelNodes::top);

  private ModelNodes() {}

  /** A name as one line, whatever the modeler broke; empty for none. */
  public static String words(String name) {
    return name == null ? "" : name.replaceAll("\\s+", " ");
  }

  /** Id of the step that a call names; null when it names none, or depends on the case. */
  public static String stepOf(CallActivity call) {
    return call.getExtensionElements() == null ? null : call.getExtensionElements().getElements().stream()
        .filter(CamundaIn.class::isInstance).map(CamundaIn.class::cast)
        .filter(in -> CaseVariables.STEP.equals(in.getCamundaTarget()))
        .map(CamundaIn::getCamundaSourceExpression).filter(said -> said != null && !said.contains("{"))
        .findFirst().orElse(null);
  }

  private static double left(FlowNode node) {
    return node.getDiagramElement() instanceof BpmnShape shape ? shape.getBounds().getX() : Double.MAX_VALUE;
  }

  private static double top(FlowNode node) {
    return node.getDiagramElement() instanceof BpmnShape shape ? shape.getBounds().getY() : Double.MAX_VALUE;
  }
}
