package vn.trian.modeladmin;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.Change.Said;
import vn.trian.shared.Label;

/**
 * What records of one release say otherwise than those of another, part by part. It knows no record by name, so that
 * nothing that is added to a procedure is forgotten here.
 */
final class RecordDifference {

  /** Parts that name a record, so that with another one it is another record; or are compared as records themselves. */
  private static final Set<String> IDS = Set.of("id", "code", "key", "path", "components");

  private final Changes changes;

  RecordDifference(Changes changes) {
    this.changes = changes;
  }

  /** Looks at something that both have. */
  interface Both<T> {

    void compare(String id, T one, T other);
  }

  /** As {@link #compare(Area, String, Map, Map, Function, Both, Object)}, for what is not within anything. */
  <T extends Record> void compare(Area area, String kind, Map<String, T> one, Map<String, T> other,
      Function<T, ?> name, Both<T> both) {
    compare(area, kind, one, other, name, both, null);
  }

  /**
   * Tells what came and what went, and looks at what is in both.
   *
   * @param kind   what they are, as sentences name it
   * @param both   looks at what is in both; null = part by part
   * @param within what they all belong to; null for nothing
   */
  <T extends Record> void compare(Area area, String kind, Map<String, T> one, Map<String, T> other,
      Function<T, ?> name, Both<T> both, Object within) {
    Changes.keys(one, other).forEach(id -> {
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
        changes.add(area, happened, new Said("difference." + happened, what(kind, name.apply(was == null ? is : was),
            within)));
      }
    });
  }

  /** A thing by its kind and name, as part of a sentence. */
  static Said what(String kind, Object name) {
    return what(kind, name, null);
  }

  /** @param within what it belongs to; null for nothing */
  static Said what(String kind, Object name, Object within) {
    return within == null ? new Said("difference.of." + kind, name) : new Said("difference.of." + kind, name, within);
  }

  /**
   * One sentence for each part of a record that differs.
   *
   * @param what      the record, as sentences name it
   * @param aside     parts that are told elsewhere
   * @param elementId element of the diagram that shows it; null for none
   */
  void fields(Area area, Said what, Record one, Record other, Set<String> aside, String elementId) {
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
        changes.add(area, Kind.CHANGED, elementId, new Said("difference.changed", what,
            new Said("difference.field." + component.getName()), Wording.text(Wording.without(was, is)),
            Wording.text(Wording.without(is, was))));
      }
    }
  }

  /** Item by item where as many came as there were; false when that tells nothing. */
  private boolean items(Area area, Said what, String name, List<?> one, List<?> other, String elementId) {
    int before = changes.count();
    boolean records = other.stream().allMatch(each -> each instanceof Record && !(each instanceof Label));
    if (records && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        fields(area, new Said("difference.item", what, new Said("difference.field." + name), i + 1),
            (Record) one.get(i), (Record) other.get(i), Set.of(), elementId);
      }
    }
    return changes.count() > before;
  }
}
