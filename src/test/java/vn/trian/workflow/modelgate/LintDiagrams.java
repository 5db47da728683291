package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small diagrams, made by code, that keep and break the rules of bpmnlint. */
final class LintDiagrams {

  private static final String HEAD = """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
          xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          targetNamespace="trian">
      """;
  private static final List<String> NODES = List.of("task", "userTask", "serviceTask", "sendTask", "receiveTask",
      "manualTask", "scriptTask", "businessRuleTask", "callActivity", "subProcess", "transaction", "adHocSubProcess",
      "startEvent", "startEvent", "endEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent",
      "boundaryEvent", "exclusiveGateway", "exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway",
      "eventBasedGateway", "dataObjectReference", "dataStoreReference");
  private static final List<String> DEFINITIONS = List.of("message", "timer", "error", "escalation", "link",
      "terminate", "compensate", "conditional", "signal");

  private final StringBuilder process = new StringBuilder();
  private final StringBuilder drawing = new StringBuilder();
  private final Random random;
  private int ids;

  private LintDiagrams(Random random) {
    this.random = random;
  }

  /** By name: one that keeps all rules, and for each rule one or more that break it. */
  static Map<String, String> oneForEachRule() {
    String start = node("startEvent", "s", "");
    String end = node("endEvent", "e", "");
    String way = start + node("task", "t", "") + end + flow("s", "t") + flow("t", "e");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("good", whole(way));
    all.put("ad-hoc", whole(way + node("adHocSubProcess", "a", start.replace("\"s\"", "\"s2\"")
        + end.replace("\"e\"", "\"e2\"")) + flow("t", "a") + flow("a", "e")));
    all.put("conditional", whole(start + node("exclusiveGateway", "g", "") + end + node("endEvent", "e2", "")
        + flow("s", "g") + flow("g", "e") + condition("g", "e2")));
    all.put("no end", whole(start + node("task", "t", "") + flow("s", "t")));
    all.put("no start", whole(node("task", "t", "") + end + flow("t", "e")));
    all.put("event gateway", whole(start + node("eventBasedGateway", "g", "") + end + flow("s", "g")
        + condition("g", "e")));
    all.put("event sub-process", whole(way + node("subProcess", "p", node("startEvent", "s2", "")
        + node("endEvent", "e2", "") + flow("s2", "e2")).replace("id=\"p\"", "id=\"p\" triggeredByEvent=\"true\"")));
    all.put("fake join", whole(way + flow("s", "e")));
    all.put("global", whole(way).replace("<bpmn:process", "<bpmn:message id=\"m\" name=\"x\"/><bpmn:message id=\"m2\" "
        + "name=\"x\"/><bpmn:error id=\"er\" name=\" \"/><bpmn:escalation id=\"es\"/><bpmn:process"));
    all.put("global used", whole(start.replace("/>", "><bpmn:messageEventDefinition id=\"d\" messageRef=\"m\"/>"
        + "</bpmn:startEvent>") + end + flow("s", "e")).replace("<bpmn:process",
            "<bpmn:message id=\"m\" name=\"x\"/><bpmn:process"));
    all.put("label", whole(way.replace("name=\"Tên t\"", "")));
    all.put("link", whole(way + node("intermediateThrowEvent", "l", link("a")) + flow("s", "l")
        + node("intermediateCatchEvent", "k", link("b")) + flow("k", "e")
        + node("intermediateCatchEvent", "k2", link("")) + flow("k2", "e")));
    all.put("link twice", whole(way + node("intermediateThrowEvent", "l", link("a")) + flow("s", "l")
        + node("intermediateCatchEvent", "k", link("a")) + flow("k", "e")
        + node("intermediateCatchEvent", "k2", link("a")) + flow("k2", "e")));
    all.put("undrawn", whole(way).replace("bpmnElement=\"t\"", "bpmnElement=\"u\""));
    all.put("complex", whole(way.replace("bpmn:task", "bpmn:complexGateway")));
    all.put("disconnected", whole(way + node("task", "x", "")));
    all.put("same flow", whole(way + flow("s", "t").replace("\"s_t\"", "\"s_t2\"")));
    all.put("join and fork", whole(start + node("parallelGateway", "g", "") + node("task", "a", "") + end
        + flow("s", "g") + flow("g", "a") + flow("a", "g") + flow("g", "e")));
    all.put("inclusive", whole(way.replace("bpmn:task", "bpmn:inclusiveGateway")));
    all.put("overlapping", whole(way).replaceAll("x=\"\\d+\" y=\"0\"", "x=\"10\" y=\"0\""));
    all.put("outside", whole(way + node("subProcess", "p", node("startEvent", "s2", "") + node("endEvent", "e2", "")
        + flow("s2", "e2")) + flow("t", "p") + flow("p", "e"))
        .replace("bpmnElement=\"p\"", "bpmnElement=\"p\" isExpanded=\"true\""));
    all.put("two blank starts", whole(way + node("startEvent", "s2", "") + flow("s2", "t")));
    all.put("two definitions", whole(way.replace("<bpmn:startEvent id=\"s\" name=\"Tên s\"/>",
        node("startEvent", "s", "<bpmn:timerEventDefinition id=\"d\"/><bpmn:conditionalEventDefinition id=\"d2\"/>"))));
    all.put("typed start inside", whole(way + node("subProcess", "p", node("startEvent", "s2",
        "<bpmn:timerEventDefinition id=\"d\"/>") + node("endEvent", "e2", "") + flow("s2", "e2")) + flow("t", "p")
        + flow("p", "e")));
    all.put("superfluous gateway", whole(way.replace("bpmn:task", "bpmn:exclusiveGateway")));
    all.put("superfluous label", whole(way.replace("id=\"s_t\"", "id=\"s_t\" name=\"x\"")));
    all.put("termination", whole(way.replace("<bpmn:endEvent id=\"e\" name=\"Tên e\"/>",
        node("endEvent", "e", "<bpmn:terminateEventDefinition id=\"d\"/>"))));
    return all;
  }

