package vn.trian.workflow.modelgate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureReader;
import vn.trian.shared.Label;

/**
 * Whether what officers and citizens read is Vietnamese with its marks. Nobody can be sure by looking at letters, so
 * what seems English or unmarked is doubtful, not wrong.
 */
final class TextCheck {

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
  private static final Pattern MARKED = Pattern.compile("[\\p{M}đĐ]");
  private static final int FEW = 2;
  /** Words of drawings and buttons that no Vietnamese word looks like. */
  private static final Set<String> ENGLISH = Set.of("approve", "approved", "reject", "rejected", "confirm",
      "check", "task", "start", "end", "event", "file", "name", "date", "send", "receive", "yes", "new", "review",
      "submit", "sign", "request", "decision", "step", "activity", "gateway", "process", "application",
      "applicant", "payment", "pay", "the", "of", "and", "document", "officer", "done", "return", "reason", "flow",
      "lane", "pool", "calculate", "amount", "case", "form", "commune", "department", "division");

  private final Findings findings;

  TextCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Procedure procedure, Map<String, Diagram> diagrams) {
    diagrams.forEach((file, diagram) -> diagram.all().filter(each -> Diagram.isNode(each) || Diagram.is(each, "lane")
        || Diagram.is(each, "participant") || Diagram.is(each, "sequenceFlow") || Diagram.is(each, "process"))
        .forEach(each -> text(file, each.get("id").isEmpty() ? each.place() : each.get("id"), each.get("name"))));
    label("name", procedure.name());
    label("resultName", procedure.resultName());
    procedure.steps().forEach((id, step) -> label("steps." + id + ".name", step.name()));
    procedure.outcomes().forEach((id, outcome) -> label("outcomes." + id + ".label", outcome.label()));
    procedure.papers().forEach(paper -> label("papers." + paper.id() + ".name", paper.name()));
    procedure.refusalReasons().forEach(each -> label("refusalReasons." + each.code() + ".name", each.name()));
    procedure.documents().forEach((id, document) -> label("documents." + id + ".name", document.name()));
    procedure.forms().values().forEach(form -> form(form.name() + ".form", form.components()));
  }

  private void form(String file, List<FormComponent> components) {
    for (FormComponent each : components) {
      String place = each.key() == null ? each.id() : each.key();
      if (each.label() != null) {
        text(file, String.valueOf(place), each.label().vi());
      }
      each.options().forEach(option -> text(file, String.valueOf(place), option.label().vi()));
      form(file, each.components());
    }
  }

  private void label(String place, Label label) {
    if (label != null) {
      text(ProcedureReader.PROCEDURE, place, label.vi());
    }
  }

  private void text(String file, String place, String text) {
    if (text != null && isForeign(text)) {
      findings.warnAt(file, place, "model-text-english", text);
    }
  }

  /** True for several words without a single mark, and for a word that is English. */
  static boolean isForeign(String text) {
    if (MARKED.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).find()) {
      return false;
    }
    Matcher word = WORD.matcher(text);
    int words = 0;
    while (word.find()) {
      String each = word.group();
      if (ENGLISH.contains(each.toLowerCase(Locale.ROOT))) {
        return true;
      }
      // abbreviations are the same in every language
      words += each.length() > 1 && !each.equals(each.toUpperCase(Locale.ROOT)) ? 1 : 0;
    }
    return words > FEW;
  }
}
