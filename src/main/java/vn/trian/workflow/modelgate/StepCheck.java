package vn.trian.workflow.modelgate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.Step;
import vn.trian.shared.Level;

/**
 * Holds the diagrams against what {@code procedure.yaml} says of the steps. For every gateway it works out which
 * outcomes can arrive there, by following them from the tasks that give them, through called processes as well: each
 * that can arrive needs a way on, and each that a gateway asks for must be able to arrive.
 */
final class StepCheck {

  private static final String OUTCOME = "outcome";
  private static final String STEP = "step";
  /** Stands for a value that nobody can foresee. */
  private static final String ANYTHING = "?";
  private static final Pattern ASKS = Pattern.compile("outcome\\s*(?:==|\\beq\\b)\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern EXCEPT = Pattern.compile("outcome\\s*(?:!=|\\bne\\b)\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern ASKS_ONLY = Pattern.compile("[$#]\\{\\s*" + ASKS.pattern() + "(?:\\s*(?:\\|\\||or)\\s*"
      + ASKS.pattern() + ")*\\s*}");

  /** How lanes are called. */
  private static final Map<Level, String> LANES = Map.of(Level.COMMUNE, "Cấp xã", Level.DIVISION, "Cấp huyện",
      Level.DEPARTMENT, "Cấp tỉnh");

  private final Procedure procedure;
  private final Map<String, Diagram> diagrams = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Findings findings;
  private final Map<String, Set<String>> known = new HashMap<>();
  /** How many elements are looked at: sub-processes within one another could make it take for ever. */
  private int patience = 200_000;

  StepCheck(Procedure procedure, Map<String, Diagram> byFile, Findings findings) {
    this.procedure = procedure;
    this.findings = findings;
    byFile.forEach((file, diagram) -> diagram.all().filter(each -> Diagram.is(each, "process")).forEach(each -> {
      diagrams.put(each.get("id"), diagram);
      files.put(each.get("id"), file);
    }));
  }

  void check() {
    people();
    steps();
    outcomes(procedure.key(), null);
  }

  private void people() {
    procedure.steps().forEach((id, step) -> {
      for (String phase : List.of("prepare", "check", "sign")) {
        Step.Part part = step.part(phase);
        if (part != null && !FlowCheck.isRole(part.role())) {
          findings.addAt(home(id), "steps." + id + "." + phase + ".role", "model-role", part.role());
        }
      }
      if (step.outcomes().isEmpty()) {
        findings.addAt(home(id), "steps." + id, "model-step-outcomes");
      }
      if (step.prepare().form() == null) {
        findings.warnAt(home(id), "steps." + id, "model-step-form");
      }
    });
    procedure.documents().forEach((id, document) -> {
      if (document.signerRole() != null && !FlowCheck.isRole(document.signerRole())) {
        findings.addAt(ProcedureReader.PROCEDURE, "documents." + id + ".signerRole", "model-role",
            document.signerRole());
      }
    });
  }

  private String home(String step) {
    return diagrams.get(procedure.key()) != null && stepsOfTheDiagram().containsKey(step)
        ? ProcedureReader.PROCEDURE : ProcedureReader.COMMON;
  }

  /** Steps that the procedure's own diagram leads to, by the element that does. */
  private Map<String, XmlElement> stepsOfTheDiagram() {
    Map<String, XmlElement> steps = new HashMap<>();
    Diagram own = diagrams.get(procedure.key());
    own.all().forEach(each -> {
      if (Diagram.is(each, "userTask")) {
        steps.putIfAbsent(each.get("id"), each);
      } else if (Diagram.is(each, "callActivity") && step(each, null) != null) {
        steps.putIfAbsent(step(each, null), each);
      }
    });
    return steps;
  }

  private void steps() {
    String file = files.get(procedure.key());
    stepsOfTheDiagram().forEach((id, element) -> {
      Step step = procedure.steps().get(id);
      if (step == null) {
        findings.addAt(file, element.place(), "model-step-unknown", id);
        return;
      }
      if (step.limits().isEmpty() && step.waitsFor() == null) {
        findings.warnAt(file, element.place(), "model-step-limit", id);
      }
      String lane = lane(element);
      if (LANES.containsValue(lane) && !lane.equals(LANES.get(step.level()))) {
        findings.warnAt(file, element.place(), "model-lane-level", LANES.get(step.level()), lane);
      }
    });
    procedure.steps().keySet().stream().filter(id -> procedure.route() != null && procedure.route().items().stream()
        .anyMatch(item -> id.equals(item.step())) && !stepsOfTheDiagram().containsKey(id)).forEach(id ->
            findings.addAt(ProcedureReader.PROCEDURE, "route", "model-step-undrawn", id));
  }

  /** Name of the lane in which an element of the procedure's own diagram stands; empty for none. */
  private String lane(XmlElement element) {
    return diagrams.get(procedure.key()).all().filter(each -> Diagram.is(each, "lane") && each.children().stream()
            .anyMatch(node -> Diagram.is(node, "flowNodeRef") && node.text().equals(element.get("id"))))
        .map(each -> each.get("name").strip()).findFirst().orElse("");
  }

  /** Outcomes with which a process can end; its gateways are checked on the way. */
  private Set<String> outcomes(String process, String step) {
    String key = process + " " + step;
    if (!known.containsKey(key)) {
      known.put(key, Set.of(ANYTHING));
      Diagram diagram = diagrams.get(process);
      if (diagram != null) {
        XmlElement root = diagram.all().filter(each -> Diagram.is(each, "process")).findFirst().orElseThrow();
        known.put(key, new Walk(diagram, files.get(process), process, step).through(root, Set.of(ANYTHING)));
      }
    }
    return known.get(key);
  }

  /** The step that a call names: a constant, or the one that the calling process works at; null for none. */
  private static String step(XmlElement call, String own) {
    return call.all(BpmnCheck.CAMUNDA, "in").filter(each -> each.get("target").equals(STEP)).findFirst()
        .map(each -> each.get("source").equals(STEP) ? own : each.get("sourceExpression"))
        .filter(each -> !each.isEmpty() && !ModelExpression.isExpression(each)).orElse(null);
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
        return tells ? outcomes(node.get("calledElement"), StepCheck.step(node, step)) : before;
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
      String condition = Diagram.condition(flow);
      if (condition.isEmpty() || diagram.isDefault(node, flow)) {
        diagram.outgoing(node).stream().filter(other -> other != flow).map(Diagram::condition)
            .filter(StepCheck::asksOnly).forEach(other -> here.removeAll(asked(other)));
        return here;
      }
      Set<String> asked = Set.copyOf(new HashSet<>(asked(condition)));
      if (!asked.isEmpty()) {
        return after.contains(ANYTHING) ? asked : asked.stream().filter(after::contains).collect(Collectors.toSet());
      }
      Matcher except = EXCEPT.matcher(condition);
      while (except.find()) {
        here.remove(except.group(1));
      }
      return here;
    }

    /** A word that nothing in the procedure says is a slip; any other only a branch that is never taken. */
    private void never(XmlElement flow, String outcome, XmlElement gateway, Set<String> arriving) {
      boolean said = procedure.outcomes().containsKey(outcome) || diagrams.values().stream().distinct()
          .flatMap(each -> each.root().all(BpmnCheck.CAMUNDA, "outputParameter"))
          .anyMatch(each -> each.get("name").equals(OUTCOME) && each.text().equals(outcome));
      Object[] more = {outcome, gateway.place(), String.join(", ", new TreeSet<>(arriving))};
      if (said) {
        findings.warnAt(file, place(flow), "model-outcome-never", more);
      } else {
        findings.addAt(file, place(flow), "model-outcome-never", more);
      }
    }

    private void gateway(XmlElement gateway, Set<String> arriving) {
      List<XmlElement> flows = diagram.outgoing(gateway);
      boolean asks = flows.size() > 1 && flows.stream().anyMatch(each -> !asked(Diagram.condition(each)).isEmpty());
      if (!asks || arriving.isEmpty() || arriving.contains(ANYTHING)) {
        return;
      }
      Set<String> left = new TreeSet<>(arriving);
      boolean open = false;
      for (XmlElement flow : flows) {
        String condition = Diagram.condition(flow);
        open |= condition.isEmpty() || diagram.isDefault(gateway, flow) || asked(condition).isEmpty();
        for (String each : asked(condition)) {
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
  }

  private static boolean asksOnly(String condition) {
    return ASKS_ONLY.matcher(condition).matches();
  }

  private static List<String> asked(String condition) {
    List<String> asked = new ArrayList<>();
    Matcher each = ASKS.matcher(condition);
    while (each.find()) {
      asked.add(each.group(1));
    }
    return asked;
  }

  private static String place(XmlElement flow) {
    return flow.get("id").isEmpty() ? flow.place() : flow.get("id");
  }
}
