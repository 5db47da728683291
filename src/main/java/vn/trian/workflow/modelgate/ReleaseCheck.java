package vn.trian.workflow.modelgate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the models of a release say about one another: all they name is in the release, and nothing of another's. */
final class ReleaseCheck {

  private final Findings findings;
  private final Map<String, BpmnCheck> diagrams = new HashMap<>();
  private final Map<String, Set<String>> calls = new HashMap<>();
  private final Map<String, String> homes = new HashMap<>();
  private final Set<String> decisions = new HashSet<>();
  private final Map<String, XmlElement> tables = new TreeMap<>();

  ReleaseCheck(Findings findings) {
    this.findings = findings;
  }

  void add(String file, BpmnCheck diagram) {
    diagrams.put(file, diagram);
    diagram.calls().forEach((process, called) -> {
      if (homes.putIfAbsent(process, file) != null) {
        findings.addAt(file, process, "model-key-twice", process);
      }
      calls.computeIfAbsent(process, none -> new HashSet<>()).addAll(called);
    });
  }

  void add(String file, DmnCheck table) {
    tables.put(file, table.root());
    for (String decision : table.decisions()) {
      homes.putIfAbsent(decision, file);
      if (!decisions.add(decision)) {
        findings.addAt(file, decision, "model-key-twice", decision);
      }
    }
  }

  /** The decision tables of the release by file. */
  Map<String, XmlElement> tables() {
    return tables;
  }

  /** The diagrams of the release by file. */
  Map<String, Diagram> diagrams() {
    Map<String, Diagram> shapes = new TreeMap<>();
    diagrams.forEach((file, diagram) -> shapes.put(file, diagram.shape()));
    return shapes;
  }

  /** A process and all that it calls, and what those call. */
  Set<String> called(String process) {
    Set<String> called = new HashSet<>(Set.of(process));
    Deque<String> ahead = new ArrayDeque<>(called);
    while (!ahead.isEmpty()) {
      calls.getOrDefault(ahead.pop(), Set.of()).stream().filter(called::add).forEach(ahead::add);
    }
    return called;
  }

  /** Holds the models against one another and against the keys that belong to other procedures. */
  void check(Set<String> foreignKeys) {
    homes.forEach((key, file) -> {
      if (foreignKeys.contains(key)) {
        findings.addAt(file, key, "model-foreign-key", key);
      }
    });
    diagrams.forEach((file, diagram) -> {
      diagram.root().all(BpmnCheck.BPMN, "callActivity").forEach(each -> known(file, each, each.get("calledElement"),
          calls.keySet(), each.get(BpmnCheck.CAMUNDA, "calledElementBinding"), "model-call"));
      diagram.root().all(BpmnCheck.BPMN, "businessRuleTask").forEach(each -> known(file, each,
          each.get(BpmnCheck.CAMUNDA, "decisionRef"), decisions,
          each.get(BpmnCheck.CAMUNDA, "decisionRefBinding"), "model-decision"));
    });
    List<String> circle = calls.keySet().stream().filter(this::callsItself).toList();
    circle.forEach(each -> findings.addAt(homes.get(each), each, "model-call-cycle", each));
    if (circle.isEmpty() && diagrams.values().stream().allMatch(BpmnCheck::isLookedAt)) {
      new BoundCheck(diagrams(), findings).check();
    }
  }

  private void known(String file, XmlElement element, String key, Set<String> known, String binding, String code) {
    if (!known.contains(key) || binding.isEmpty()) {
      findings.addAt(file, element.place(), code, key, Findings.choice(known));
    }
  }

  private boolean callsItself(String process) {
    Set<String> reached = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>(calls.get(process));
    while (!ahead.isEmpty()) {
      String called = ahead.pop();
      if (reached.add(called)) {
        ahead.addAll(calls.getOrDefault(called, Set.of()));
      }
    }
    return reached.contains(process);
  }
}
