package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A diagram as the rules about its shape see it. What comes in and goes out is told by the flows themselves, as the
 * engine does, not by the lists that a drawing program keeps beside them.
 */
final class Diagram {

  private static final Set<String> TASKS = Set.of("task", "userTask", "serviceTask", "sendTask", "receiveTask",
      "manualTask", "scriptTask", "businessRuleTask");
  private static final Set<String> SUB_PROCESSES = Set.of("subProcess", "transaction", "adHocSubProcess");
  private static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
      "intermediateThrowEvent", "boundaryEvent");
  private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway",
      "complexGateway", "eventBasedGateway");

  private final XmlElement root;
  private final Map<String, XmlElement> byId = new HashMap<>();
  private final Map<String, List<XmlElement>> incoming = new HashMap<>();
  private final Map<String, List<XmlElement>> outgoing = new HashMap<>();

  Diagram(XmlElement root) {
    this.root = root;
    root.all().filter(each -> isBpmn(each) && !each.get("id").isEmpty())
        .forEach(each -> byId.putIfAbsent(each.get("id"), each));
    root.all(BpmnCheck.BPMN, "sequenceFlow").forEach(flow -> {
      outgoing.computeIfAbsent(flow.get("sourceRef"), none -> new ArrayList<>()).add(flow);
      incoming.computeIfAbsent(flow.get("targetRef"), none -> new ArrayList<>()).add(flow);
    });
  }

  XmlElement root() {
    return root;
  }

  /** Null for an id that the diagram does not have. */
  XmlElement find(String id) {
    return byId.get(id);
  }

  /** All elements of BPMN itself: no drawing, no extensions. */
  Stream<XmlElement> all() {
    return root.all().filter(Diagram::isBpmn);
  }

  List<XmlElement> incoming(XmlElement node) {
    return incoming.getOrDefault(node.get("id"), List.of());
  }

  List<XmlElement> outgoing(XmlElement node) {
    return outgoing.getOrDefault(node.get("id"), List.of());
  }

  /** Elements behind an element, by its flows. */
  List<XmlElement> next(XmlElement node) {
    return outgoing(node).stream().map(flow -> byId.get(flow.get("targetRef"))).filter(each -> each != null).toList();
  }

  boolean isDefault(XmlElement node, XmlElement flow) {
    return !flow.get("id").isEmpty() && node.get("default").equals(flow.get("id"));
  }

  /** What a process or sub-process holds itself: events, activities, gateways and flows. */
  static List<XmlElement> inside(XmlElement scope) {
    return scope.children().stream().filter(each -> isNode(each) || is(each, "sequenceFlow")
        || isBpmn(each) && each.localName().startsWith("data") && !each.localName().contains("Association")).toList();
  }

  static List<XmlElement> definitions(XmlElement event) {
    return event.children().stream()
        .filter(each -> isBpmn(each) && each.localName().endsWith("EventDefinition")).toList();
  }

  static boolean defines(XmlElement event, String kind) {
    return event.has(BpmnCheck.BPMN, kind + "EventDefinition");
  }

  static boolean definesOnly(XmlElement event, String kind) {
    List<XmlElement> all = definitions(event);
    return !all.isEmpty() && all.stream().allMatch(each -> is(each, kind + "EventDefinition"));
  }

  static boolean hasCondition(XmlElement flow) {
    return flow.has(BpmnCheck.BPMN, "conditionExpression");
  }

  static String condition(XmlElement flow) {
    return flow.children().stream().filter(each -> is(each, "conditionExpression")).map(XmlElement::text).findFirst()
        .orElse("");
  }

  static boolean is(XmlElement element, String type) {
    return element.localName().equals(type) && isBpmn(element);
  }

  static boolean isTask(XmlElement element) {
    return isBpmn(element) && TASKS.contains(element.localName());
  }

  static boolean isSubProcess(XmlElement element) {
    return isBpmn(element) && SUB_PROCESSES.contains(element.localName());
  }

  static boolean isEventSubProcess(XmlElement element) {
    return isSubProcess(element) && element.get("triggeredByEvent").equals("true");
  }

  static boolean isActivity(XmlElement element) {
    return isTask(element) || isSubProcess(element) || is(element, "callActivity");
  }

  static boolean isEvent(XmlElement element) {
    return isBpmn(element) && EVENTS.contains(element.localName());
  }

  static boolean isGateway(XmlElement element) {
    return isBpmn(element) && GATEWAYS.contains(element.localName());
  }

  static boolean isNode(XmlElement element) {
    return isActivity(element) || isEvent(element) || isGateway(element);
  }

  static boolean isScope(XmlElement element) {
    return is(element, "process") || isSubProcess(element);
  }

  static boolean isBpmn(XmlElement element) {
    return element.name().getNamespaceURI().equals(BpmnCheck.BPMN);
  }

  /** Ids of all elements that flows lead to from the given ones, those included. */
  Set<String> reached(List<XmlElement> from) {
    Set<String> reached = new HashSet<>();
    List<XmlElement> ahead = new ArrayList<>(from);
    while (!ahead.isEmpty()) {
      XmlElement here = ahead.remove(ahead.size() - 1);
      if (reached.add(here.get("id"))) {
        ahead.addAll(next(here));
      }
    }
    return reached;
  }
}
