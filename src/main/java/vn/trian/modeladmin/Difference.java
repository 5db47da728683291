package vn.trian.modeladmin;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.Change.Said;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Step;
import vn.trian.procedure.StepLimit;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelOutline;
import vn.trian.workflow.modelgate.ModelOutline.Element;
import vn.trian.workflow.modelgate.ModelOutline.Table;

/** What one release of a procedure says otherwise than another, in sentences. */
final class Difference {

  /** Parts of a procedure that are compared by themselves, or are told by those. */
  private static final Set<String> APART = Set.of("key", "steps", "papers", "refusalReasons", "extensions", "outcomes",
      "documents", "forms");
  private static final Set<String> OF_STEPS = Set.of("limits");
  private static final Set<String> IDS = Set.of("id", "code", "key", "path", "components");

  private final Procedure before;
  private final Procedure after;
  private final ProcedureFiles old;
  private final ProcedureFiles now;
  private final List<Change> changes = new ArrayList<>();

  private Difference(Procedure before, ProcedureFiles old, Procedure after, ProcedureFiles now) {
    this.before = before;
    this.old = old;
    this.after = after;
    this.now = now;
  }

  /** What the second says otherwise than the first. */
  static List<Change> between(Procedure before, ProcedureFiles old, Procedure after, ProcedureFiles now) {
    Difference difference = new Difference(before, old, after, now);
    difference.read();
    return difference.changes.stream().distinct().sorted((one, other) -> one.area().compareTo(other.area())).toList();
  }

  private void read() {
    fields(Area.GENERAL, new Said("difference.procedure"), before, after, APART, null);
    compare(Area.STEPS, "step", before.steps(), after.steps(), Step::name, this::step);
    compare(Area.PAPERS, "paper", by(before.papers(), each -> each.id()), by(after.papers(), each -> each.id()),
        each -> each.name(), null);
    compare(Area.REASONS, "reason", by(before.refusalReasons(), each -> each.code()),
        by(after.refusalReasons(), each -> each.code()), each -> each.name(), null);
    fields(Area.LIMITS, new Said("difference.extensions"), before.extensions(), after.extensions(),
        Set.of("reasons"), null);
    compare(Area.REASONS, "delay", by(before.extensions().reasons(), each -> each.code()),
        by(after.extensions().reasons(), each -> each.code()), each -> each.name(), null);
    compare(Area.STEPS, "outcome", before.outcomes(), after.outcomes(), each -> each.label(), null);
    compare(Area.DOCUMENTS, "document", before.documents(), after.documents(), each -> each.name(), null);
    compare(Area.FORMS, "form", before.forms(), after.forms(), each -> Label.same(each.name()), this::form);
    files();
  }

  private void step(String id, Step one, Step other) {
    Said what = what("step", other.name());
    fields(Area.STEPS, what, one, other, OF_STEPS, id);
    if (!one.limits().equals(other.limits())) {
      limits(id, one.limits(), other.limits(), other.name());
    }
  }

  /** Days and units, with the dates where these changed; what stands beside them row by row. */
  private void limits(String id, List<StepLimit> one, List<StepLimit> other, Label step) {
    boolean dated = !one.stream().map(Wording::dates).toList()
        .equals(other.stream().map(Wording::dates).toList());
    Said was = Wording.limits(one, dated);
    Said is = Wording.limits(other, dated);
    if (!was.equals(is)) {
      add(Area.LIMITS, Kind.CHANGED, id, new Said("difference.limit", step,
          !dated && onlyAmount(one, other) ? one.get(0).amount() : was, is));
      return;
    }
    for (int i = 0; i < other.size(); i++) {
      fields(Area.LIMITS, new Said("difference.limit.of", step, Wording.limit(other.get(i), true)), one.get(i),
          other.get(i), Set.of(), id);
    }
  }

  /** Then the unit is said once. */
  private static boolean onlyAmount(List<StepLimit> one, List<StepLimit> other) {
    return one.size() == 1 && other.size() == 1 && one.get(0).unit() == other.get(0).unit()
        && Objects.equals(one.get(0).when(), other.get(0).when());
  }

  private void form(String name, FormSchema one, FormSchema other) {
    compare(Area.FORMS, "field", one.byPath(), other.byPath(), FormComponent::title, null, Label.same(name));
  }

