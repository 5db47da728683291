package vn.trian.workflow.modelgate;

import static vn.trian.workflow.modelgate.Folder.EXTRA;
import static vn.trian.workflow.modelgate.Folder.FORM;
import static vn.trian.workflow.modelgate.Folder.TEMPLATE;
import static vn.trian.workflow.modelgate.Folder.flow;
import static vn.trian.workflow.modelgate.Folder.graveVisit;
import static vn.trian.workflow.modelgate.Folder.onTheWay;
import static vn.trian.workflow.modelgate.Folder.way;
import static vn.trian.workflow.modelgate.Folder.with;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** Pieces of diagrams, forms and templates that bad releases are made of. */
final class Snippets {

  static final String EXTENSION = "<bpmn:extensionElements>%s</bpmn:extensionElements>";
  private static final String TASK = "<bpmn:serviceTask id=\"t\" camunda:delegateExpression=\"${setState}\"%s>%s"
      + "</bpmn:serviceTask>";

  private Snippets() {}

  static String task(String attributes, String extension) {
    return TASK.formatted(attributes, extension.isEmpty() ? "" : EXTENSION.formatted(extension));
  }

  static Folder extension(String extension) {
    return onTheWay("t", task("", extension));
  }

  static Folder userTask(String attributes, String extension) {
    return onTheWay("t", "<bpmn:userTask id=\"t\"" + attributes + ">" + EXTENSION.formatted(extension)
        + "</bpmn:userTask>");
  }

  static String call(String process, String binding) {
    return "<bpmn:callActivity id=\"c\" name=\"c\" calledElement=\"" + process
        + "\" camunda:calledElementBinding=\"" + binding + "\"/>";
  }

  static Folder condition(String attributes, String condition) {
    return with(way("t", task("", "")).replace("targetRef=\"t\"/>", "targetRef=\"t\"><bpmn:conditionExpression"
        + attributes + " xsi:type=\"bpmn:tFormalExpression\">" + condition.replace("<", "&lt;")
        + "</bpmn:conditionExpression></bpmn:sequenceFlow>"));
  }

  static Folder timer(String kind, String value, String extension) {
    return with("<bpmn:startEvent id=\"start\"/><bpmn:intermediateCatchEvent id=\"w\">" + extension
        + "<bpmn:timerEventDefinition id=\"d\"><bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\">" + value
        + "</bpmn:" + kind + "></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>" + task("", "")
        + "<bpmn:endEvent id=\"end\"/>" + flow("start", "w") + flow("w", "t") + flow("t", "end"));
  }

  static Folder component(String component) {
    return graveVisit().change(FORM, text -> text.replaceFirst("\"components\"\\s*:\\s*\\[",
        Matcher.quoteReplacement("\"components\": [{" + component + "},")));
  }

  static Folder template(String html) {
    return graveVisit().change(TEMPLATE, text -> text.replaceFirst("<body([^>]*)>",
        "<body$1>" + Matcher.quoteReplacement(html)));
  }

  static Folder description(UnaryOperator<String> change) {
    return graveVisit().change("procedure.yaml", change);
  }

  static Folder extraTable(String dmn) {
    return graveVisit().put("extra.dmn", dmn);
  }

  static Folder extra(String text) {
    return graveVisit().put(EXTRA, text);
  }

  static Folder bytes(byte[] bytes) {
    return graveVisit().put(EXTRA, bytes);
  }
}
