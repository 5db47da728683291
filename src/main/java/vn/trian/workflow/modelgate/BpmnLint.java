package vn.trian.workflow.modelgate;

import static vn.trian.workflow.modelgate.Diagram.condition;
import static vn.trian.workflow.modelgate.Diagram.defines;
import static vn.trian.workflow.modelgate.Diagram.definesOnly;
import static vn.trian.workflow.modelgate.Diagram.definitions;
import static vn.trian.workflow.modelgate.Diagram.hasCondition;
import static vn.trian.workflow.modelgate.Diagram.inside;
import static vn.trian.workflow.modelgate.Diagram.is;
import static vn.trian.workflow.modelgate.Diagram.isActivity;
import static vn.trian.workflow.modelgate.Diagram.isEvent;
import static vn.trian.workflow.modelgate.Diagram.isEventSubProcess;
import static vn.trian.workflow.modelgate.Diagram.isGateway;
import static vn.trian.workflow.modelgate.Diagram.isNode;
import static vn.trian.workflow.modelgate.Diagram.isScope;
import static vn.trian.workflow.modelgate.Diagram.isSubProcess;
import static vn.trian.workflow.modelgate.Diagram.isTask;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The recommended rules of bpmnlint, word for word in what they find. They are written again because no JavaScript
 * engine may stand on the server's class path; a test holds them against the original. Codes are {@code lint-} and the
 * rule's name there, with a dot before what it found where it finds several things.
 */
final class BpmnLint {

  /** Rules that bpmnlint recommends as warnings. */
  private static final Set<String> WARNINGS = Set.of("fake-join", "global", "no-inclusive-gateway",
      "no-overlapping-elements", "superfluous-gateway", "superfluous-label", "superfluous-termination");

  private static final Set<String> GLOBAL = Set.of("error", "escalation", "message", "signal");

  private final String file;
  private final Diagram diagram;
  private final Findings findings;

  BpmnLint(String file, Diagram diagram, Findings findings) {
    this.file = file;
    this.diagram = diagram;
    this.findings = findings;
  }

  void check() {
    diagram.all().forEach(each -> {
      if (isScope(each)) {
        scope(each);
      }
      if (isNode(each)) {
        node(each);
      }
      if (isEvent(each)) {
        event(each);
      }
      if (isGateway(each)) {
        gateway(each);
      }
      if (is(each, "sequenceFlow")) {
        flow(each);
      }
      label(each);
    });
    flowsTwice();
    global();
    drawn();
    new LintDrawing(diagram, this::report).check();
  }

  private void scope(XmlElement scope) {
    List<XmlElement> all = inside(scope);
    List<XmlElement> starts = all.stream().filter(each -> is(each, "startEvent")).toList();
    List<XmlElement> ends = all.stream().filter(each -> is(each, "endEvent")).toList();
    if (is(scope, "adHocSubProcess")) {
      Stream.concat(starts.stream(), ends.stream()).forEach(each -> report("ad-hoc-sub-process", each));
    } else {
      report("start-event-required", scope, starts.isEmpty());
      report("end-event-required", scope, ends.isEmpty());
    }
    report("single-blank-start-event", scope,
        starts.stream().filter(each -> definitions(each).isEmpty()).count() > 1);
    if (isSubProcess(scope)) {
      boolean byEvent = isEventSubProcess(scope);
      String rule = byEvent ? "event-sub-process-typed-start-event" : "sub-process-blank-start-event";
      starts.forEach(each -> report(rule, each, definitions(each).isEmpty() == byEvent));
    }
    links(all);
    termination(all);
  }

  private void links(List<XmlElement> all) {
    Map<String, List<XmlElement>> links = all.stream().filter(each -> isEvent(each) && defines(each, "link"))
        .collect(Collectors.groupingBy(BpmnLint::linkName));
    links.forEach((name, events) -> {
      List<XmlElement> catching = events.stream().filter(BpmnLint::isCatching).toList();
      if (name.isEmpty() || events.size() == 1 || catching.isEmpty()) {
        events.forEach(each -> report("link-event", each));
      } else if (catching.size() > 1) {
        catching.forEach(each -> report("link-event", each));
      }
    });
  }

