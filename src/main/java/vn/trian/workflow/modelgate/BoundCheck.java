package vn.trian.workflow.modelgate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a case can keep the engine busy by itself: by a circle in which nobody and nothing is waited for, by ways
 * that split and meet without being joined, by calls that call twice what calls twice, by loops within loops.
 */
final class BoundCheck {

  /** Elements that one run through a process passes at most, called processes included. */
  private static final long MOST_PASSED = 10_000;
  private static final Set<String> WAITING_TIMERS = Set.of("timeDuration", "timeCycle");

  private final Map<String, Diagram> diagrams;
  private final Findings findings;
  private final Map<String, XmlElement> processes = new HashMap<>();
  private final Map<String, Diagram> homes = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, Boolean> passable = new HashMap<>();
  private final Map<String, Long> passed = new HashMap<>();

  BoundCheck(Map<String, Diagram> diagrams, Findings findings) {
    this.diagrams = diagrams;
    this.findings = findings;
    diagrams.forEach((file, diagram) -> diagram.all().filter(each -> Diagram.is(each, "process")).forEach(each -> {
      processes.putIfAbsent(each.get("id"), each);
      homes.putIfAbsent(each.get("id"), diagram);
      files.putIfAbsent(each.get("id"), file);
    }));
  }

  /** To be asked of processes that do not call themselves. */
  void check() {
    diagrams.forEach((file, diagram) -> diagram.all().filter(Diagram::isScope).forEach(scope -> {
      circles(file, diagram, scope);
      splits(file, diagram, scope);
    }));
    processes.keySet().stream().filter(each -> passed(each) > MOST_PASSED).forEach(each ->
        findings.addAt(files.get(each), each, "model-too-many-calls", each, MOST_PASSED));
    repeatedWithin();
  }

  /** A circle of elements at none of which a case stays. */
  private void circles(String file, Diagram diagram, XmlElement scope) {
    Map<String, Integer> state = new HashMap<>();
    for (XmlElement start : nodes(scope)) {
      Deque<XmlElement> path = new ArrayDeque<>();
      Deque<Deque<XmlElement>> ahead = new ArrayDeque<>();
      if (state.getOrDefault(start.get("id"), 0) == 0) {
        state.put(start.get("id"), 1);
        path.push(start);
        ahead.push(new ArrayDeque<>(atOnce(diagram, scope, start)));
      }
      while (!path.isEmpty()) {
        if (ahead.peek().isEmpty()) {
          state.put(path.pop().get("id"), 2);
          ahead.pop();
          continue;
        }
        XmlElement next = ahead.peek().pop();
        int seen = state.getOrDefault(next.get("id"), 0);
        if (seen == 1) {
          findings.addAt(file, next.place(), "model-endless");
        } else if (seen == 0) {
          state.put(next.get("id"), 1);
          path.push(next);
          ahead.push(new ArrayDeque<>(atOnce(diagram, scope, next)));
        }
      }
    }
  }

  /** Where a case goes from an element in the same moment in which it came there. */
  private List<XmlElement> atOnce(Diagram diagram, XmlElement scope, XmlElement node) {
    if (stays(diagram, node)) {
      return List.of();
    }
    List<XmlElement> next = new ArrayList<>(diagram.next(node));
    for (XmlElement other : nodes(scope)) {
      boolean caught = Diagram.is(other, "boundaryEvent") && other.get("attachedToRef").equals(node.get("id"))
          && (Diagram.defines(other, "error") || Diagram.defines(other, "escalation"));
      boolean linked = Diagram.is(node, "intermediateThrowEvent") && Diagram.defines(node, "link")
          && Diagram.is(other, "intermediateCatchEvent") && Diagram.defines(other, "link");
      if (caught || linked) {
        next.add(other);
      }
    }
    return next;
  }

  /** Whether a case waits here for somebody, for the applicant or for some days. */
  private boolean stays(Diagram diagram, XmlElement node) {
    return switch (node.localName()) {
      case "userTask", "receiveTask" -> true;
      case "intermediateCatchEvent" -> !Diagram.defines(node, "link") && node.all(BpmnCheck.BPMN, "timeDate").findAny()
          .isEmpty();
      case "boundaryEvent" -> Diagram.defines(node, "message")
          || WAITING_TIMERS.stream().anyMatch(each -> node.all(BpmnCheck.BPMN, each).findAny().isPresent());
      case "callActivity" -> !isPassable(node.get("calledElement"));
      case "subProcess" -> !isPassable(diagram, node);
      default -> false;
    };
  }

  private boolean isPassable(String process) {
    if (!processes.containsKey(process)) {
      return true;
    }
    Boolean known = passable.get(process);
    if (known == null) {
      passable.put(process, true);
      known = isPassable(homes.get(process), processes.get(process));
      passable.put(process, known);
    }
    return known;
  }

