package vn.trian.modeladmin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.Change.Said;

/** Changes as they are found, one part of a release after the other. */
final class Changes {

  private final List<Change> found = new ArrayList<>();

  void add(Area area, Kind kind, Said sentence) {
    add(area, kind, null, sentence);
  }

  /** @param elementId element of the procedure's own diagram that shows it; null for none */
  void add(Area area, Kind kind, String elementId, Said sentence) {
    found.add(new Change(area, kind, elementId, sentence));
  }

  int count() {
    return found.size();
  }

  /** Each change once, area by area; within an area as they were found. */
  List<Change> inOrder() {
    return found.stream().distinct().sorted(Comparator.comparing(Change::area)).toList();
  }

  /** What one list has that the other has not, or not as often; in its order, the first of equal ones taken off first. */
  static <T> List<T> less(List<T> from, List<T> others) {
    Map<T, Integer> there = new HashMap<>();
    others.forEach(each -> there.merge(each, 1, Integer::sum));
    List<T> left = new ArrayList<>();
    for (T each : from) {
      if (there.merge(each, -1, Integer::sum) < 0) {
        left.add(each);
      }
    }
    return left;
  }

  /** Keys of either, those of the first before those that only the second has. */
  static Set<String> keys(Map<String, ?> one, Map<String, ?> other) {
    Set<String> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }
}
