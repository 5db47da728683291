package vn.trian.workflow.modelgate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.Step;
import vn.trian.shared.Level;

/**
 * Holds the procedure's own diagram against what {@code procedure.yaml} says of the steps: who does them, with which
 * form and limit, and at which level.
 */
final class StepCheck {

  /** How lanes are called. */
  private static final Map<Level, String> LANES = Map.of(Level.COMMUNE, "Cấp xã", Level.DIVISION, "Cấp huyện",
      Level.DEPARTMENT, "Cấp tỉnh");

  private final Procedure procedure;
  private final String file;
  private final Diagram own;
  private final Map<String, XmlElement> drawn = new LinkedHashMap<>();
  private final Findings findings;

  StepCheck(Procedure procedure, DrawnProcesses processes, Findings findings) {
    this.procedure = procedure;
    this.file = processes.file(procedure.key());
    this.own = processes.diagram(procedure.key());
    this.findings = findings;
    own.all().forEach(this::leads);
  }

  /** A step is reached by a task of its own or by a call that names it. */
  private void leads(XmlElement element) {
    String called = Diagram.is(element, "callActivity") ? DrawnProcesses.step(element, null) : null;
    String step = Diagram.is(element, "userTask") ? element.get("id") : called;
    if (step != null) {
      drawn.putIfAbsent(step, element);
    }
  }

  void check() {
    people();
    steps();
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
    return drawn.containsKey(step) ? ProcedureReader.PROCEDURE : ProcedureReader.COMMON;
  }

  private void steps() {
    drawn.forEach((id, element) -> {
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
    if (procedure.route() != null) {
      Set<String> onTheWay = procedure.route().items().stream().map(item -> item.step()).collect(Collectors.toSet());
      procedure.steps().keySet().stream().filter(id -> onTheWay.contains(id) && !drawn.containsKey(id)).forEach(id ->
          findings.addAt(ProcedureReader.PROCEDURE, "route", "model-step-undrawn", id));
    }
  }

  /** Name of the lane in which an element of the procedure's own diagram stands; empty for none. */
  private String lane(XmlElement element) {
    return own.all().filter(each -> Diagram.is(each, "lane") && each.children().stream()
            .anyMatch(node -> Diagram.is(node, "flowNodeRef") && node.text().equals(element.get("id"))))
        .map(each -> each.get("name").strip()).findFirst().orElse("");
  }
}
