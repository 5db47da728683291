package vn.trian.workflow.modelgate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.workflow.modelgate.FeelCost.Amount;

/** What a decision table may hold: FEEL, and not too much of it. */
final class DmnCheck {

  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  /** Most cells of a file. */
  static final int CELLS = 5_000;
  /** Hit policies with which several rules of a table count. */
  private static final Set<String> MANY = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

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
    if (root.all(DMN, "requiredDecision").findAny().isPresent()) {
      results(feel);
    }
    root.all(DMN, "requiredDecision").filter(each -> !each.get("href").matches("#[A-Za-z_][A-Za-z0-9_.-]*"))
        .forEach(each -> findings.addAt(file, each.place(), "model-outside"));
  }

  /** What one decision makes the next can make more of: a text doubled forty times, each time by another one. */
  private void results(FeelCheck feel) {
    Map<String, Amount> known = new HashMap<>();
    Map<String, XmlElement> byId = root.all(DMN, "decision")
        .collect(Collectors.toMap(each -> each.get("id"), each -> each, (one, twice) -> one));
    byId.values().stream().filter(each -> result(each, byId, known, feel).isTooMuch()).findFirst()
        .ifPresent(each -> findings.feel(file, each.place(), each.get("name"), FeelCost.TOO_MUCH));
  }

  private static Amount result(XmlElement decision, Map<String, XmlElement> byId, Map<String, Amount> known,
      FeelCheck feel) {
    Amount before = known.putIfAbsent(decision.get("id"), Amount.ONE);
    if (before != null) {
      return before;
    }
    Map<String, Amount> asked = new HashMap<>();
    decision.all(DMN, "requiredDecision").map(each -> byId.get(each.get("href").replace("#", "")))
        .filter(Objects::nonNull).forEach(other -> {
          Amount most = result(other, byId, known, feel);
          Stream.concat(other.all(DMN, "output"), other.all(DMN, "variable"))
              .forEach(each -> asked.put(each.get("name"), most.named()));
        });
    // of most tables one rule counts
    boolean all = decision.all(DMN, "decisionTable").anyMatch(each -> MANY.contains(each.get("hitPolicy")));
    Amount most = Stream.concat(decision.all(DMN, "outputEntry"), decision.all(DMN, "literalExpression"))
        .map(DmnCheck::text).filter(text -> !text.isEmpty()).map(feel::parsed).filter(Objects::nonNull)
        .map(each -> feel.amount(each, asked))
        .reduce(Amount.ONE, (one, other) -> all ? one.and(other) : one.or(other));
    known.put(decision.get("id"), most);
    return most;
  }

  private static String text(XmlElement expression) {
    return expression.children().stream().filter(child -> child.localName().equals("text"))
        .map(XmlElement::text).findFirst().orElse("");
  }

  XmlElement root() {
    return root;
  }

  List<String> decisions() {
    return root.all(DMN, "decision").map(each -> each.get("id")).toList();
  }

  private void feel(String element, UnaryOperator<String> refusedIn, boolean mayBeEmpty) {
    root.all(DMN, element).forEach(each -> {
      String text = text(each);
      String refused = text.isEmpty() ? null : refusedIn.apply(text);
      if (text.isEmpty() && !mayBeEmpty) {
        findings.addAt(file, each.place(), "model-feel-missing");
      } else {
        findings.feel(file, each.place(), text, refused);
      }
    });
  }
}