  private static String linkName(XmlElement event) {
    return definitions(event).stream().filter(each -> is(each, "linkEventDefinition")).findFirst().orElseThrow()
        .get("name");
  }

  private static boolean isCatching(XmlElement event) {
    return !is(event, "endEvent") && !is(event, "intermediateThrowEvent");
  }

  private void termination(List<XmlElement> all) {
    List<XmlElement> last = all.stream().filter(each -> isNode(each) && diagram.outgoing(each).isEmpty()).toList();
    List<XmlElement> terminating = last.stream()
        .filter(each -> is(each, "endEvent") && defines(each, "terminate")).toList();
    boolean superfluous = terminating.size() == 1 && last.stream().allMatch(each -> terminating.contains(each)
        || isEventSubProcess(each) && inside(each).stream().anyMatch(inner -> is(inner, "startEvent")
            && !inner.get("isInterrupting").equals("false")));
    terminating.forEach(each -> report("superfluous-termination", each, superfluous));
  }

  private void node(XmlElement node) {
    int in = diagram.incoming(node).size();
    List<XmlElement> out = diagram.outgoing(node);
    boolean loose = is(node.parent(), "adHocSubProcess");
    boolean compensates = node.get("isForCompensation").equals("true");
    boolean byEvent = isEventSubProcess(node);
    if (isTask(node) || isGateway(node) || isSubProcess(node) || isEvent(node)) {
      boolean linked = compensates || is(node, "boundaryEvent") && definitions(node).size() == 1
          && defines(node, "compensate");
      report("no-disconnected", node, in == 0 && out.isEmpty() && !byEvent && !loose && !linked);
    }
    boolean mayStart = byEvent || loose || compensates && isActivity(node)
        || is(node, "startEvent") || is(node, "boundaryEvent")
        || is(node, "intermediateCatchEvent") && definesOnly(node, "link");
    report("no-implicit-start", node, in == 0 && !mayStart);
    boolean mayEnd = byEvent || loose || compensates && isActivity(node) || is(node, "endEvent")
        || is(node, "intermediateThrowEvent") && definesOnly(node, "link")
        || is(node, "boundaryEvent") && definesOnly(node, "compensate") && isAssociated(node);
    report("no-implicit-end", node, out.isEmpty() && !mayEnd);
    if (!isGateway(node)) {
      report("fake-join", node, in > 1);
      report("no-implicit-split", node, out.stream()
          .filter(flow -> !hasCondition(flow) && !diagram.isDefault(node, flow)).count() > 1);
    }
    boolean conditional = diagram.find(node.get("default")) != null || out.stream().anyMatch(Diagram::hasCondition);
    out.stream().filter(flow -> conditional && !hasCondition(flow) && !diagram.isDefault(node, flow))
        .forEach(flow -> report("conditional-flows", flow));
  }

  /** A boundary event of a compensation leads to what undoes by an association instead of a flow. */
  private boolean isAssociated(XmlElement node) {
    XmlElement process = node;
    while (process.parent() != null && !is(process, "process")) {
      process = process.parent();
    }
    return process.children().stream()
        .anyMatch(each -> is(each, "association") && each.get("sourceRef").equals(node.get("id")));
  }

  private void event(XmlElement event) {
    report("single-event-definition", event, definitions(event).size() > 1);
  }

  private void gateway(XmlElement gateway) {
    int in = diagram.incoming(gateway).size();
    List<XmlElement> out = diagram.outgoing(gateway);
    report("no-complex-gateway", gateway, is(gateway, "complexGateway"));
    report("no-inclusive-gateway", gateway, is(gateway, "inclusiveGateway"));
    report("no-gateway-join-fork", gateway, in > 1 && out.size() > 1);
    report("superfluous-gateway", gateway, in == 1 && out.size() == 1);
    if (is(gateway, "eventBasedGateway")) {
      report("event-based-gateway", gateway, out.size() < 2);
      out.forEach(flow -> report("event-based-gateway.condition", flow, hasCondition(flow)));
    }
  }