  private static String node(String type, String id, String inside) {
    String head = "<bpmn:" + type + " id=\"" + id + "\" name=\"Tên " + id + "\"";
    return inside.isEmpty() ? head + "/>" : head + ">" + inside + "</bpmn:" + type + ">";
  }

  private static String link(String name) {
    return "<bpmn:linkEventDefinition" + (name.isEmpty() ? "" : " name=\"" + name + "\"") + "/>";
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id=\"" + from + "_" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
  }

  private static String condition(String from, String to) {
    return flow(from, to).replace("/>", " name=\"Nếu\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
        + "${x}</bpmn:conditionExpression></bpmn:sequenceFlow>");
  }

  private static String whole(String body) {
    return withLists(Folder.drawn(HEAD + "<bpmn:process id=\"p1\" isExecutable=\"true\">" + body
        + "</bpmn:process></bpmn:definitions>"));
  }

  /** The original goes by the lists of flows that a drawing program keeps inside each element. */
  private static String withLists(String diagram) {
    Map<String, StringBuilder> lists = new LinkedHashMap<>();
    Matcher flows = Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]*)\"[^>]*?sourceRef=\"([^\"]*)\" "
        + "targetRef=\"([^\"]*)\"").matcher(diagram);
    while (flows.find()) {
      lists.computeIfAbsent(flows.group(3), none -> new StringBuilder())
          .append("<bpmn:incoming>" + flows.group(1) + "</bpmn:incoming>");
      lists.computeIfAbsent(flows.group(2), none -> new StringBuilder())
          .append("<bpmn:outgoing>" + flows.group(1) + "</bpmn:outgoing>");
    }
    String whole = diagram;
    for (Map.Entry<String, StringBuilder> each : lists.entrySet()) {
      String id = Pattern.quote(each.getKey());
      whole = whole.replaceAll("<bpmn:(\\w+) id=\"" + id + "\"([^>]*)/>",
          "<bpmn:$1 id=\"" + each.getKey() + "\"$2></bpmn:$1>");
      whole = whole.replaceFirst("(<bpmn:\\w+ id=\"" + id + "\"[^>]*>)", "$1" + each.getValue());
    }
    return whole;
  }

  /** Something at random, mostly nonsense. */
  static String invented(Random random) {
    return new LintDiagrams(random).whole();
  }

  private String whole() {
    StringBuilder root = new StringBuilder();
    boolean pool = random.nextInt(3) == 0;
    if (pool) {
      root.append("<bpmn:collaboration id=\"c\"><bpmn:participant id=\"pool\"" + name() + " processRef=\"p1\"/>"
          + "</bpmn:collaboration>");
      draw("pool", 4);
    }
    for (String type : List.of("message", "message", "error", "escalation")) {
      if (random.nextInt(3) == 0) {
        root.append("<bpmn:" + type + " id=\"" + type + ids++ + "\""
            + List.of("", " name=\"a\"", " name=\"b\"", " name=\" \"").get(random.nextInt(4)) + "/>");
      }
    }
    scope(0);
    root.append("<bpmn:process id=\"p1\" isExecutable=\"true\">").append(process).append("</bpmn:process>");
    return withLists(HEAD + root + "<bpmndi:BPMNDiagram id=\"diagram\"><bpmndi:BPMNPlane id=\"plane\" bpmnElement=\""
        + (pool ? "c" : "p1") + "\">" + drawing + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>");
  }

  private void scope(int depth) {
    List<String> here = new ArrayList<>();
    int count = 1 + random.nextInt(depth == 0 ? 7 : 4);
    for (int i = 0; i < count; i++) {
      String type = NODES.get(random.nextInt(NODES.size()));
      String id = "n" + ids++;
      boolean nests = type.endsWith("rocess") || type.equals("transaction");
      if (nests && depth > 1) {
        continue;
      }
      StringBuilder attributes = new StringBuilder(name());
      if (type.equals("boundaryEvent") && !here.isEmpty()) {
        attributes.append(" attachedToRef=\"" + here.get(random.nextInt(here.size())) + "\"");
      }
      if (type.equals("subProcess") && random.nextInt(3) == 0) {
        attributes.append(" triggeredByEvent=\"true\"");
      }
      if (type.equals("startEvent") && random.nextInt(3) == 0) {
        attributes.append(" isInterrupting=\"false\"");
      }
      if (type.endsWith("ask") && random.nextInt(8) == 0) {
        attributes.append(" isForCompensation=\"true\"");
      }
      process.append("<bpmn:" + type + " id=\"" + id + "\"" + attributes + ">");
      if (type.endsWith("Event")) {
        for (int d = random.nextInt(5) == 0 ? 2 : random.nextInt(2); d > 0; d--) {
          String kind = DEFINITIONS.get(random.nextInt(DEFINITIONS.size()));
          process.append("<bpmn:" + kind + "EventDefinition id=\"d" + ids++ + "\"" + (kind.equals("link")
              ? List.of("", " name=\"a\"", " name=\"b\"").get(random.nextInt(3)) : reference(kind)) + "/>");
        }
      } else if (nests) {
        scope(depth + 1);
      }
      process.append("</bpmn:" + type + ">");
      if (!type.startsWith("data")) {
        here.add(id);
      }
      draw(id, nests ? 2 : 1);
    }
    List<String> flows = new ArrayList<>();
    flows(here, flows);
    flows.forEach(process::append);
  }

  private void flows(List<String> here, List<String> flows) {
    for (int i = random.nextInt(2 * here.size() + 1); i > 0 && !here.isEmpty(); i--) {
      String id = "f" + ids++;
      String from = here.get(random.nextInt(here.size()));
      String head = "<bpmn:sequenceFlow id=\"" + id + "\"" + (random.nextInt(3) == 0 ? name() : "") + " sourceRef=\""
          + from + "\" targetRef=\"" + here.get(random.nextInt(here.size())) + "\"";
      flows.add(random.nextInt(3) == 0 ? head + "><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${a}"
          + "</bpmn:conditionExpression></bpmn:sequenceFlow>" : head + "/>");
      drawing.append("<bpmndi:BPMNEdge id=\"edge" + id + "\" bpmnElement=\"" + (random.nextInt(15) == 0 ? "p1" : id)
          + "\"><di:waypoint x=\"0\" y=\"0\"/><di:waypoint x=\"9\" y=\"9\"/></bpmndi:BPMNEdge>");
      int at = process.lastIndexOf("<bpmn:exclusiveGateway id=\"" + from + "\"");
      if (at >= 0 && random.nextBoolean() && process.indexOf("default=", at) < 0) {
        process.insert(at + ("<bpmn:exclusiveGateway id=\"" + from + "\"").length(), " default=\"" + id + "\"");
      }
    }
  }

  private String reference(String kind) {
    return List.of("message", "error", "escalation").contains(kind) && random.nextBoolean()
        ? " " + kind + "Ref=\"" + kind + random.nextInt(4) + "\"" : "";
  }

  private String name() {
    return List.of(" name=\"Tên\"", " name=\"Tên\"", " name=\"Tên\"", "", " name=\" \"").get(random.nextInt(5));
  }

  private void draw(String id, int size) {
    if (random.nextInt(12) > 0) {
      drawing.append("<bpmndi:BPMNShape id=\"shape" + id + "\" bpmnElement=\"" + id + "\""
          + (random.nextBoolean() ? " isExpanded=\"true\"" : "") + "><dc:Bounds x=\"" + 60 * random.nextInt(14)
          + "\" y=\"" + 60 * random.nextInt(8) + "\" width=\"" + 50 * size * size + "\" height=\"" + 40 * size * size
          + "\"/></bpmndi:BPMNShape>");
    }
  }
}
