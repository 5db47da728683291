package vn.trian.modeladmin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.Change.Said;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelOutline.Element;
import vn.trian.workflow.modelgate.ModelOutline.Table;

/** What the diagrams and decision tables of one release say otherwise than those of another. */
final class ModelDifference {

  private final Changes changes;
  private final String process;

  /** @param process key of the procedure's own process, whose diagram the page of a release shows */
  ModelDifference(Changes changes, String process) {
    this.changes = changes;
    this.process = process;
  }

  /** Elements that came, went or say something else; an element of a called process has no place in the own diagram. */
  void diagram(Map<String, Element> one, Map<String, Element> other) {
    boolean own = one.containsKey(process) || other.containsKey(process);
    Changes.keys(one, other).forEach(id -> {
      Element was = one.get(id);
      Element is = other.get(id);
      String drawn = own ? id : null;
      if (was == null) {
        changes.add(Area.DIAGRAM, Kind.ADDED, drawn, new Said("difference.ADDED", element(id, is)));
      } else if (is == null) {
        changes.add(Area.DIAGRAM, Kind.REMOVED, drawn, new Said("difference.REMOVED", element(id, was)));
      } else {
        element(element(id, is), was, is, drawn);
      }
    });
  }

  private void element(Said what, Element was, Element is, String drawn) {
    changed(what, new Said("difference.field.name"), Wording.text(was.name()), Wording.text(is.name()), drawn);
    changed(what, new Said("difference.field.type"), kind(was.type()), kind(is.type()), drawn);
    Changes.keys(was.values(), is.values()).forEach(key ->
        changed(what, key, Wording.text(was.values().get(key)), Wording.text(is.values().get(key)), drawn));
  }

  private void changed(Said what, Object field, Object was, Object is, String drawn) {
    if (!was.equals(is)) {
      changes.add(Area.DIAGRAM, Kind.CHANGED, drawn, new Said("difference.changed", what, field, was, is));
    }
  }

  private static Said element(String id, Element element) {
    return new Said("difference.element", kind(element.type()), element.name().isEmpty() ? id : element.name());
  }

  private static Said kind(String type) {
    return new Said("bpmn." + type);
  }

  /** Columns and rules of a decision that both have; a rule that says something else has gone, and another come. */
  void table(String id, Table one, Table other) {
    Label name = Label.same(other.name());
    if (!one.columns().equals(other.columns()) || !one.hitPolicy().equals(other.hitPolicy())) {
      changes.add(Area.DECISIONS, Kind.CHANGED, new Said("difference.table", name,
          one.hitPolicy() + " " + String.join(", ", one.columns()),
          other.hitPolicy() + " " + String.join(", ", other.columns())));
    }
    List<List<String>> gone = Changes.less(one.rules(), other.rules());
    List<List<String>> come = Changes.less(other.rules(), one.rules());
    gone.forEach(rule -> rule(Kind.REMOVED, name, rule));
    come.forEach(rule -> rule(Kind.ADDED, name, rule));
    if (gone.isEmpty() && come.isEmpty() && !one.rules().equals(other.rules())) {
      changes.add(Area.DECISIONS, Kind.CHANGED, new Said("difference.rule.order", name));
    }
  }

  private void rule(Kind happened, Label table, List<String> cells) {
    changes.add(Area.DECISIONS, happened, new Said("difference.rule." + happened, table, Wording.shortened(
        cells.stream().map(cell -> cell.isEmpty() ? "–" : cell).collect(Collectors.joining(" | ")))));
  }
}
