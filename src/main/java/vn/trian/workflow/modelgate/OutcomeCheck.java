package vn.trian.workflow.modelgate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;

/**
 * Works out for every gateway which outcomes can arrive there, by following them from the tasks that give them, through
 * called processes as well: each that can arrive needs a way on, and each that a gateway asks for must be able to
 * arrive.
 */
final class OutcomeCheck {

  private static final String OUTCOME = "outcome";
  /** Stands for a value that nobody can foresee. */
  private static final String ANYTHING = "?";

  private final Procedure procedure;
  private final DrawnProcesses processes;
  private final Findings findings;
  private final Map<String, Set<String>> known = new HashMap<>();
  /** How many elements are looked at: sub-processes within one another could make it take for ever. */
  private int patience = 200_000;

  OutcomeCheck(Procedure procedure, DrawnProcesses processes, Findings findings) {
    this.procedure = procedure;
    this.processes = processes;
    this.findings = findings;
  }

  void check() {
    outcomes(procedure.key(), null);
  }

  /** Outcomes with which a process can end; its gateways are checked on the way. */
  private Set<String> outcomes(String process, String step) {
    String key = process + " " + step;
    if (!known.containsKey(key)) {
      known.put(key, Set.of(ANYTHING));
      Diagram diagram = processes.diagram(process);
      if (diagram != null) {
        XmlElement root = diagram.all().filter(each -> Diagram.is(each, "process")).findFirst().orElseThrow();
        known.put(key, new Walk(diagram, processes.file(process), process, step).through(root, Set.of(ANYTHING)));
      }
    }
    return known.get(key);
  }

  /** One way through one process for one step. */
  private final class Walk {

    private final Diagram diagram;
    private final String file;
    private final boolean own;
    private final String step;

    Walk(Diagram diagram, String file, String process, String step) {
      this.diagram = diagram;
      this.file = file;
      this.own = process.equals(procedure.key());
      this.step = step;
    }

    /** What the outcome can be where a process or sub-process ends. */
    Set<String> through(XmlElement scope, Set<String> before) {
      Map<String, Set<String>> arriving = new HashMap<>();
      Map<String, Set<String>> leaving = new HashMap<>();
      List<XmlElement> nodes = Diagram.inside(scope).stream().filter(Diagram::isNode).toList();
      Deque<XmlElement> ahead = new ArrayDeque<>();
      for (XmlElement each : nodes) {
        // a reminder beside the work says nothing about what comes of the work
        boolean begins = Diagram.is(each, "startEvent") || Diagram.isEventSubProcess(each)
            || Diagram.is(each, "boundaryEvent") && !each.get("cancelActivity").equals("false")
            || Diagram.is(each, "intermediateCatchEvent") && Diagram.defines(each, "link");
        if (begins) {
          boolean first = Diagram.is(each, "startEvent") && Diagram.definitions(each).isEmpty();
          arriving.put(each.get("id"), new HashSet<>(first ? before : Set.of(ANYTHING)));
          ahead.add(each);
        }
      }
      while (!ahead.isEmpty()) {
        if (--patience < 0) {
          return Set.of(ANYTHING);
        }
        XmlElement here = ahead.pop();
        Set<String> after = after(here, arriving.get(here.get("id")));
        leaving.put(here.get("id"), after);
        for (XmlElement flow : diagram.outgoing(here)) {
          XmlElement next = diagram.find(flow.get("targetRef"));
          Set<String> along = along(here, flow, after);
          if (next != null && !along.isEmpty() && arriving.computeIfAbsent(next.get("id"), none -> new HashSet<>())
              .addAll(along) | !leaving.containsKey(next.get("id"))) {
            leaving.putIfAbsent(next.get("id"), Set.of());
            ahead.add(next);
          }
        }
      }
      nodes.stream().filter(each -> Diagram.is(each, "exclusiveGateway")).forEach(each ->
          gateway(each, arriving.getOrDefault(each.get("id"), Set.of())));
      return nodes.stream().filter(each -> Diagram.is(each, "endEvent"))
          .flatMap(each -> leaving.getOrDefault(each.get("id"), Set.of()).stream()).collect(Collectors.toSet());
    }

