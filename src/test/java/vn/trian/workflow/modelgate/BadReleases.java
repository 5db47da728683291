package vn.trian.workflow.modelgate;

import static vn.trian.workflow.modelgate.Folder.DIAGRAM;
import static vn.trian.workflow.modelgate.Folder.FORM;
import static vn.trian.workflow.modelgate.Folder.TABLE;
import static vn.trian.workflow.modelgate.Folder.decision;
import static vn.trian.workflow.modelgate.Folder.definitions;
import static vn.trian.workflow.modelgate.Folder.flow;
import static vn.trian.workflow.modelgate.Folder.graveVisit;
import static vn.trian.workflow.modelgate.Folder.literal;
import static vn.trian.workflow.modelgate.Folder.onTheWay;
import static vn.trian.workflow.modelgate.Folder.process;
import static vn.trian.workflow.modelgate.Folder.way;
import static vn.trian.workflow.modelgate.Folder.with;
import static vn.trian.workflow.modelgate.Snippets.bytes;
import static vn.trian.workflow.modelgate.Snippets.call;
import static vn.trian.workflow.modelgate.Snippets.component;
import static vn.trian.workflow.modelgate.Snippets.condition;
import static vn.trian.workflow.modelgate.Snippets.description;
import static vn.trian.workflow.modelgate.Snippets.EXTENSION;
import static vn.trian.workflow.modelgate.Snippets.extension;
import static vn.trian.workflow.modelgate.Snippets.extra;
import static vn.trian.workflow.modelgate.Snippets.extraTable;
import static vn.trian.workflow.modelgate.Snippets.task;
import static vn.trian.workflow.modelgate.Snippets.template;
import static vn.trian.workflow.modelgate.Snippets.timer;
import static vn.trian.workflow.modelgate.Snippets.userTask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Releases that must not pass, made by code; {@code outside} is an address that counts who asks it. */
final class BadReleases {

  private final List<Bad> all = new ArrayList<>();
  private final String outside;

  /** A release and the code of the fault that must be among those named. */
  record Bad(String name, String code, Folder folder) {

    @Override
    public String toString() {
      return name;
    }
  }

  private BadReleases(String outside) {
    this.outside = outside;
  }

  static List<Bad> all(String outside) {
    BadReleases made = new BadReleases(outside);
    made.files();
    made.scripts();
    made.code();
    made.forms();
    made.time();
    made.structure();
    made.tables();
    made.descriptions();
    made.templates();
    made.ways();
    made.fields();
    made.bounds();
    made.sums();
    made.others();
    return made.all;
  }

  private void add(String name, String code, Folder folder) {
    all.add(new Bad(name, code, folder));
  }

