package vn.trian.modeladmin;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.Change.Said;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelOutline;

/**
 * What the files of one release say otherwise than those of another, as far as the records of the procedure do not
 * tell it: diagrams, decisions, printed words, texts of forms. Of any other file only that it changed.
 */
final class FileDifference {

  private final Changes changes;
  private final RecordDifference records;
  private final ModelDifference models;
  private final Procedure procedure;
  private final ProcedureFiles before;
  private final ProcedureFiles after;

  /** @param procedure the later release, whose steps give the forms their names */
  FileDifference(Changes changes, ModelDifference models, Procedure procedure, ProcedureFiles before,
      ProcedureFiles after) {
    this.changes = changes;
    this.records = new RecordDifference(changes);
    this.models = models;
    this.procedure = procedure;
    this.before = before;
    this.after = after;
  }

  /** Looks at every file of either release. */
  void files() {
    Set<String> names = new LinkedHashSet<>(before.names());
    names.addAll(after.names());
    for (String name : names) {
      byte[] one = before.bytes(name).orElse(null);
      byte[] other = after.bytes(name).orElse(null);
      if (!Arrays.equals(one, other)) {
        file(name, one == null ? new byte[0] : one, other == null ? new byte[0] : other,
            one == null ? Kind.ADDED : other == null ? Kind.REMOVED : Kind.CHANGED);
      }
    }
  }

  private void file(String name, byte[] one, byte[] other, Kind kind) {
    int told = changes.count();
    if (name.endsWith(".bpmn")) {
      models.diagram(ModelOutline.diagram(name, one), ModelOutline.diagram(name, other));
    } else if (name.endsWith(".dmn")) {
      records.compare(Area.DECISIONS, "decision", ModelOutline.tables(name, one), ModelOutline.tables(name, other),
          table -> Label.same(table.name()), models::table);
    } else if (kind == Kind.CHANGED && name.endsWith(".html")) {
      TextDifference.ofTemplates(one, other).forEach(each -> words(name, each));
    } else if (kind == Kind.CHANGED && name.endsWith(".form")) {
      TextDifference.ofForms(one, other).forEach(each -> changes.add(Area.FORMS, Kind.CHANGED,
          new Said("difference.changed", place(each.where(), Wording.form(name.replaceFirst("\\.form$", ""), procedure)),
              new Said("difference.field." + each.kind()), Wording.text(each.was()), Wording.text(each.is()))));
    }
    boolean said = changes.count() > told || name.equals("procedure.yaml") || name.equals("common.yaml")
        || name.endsWith(".form");
    if (!said || kind != Kind.CHANGED) {
      Area area = name.endsWith(".html") || name.endsWith(".css") ? Area.DOCUMENTS : Area.OTHER;
      changes.add(area, kind, new Said("difference.file." + kind, name));
    }
  }

  private static Said place(String field, Object form) {
    return field.isEmpty() ? RecordDifference.what("form", form) : RecordDifference.what("field", field, form);
  }

  private void words(String template, TextDifference.Words words) {
    Kind kind = words.was().isEmpty() ? Kind.ADDED : words.is().isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    changes.add(Area.DOCUMENTS, kind, new Said("difference.words." + kind, template, Wording.shortened(words.was()),
        Wording.shortened(words.is())));
  }
}
