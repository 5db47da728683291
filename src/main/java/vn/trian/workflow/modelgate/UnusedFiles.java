package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.procedure.DecisionRef;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;

/**
 * Files of a release that nothing in it leads to: a diagram that nobody calls, a table that nobody asks, a form of no
 * step. They do no harm, but whoever brought them expects something of them.
 */
final class UnusedFiles {

  private static final List<String> PHASES = List.of("prepare", "check", "sign");
  /** What all procedures share is not used by each. */
  private static final Set<String> SHARED = ProcedureFiles.ofClasspath("bpmn/common").names();

  private final Procedure procedure;
  private final ProcedureFiles files;
  private final Findings findings;

  UnusedFiles(Procedure procedure, ProcedureFiles files, Findings findings) {
    this.procedure = procedure;
    this.files = files;
    this.findings = findings;
  }

  void check(ReleaseCheck whole) {
    Set<String> called = whole.called(procedure.key());
    whole.diagrams().forEach((file, diagram) -> tell(file, diagram.all().filter(each -> Diagram.is(each, "process"))
        .noneMatch(each -> called.contains(each.get("id"))), "model-unused-diagram"));
    Set<String> asked = asked(whole);
    whole.tables().forEach((file, root) -> tell(file, root.all(DmnCheck.DMN, "decision")
        .noneMatch(each -> asked.contains(each.get("id"))), "model-unused-table"));
    Set<String> shown = forms();
    files.names(".form").forEach(file -> tell(file, !shown.contains(file.substring(0, file.length() - 5)),
        "model-unused-form"));
  }

  private void tell(String file, boolean unused, String code) {
    if (unused && !SHARED.contains(file)) {
      findings.warnAt(file, file, code);
    }
  }

  private Set<String> asked(ReleaseCheck whole) {
    Set<String> asked = Stream.of(procedure.eligibility(), procedure.amount()).filter(Objects::nonNull)
        .map(DecisionRef::decision).collect(Collectors.toCollection(HashSet::new));
    whole.diagrams().values().forEach(diagram -> diagram.all().filter(each -> Diagram.is(each, "businessRuleTask"))
        .forEach(each -> asked.add(each.get(BpmnCheck.CAMUNDA, "decisionRef"))));
    List<XmlElement> all = whole.tables().values().stream()
        .flatMap(root -> root.all(DmnCheck.DMN, "decision")).toList();
    Map<String, List<XmlElement>> byId = all.stream().collect(Collectors.groupingBy(each -> each.get("id")));
    List<String> ahead = new ArrayList<>(asked);
    while (!ahead.isEmpty()) {
      byId.getOrDefault(ahead.remove(ahead.size() - 1), List.of()).forEach(decision ->
          decision.all(DmnCheck.DMN, "requiredDecision").map(each -> each.get("href").replace("#", ""))
              .filter(asked::add).forEach(ahead::add));
    }
    return asked;
  }

  private Set<String> forms() {
    Set<String> forms = new HashSet<>();
    forms.add(procedure.startForm());
    procedure.steps().values().forEach(step -> PHASES.stream().map(step::part).filter(Objects::nonNull)
        .forEach(part -> forms.add(part.form())));
    return forms;
  }
}