  private void flow(XmlElement flow) {
    XmlElement source = diagram.find(flow.get("sourceRef"));
    boolean decided = source != null && (diagram.isDefault(source, flow)
        || (is(source, "exclusiveGateway") || is(source, "inclusiveGateway")) && diagram.outgoing(source).size() > 1);
    report("superfluous-label", flow, !flow.get("name").isBlank() && !hasCondition(flow) && !decided);
  }

  private void label(XmlElement element) {
    boolean wanted = is(element, "participant") || is(element, "lane")
        || is(element, "sequenceFlow") && hasCondition(element)
        || isNode(element) && !isSubProcess(element) && !is(element, "parallelGateway")
            && !is(element, "eventBasedGateway")
            && (!isGateway(element) || diagram.outgoing(element).size() > 1);
    report("label-required", element, wanted && element.get("name").isBlank());
  }

  private void flowsTwice() {
    Set<String> known = new HashSet<>();
    diagram.all().filter(each -> is(each, "sequenceFlow")).forEach(flow -> {
      if (!known.add(flow.get("sourceRef") + "#" + flow.get("targetRef") + "#" + condition(flow))) {
        report("no-duplicate-sequence-flows", flow);
        Stream.of("sourceRef", "targetRef").map(end -> diagram.find(flow.get(end))).filter(each -> each != null)
            .forEach(each -> report("no-duplicate-sequence-flows.end", each));
      }
    });
  }

  private void global() {
    List<XmlElement> global = diagram.root().children().stream()
        .filter(each -> GLOBAL.stream().anyMatch(type -> is(each, type))).toList();
    Set<String> used = diagram.all().flatMap(each -> GLOBAL.stream().filter(type -> !each.get(type + "Ref").isEmpty())
        .map(type -> type + " " + each.get(type + "Ref"))).collect(Collectors.toSet());
    Map<String, Long> names = global.stream().collect(Collectors.groupingBy(
        each -> each.localName() + " " + each.get("name"), Collectors.counting()));
    for (XmlElement each : global) {
      boolean named = each.attributes().keySet().stream().anyMatch(name -> name.toString().equals("name"));
      report("global.name", each, named && each.get("name").isBlank());
      report("global.unused", each, !used.contains(each.localName() + " " + each.get("id")));
      report("global.twice", each, names.get(each.localName() + " " + each.get("name")) > 1);
    }
  }

  private void drawn() {
    Set<String> drawn = diagram.root().children().stream().filter(each -> each.localName().equals("BPMNDiagram"))
        .flatMap(each -> each.children().stream()).filter(each -> each.localName().equals("BPMNPlane"))
        .flatMap(each -> each.children().stream()).map(each -> each.get("bpmnElement")).collect(Collectors.toSet());
    diagram.all().filter(BpmnLint::isToBeDrawn).forEach(each ->
        report("no-bpmndi", each, !drawn.contains(each.get("id"))));
  }

  private static boolean isToBeDrawn(XmlElement element) {
    return isNode(element) || is(element, "sequenceFlow") || is(element, "participant") || is(element, "messageFlow")
        || is(element, "lane") || is(element, "dataObjectReference") || is(element, "dataStoreReference")
        || (is(element, "group") || is(element, "association") || is(element, "textAnnotation"))
            && isScope(element.parent());
  }

  private void report(String rule, XmlElement element, boolean broken) {
    if (broken) {
      report(rule, element);
    }
  }

  private void report(String rule, XmlElement element) {
    String name = rule.indexOf('.') < 0 ? rule : rule.substring(0, rule.indexOf('.'));
    String place = element.get("id").isEmpty() ? element.place() : element.get("id");
    if (WARNINGS.contains(name)) {
      findings.warnAt(file, place, "lint-" + rule);
    } else {
      findings.addAt(file, place, "lint-" + rule);
    }
  }
}