  private void files() {
    String plain = process("extra", way("t", task("", "")));
    String doctype = "<!DOCTYPE d SYSTEM \"" + outside + "/d.dtd\">";
    String xxe = "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + outside + "/e\">]>";
    String laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    for (String each : List.of(doctype, xxe, laughs)) {
      add("DOCTYPE " + each.length(), "model-doctype", extra(plain.replace("?>\n", "?>" + each)));
    }
    add("outside schema", "model-outside", extra(plain.replace("targetNamespace",
        "xsi:schemaLocation=\"urn:x " + outside + "/x.xsd\" targetNamespace")));
    add("outside schema without namespace", "model-outside", extra(plain.replace("targetNamespace",
        "xsi:noNamespaceSchemaLocation=\"" + outside + "/x.xsd\" targetNamespace")));
    add("XInclude", "model-outside", with("<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + outside
        + "/x.xml\"/>"));
    add("depth 31", "model-too-deep", with(IntStream.range(0, 29).mapToObj(i -> "<bpmn:subProcess id=\"s" + i + "\">")
        .collect(Collectors.joining()) + "</bpmn:subProcess>".repeat(29)));
    add("2001 elements", "model-too-many-elements", with(IntStream.range(0, 2001)
        .mapToObj(i -> "<bpmn:manualTask id=\"t" + i + "\"/>").collect(Collectors.joining())));
    add("20000 elements", "model-too-many-elements", with("<bpmn:incoming>x</bpmn:incoming>".repeat(20_000)));
    add("a byte too large", "model-too-large",
        extra(plain + " ".repeat(PlainText.LIMIT + 1 - plain.getBytes(StandardCharsets.UTF_8).length)));
    add("UTF-16", "model-not-utf8", bytes(plain.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)));
    add("UTF-7", "model-encoding", extra(plain.replace("UTF-8", "UTF-7")));
    add("three byte order marks", "model-not-utf8", extra("\uFEFF\uFEFF\uFEFF" + plain));
    add("Latin-1", "model-not-utf8", bytes(plain.replace("trian", "é").getBytes(StandardCharsets.ISO_8859_1)));
    add("zip", "model-not-utf8", bytes(zip(plain)));
    add("picture", "model-not-utf8", bytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}));
    add("empty", "model-empty", extra(""));
    add("cut in half", "model-not-xml", graveVisit().change(DIAGRAM, text -> text.substring(0, text.length() / 2)));
    add("instruction", "model-element-refused", extra(plain.replace("?>\n", "?><?xml-stylesheet href=\"" + outside
        + "\"?>")));
    add("foreign namespace", "model-namespace", with("<a:x xmlns:a=\"http://activiti.org/bpmn\"/>"));
    add("foreign attribute", "model-namespace", onTheWay("t", task(
        " xmlns:a=\"http://activiti.org/bpmn\" a:class=\"x\"", "").replace("a:class", "a:exclusive")));
    add("table as diagram", "model-wrong-kind", extra(literal("", "1")));
    add("script file", "model-file-name", graveVisit().put("run.js", "1"));
    add("case model", "model-file-name", graveVisit().put("x.cmmn", plain));
    add("capital name", "model-file-name", graveVisit().put("Extra.bpmn", plain));
    add("bad id", "model-bad-id", onTheWay("a b", task("", "").replace("\"t\"", "\"a b\"")));
  }

  private void scripts() {
    String script = "<camunda:script scriptFormat=\"groovy\">x</camunda:script>";
    add("script task", "model-script", onTheWay("t", "<bpmn:scriptTask id=\"t\" scriptFormat=\"groovy\">"
        + "<bpmn:script>x</bpmn:script></bpmn:scriptTask>"));
    add("script in a listener", "model-script", extension("<camunda:executionListener event=\"start\">" + script
        + "</camunda:executionListener>"));
    add("script in a task listener", "model-script", userTask("", "<camunda:taskListener event=\"create\">" + script
        + "</camunda:taskListener>"));
    for (String parameter : List.of("inputParameter", "outputParameter")) {
      add("script in " + parameter, "model-script", extension("<camunda:inputOutput><camunda:" + parameter
          + " name=\"a\">" + script + "</camunda:" + parameter + "></camunda:inputOutput>"));
      add("map in " + parameter, "model-element-refused", extension("<camunda:inputOutput><camunda:" + parameter
          + " name=\"a\"><camunda:map><camunda:entry key=\"k\">" + script + "</camunda:entry></camunda:map></camunda:"
          + parameter + "></camunda:inputOutput>"));
    }
    for (String text : List.of("${a}${b}", "x ${a}", "true", "${a} and ${b}")) {
      add("condition " + text, "model-condition", condition("", text));
    }
    add("script as condition", "model-script", condition(" language=\"groovy\"", "x"));
    add("script file as condition", "model-script", condition(" camunda:resource=\"deployment://x.groovy\"", ""));
    add("script in a flow's listener", "model-script", with(way("t", task("", "")).replace("targetRef=\"t\"/>",
        "targetRef=\"t\">" + EXTENSION.formatted("<camunda:executionListener event=\"take\">" + script
            + "</camunda:executionListener>") + "</bpmn:sequenceFlow>")));
    add("script in a called process' mapping", "model-attribute-refused", onTheWay("c",
        call("issueDocument", "deployment").replace("name=\"c\"", "camunda:variableMappingClass=\"x.Y\"")));
    add("script in a connector", "model-connector", extension("<camunda:connector><camunda:connectorId>http-connector"
        + "</camunda:connectorId></camunda:connector>"));
  }

  private void code() {
    for (String attribute : List.of("class=\"java.lang.Thread\"", "expression=\"${x}\"", "type=\"shell\"",
        "type=\"mail\"", "type=\"external\"")) {
      add("task with " + attribute, "model-code", onTheWay("t", "<bpmn:serviceTask id=\"t\" camunda:" + attribute
          + "/>"));
      add("rule task with " + attribute, "model-code", onTheWay("t", "<bpmn:businessRuleTask id=\"t\" camunda:"
          + attribute + "/>"));
    }
    for (String name : List.of("${runtimeService}", "${route}", "setState", "${setState}${setState}", "${setState.x}",
        "#{setState}", "${x ? setState : y}", "${dataSource}")) {
      add("delegate " + name, "model-delegate", onTheWay("t", task("", "").replace("${setState}", name)));
    }
    add("send task", "model-connector", onTheWay("t", "<bpmn:sendTask id=\"t\" camunda:class=\"x\"/>"));
    for (String listener : List.of("class=\"x.Y\"", "expression=\"${x}\"")) {
      add("listener with " + listener, "model-code", extension("<camunda:executionListener event=\"start\" " + listener
          + "/>"));
      add("task listener with " + listener, "model-code", userTask("", "<camunda:taskListener event=\"create\" "
          + listener + "/>"));
    }
    add("listener not registered", "model-listener", extension(
        "<camunda:executionListener event=\"start\" delegateExpression=\"${dataSource}\"/>"));
    add("delegate as task listener", "model-listener", userTask("",
        "<camunda:taskListener event=\"create\" delegateExpression=\"${setState}\"/>"));
    add("field", "model-code", extension("<camunda:field name=\"a\" stringValue=\"b\"/>"));
    add("operation", "model-element-refused", extra(definitions("<bpmn:interface id=\"i\" name=\"i\"/>"
        + process("extra", way("t", task("", ""))).replaceAll("(?s)^.*?<bpmn:process", "<bpmn:process")
        .replace("</bpmn:definitions>", ""))));
    for (String refused : List.of("${execution.processEngineServices}", "${''.class}", "${x + 1}", "${f(1)}",
        "${map['a']}", "${now()}", "${route}", "${route.group(execution)}", "${route.toString()}", "${a", "#{a.b}")) {
      add("condition " + refused, "model-expression", condition("", refused));
    }
    add("expression in a name", "model-expression-misplaced", userTask(" name=\"${x}\"", ""));
    add("person", "model-typed-person", userTask(" camunda:assignee=\"admin\"", ""));
    add("group", "model-typed-person", userTask(" camunda:candidateGroups=\"camunda-admin\"", ""));
  }

  private void forms() {
    for (String key : List.of("embedded:deployment:other.html", "embedded:app:x.html", outside + "/x.html",
        "deployment:x.form", "${x}", "embedded:deployment:frame.html?x")) {
      add("form " + key, "model-form", userTask(" camunda:formKey=\"" + key + "\"", ""));
    }
    add("form reference", "model-form", userTask(" camunda:formRef=\"x\"", ""));
    add("generated form", "model-form", userTask("", "<camunda:formData><camunda:formField id=\"f\" type=\"string\"/>"
        + "</camunda:formData>"));
    add("own frame", "release-brings-frame", graveVisit().put("frame.html", "<p>x</p>"));
    for (String type : List.of("html", "iframe", "script", "image", "button", "expression", "filepicker")) {
      add("component " + type, "model-component-refused", component("\"type\": \"" + type + "\", \"id\": \"z\""));
    }
    add("markup in a form", "model-markup", component("\"type\": \"text\", \"text\": \"<img src=x onerror=y>\""));
    add("link in a form", "model-markup", component("\"type\": \"text\", \"text\": \"[x](" + outside + ")\""));
    add("formula in a form", "model-feel", component("\"type\": \"text\", \"text\": \"=evil()\""));
    add("property of a component", "model-attribute-refused", component("\"type\": \"text\", \"onclick\": \"x\""));
    for (String pattern : List.of("^(a+)+$", "^(a|aa)+$", "^((a)+b?)*$", "^(\\\\w*)*x$", "(.)\\\\1",
        "a*a*a*a*b", "x".repeat(300))) {
      add("pattern " + pattern.substring(0, Math.min(12, pattern.length())), "model-pattern", component(
          "\"type\": \"textfield\", \"key\": \"zz\", \"label\": \"Ô\", \"validate\": {\"pattern\": \"" + pattern
              + "\"}"));
    }
    add("a thousand million empty rows", "model-value", component("\"type\": \"dynamiclist\", \"path\": \"zz\", "
        + "\"components\": [], \"defaultRepetitions\": 1000000000"));
    for (String key : List.of("__proto__.x", "constructor", "a.prototype.b")) {
      add("field " + key, "model-value", component("\"type\": \"textfield\", \"label\": \"Ô\", \"key\": \"" + key
          + "\""));
    }
    add("key twice in a form", "model-not-json", component("\"type\": \"text\", \"type\": \"html\""));
    add("deep form", "model-not-json", graveVisit().put(FORM, "{\"components\":" + "[".repeat(30) + "]".repeat(30)
        + "}"));
    add("form cut in half", "model-not-json", graveVisit().change(FORM, text -> text.substring(0, text.length() / 2)));
  }

  private void time() {
    for (String cycle : List.of("R/PT1S", "R/P1D", "R5/PT1M", "R9999/PT5M", "0 0/1 * * * ?", "R3/2026-01-01/P1D")) {
      add("cycle " + cycle, "model-timer", timer("timeCycle", cycle, ""));
    }
    for (String wait : List.of("PT1S", "PT0S", "-P1D", "P99999999Y", "x")) {
      add("duration " + wait, "model-timer", timer("timeDuration", wait, ""));
    }
    add("date", "model-timer", timer("timeDate", "soon", ""));
    add("computed date", "model-expression", timer("timeDate", "${''.class}", ""));
    add("task behind a timer", "model-not-async", timer("timeDuration", "P1D", ""));
    add("asynchronous without retries", "model-retry-missing", onTheWay("t", task(" camunda:asyncBefore=\"true\"",
        "")));
    add("endless retries", "model-retry", onTheWay("t", task(" camunda:asyncBefore=\"true\"",
        "<camunda:failedJobRetryTimeCycle>R/PT0S</camunda:failedJobRetryTimeCycle>")));
    String loop = "<bpmn:multiInstanceLoopCharacteristics%s>%s</bpmn:multiInstanceLoopCharacteristics>";
    for (String bounds : List.of("", " camunda:collection=\"${x}\"")) {
      add("loop" + bounds, bounds.isEmpty() ? "model-unbounded-loop" : "model-variable",
          onTheWay("t", task("", "").replace("</bpmn:serviceTask>", loop.formatted(bounds, "")
              + "</bpmn:serviceTask>")));
    }
    add("a thousand million times", "model-unbounded-loop", onTheWay("t", task("", "").replace("</bpmn:serviceTask>",
        loop.formatted("", "<bpmn:loopCardinality>1000000000</bpmn:loopCardinality>") + "</bpmn:serviceTask>")));
  }

  private void structure() {
    String extra = process("extra", way("t", task("", "")));
    add("id twice", "model-id-twice", with(way("t", task("", "")) + "<bpmn:manualTask id=\"t\"/>"));
    add("key of another procedure", "model-foreign-key", extra(extra.replace("\"extra\"", "\"worshipAllowance\"")));
    add("decision of another procedure", "model-foreign-key", graveVisit().put("extra.dmn",
        literal("", "1").replace("extraDecision", "worshipAllowanceAmount")));
    add("process twice", "model-key-twice", extra(extra.replace("\"extra\"", "\"levelStep\"")));
    add("two processes in a file", "model-one-process", extra(extra.replace("</bpmn:definitions>",
        "<bpmn:process id=\"second\" isExecutable=\"true\"/></bpmn:definitions>")));
    add("no history time", "model-history", extra(extra.replace(" camunda:historyTimeToLive=\"P3650D\"", "")));
    add("history for ever", "model-history", extra(extra.replace("P3650D", "P999999D")));
    add("not executable", "model-not-executable",
        extra(extra.replace("isExecutable=\"true\"", "isExecutable=\"false\"")));
    add("unknown called process", "model-call", onTheWay("c", call("nowhere", "deployment")));
    add("computed called process", "model-expression-misplaced", onTheWay("c", call("${x}", "deployment")));
    add("called process of any release", "model-value", onTheWay("c", call("issueDocument", "latest")));
    add("calling itself", "model-call-cycle", onTheWay("c", call("extra", "deployment")));
    add("calling in a circle", "model-call-cycle", onTheWay("c", call("other", "deployment")).put("other.bpmn",
        process("other", way("c", call("extra", "deployment")))));
    add("unknown decision", "model-decision", onTheWay("t", "<bpmn:businessRuleTask id=\"t\" camunda:decisionRef=\"x\""
        + " camunda:decisionRefBinding=\"deployment\"/>"));
    add("signal", "model-broadcast", onTheWay("t", "<bpmn:intermediateThrowEvent id=\"t\">"
        + "<bpmn:signalEventDefinition id=\"s\"/></bpmn:intermediateThrowEvent>"));
    add("flow to nowhere", "model-dead-end", with(way("t", task("", "")).replace("targetRef=\"end\"",
        "targetRef=\"nowhere\"")));
    add("half a line in the drawing", "model-engine-refuses", extra(extra.replace("<di:waypoint x=\"9\" y=\"9\"/>",
        "")));
    add("process in a comment alone", "field-said", graveVisit().put(DIAGRAM, graveVisit().text(DIAGRAM)
        .replace("\"graveVisit\"", "\"graveStroll\"").replace("<bpmn:process ",
            "<!-- <bpmn:process id=\"graveVisit\"> --><bpmn:process ")));
    add("process twice, in two files", "model-key-twice", graveVisit().put("second.bpmn", graveVisit().text(DIAGRAM)));
  }

  private void tables() {
    for (String language : List.of("juel", "javascript", "groovy", "python")) {
      add("table in " + language, "model-language", extraTable(literal("expressionLanguage=\"" + language + "\"",
          "1")));
    }
    for (String feel : List.of("if a then", "evil()", "a.b(1)", "function(x) x", "for i in 1..999999999 return i",
        "{f: function() external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}, r: f(1)}.r",
        "((((((((".repeat(40))) {
      add("table " + feel, "model-feel", extraTable(literal("", feel)));
    }
    add("import in a table", "model-code", graveVisit().change(TABLE, text -> text.replaceFirst("<decision ",
        "<import namespace=\"x\" locationURI=\"" + outside + "/x.dmn\" importType=\"x\"/><decision ")));
    String rule = "<rule id=\"r%d\"><outputEntry id=\"o%d\"><text>1</text></outputEntry></rule>";
    for (int rules : new int[] {5_001, 100_000}) {
      add(rules + " rules", rules > 50_000 ? "model-too-large" : "model-too-many-cells", extraTable(
          decision("extraDecision", "<decisionTable id=\"t\" hitPolicy=\"COLLECT\"><output id=\"o\" name=\"o\"/>"
              + IntStream.range(0, rules).mapToObj(i -> rule.replace("%d", "" + i)).collect(Collectors.joining())
              + "</decisionTable>")));
    }
    add("table that needs itself", "model-engine-refuses", extraTable(decision("extraDecision",
        "<informationRequirement id=\"q\"><requiredDecision href=\"#extraDecision\"/></informationRequirement>"
            + "<literalExpression id=\"l\"><text>1</text></literalExpression>")));
  }

  private void descriptions() {
    String laughs = "a: &a [x, x]\n" + IntStream.range(1, 9).mapToObj(i -> (char) ('a' + i) + ": &" + (char) ('a' + i)
        + " [*" + (char) ('a' + i - 1) + ", *" + (char) ('a' + i - 1) + "]\n").collect(Collectors.joining());
    add("aliases", "model-yaml-refused", description(text -> text + laughs));
    add("object in a description", "model-yaml-refused", description(text -> text
        + "\nx: !!javax.script.ScriptEngineManager [!!java.net.URL [\"" + outside + "\"]]\n"));
    add("key twice in a description", "model-not-yaml", description(text -> text + "\nkey: graveVisit\n"));
    add("deep description", "model-too-deep", description(text -> text + "\nx: " + "[".repeat(25) + "]".repeat(25)));
    add("unreadable description", "model-not-yaml", description(text -> text + "\n: [\n"));
    add("formula in a description", "model-feel", description(text -> text + "\nextra: {when: evil()}\n"));
    for (String feel : List.of("if a then", "evil()")) {
      add("derived " + feel, "model-feel", description(text -> text + "\nderived: {extra: '" + feel + "'}\n"));
    }
    add("unknown key in a description", "field-said", description(text -> text + "\nunknown: 1\n"));
  }

  private void templates() {
    for (String html : List.of("<script>x</script>", "<iframe src=\"x\"></iframe>", "<p onclick=\"x\">a</p>",
        "<link rel=\"stylesheet\" href=\"" + outside + "/x.css\">", "<svg><script>x</script></svg>",
        "<meta http-equiv=\"refresh\" content=\"0\">", "<form action=\"x\"></form>", "<a href=\"" + outside
            + "\">a</a>", "<base href=\"" + outside + "\">", "<object data=\"x\"></object>")) {
      add("template " + html, "model-template-element", template(html));
    }
    for (String html : List.of("<img src=\"" + outside + "/x.png\">", "<img src=\"file:///etc/passwd\">",
        "<style>@import \"" + outside + "/x.css\"</style>", "<p style=\"background:url(" + outside + ")\">a</p>",
        "<style>p { background: u\\72l(x) }</style>")) {
      add("template " + html, "model-outside", template(html));
    }
    for (String html : List.of("{{{owner.fullName}}}", "{{&owner.fullName}}", "{{=<% %>=}}")) {
      add("template " + html, "model-template-raw", template(html));
    }
    for (String html : List.of("<table><tr><td rowspan=\"2000000000\">a</td></tr></table>",
        "<table><tr><td colspan=\"{{case.year}}\">a</td></tr></table>", "<div style=\"height: 900000000px\">a</div>",
        "<div style=\"height: 9e9px\">a</div>", "<div style=\"margin-top: 999in\">a</div>",
        "<div style=\"height: {{case.year}}px\">a</div>", "<p style=\"font-size: 3em\">a</p>",
        "<style>div { font: 900% Tinos }</style>", "<p style=\"width: calc(1px * 99)\">a</p>",
        "<img width=\"99999999\" src=\"{{qr}}\">", "<img src=\"data:image/png;base64," + picture() + "\">",
        "<img src=\"data:image/png;base64,AAAA\">")) {
      add("template " + html, "model-template-size", template(html));
    }
    add("text as a style sheet", "model-template-broken", template("<style>{{> far}}</style>").put("far.html",
        "p { height: 900000000px }"));
    add("boxes within boxes", "model-too-deep", template("<div>".repeat(2_000) + "a" + "</div>".repeat(2_000)));
    add("picture by another word", "model-outside", template("<p style=\"background-image: image-set('" + outside
        + "/x.png' 1x)\">a</p>"));
    add("style sheet of a kilometer", "model-template-size", graveVisit().put("look.css", "p { height: 100000cm }"));
    add("style sheet", "model-outside", graveVisit().put("look.css", "@import \"" + outside + "/x.css\";"));
  }

  /** The head of a picture of 20,000 by 20,000 dots. */
  private static String picture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
        0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'I', 'D', 'A', 'T', 0, 0, 0, 0});
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /** What would run, but lead nowhere. */
  private void ways() {
    String groups = " camunda:candidateGroups=\"${route.group(execution, '%s')}\"";
    String frame = " camunda:formKey=\"embedded:deployment:frame.html\"";
    add("out of reach", "model-unreachable", with(way("t", task("", "")) + "<bpmn:manualTask id=\"x\"/>"
        + flow("x", "end")));
    add("in a circle", "model-dead-end", with("<bpmn:startEvent id=\"start\"/><bpmn:manualTask id=\"a\"/>"
        + "<bpmn:manualTask id=\"b\"/><bpmn:endEvent id=\"end\"/>" + flow("start", "a") + flow("a", "b")
        + flow("b", "a")));
    add("task without a form", "model-task-form", userTask(groups.formatted("DEPT_OFFICER"), ""));
    add("task for nobody", "model-task-nobody", userTask(frame, ""));
    for (String role : List.of("KING", "ADMIN", "SUPERVISOR")) {
      add("task for " + role, "model-role", userTask(frame + groups.formatted(role), ""));
    }
    add("unknown part of a step", "model-role", userTask(frame
        + groups.formatted("draw").replace("group(", "stepGroup("), ""));
    add("role in a description", "model-role", description(text -> text.replaceFirst("role: [A-Z_]+", "role: KING")));
    add("message that nobody sends", "model-message", extra(with("<bpmn:startEvent id=\"start\"/><bpmn:receiveTask "
        + "id=\"r\" messageRef=\"m\"/><bpmn:endEvent id=\"end\"/>" + flow("start", "r") + flow("r", "end"))
        .text("extra.bpmn").replace("<bpmn:process ", "<bpmn:message id=\"m\" name=\"answer\"/><bpmn:process ")));
    add("outcome without a way on", "model-outcome-unhandled",
        description(text -> text.replaceFirst("outcomes: \\[APPROVE,", "outcomes: [APPROVE, RETURN,")));
    add("outcome that no step gives", "model-outcome-never",
        graveVisit().change(DIAGRAM, text -> text.replaceFirst("outcome == 'REJECT'", "outcome == 'REJECTED'")));
    add("step without a description", "model-step-unknown", graveVisit().change(DIAGRAM,
        text -> text.replaceAll("sourceExpression=\"giveLetter\"", "sourceExpression=\"giveLetters\"")));
    add("lane with what is not there", "model-lane-unknown", graveVisit().change(DIAGRAM,
        text -> text.replaceFirst("<bpmn:flowNodeRef>[^<]*<", "<bpmn:flowNodeRef>nobody<")));
    String plain = process("extra", way("t", task("", "")));
    add("not drawn", "lint-no-bpmndi", extra(plain.replace("bpmnElement=\"t\"", "bpmnElement=\"u\"")));
    add("without a name", "lint-label-required", extra(plain.replace("id=\"t\" camunda:delegateExpression="
        + "\"${setState}\" name=\"Bước\"", "id=\"t\" camunda:delegateExpression=\"${setState}\"")));
    for (String deep : List.of("not((".repeat(15) + "1", "if (".repeat(20) + "1",
        "[".repeat(9) + "1" + "]".repeat(9))) {
      add("deep formula " + deep, "model-feel", extraTable(literal("", deep)));
    }
    String slow = "<rule id=\"r%d\"><outputEntry id=\"o%d\"><text>if [if [if [if [if [if [if [1</text></outputEntry>"
        + "</rule>";
    add("many slow formulas", "model-feel", extraTable(decision("extraDecision", "<decisionTable id=\"t\" "
        + "hitPolicy=\"COLLECT\"><output id=\"o\" name=\"o\"/>" + IntStream.range(0, 200)
            .mapToObj(i -> slow.replace("%d", "" + i)).collect(Collectors.joining()) + "</decisionTable>")));
  }

  /** What is read, but is not there or is something else. */
  private void fields() {
    add("field that no form has", "model-field-unknown", description(text ->
        text.replace("replace(martyr.certificateNumber", "replace(martyr.certificateNo")));
    add("answer that no step gives", "model-field-unknown", graveVisit().change(TABLE, text ->
        text.replaceFirst("confirmVisit.distanceKm", "confirmVisit.miles")));
    add("section that does not end", "model-template-broken", template("{{#relatives}}<p>a</p>"));
    add("part that is not there", "model-template-broken", template("{{> nowhere}}"));
    add("sections within sections", "model-template-broken", template("{{#a}}".repeat(5_000) + "{{/a}}".repeat(5_000)));
    add("tag for a field that no form has", "model-field-unknown", template("<p>{{confirmVisit.nothing}}</p>"));
    add("number compared with a text", "model-field-type",
        extraTable(literal("", "confirmVisit.distanceKm = \"far\"")));
    add("text compared with a number", "model-field-type", extraTable(literal("", "martyr.fullName = 5")));
    add("option that a field does not have", "model-field-option",
        extraTable(literal("", "applicant.idType = \"LIBRARY_CARD\"")));
    String table = "<decisionTable id=\"t\"><input id=\"i\"><inputExpression id=\"ie\"><text>applicant.idType</text>"
        + "</inputExpression></input><output id=\"o\" name=\"o\"/><rule id=\"r\"><inputEntry id=\"c\"><text>%s</text>"
        + "</inputEntry><outputEntry id=\"x\"><text>1</text></outputEntry></rule></decisionTable>";
    for (String cell : List.of("\"LIBRARY_CARD\"", "not(\"LIBRARY_CARD\")", "&gt; 5")) {
      add("cell " + cell, cell.startsWith("&") ? "model-field-type" : "model-field-option",
          extraTable(decision("extraDecision", table.formatted(cell))));
    }
  }

  /** What would keep the engine busy without anybody doing anything. */
  private void bounds() {
    String round = "<bpmn:startEvent id=\"start\"/><bpmn:exclusiveGateway id=\"j\"/>%s<bpmn:exclusiveGateway id=\"g\" "
        + "default=\"g_j\"/><bpmn:endEvent id=\"end\"/>" + flow("start", "j") + flow("j", "a") + flow("a", "g")
        + flow("g", "j") + "<bpmn:sequenceFlow id=\"out\" sourceRef=\"g\" targetRef=\"end\"><bpmn:conditionExpression "
        + "xsi:type=\"bpmn:tFormalExpression\">${a == 'x'}</bpmn:conditionExpression></bpmn:sequenceFlow>";
    add("round without a stay", "model-endless", with(round.formatted("<bpmn:manualTask id=\"a\"/>")));
    add("round over a moment that has come", "model-endless", with(round.formatted("<bpmn:intermediateCatchEvent "
        + "id=\"a\"><bpmn:timerEventDefinition id=\"d\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">2020-01-01"
        + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")));
    add("round over a called process that stays nowhere", "model-endless", with(round.formatted(
        call("other", "deployment").replace("\"c\"", "\"a\""))).put("other.bpmn", process("other", way("t", task("",
            "")))));
    add("round over a sub-process that stays nowhere", "model-endless", with(round.formatted("<bpmn:subProcess "
        + "id=\"a\"><bpmn:startEvent id=\"s2\"/><bpmn:endEvent id=\"e2\"/>" + flow("s2", "e2")
        + "</bpmn:subProcess>")));
    add("round over an asynchronous task", "model-endless", with(round.formatted(task(" camunda:asyncBefore=\"true\"",
        "<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>").replace("\"t\"", "\"a\""))));
    String twice = IntStream.range(0, 30).mapToObj(i -> "<bpmn:parallelGateway id=\"p" + i + "\"/><bpmn:manualTask "
        + "id=\"y" + i + "\"/><bpmn:exclusiveGateway id=\"m" + i + "\"/>" + flow(i == 0 ? "start"
        : "m" + (i - 1), "p" + i)
        + flow("p" + i, "m" + i) + flow("p" + i, "y" + i) + flow("y" + i, "m" + i)).collect(Collectors.joining());
    add("each way becomes two, thirty times", "model-unjoined", with("<bpmn:startEvent id=\"start\"/>" + twice
        + "<bpmn:endEvent id=\"end\"/>" + flow("m29", "end")));
    add("reminder that becomes a case of its own", "model-unjoined", with("<bpmn:startEvent id=\"start\"/>"
        + "<bpmn:userTask id=\"a\"/><bpmn:boundaryEvent id=\"w\" attachedToRef=\"a\" cancelActivity=\"false\">"
        + "<bpmn:timerEventDefinition id=\"d\"><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R9/P1D"
        + "</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:exclusiveGateway id=\"m\"/>"
        + "<bpmn:endEvent id=\"end\"/>" + flow("start", "a") + flow("a", "m") + flow("w", "m") + flow("m", "end")));
    Folder calls = graveVisit();
    for (int i = 0; i < 40; i++) {
      String one = i == 39 ? "<bpmn:manualTask id=\"c\"/>" : call("p" + (i + 1), "deployment");
      calls.put("p" + i + ".bpmn", process("p" + i, "<bpmn:startEvent id=\"start\"/>" + one + one.replace("\"c\"",
          "\"c2\"") + "<bpmn:endEvent id=\"end\"/>" + flow("start", "c") + flow("c", "c2") + flow("c2", "end")));
    }
    add("calls that call twice", "model-too-many-calls", calls);
    String loop = "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"relatives\"/>";
    String inner = task("", "").replace("</bpmn:serviceTask>", loop + "</bpmn:serviceTask>");
    add("loop within a loop", "model-loop-in-loop", onTheWay("o", "<bpmn:subProcess id=\"o\">" + loop
        + "<bpmn:startEvent id=\"s2\"/>" + inner + "<bpmn:endEvent id=\"e2\"/>" + flow("s2", "t") + flow("t", "e2")
        + "</bpmn:subProcess>"));
    add("loop within a called process of a loop", "model-loop-in-loop", onTheWay("c", call("other", "deployment")
        .replace("/>", ">" + loop + "</bpmn:callActivity>")).put("other.bpmn", process("other", way("t", inner))));
  }

  /** Whose case a model works at is not for the model to say. */
  private void others() {
    for (String name : List.of("caseCode", "commune", "hasDivision", "route", "setState")) {
      add("input " + name, "model-variable-carried", extension("<camunda:inputOutput><camunda:inputParameter name=\""
          + name + "\">HS-1</camunda:inputParameter></camunda:inputOutput>"));
    }
    add("output caseCode", "model-variable-carried", extension("<camunda:inputOutput><camunda:outputParameter "
        + "name=\"caseCode\">HS-1</camunda:outputParameter></camunda:inputOutput>"));
    for (String handed : List.of("<camunda:in sourceExpression=\"HS-1\" target=\"caseCode\"/>",
        "<camunda:in source=\"other\" target=\"commune\"/>", "<camunda:out source=\"outcome\" target=\"caseCode\"/>",
        "<camunda:in businessKey=\"HS-1\"/>", "<camunda:in businessKey=\"${other}\"/>")) {
      add("handed on: " + handed, "model-variable-carried", onTheWay("c", call("issueDocument", "deployment")
          .replace("/>", ">" + EXTENSION.formatted(handed) + "</bpmn:callActivity>")));
    }
    add("entries called caseCode", "model-variable-carried", onTheWay("t", task("", "").replace("</bpmn:serviceTask>",
        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"relatives\" camunda:elementVariable=\"caseCode\"/>"
            + "</bpmn:serviceTask>")));
    add("result called caseCode", "model-variable-carried", onTheWay("t", "<bpmn:businessRuleTask id=\"t\" "
        + "camunda:decisionRef=\"graveVisitAmount\" camunda:decisionRefBinding=\"deployment\" "
        + "camunda:resultVariable=\"caseCode\"/>"));
    String groups = " camunda:candidateGroups=\"%s\"";
    for (String group : List.of("${route.group(execution, 'DEPT_OFFICER')},camunda-admin",
        "${route.group(execution, 'DEPT_OFFICER')}${route.group(execution, 'CLERK')}")) {
      add("groups " + group, "model-typed-person", userTask(groups.formatted(group), ""));
    }
    add("priority beyond all numbers", "model-value", userTask(" camunda:priority=\"99999999999\"", ""));
    for (String begins : List.of("<bpmn:messageEventDefinition id=\"d\" messageRef=\"m\"/>",

        "<bpmn:timerEventDefinition id=\"d\"><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R9/P1D"
            + "</bpmn:timeCycle></bpmn:timerEventDefinition>")) {
      add("begins by itself: " + begins.substring(6, 11), "model-start", with(way("t", task("", "")).replace(
          "<bpmn:startEvent id=\"start\"/>", "<bpmn:startEvent id=\"start\">" + begins + "</bpmn:startEvent>"))
          .change(Folder.EXTRA, text -> text.replace("<bpmn:process ",
              "<bpmn:message id=\"m\" name=\"applicantWithdrew\"/><bpmn:process ")));
    }
    for (String hidden : List.of("\u202E", "&#x202E;", "&#8238;", "\u2066")) {
      add("letters that turn " + hidden.length() + hidden.codePointAt(0), "model-hidden",
          onTheWay("t", task(" name=\"a" + hidden + "b\"", "")));
    }
  }

  /** FEEL that can be read at once and not be worked out in a lifetime. */
  private void sums() {
    for (String feel : List.of("for i in 1..1000, j in 1..1000, k in 1..1000 return i",
        "count(for i in 1..1000 return for j in 1..1000 return for k in 1..1000 return 1)",
        "some i in 1..1000, j in 1..1000, k in 1..1000 satisfies i + j + k = 0",
        "{a: \"xxxxxxxxxx\", b: a+a+a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b+b+b, d: c+c+c+c+c+c+c+c+c+c, "
            + "e: d+d+d+d+d+d+d+d+d+d, f: e+e+e+e+e+e+e+e+e+e, g: f+f+f+f+f+f+f+f+f+f}.g",
        "string join(for i in 1..1000, j in 1..1000 return \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\", \"\")")) {
      add("too much: " + feel, "model-feel-too-much", extraTable(literal("", feel)));
    }
    for (String feel : List.of("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\")",
        "replace(\"a\", \"(a|aa)+$\", \"\")", "split(\"a\", \"(a+)+b\")", "extract(\"a\", \"(.*)*x\")",
        "matches(pattern: \"(a+)+$\", input: \"a\")",
        "matches(\"a\", applicant.fullName)", "decimal(1, 2000000000)", "round up(1/3, 2000000000)",
        "decimal(n: 1, scale: 2000000000)", "floor(10 ** 999999999)", "floor(number(\"1E999999999\"))",
        "random number()", "today()", "years and months duration(applicant.dateOfBirth, now()).years",
        "for i in 1..60 return if i = 1 then \"x\" else string join(partial)")) {
      add("for ever: " + feel, "model-feel", extraTable(literal("", feel)));
    }
    add("derived values that double", "model-feel-too-much", description(text -> text
        + "\nderived:\n  z0: '\"xxxxxxxxxx\"'\n"
        + IntStream.range(1, 40).mapToObj(i -> "  z" + i + ": z" + (i - 1) + " + z" + (i - 1) + "\n")
            .collect(Collectors.joining())));
    String chain = IntStream.range(0, 40).mapToObj(i -> "<decision id=\"q" + i + "\" name=\"n\"><variable id=\"v" + i
        + "\" name=\"r" + i + "\"/>" + (i == 0 ? "" : "<informationRequirement id=\"i" + i + "\"><requiredDecision "
            + "href=\"#q" + (i - 1) + "\"/></informationRequirement>") + "<literalExpression id=\"l" + i + "\"><text>"
        + (i == 0 ? "\"xxxxxxxxxx\"" : "r" + (i - 1) + " + r" + (i - 1)) + "</text></literalExpression></decision>")
        .collect(Collectors.joining());
    add("decisions that double", "model-feel-too-much", extraTable(literal("", "1").replace("</definitions>", chain
        + "</definitions>")));
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("extra.bpmn"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
