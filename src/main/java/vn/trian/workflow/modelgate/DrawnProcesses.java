package vn.trian.workflow.modelgate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The processes of a release, each with the diagram in which it is drawn and the file of that. */
final class DrawnProcesses {

  private static final String STEP = "step";

  private final Map<String, Diagram> diagrams = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  DrawnProcesses(Map<String, Diagram> byFile) {
    byFile.forEach((file, diagram) -> diagram.all().filter(each -> Diagram.is(each, "process")).forEach(each -> {
      diagrams.put(each.get("id"), diagram);
      files.put(each.get("id"), file);
    }));
  }

  /** Null for a process that no diagram has. */
  Diagram diagram(String process) {
    return diagrams.get(process);
  }

  /** Null for a process that no diagram has. */
  String file(String process) {
    return files.get(process);
  }

  /** Each diagram once, however many processes it has. */
  Stream<Diagram> all() {
    return diagrams.values().stream().distinct();
  }

  /** The step that a call names: a constant, or the one that the calling process works at; null for none. */
  static String step(XmlElement call, String own) {
    return call.all(BpmnCheck.CAMUNDA, "in").filter(each -> each.get("target").equals(STEP)).findFirst()
        .map(each -> each.get("source").equals(STEP) ? own : each.get("sourceExpression"))
        .filter(each -> !each.isEmpty() && !ModelExpression.isExpression(each)).orElse(null);
  }
}