  private void files() {
    Set<String> names = new LinkedHashSet<>(old.names());
    names.addAll(now.names());
    for (String name : names) {
      byte[] one = old.bytes(name).orElse(null);
      byte[] other = now.bytes(name).orElse(null);
      if (!Arrays.equals(one, other)) {
        file(name, one == null ? new byte[0] : one, other == null ? new byte[0] : other,
            one == null ? Kind.ADDED : other == null ? Kind.REMOVED : Kind.CHANGED);
      }
    }
  }

  private void file(String name, byte[] one, byte[] other, Kind kind) {
    int before = changes.size();
    if (name.endsWith(".bpmn")) {
      diagram(ModelOutline.diagram(name, one), ModelOutline.diagram(name, other));
    } else if (name.endsWith(".dmn")) {
      compare(Area.DECISIONS, "decision", ModelOutline.tables(name, one), ModelOutline.tables(name, other),
          table -> Label.same(table.name()), this::table);
    } else if (kind == Kind.CHANGED && name.endsWith(".html")) {
      TextDifference.ofTemplates(one, other).forEach(each -> words(name, each));
    } else if (kind == Kind.CHANGED && name.endsWith(".form")) {
      TextDifference.ofForms(one, other).forEach(each -> add(Area.FORMS, Kind.CHANGED, null,
          new Said("difference.changed", what("field", Label.same(each.where()),
              Label.same(name.replaceFirst("\\.form$", ""))), new Said("difference.field." + each.kind()),
              Wording.text(each.was()), Wording.text(each.is()))));
    }
    boolean told = changes.size() > before || name.equals("procedure.yaml") || name.equals("common.yaml")
        || name.endsWith(".form");
    if (!told || kind != Kind.CHANGED) {
      Area area = name.endsWith(".html") || name.endsWith(".css") ? Area.DOCUMENTS : Area.OTHER;
      add(area, kind, null, new Said("difference.file." + kind, name));
    }
  }

  private void words(String template, TextDifference.Words words) {
    Kind kind = words.was().isEmpty() ? Kind.ADDED : words.is().isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    add(Area.DOCUMENTS, kind, null, new Said("difference.words." + kind, template, Wording.shortened(words.was()),
        Wording.shortened(words.is())));
  }

  private void table(String id, Table one, Table other) {
    Label name = Label.same(other.name());
    if (!one.columns().equals(other.columns()) || !one.hitPolicy().equals(other.hitPolicy())) {
      add(Area.DECISIONS, Kind.CHANGED, null, new Said("difference.table", name,
          one.hitPolicy() + " " + String.join(", ", one.columns()),
          other.hitPolicy() + " " + String.join(", ", other.columns())));
    }
    List<List<String>> gone = new ArrayList<>(one.rules());
    other.rules().forEach(gone::remove);
    List<List<String>> come = new ArrayList<>(other.rules());
    one.rules().forEach(come::remove);
    gone.forEach(rule -> add(Area.DECISIONS, Kind.REMOVED, null, new Said("difference.rule.REMOVED", name, row(rule))));
    come.forEach(rule -> add(Area.DECISIONS, Kind.ADDED, null, new Said("difference.rule.ADDED", name, row(rule))));
    if (gone.isEmpty() && come.isEmpty() && !one.rules().equals(other.rules())) {
      add(Area.DECISIONS, Kind.CHANGED, null, new Said("difference.rule.order", name));
    }
  }

  private static String row(List<String> cells) {
    return Wording.shortened(cells.stream().map(cell -> cell.isEmpty() ? "–" : cell)
        .collect(Collectors.joining(" | ")));
  }

  private void diagram(Map<String, Element> one, Map<String, Element> other) {
    boolean own = one.containsKey(after.key()) || other.containsKey(after.key());
    both(one, other).forEach(id -> {
      Element was = one.get(id);
      Element is = other.get(id);
      String drawn = own ? id : null;
      if (was == null) {
        add(Area.DIAGRAM, Kind.ADDED, drawn, new Said("difference.ADDED", element(id, is)));
      } else if (is == null) {
        add(Area.DIAGRAM, Kind.REMOVED, drawn, new Said("difference.REMOVED", element(id, was)));
      } else {
        element(element(id, is), was, is, drawn);
      }
    });
  }