    private Set<String> after(XmlElement node, Set<String> before) {
      String set = node.children().stream().filter(each -> each.localName().equals("extensionElements"))
          .flatMap(each -> each.all(BpmnCheck.CAMUNDA, "outputParameter"))
          .filter(each -> each.get("name").equals(OUTCOME)).map(XmlElement::text).findFirst().orElse(null);
      if (set != null) {
        return Set.of(ModelExpression.isExpression(set) ? ANYTHING : set);
      }
      if (Diagram.is(node, "userTask")) {
        return given(node.get("id"));
      }
      if (Diagram.is(node, "callActivity")) {
        boolean tells = node.all(BpmnCheck.CAMUNDA, "out").anyMatch(each -> each.get("target").equals(OUTCOME));
        return tells ? outcomes(node.get("calledElement"), DrawnProcesses.step(node, step)) : before;
      }
      if (Diagram.isSubProcess(node)) {
        return through(node, Diagram.isEventSubProcess(node) ? Set.of(ANYTHING) : before);
      }
      return before;
    }

    /** What the officer at a task can choose. */
    private Set<String> given(String task) {
      Step worked = step == null ? null : procedure.steps().get(step);
      Step named = procedure.steps().get(task);
      if (task.equals("check")) {
        return Set.of("CHECKED", "SEND_BACK");
      }
      if (worked != null && (task.equals("prepare") || task.equals("sign"))) {
        Set<String> given = new HashSet<>(worked.outcomes());
        if (task.equals("sign")) {
          given.add("SEND_BACK");
        }
        return given;
      }
      return named == null || named.outcomes().isEmpty() ? Set.of(ANYTHING) : Set.copyOf(named.outcomes());
    }

    /** What can be the outcome on one of the flows out of an element. */
    private Set<String> along(XmlElement node, XmlElement flow, Set<String> after) {
      if (!Diagram.is(node, "exclusiveGateway")) {
        return after;
      }
      Set<String> here = new HashSet<>(after);
      OutcomeCondition condition = OutcomeCondition.of(flow);
      if (condition.isEmpty() || diagram.isDefault(node, flow)) {
        diagram.outgoing(node).stream().filter(other -> other != flow).map(OutcomeCondition::of)
            .filter(OutcomeCondition::asksOnly).forEach(other -> here.removeAll(other.asked()));
        return here;
      }
      Set<String> asked = condition.asked();
      if (!asked.isEmpty()) {
        return after.contains(ANYTHING) ? asked : asked.stream().filter(after::contains).collect(Collectors.toSet());
      }
      here.removeAll(condition.excluded());
      return here;
    }

    /** Each outcome that can arrive needs a way on, and each that a flow asks for has to be able to arrive. */
    private void gateway(XmlElement gateway, Set<String> arriving) {
      List<XmlElement> flows = diagram.outgoing(gateway);
      boolean asks = flows.size() > 1 && flows.stream().anyMatch(each -> !OutcomeCondition.of(each).asked().isEmpty());
      if (!asks || arriving.isEmpty() || arriving.contains(ANYTHING)) {
        return;
      }
      Set<String> left = new TreeSet<>(arriving);
      boolean open = false;
      for (XmlElement flow : flows) {
        Set<String> asked = OutcomeCondition.of(flow).asked();
        open |= asked.isEmpty() || diagram.isDefault(gateway, flow);
        for (String each : asked) {
          left.remove(each);
          if (own && !arriving.contains(each)) {
            never(flow, each, gateway, arriving);
          }
        }
      }
      if (!open && !left.isEmpty()) {
        findings.addAt(file, gateway.place(), "model-outcome-unhandled", String.join(", ", left));
      }
    }

    /** A word that nothing in the procedure says is a slip; any other only a branch that is never taken. */
    private void never(XmlElement flow, String outcome, XmlElement gateway, Set<String> arriving) {
      boolean said = procedure.outcomes().containsKey(outcome) || processes.all()
          .flatMap(each -> each.root().all(BpmnCheck.CAMUNDA, "outputParameter"))
          .anyMatch(each -> each.get("name").equals(OUTCOME) && each.text().equals(outcome));
      Object[] more = {outcome, gateway.place(), String.join(", ", new TreeSet<>(arriving))};
      if (said) {
        findings.warnAt(file, place(flow), "model-outcome-never", more);
      } else {
        findings.addAt(file, place(flow), "model-outcome-never", more);
      }
    }
  }

  private static String place(XmlElement flow) {
    return flow.get("id").isEmpty() ? flow.place() : flow.get("id");
  }
}
