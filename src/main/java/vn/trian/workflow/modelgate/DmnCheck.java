package vn.trian.workflow.modelgate;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a decision table may hold: FEEL, and not too much of it. */
final class DmnCheck {

  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  /** Most cells of a file. */
  static final int CELLS = 5_000;

  private static final Map<String, String> NAMESPACES = Map.of(
      "d", DMN, "c", "http://camunda.org/schema/1.0/dmn", "m", "http://camunda.org/schema/modeler/1.0",
      "i", "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dc", "http://www.omg.org/spec/DMN/20180521/DC/",
      "di", "http://www.omg.org/spec/DMN/20180521/DI/", "b", "http://bpmn.io/schema/dmn/biodi/2.0");

  private static final AllowList ALLOWED = new AllowList(NAMESPACES, "d", """
      definitions id name namespace exporter exporterVersion m:executionPlatform m:executionPlatformVersion
      decision id name c:historyTimeToLive=KEPT c:versionTag
      description,question,allowedAnswers #
      variable id name typeRef
      informationRequirement id
      requiredDecision,requiredInput href
      inputData id name
      decisionTable id hitPolicy aggregation preferredOrientation outputLabel b:annotationsWidth
      input id label c:inputVariable=VARIABLE b:width
      output id label name typeRef b:width
      inputExpression,literalExpression id typeRef expressionLanguage=FEEL_ONLY
      inputEntry,outputEntry id expressionLanguage=FEEL_ONLY
      inputValues,outputValues id expressionLanguage=FEEL_ONLY
      rule id
      text #
      i:DMNDI
      i:DMNDiagram id name
      i:DMNShape id dmnElementRef isCollapsed
      i:DMNEdge id dmnElementRef
      i:DMNLabel id
      dc:Bounds x y width height
      di:waypoint x y
      """);

  private final String file;
  private final XmlElement root;
  private final Findings findings;

  DmnCheck(String file, XmlElement root, Findings findings) {
    this.file = file;
    this.root = root;
    this.findings = findings;
  }

  void check(Register register, FeelCheck feel) {
    if (!root.name().getNamespaceURI().equals(DMN) || !root.localName().equals("definitions")) {
      boolean table = root.localName().equals("definitions") && root.name().getNamespaceURI().contains("DMN");
      findings.add(file, table ? "model-table-version" : "model-wrong-kind", "DMN 1.3");
      return;
    }
    new AllowedXml(file, ALLOWED, new Values(file, register, findings), findings).check(root);
    long cells = root.all(DMN, "inputEntry").count() + root.all(DMN, "outputEntry").count();
    if (cells > CELLS) {
      findings.add(file, "model-too-many-cells", CELLS, cells);
      return;
    }
    feel("inputEntry", feel::refusedInTests, true);
    feel("outputEntry", feel::refusedIn, true);
    feel("inputExpression", feel::refusedIn, false);
    feel("literalExpression", feel::refusedIn, false);
    root.all(DMN, "requiredDecision").filter(each -> !each.get("href").matches("#[A-Za-z_][A-Za-z0-9_.-]*"))
        .forEach(each -> findings.addAt(file, each.place(), "model-outside"));
  }

  XmlElement root() {
    return root;
  }

  List<String> decisions() {
    return root.all(DMN, "decision").map(each -> each.get("id")).toList();
  }

  private void feel(String element, UnaryOperator<String> refusedIn, boolean mayBeEmpty) {
    root.all(DMN, element).forEach(each -> {
      String text = each.children().stream().filter(child -> child.localName().equals("text"))
          .map(XmlElement::text).findFirst().orElse("");
      String refused = text.isEmpty() ? null : refusedIn.apply(text);
      if (text.isEmpty() && !mayBeEmpty) {
        findings.addAt(file, each.place(), "model-feel-missing");
      } else if (refused != null) {
        findings.addAt(file, each.place(), "model-feel", text, refused);
      }
    });
  }
}