  private void element(Said what, Element was, Element is, String drawn) {
    changed(what, new Said("difference.field.name"), Wording.text(was.name()), Wording.text(is.name()), drawn);
    changed(what, new Said("difference.field.type"), kind(was.type()), kind(is.type()), drawn);
    both(was.values(), is.values()).forEach(key ->
        changed(what, key, Wording.text(was.values().get(key)), Wording.text(is.values().get(key)), drawn));
  }

  private void changed(Said what, Object field, Object was, Object is, String drawn) {
    if (!was.equals(is)) {
      add(Area.DIAGRAM, Kind.CHANGED, drawn, new Said("difference.changed", what, field, was, is));
    }
  }

  private static Said element(String id, Element element) {
    return new Said("difference.element", kind(element.type()), element.name().isEmpty() ? id : element.name());
  }

  private static Said kind(String type) {
    return new Said("bpmn." + type);
  }

  private interface Both<T> {
    void compare(String id, T one, T other);
  }

  private <T extends Record> void compare(Area area, String kind, Map<String, T> one, Map<String, T> other,
      Function<T, Label> name, Both<T> both) {
    compare(area, kind, one, other, name, both, null);
  }

  /** Adds what came and what went, and looks at what is in both. */
  private <T extends Record> void compare(Area area, String kind, Map<String, T> one, Map<String, T> other,
      Function<T, Label> name, Both<T> both, Label within) {
    both(one, other).forEach(id -> {
      T was = one.get(id);
      T is = other.get(id);
      if (was != null && is != null) {
        if (both != null) {
          both.compare(id, was, is);
        } else {
          fields(area, what(kind, name.apply(is), within), was, is, Set.of(), null);
        }
      } else {
        Kind happened = was == null ? Kind.ADDED : Kind.REMOVED;
        add(area, happened, null, new Said("difference." + happened, what(kind, name.apply(was == null ? is : was),
            within)));
      }
    });
  }

  private static Said what(String kind, Label name) {
    return what(kind, name, null);
  }

  private static Said what(String kind, Label name, Label within) {
    return within == null ? new Said("difference.of." + kind, name) : new Said("difference.of." + kind, name, within);
  }

  /** One sentence for each part of a record that differs. */
  private void fields(Area area, Said what, Record one, Record other, Set<String> aside, String elementId) {
    for (RecordComponent component : other.getClass().getRecordComponents()) {
      if (aside.contains(component.getName()) || IDS.contains(component.getName())) {
        continue;
      }
      Object was = Wording.value(component, one);
      Object is = Wording.value(component, other);
      if (Objects.equals(was, is)) {
        continue;
      }
      if (was instanceof List<?> list && is instanceof List<?> others && items(area, what, component.getName(), list,
          others, elementId)) {
        continue;
      }
      if (was instanceof Record inner && is instanceof Record innerNow && !(is instanceof Label)) {
        fields(area, what, inner, innerNow, Set.of(), elementId);
      } else {
        add(area, Kind.CHANGED, elementId, new Said("difference.changed", what,
            new Said("difference.field." + component.getName()), Wording.text(Wording.without(was, is)),
            Wording.text(Wording.without(is, was))));
      }
    }
  }

  /** Item by item where as many came as there were; false when that tells nothing. */
  private boolean items(Area area, Said what, String name, List<?> one, List<?> other, String elementId) {
    int before = changes.size();
    boolean records = other.stream().allMatch(each -> each instanceof Record && !(each instanceof Label));
    if (records && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        fields(area, new Said("difference.item", what, new Said("difference.field." + name), i + 1),
            (Record) one.get(i), (Record) other.get(i), Set.of(), elementId);
      }
    }
    return changes.size() > before;
  }

  private static <T> Map<String, T> by(List<T> list, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(each -> map.put(id.apply(each), each));
    return map;
  }

  private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
    Set<String> ids = new LinkedHashSet<>(one.keySet());
    ids.addAll(other.keySet());
    return ids;
  }

  private void add(Area area, Kind kind, String elementId, Said sentence) {
    changes.add(new Change(area, kind, elementId, sentence));
  }
}
