package vn.trian.workflow.modelgate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
      """;

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
    return HEAD + body + "</bpmn:definitions>";
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
