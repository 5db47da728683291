package vn.trian.workflow.modelgate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.procedure.ProcedureFiles;

/** A procedure folder that tests change: the grave visit, which the application has never seen. */
final class Folder {

  static final Path GRAVE_VISIT = Path.of("src/test/resources/procedures/grave-visit");
  static final String EXTRA = "extra.bpmn";
  static final String DIAGRAM = "grave-visit.bpmn";
  static final String TABLE = "grave-visit-amount.dmn";
  static final String FORM = "grave-confirm-visit.form";
  static final String TEMPLATE = "grave-letter-42.html";

  private static final String HEAD = """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="trian"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
          xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
      """;

  private static final String NODES = "startEvent|endEvent|boundaryEvent|intermediateCatchEvent|intermediateThrowEvent"
      + "|task|userTask|serviceTask|manualTask|receiveTask|businessRuleTask|callActivity|subProcess|exclusiveGateway"
      + "|parallelGateway|eventBasedGateway|textAnnotation|association";
  private static final Pattern UNNAMED =
      Pattern.compile("(<bpmn:(?!text|assoc)(?:" + NODES + ")\\b(?![^>]*\\bname=)[^>]*?)(/?>)");
  private static final Pattern UNNAMED_FLOW =
      Pattern.compile("(<bpmn:sequenceFlow(?![^>]*\\bname=)[^>/]*)(>\\s*<bpmn:conditionExpression)");
  private static final Pattern DRAWN =
      Pattern.compile("<bpmn:(sequenceFlow|" + NODES + ")\\b[^>]*?\\bid=\"([^\"]*)\"");

  private final Map<String, byte[]> files = new HashMap<>();

  private Folder() {
    ProcedureFiles all = ProcedureFiles.ofFolder(GRAVE_VISIT);
    all.names().forEach(name -> files.put(name, all.bytes(name).orElseThrow()));
  }

  static Folder graveVisit() {
    return new Folder();
  }

  /** One more called process with this inside. */
  static Folder with(String body) {
    return graveVisit().put(EXTRA, process("extra", body));
  }

  /** Elements without a name get one, flows with a condition too, and all of them a place in the drawing. */
  static String drawn(String diagram) {
    String named = UNNAMED.matcher(diagram).replaceAll("$1 name=\"Bước\"$2");
    String flows = UNNAMED_FLOW.matcher(named).replaceAll("$1 name=\"Nếu\"$2");
    StringBuilder drawing = new StringBuilder("<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement=\"")
        .append(flows.replaceAll("(?s)^.*<bpmn:process id=\"([^\"]*)\".*$", "$1")).append("\">");
    Matcher each = DRAWN.matcher(flows);
    for (int x = 0; each.find(); x += 200) {
      drawing.append(each.group(1).equals("sequenceFlow")
          ? ("<bpmndi:BPMNEdge bpmnElement=\"%s\"><di:waypoint x=\"0\" y=\"0\"/><di:waypoint x=\"9\" "
              + "y=\"9\"/></bpmndi:BPMNEdge>").formatted(each.group(2))
          : ("<bpmndi:BPMNShape bpmnElement=\"%s\"><dc:Bounds x=\"%d\" y=\"0\" width=\"100\" height=\"80\"/>"
              + "</bpmndi:BPMNShape>").formatted(each.group(2), x));
    }
    return flows.replace("</bpmn:definitions>",
        drawing.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>"));
  }

  /** One more called process: from the start over this to the end. */
  static Folder onTheWay(String id, String element) {
    return with(way(id, element));
  }

  static String way(String id, String element) {
    return "<bpmn:startEvent id=\"start\"/>" + element + "<bpmn:endEvent id=\"end\"/>" + flow("start", id)
        + flow(id, "end");
  }

  static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id=\"" + from + "_" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
  }

  static String process(String id, String body) {
    return definitions("<bpmn:process id=\"" + id
        + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"P3650D\">" + body + "</bpmn:process>");
  }

  static String definitions(String body) {
    return drawn(HEAD + body + "</bpmn:definitions>");
  }

  static String decision(String id, String body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions "
        + "xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"trian\">"
        + "<decision id=\"" + id + "\" name=\"n\">" + body + "</decision></definitions>";
  }

  static String literal(String attributes, String text) {
    return decision("extraDecision", "<variable id=\"v\" name=\"r\"/><literalExpression id=\"l\" " + attributes
        + "><text>" + text + "</text></literalExpression>");
  }

  Folder put(String name, String text) {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Folder put(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  Folder change(String name, UnaryOperator<String> change) {
    String changed = change.apply(text(name));
    if (changed.equals(text(name))) {
      throw new AssertionError("nothing changed in " + name);
    }
    return put(name, changed);
  }

  ProcedureFiles files() {
    return ProcedureFiles.of(files);
  }
}
