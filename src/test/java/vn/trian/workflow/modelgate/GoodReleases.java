package vn.trian.workflow.modelgate;

import static vn.trian.workflow.modelgate.Folder.flow;
import static vn.trian.workflow.modelgate.Folder.graveVisit;
import static vn.trian.workflow.modelgate.Folder.literal;
import static vn.trian.workflow.modelgate.Folder.onTheWay;
import static vn.trian.workflow.modelgate.Folder.with;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** Things that an administrator may well draw; the gate must not stand in their way. */
final class GoodReleases {

  private static final String RETRY = "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R5/PT1M"
      + "</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>";
  private static final String TASK =
      "<bpmn:serviceTask id=\"t\" camunda:delegateExpression=\"${setState}\"%s>%s</bpmn:serviceTask>";

  private GoodReleases() {}

  static Map<String, Folder> all() {
    Map<String, Folder> good = new LinkedHashMap<>();
    for (String condition : new String[] {"${outcome == 'APPROVE'}", "${empty outcome}", "${not needsSignature}",
        "${amount &gt;= 3 and outcome != 'X'}", "${a ? b : c}", "${execution.processBusinessKey == 'HS-1'}"}) {
      good.put("condition " + condition, with("<bpmn:startEvent id=\"start\"/><bpmn:exclusiveGateway id=\"g\" "
          + "default=\"g_other\"/><bpmn:endEvent id=\"end\"/><bpmn:endEvent id=\"other\"/>" + flow("start", "g")
          + flow("g", "other") + "<bpmn:sequenceFlow id=\"f\" sourceRef=\"g\" "
          + "targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition
          + "</bpmn:conditionExpression></bpmn:sequenceFlow>"));
    }
    for (String timer : new String[] {"timeDuration>P15D", "timeDuration>PT5M", "timeDate>2026-11-22T08:00:00+07:00",
        "timeDate>${deadline.escalateAt(execution)}"}) {
      String kind = timer.substring(0, timer.indexOf('>'));
      good.put("timer " + timer, onTheWay("t", "<bpmn:intermediateCatchEvent id=\"t\"><bpmn:timerEventDefinition "
          + "id=\"d\"><bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\"" + timer.substring(kind.length())
          + "</bpmn:" + kind + "></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
    }
    good.put("reminder", with(
        "<bpmn:startEvent id=\"start\"/><bpmn:receiveTask id=\"r\" messageRef=\"m\"/><bpmn:boundaryEvent id=\"w\" "
            + "attachedToRef=\"r\" cancelActivity=\"false\"><bpmn:timerEventDefinition id=\"d\"><bpmn:timeCycle "
            + "xsi:type=\"bpmn:tFormalExpression\">R3/P5D</bpmn:timeCycle></bpmn:timerEventDefinition>"
            + "</bpmn:boundaryEvent>" + TASK.formatted(" camunda:asyncBefore=\"true\"", RETRY)
            + "<bpmn:endEvent id=\"end\"/><bpmn:endEvent id=\"told\"/>" + flow("start", "r") + flow("r", "end")
            + flow("w", "t") + flow("t", "told")).change(Folder.EXTRA, text -> text.replace("<bpmn:process ",
            "<bpmn:message id=\"m\" name=\"applicantWithdrew\"/><bpmn:process ")));
    good.put("single quotes", graveVisit().change(Folder.DIAGRAM, text -> text.replace("<bpmn:process id=\"graveVisit\"",
        "<bpmn:process id = 'graveVisit'")));
    good.put("one for each", onTheWay("t", TASK.formatted("", "<bpmn:multiInstanceLoopCharacteristics "
        + "isSequential=\"true\" camunda:collection=\"relatives\" camunda:elementVariable=\"relative\"/>")));
    good.put("parallel", with("<bpmn:startEvent id=\"start\"/><bpmn:parallelGateway id=\"p\"/><bpmn:manualTask "
        + "id=\"a\"/><bpmn:manualTask id=\"b\"/><bpmn:parallelGateway id=\"q\"/><bpmn:endEvent id=\"end\"/>"
        + flow("start", "p") + flow("p", "a") + flow("p", "b") + flow("a", "q") + flow("b", "q") + flow("q", "end")));
    good.put("round that waits", with("<bpmn:startEvent id=\"start\"/><bpmn:exclusiveGateway id=\"j\"/><bpmn:userTask "
        + "id=\"a\" camunda:formKey=\"embedded:deployment:frame.html\" camunda:candidateGroups=\""
        + "${route.group(execution, 'COMMUNE_CHAIR')}\"/><bpmn:exclusiveGateway id=\"g\" default=\"g_j\"/><bpmn:endEvent id=\"end\"/>"
        + flow("start", "j") + flow("j", "a") + flow("a", "g") + flow("g", "j") + "<bpmn:sequenceFlow id=\"out\" "
        + "sourceRef=\"g\" targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${a == 'x'}"
        + "</bpmn:conditionExpression></bpmn:sequenceFlow>"));
    for (String feel : new String[] {"decimal(1/3, 2)", "split(\"a b\", \" \")", "matches(\"a\", \"^[a-z]+$\")",
        "for r in relatives return for s in relatives return r.fullName + s.fullName"}) {
      good.put("formula " + feel, graveVisit().put("extra.dmn", literal("", feel)));
    }
    good.put("asynchronous", onTheWay("t", TASK.formatted(" camunda:asyncBefore=\"true\"", RETRY)));
    good.put("documentation", onTheWay("t", TASK.formatted("",
        "<bpmn:documentation>Điều 28.2 (xem &lt;phụ lục&gt;): {a} $ # \"b\"</bpmn:documentation>")));
    good.put("listener", onTheWay("t", TASK.formatted("", "<bpmn:extensionElements><camunda:executionListener "
        + "event=\"end\" delegateExpression=\"${closeStep}\"/></bpmn:extensionElements>")));
    good.put("user task", onTheWay("t", "<bpmn:userTask id=\"t\" name=\"Ký (1)\" "
        + "camunda:formKey=\"embedded:deployment:frame.html\" camunda:dueDate=\"${deadline.dueAt(execution)}\" "
        + "camunda:candidateGroups=\"${route.group(execution, 'COMMUNE_CHAIR')}\"/>"));
    good.put("rule task", onTheWay("t", "<bpmn:businessRuleTask id=\"t\" camunda:decisionRef=\"graveVisitAmount\" "
        + "camunda:decisionRefBinding=\"deployment\" camunda:mapDecisionResult=\"resultList\" "
        + "camunda:resultVariable=\"lines\"/>"));
    good.put("byte order mark", graveVisit().change(Folder.DIAGRAM, text -> "\uFEFF" + text)
        .change(Folder.FORM, text -> "\uFEFF" + text).change("procedure.yaml", text -> "\uFEFF" + text));
    good.put("lines as on Windows", graveVisit().change(Folder.DIAGRAM, text -> text.replace("\n", "\r\n"))
        .change("procedure.yaml", text -> text.replace("\n", "\r\n")));
    good.put("note", with(Folder.way("t", "<bpmn:manualTask id=\"t\"/>") + "<bpmn:textAnnotation id=\"n\"><bpmn:text>"
        + "Ghi chú</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"s\" sourceRef=\"t\" targetRef=\"n\"/>"));
    for (String feel : new String[] {"if a = 1 then \"x\" else null", "count(relatives[age &lt; 18]) &gt; 0",
        "rate(\"WORSHIP_YEARLY\", case.today)", "sum(for r in relatives return r.age)",
        "some r in relatives satisfies certainlyBefore(r.born, case.today)"}) {
      good.put("table " + feel, graveVisit().put("extra.dmn", literal("expressionLanguage=\"feel\"", feel)));
    }
    good.put("template", graveVisit().change(Folder.TEMPLATE, text -> text.replace("</body>",
        "<table><tr><td colspan=\"2\" style=\"width:50%\">{{#items}}<b>{{text}}</b>{{/items}}</td></tr></table>"
            + "</body>")));
    for (String pattern : new String[] {"^(0[1-9]|1[0-2])/[0-9]{4}$", "^[0-9]{6,20}$",
        "^\\\\d+/GGT$", "^[A-Z]{2}-?\\\\d+$"}) {
      good.put("pattern " + pattern, graveVisit().change(Folder.FORM, text -> text.replaceFirst(
          "\"components\"\\s*:\\s*\\[", Matcher.quoteReplacement("\"components\": [{\"type\": \"textfield\", \"key\": "
              + "\"zz\", \"label\": \"Ô\", \"validate\": {\"pattern\": \"" + pattern + "\"}},"))));
    }
    good.put("form text", graveVisit().change(Folder.FORM, text -> text.replaceFirst("\"components\"\\s*:\\s*\\[",
        "\"components\": [{\"type\": \"text\", \"id\": \"note\", \"text\": \"**Lưu ý**: số < 5 & > 3\"},")));
    return good;
  }
}
