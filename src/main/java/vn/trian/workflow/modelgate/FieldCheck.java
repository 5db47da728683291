package vn.trian.workflow.modelgate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.Ref;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.Step;

/**
 * Holds what expressions, tables and templates read against the fields of the forms: each has to be there, and what it
 * is compared with has to be of its kind.
 */
final class FieldCheck {

  /** What is at hand in every expression beside the answers. */
  private static final Set<String> AT_HAND = Set.of("case", "subjectKey", "registry", "outcome");
  private static final Set<String> OF_A_DATE = Set.of("year", "month", "day", "weekday");
  /** Names that a document has beside the answers; where a form uses them too, the document's own is meant. */
  private static final Set<String> OF_DOCUMENTS = Set.of("document", "office", "signer", "case", "owner", "submitter",
      "procedure", "papers", "items", "reason", "lines", "total", "totals", "handOvers", "deadline", "recipients",
      "subject");
  private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([#^/]?)\\s*([A-Za-z][\\w.]*)\\s*}}");

  private final Procedure procedure;
  private final ProcedureFiles files;
  private final FeelCheck feel;
  private final Findings findings;
  /** Fields by path, those of steps behind the step's id; without the brackets of lists. */
  private final Map<String, FormComponent> fields = new HashMap<>();
  private final Set<String> roots = new HashSet<>();
  /** What stands inside lists, which filters and sections name alone. */
  private final Set<String> ofItems = new HashSet<>();

  FieldCheck(Procedure procedure, ProcedureFiles files, FeelCheck feel, Findings findings) {
    this.procedure = procedure;
    this.files = files;
    this.feel = feel;
    this.findings = findings;
    know("", procedure.forms().get(procedure.startForm()));
    procedure.steps().forEach((id, step) -> {
      roots.add(id);
      for (Step.Part part : Arrays.asList(step.prepare(), step.check(), step.sign())) {
        if (part != null && part.form() != null) {
          know(id + ".", procedure.forms().get(part.form()));
        }
      }
    });
  }

  private void know(String prefix, FormSchema form) {
    if (form == null) {
      return;
    }
    form.byPath().forEach((path, component) -> {
      String plain = prefix + path.replace("[]", "");
      fields.putIfAbsent(plain, component);
      roots.add(head(plain));
      int list = path.lastIndexOf("[].");
      if (list >= 0) {
        ofItems.addAll(Arrays.asList(path.substring(list + 3).split("\\.")));
      }
      if (component.source() != null && component.source().startsWith("rows:")) {
        fields.putIfAbsent(plain + "Row", component);
      }
    });
  }

  private static String head(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  void check(Map<String, XmlElement> tables) {
    YamlFile.expressions(files.text(ProcedureReader.PROCEDURE).orElse(""), (place, text) ->
        expression(ProcedureReader.PROCEDURE, place, text, Set.of()));
    tables.forEach(this::table);
    procedure.documents().values().stream().filter(each -> each != null && each.template() != null)
        .map(each -> each.template() + ".html").distinct().filter(files::has).forEach(this::template);
  }

  private void table(String file, XmlElement root) {
    Set<String> own = root.all().filter(each -> each.name().getNamespaceURI().equals(DmnCheck.DMN))
        .flatMap(each -> Stream.of(each.get("id"), each.get("name"))).filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
    root.all(DmnCheck.DMN, "decisionTable").forEach(table -> {
      List<XmlElement> inputs = table.children().stream().filter(each -> each.localName().equals("input")).toList();
      List<List<String>> read = inputs.stream().map(each -> path(text(each.children().stream()
          .filter(inner -> inner.localName().equals("inputExpression")).findFirst().orElse(each)))).toList();
      for (XmlElement input : inputs) {
        input.children().stream().filter(each -> each.localName().equals("inputExpression"))
            .forEach(each -> expression(file, input.place(), text(each), own));
      }
      table.children().stream().filter(each -> each.localName().equals("rule")).forEach(rule -> {
        List<XmlElement> cells = rule.children().stream()
            .filter(each -> each.localName().equals("inputEntry")).toList();
        for (int i = 0; i < Math.min(cells.size(), read.size()); i++) {
          tests(file, cells.get(i).place(), text(cells.get(i)), read.get(i), own);
        }
        rule.children().stream().filter(each -> each.localName().equals("outputEntry"))
            .forEach(each -> expression(file, each.place(), text(each), own));
      });
    });
    root.all(DmnCheck.DMN, "literalExpression").forEach(each -> expression(file, each.place(), text(each), own));
  }

  private static String text(XmlElement element) {
    return element.children().stream().filter(each -> each.localName().equals("text")).map(XmlElement::text)
        .findFirst().orElse("");
  }

  /** The path that an expression consists of; null for any other. */
  private List<String> path(String expression) {
    return feel.parsed(expression) instanceof Ref ref ? FeelNames.path(ref) : null;
  }

  private void expression(String file, String place, String text, Set<String> own) {
    String plain = text.strip();
    Object parsed = feel.parsed(plain.startsWith("=") ? plain.substring(1) : plain);
    if (parsed != null) {
      names(file, place, FeelNames.of(parsed, null), own);
    }
  }

  private void tests(String file, String place, String text, List<String> input, Set<String> own) {
    Object parsed = text.isEmpty() ? null : feel.parsedTests(text);
    if (parsed != null) {
      names(file, place, FeelNames.of(parsed, input), own);
    }
  }

  private void names(String file, String place, FeelNames names, Set<String> own) {
    for (List<String> path : names.read()) {
      String head = path.get(0);
      if (own.contains(head) || AT_HAND.contains(head) || procedure.derived().containsKey(head)) {
        continue;
      }
      if (!roots.contains(head)) {
        if (!ofItems.contains(head)) {
          findings.warnAt(file, place, "model-name-unknown", head);
        }
      } else if (!isKnown(String.join(".", path))) {
        findings.addAt(file, place, "model-field-unknown", String.join(".", path));
      }
    }
    names.compared().forEach(each -> compared(file, place, each));
  }

  private boolean isKnown(String path) {
    int dot = path.lastIndexOf('.');
    String group = dot < 0 ? "" : path.substring(0, dot);
    String last = path.substring(dot + 1);
    return procedure.steps().containsKey(path) || fields.containsKey(path)
        || fields.keySet().stream().anyMatch(each -> each.startsWith(path + "."))
        || fields.containsKey(group) && OF_A_DATE.contains(last)
            && fields.get(group).type() == FormComponent.Type.DATETIME
        || fields.containsKey(group) && last.equals("recordId") && fields.get(group).lookup() != null
        || fields.containsKey(group) && group.endsWith("Row");
  }

  private void compared(String file, String place, FeelNames.Comparison comparison) {
    String path = String.join(".", comparison.path());
    FormComponent field = fields.get(path);
    if (field == null) {
      return;
    }
    Object to = comparison.to();
    boolean fits = switch (field.type()) {
      case NUMBER -> to instanceof Double;
      case CHECKBOX -> to instanceof Boolean;
      case TEXTFIELD, TEXTAREA, SELECT, RADIO, DATETIME -> to instanceof String;
      default -> true;
    };
    if (!fits) {
      findings.addAt(file, place, "model-field-type", path, to, field.type().name().toLowerCase(Locale.ROOT));
    } else if (field.type().isChoice() && !field.options().isEmpty()
        && field.options().stream().noneMatch(option -> option.value().equals(to))) {
      findings.addAt(file, place, "model-field-option", path, to, field.options().stream()
          .map(option -> option.value()).collect(Collectors.joining(", ")));
    }
  }

  /** Only what begins with the name of a field or step is judged; all else comes from the case and the office. */
  private void template(String file) {
    Matcher tag = TAG.matcher(files.text(file).orElse(""));
    Set<String> told = new HashSet<>();
    while (tag.find()) {
      String path = tag.group(2);
      if (path.indexOf('.') > 0 && roots.contains(head(path)) && !ofItems.contains(head(path))
          && !OF_DOCUMENTS.contains(head(path)) && !isKnown(path) && told.add(path)) {
        findings.addAt(file, "{{" + path + "}}", "model-field-unknown", path);
      }
    }
  }
}
