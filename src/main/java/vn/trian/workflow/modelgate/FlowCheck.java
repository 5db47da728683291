package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trian.organization.Role;

/** Whether a case gets through a diagram: no element out of reach, none without a way on, nobody who does not exist. */
final class FlowCheck {

  /** What the application sends; a model that waits for another message waits for ever. */
  private static final Set<String> MESSAGES = Set.of("applicantWithdrew");
  private static final Set<String> PHASES = Set.of("prepare", "check", "sign", "stampDocument");
  private static final Pattern GROUP = Pattern.compile("route\\.(group|stepGroup)\\(\\s*execution\\s*,\\s*'([^']*)'");

  private final String file;
  private final Diagram diagram;
  private final Findings findings;

  FlowCheck(String file, Diagram diagram, Findings findings) {
    this.file = file;
    this.diagram = diagram;
    this.findings = findings;
  }

  void check() {
    diagram.all().forEach(each -> {
      if (Diagram.isScope(each)) {
        scope(each);
      }
      if (Diagram.is(each, "userTask")) {
        task(each);
      }
      if (Diagram.is(each, "process")) {
        lanes(each);
      }
      message(each);
    });
  }

  private void scope(XmlElement scope) {
    List<XmlElement> nodes = Diagram.inside(scope).stream().filter(Diagram::isNode).toList();
    Set<String> reached = diagram.reached(nodes.stream().filter(each -> Diagram.is(each, "startEvent")
        || Diagram.isEventSubProcess(each)).toList());
    Set<String> before;
    do {
      before = Set.copyOf(reached);
      List<XmlElement> aside = nodes.stream().filter(each -> Diagram.is(each, "boundaryEvent")
          && reached.contains(each.get("attachedToRef")) || isEntered(each, nodes, reached)).toList();
      reached.addAll(diagram.reached(aside));
    } while (!before.equals(reached));
    Map<String, List<XmlElement>> back = new HashMap<>();
    nodes.forEach(each -> diagram.next(each).forEach(next ->
        back.computeIfAbsent(next.get("id"), none -> new ArrayList<>()).add(each)));
    Set<String> ending = new HashSet<>();
    List<XmlElement> ahead = new ArrayList<>(nodes.stream().filter(FlowCheck::isEnd).toList());
    while (!ahead.isEmpty()) {
      XmlElement here = ahead.remove(ahead.size() - 1);
      if (ending.add(here.get("id"))) {
        ahead.addAll(back.getOrDefault(here.get("id"), List.of()));
      }
    }
    for (XmlElement each : nodes) {
      String id = each.get("id");
      if (!reached.contains(id)) {
        findings.addAt(file, id.isEmpty() ? each.place() : id, "model-unreachable");
      } else if (!ending.contains(id)) {
        findings.addAt(file, id.isEmpty() ? each.place() : id, "model-dead-end");
      }
    }
  }

  /** A link is jumped to from what throws it. */
  private static boolean isEntered(XmlElement node, List<XmlElement> nodes, Set<String> reached) {
    return Diagram.is(node, "intermediateCatchEvent") && Diagram.defines(node, "link") && nodes.stream().anyMatch(
        each -> Diagram.is(each, "intermediateThrowEvent") && Diagram.defines(each, "link")
            && reached.contains(each.get("id")) && link(each).equals(link(node)));
  }

  private static String link(XmlElement event) {
    return Diagram.definitions(event).get(0).get("name");
  }

  private static boolean isEnd(XmlElement node) {
    return Diagram.is(node, "endEvent") || Diagram.isEventSubProcess(node)
        || Diagram.is(node, "intermediateThrowEvent") && Diagram.defines(node, "link");
  }

  private void task(XmlElement task) {
    if (task.get(BpmnCheck.CAMUNDA, "formKey").isEmpty()) {
      findings.addAt(file, task.place(), "model-task-form", Values.FRAME);
    }
    String groups = task.get(BpmnCheck.CAMUNDA, "candidateGroups");
    if (groups.isEmpty()) {
      findings.addAt(file, task.place(), "model-task-nobody");
    }
    Matcher group = GROUP.matcher(groups);
    while (group.find()) {
      boolean known = group.group(1).equals("group") ? isRole(group.group(2)) : PHASES.contains(group.group(2));
      if (!known) {
        findings.addAt(file, task.place(), "model-role", group.group(2));
      }
    }
  }

  /** True for roles that do case work. */
  static boolean isRole(String name) {
    try {
      return Role.valueOf(name).level() != null;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private void lanes(XmlElement process) {
    List<XmlElement> references = process.all(BpmnCheck.BPMN, "flowNodeRef").toList();
    Set<String> placed = references.stream().map(XmlElement::text).collect(Collectors.toSet());
    for (XmlElement each : references) {
      XmlElement node = diagram.find(each.text());
      if (node == null || !Diagram.isNode(node)) {
        findings.addAt(file, each.parent().place(), "model-lane-unknown", each.text());
      }
    }
    if (!references.isEmpty()) {
      Diagram.inside(process).stream().filter(each -> Diagram.isNode(each) && !placed.contains(each.get("id")))
          .forEach(each -> findings.warnAt(file, each.place(), "model-lane-none"));
    }
  }

  private void message(XmlElement element) {
    boolean waits = Diagram.is(element, "receiveTask")
        || Diagram.is(element, "messageEventDefinition") && !element.parent().localName().contains("hrow")
            && !Diagram.is(element.parent(), "endEvent");
    if (waits) {
      XmlElement message = diagram.find(element.get("messageRef"));
      String name = message == null || !Diagram.is(message, "message") ? "" : message.get("name");
      if (!MESSAGES.contains(name)) {
        findings.addAt(file, element.parent() == null || Diagram.is(element, "receiveTask") ? element.place()
            : element.parent().place(), "model-message", name, String.join(", ", MESSAGES));
      }
    }
  }
}
