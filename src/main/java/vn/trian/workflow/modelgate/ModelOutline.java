package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** What stands in a model, by id: enough to tell two versions of it apart. The drawing itself is left aside. */
public final class ModelOutline {

  private static final Set<String> TRANSPARENT = Set.of("extensionElements", "inputOutput");

  private ModelOutline() {}

  /**
   * An element of a diagram.
   *
   * @param type   as BPMN calls it, such as {@code userTask}
   * @param name   as it is written in the diagram, empty for none
   * @param drawn  whether it has a place in the drawing
   * @param values all that it says beside its name: attributes, conditions, inputs and outputs, by where it stands
   */
  public record Element(String type, String name, boolean drawn, Map<String, String> values) {}

  /**
   * A decision table.
   *
   * @param columns labels of inputs, then of outputs
   * @param rules   cells of each rule in the same order, behind them the note of the rule, if any
   */
  public record Table(String name, String hitPolicy, List<String> columns, List<List<String>> rules) {}

  /** Elements of a diagram by id; empty for what is no diagram. */
  public static Map<String, Element> diagram(String file, byte[] bytes) {
    Map<String, Element> elements = new LinkedHashMap<>();
    root(file, bytes).ifPresent(root -> {
      Set<String> drawn = root.all().map(each -> each.get("bpmnElement")).collect(Collectors.toSet());
      root.all().filter(each -> each.name().getNamespaceURI().equals(BpmnCheck.BPMN) && !each.get("id").isEmpty()
          && !each.localName().equals("definitions")).forEach(each -> elements.put(each.get("id"),
              new Element(each.localName(), each.get("name"), drawn.contains(each.get("id")), values(each))));
    });
    return elements;
  }

  /** Decision tables by id of their decision; empty for what has none. */
  public static Map<String, Table> tables(String file, byte[] bytes) {
    Map<String, Table> tables = new LinkedHashMap<>();
    root(file, bytes).ifPresent(root -> root.all().filter(each -> each.localName().equals("decision"))
        .forEach(decision -> decision.children().stream().filter(each -> each.localName().equals("decisionTable"))
            .findFirst().ifPresent(table -> tables.put(decision.get("id"), table(decision, table)))));
    return tables;
  }

  private static Table table(XmlElement decision, XmlElement table) {
    List<String> columns = new ArrayList<>();
    List<List<String>> rules = new ArrayList<>();
    for (XmlElement each : table.children()) {
      switch (each.localName()) {
        case "input", "output" -> columns.add(each.get("label").isEmpty() ? each.get("name") : each.get("label"));
        case "rule" -> rules.add(each.all().filter(cell -> cell.localName().equals("text")
            || cell.localName().equals("description")).map(XmlElement::text).toList());
        default -> { }
      }
    }
    return new Table(decision.get("name"), table.get("hitPolicy"), columns, rules);
  }

  /** Everything inside an element that has no id of its own, and its own attributes. */
  private static Map<String, String> values(XmlElement element) {
    Map<String, String> values = new TreeMap<>();
    element.attributes().forEach((name, value) -> {
      if (!Set.of("id", "name").contains(name.getLocalPart()) || !name.getNamespaceURI().isEmpty()) {
        values.put(name.getLocalPart(), value);
      }
    });
    inner(element, "", values);
    return values;
  }

  private static void inner(XmlElement element, String path, Map<String, String> values) {
    for (XmlElement child : element.children()) {
      boolean aside = Set.of("incoming", "outgoing", "flowNodeRef").contains(child.localName());
      boolean own = child.name().getNamespaceURI().equals(BpmnCheck.BPMN) && !child.get("id").isEmpty();
      if (aside || own && !child.localName().endsWith("Definition")) {
        continue;
      }
      String at = path + (TRANSPARENT.contains(child.localName()) ? "" : (path.isEmpty() ? "" : " ")
          + child.localName() + child.attributes().entrySet().stream()
              .filter(each -> each.getKey().equals(new QName("name")) || each.getKey().equals(new QName("target")))
              .map(each -> " " + each.getValue()).collect(Collectors.joining()));
      child.attributes().forEach((name, value) -> {
        if (!Set.of("id", "name", "target").contains(name.getLocalPart())) {
          values.merge(at + " " + name.getLocalPart(), value, (one, other) -> one + "; " + other);
        }
      });
      if (!child.text().isEmpty()) {
        values.merge(at, child.text(), (one, other) -> one + "; " + other);
      }
      inner(child, at, values);
    }
  }

  private static Optional<XmlElement> root(String file, byte[] bytes) {
    Findings findings = new Findings();
    return PlainText.of(file, bytes, findings).flatMap(text -> XmlReader.read(file, text, findings));
  }
}