  /** Whether some way leads from the beginning to an end without a stay. */
  private boolean isPassable(Diagram diagram, XmlElement scope) {
    List<XmlElement> nodes = nodes(scope);
    Deque<XmlElement> ahead = new ArrayDeque<>(nodes.stream().filter(each -> !Diagram.is(each, "boundaryEvent")
        && !Diagram.isEventSubProcess(each) && diagram.incoming(each).isEmpty()).toList());
    Set<String> seen = new HashSet<>();
    while (!ahead.isEmpty()) {
      XmlElement here = ahead.pop();
      if (seen.add(here.get("id"))) {
        if (!stays(diagram, here) && diagram.outgoing(here).isEmpty()) {
          return true;
        }
        ahead.addAll(atOnce(diagram, scope, here));
      }
    }
    return nodes.isEmpty();
  }

  /** Ways that are gone together must be joined before they meet, else all behind is gone once for each. */
  private void splits(String file, Diagram diagram, XmlElement scope) {
    for (XmlElement node : nodes(scope)) {
      List<Set<String>> ways = new ArrayList<>();
      boolean several = !Diagram.is(node, "exclusiveGateway") && !Diagram.is(node, "eventBasedGateway");
      if (several && diagram.outgoing(node).size() > 1) {
        diagram.next(node).forEach(each -> ways.add(until(diagram, each)));
      }
      nodes(scope).stream().filter(each -> Diagram.is(each, "boundaryEvent")
          && each.get("cancelActivity").equals("false") && each.get("attachedToRef").equals(node.get("id")))
          .forEach(each -> {
            if (ways.isEmpty()) {
              Set<String> own = new HashSet<>();
              diagram.next(node).forEach(next -> own.addAll(until(diagram, next)));
              ways.add(own);
            }
            ways.add(until(diagram, each));
          });
      Set<String> seen = new HashSet<>();
      if (ways.stream().anyMatch(way -> way.stream().anyMatch(each -> !seen.add(each)))) {
        findings.addAt(file, node.place(), "model-unjoined");
      }
    }
    scope.all().filter(each -> each.name().getNamespaceURI().equals(BpmnCheck.BPMN)
        && each.localName().equals("escalationEventDefinition") && (each.parent().get("cancelActivity").equals("false")
            || each.parent().get("isInterrupting").equals("false")))
        .forEach(each -> findings.addAt(file, each.parent().place(), "model-unjoined"));
  }

  /** What a way passes before it ends or is joined with others. */
  private static Set<String> until(Diagram diagram, XmlElement first) {
    Set<String> passed = new HashSet<>();
    Deque<XmlElement> ahead = new ArrayDeque<>(List.of(first));
    while (!ahead.isEmpty()) {
      XmlElement here = ahead.pop();
      boolean joins = (Diagram.is(here, "parallelGateway") || Diagram.is(here, "inclusiveGateway"))
          && diagram.incoming(here).size() > 1;
      if (!joins && !Diagram.is(here, "endEvent") && passed.add(here.get("id"))) {
        ahead.addAll(diagram.next(here));
      }
    }
    return passed;
  }

  private long passed(String process) {
    Long known = passed.get(process);
    if (known == null && processes.containsKey(process)) {
      passed.put(process, 0L);
      known = processes.get(process).all().filter(Diagram::isNode)
          .mapToLong(each -> Diagram.is(each, "callActivity") ? 1 + passed(each.get("calledElement")) : 1)
          .reduce(0, (one, other) -> Math.min(one + other, 2 * MOST_PASSED));
      passed.put(process, known);
    }
    return known == null ? 0 : known;
  }

  /** For each entry of a list is enough; for each entry of a list for each entry is a million with a thousand. */
  private void repeatedWithin() {
    Set<String> repeated = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>();
    diagrams.forEach((file, diagram) -> diagram.all().filter(BoundCheck::isRepeated).forEach(each -> {
      each.all(BpmnCheck.BPMN, "callActivity").forEach(call -> ahead.add(call.get("calledElement")));
      each.all().filter(inner -> inner != each && isRepeated(inner)).forEach(inner ->
          findings.addAt(file, inner.place(), "model-loop-in-loop"));
    }));
    while (!ahead.isEmpty()) {
      String process = ahead.pop();
      if (processes.containsKey(process) && repeated.add(process)) {
        processes.get(process).all(BpmnCheck.BPMN, "callActivity")
            .forEach(call -> ahead.add(call.get("calledElement")));
        processes.get(process).all().filter(BoundCheck::isRepeated).forEach(inner ->
            findings.addAt(files.get(process), inner.place(), "model-loop-in-loop"));
      }
    }
  }

  private static boolean isRepeated(XmlElement element) {
    return element.has(BpmnCheck.BPMN, "multiInstanceLoopCharacteristics");
  }

  private static List<XmlElement> nodes(XmlElement scope) {
    return Diagram.inside(scope).stream().filter(Diagram::isNode).toList();
  }
}
