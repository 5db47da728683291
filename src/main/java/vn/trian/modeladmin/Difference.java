package vn.trian.modeladmin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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

  private static final int LONGEST = 160;
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
      add(Area.LIMITS, Kind.CHANGED, id, new Said("difference.limit", other.name(), limits(one.limits()),
          limits(other.limits())));
    }
  }

  private static Said limits(List<StepLimit> limits) {
    if (limits.isEmpty()) {
      return new Said("difference.limit.none");
    }
    return new Said("difference.list", limits.stream().map(each -> (Object) new Said(
        each.when() == null ? "difference.limit." + each.unit() : "difference.limit.when." + each.unit(),
        each.amount(), Objects.requireNonNullElse(each.when(), ""))).toList());
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
    }
    boolean told = changes.size() > before || name.equals("procedure.yaml") || name.equals("common.yaml")
        || name.endsWith(".form");
    if (!told || kind != Kind.CHANGED) {
      Area area = name.endsWith(".html") || name.endsWith(".css") ? Area.DOCUMENTS : Area.OTHER;
      add(area, kind, null, new Said("difference.file." + kind, name));
    }
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
    return shortened(cells.stream().map(cell -> cell.isEmpty() ? "–" : cell).collect(Collectors.joining(" | ")));
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
    changed(what, new Said("difference.field.name"), text(was.name()), text(is.name()), drawn);
    changed(what, new Said("difference.field.type"), kind(was.type()), kind(is.type()), drawn);
    both(was.values(), is.values()).forEach(key ->
        changed(what, key, text(was.values().get(key)), text(is.values().get(key)), drawn));
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

  private <T extends Record> void compare(Area area, String kind, Map<String, T> one, Map<String, T> other, Function<T, Label> name,
      Both<T> both) {
    compare(area, kind, one, other, name, both, null);
  }

  /** Adds what came and what went, and looks at what is in both. */
  private <T extends Record> void compare(Area area, String kind, Map<String, T> one, Map<String, T> other, Function<T, Label> name,
      Both<T> both, Label within) {
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
      Object was = value(component, one);
      Object is = value(component, other);
      if (Objects.equals(was, is)) {
        continue;
      }
      if (was instanceof Record inner && is instanceof Record innerNow && !(is instanceof Label)) {
        fields(area, what, inner, innerNow, Set.of(), elementId);
      } else {
        add(area, Kind.CHANGED, elementId, new Said("difference.changed", what,
            new Said("difference.field." + component.getName()), text(without(was, is)), text(without(is, was))));
      }
    }
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException unread) {
      throw new IllegalStateException(component.getName(), unread);
    }
  }

  /** Of lists and maps only what the other has not; of labels that differ in one language only, that language. */
  private static Object without(Object value, Object other) {
    if (value instanceof Label label && other instanceof Label another && label.vi().equals(another.vi())) {
      return Objects.requireNonNullElse(label.en(), "");
    }
    if (value instanceof Collection<?> list && other instanceof Collection<?> others) {
      List<Object> rest = new ArrayList<>(list);
      others.forEach(rest::remove);
      return rest.isEmpty() && list.size() == others.size() ? value : rest;
    }
    if (value instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
      Map<Object, Object> rest = new LinkedHashMap<>(map);
      rest.entrySet().removeIf(each -> Objects.equals(others.get(each.getKey()), each.getValue()));
      return rest;
    }
    return value;
  }

  /** A value as people read it. */
  private static Object text(Object value) {
    if (value == null || "".equals(value) || value instanceof Collection<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty()) {
      return new Said("difference.nothing");
    }
    if (value instanceof Label) {
      return value;
    }
    if (value instanceof Boolean flag) {
      return new Said("difference." + flag);
    }
    if (value instanceof Collection<?> list) {
      return new Said("difference.list", list.stream().map(Difference::text).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return new Said("difference.list", map.entrySet().stream()
          .map(each -> (Object) new Said("difference.entry", text(each.getKey()), text(each.getValue()))).toList());
    }
    return value instanceof Record part ? record(part) : shortened(String.valueOf(value));
  }

  private static Said record(Record part) {
    List<Object> said = new ArrayList<>();
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = value(component, part);
      if (value != null && !"".equals(value) && !"true".equals(value) && !(value instanceof Boolean)
          && !(value instanceof Collection<?> list && list.isEmpty())) {
        said.add(text(value));
      }
    }
    return new Said("difference.list", said);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
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
