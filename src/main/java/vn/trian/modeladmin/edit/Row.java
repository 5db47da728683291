package vn.trian.modeladmin.edit;

import java.util.Map;
import vn.trian.shared.Label;

/**
 * A row of a sheet.
 *
 * @param id      what tells it from the others of its sheet, also when the file has changed meanwhile; new ones begin
 *                with {@code +}
 * @param from    which item of its list it is, -1 = a new one
 * @param title   what it is about; null for a new one
 * @param paths   of sheets of texts: place in the file by column
 * @param active  values of the release at work; null where that has no such row
 * @param before  values that the page began with
 * @param values  values as typed
 * @param shown   what is only shown: expressions by key
 * @param order   place among the others as typed
 * @param removed whether it is to be dropped
 * @param copyOf  of a new row: the row that ends the day before it begins; null for none
 */
public record Row(String id, int from, Label title, Map<String, String> paths, Map<String, String> active,
    Map<String, String> before, Map<String, String> values, Map<String, String> shown, String order, boolean removed,
    String copyOf) {

  static final String NEW = "+";

  /** Whether it is not in the file yet. */
  public boolean isNew() {
    return from < 0 && paths.isEmpty();
  }

  /** Whether somebody typed nothing into it. */
  boolean isBlank() {
    return isNew() && values.entrySet().stream()
        .allMatch(each -> each.getValue().isBlank() || each.getValue().equals(before.get(each.getKey())));
  }

  Row typed(Map<String, String> now, String place, boolean drop) {
    return new Row(id, from, title, paths, active, before, now, shown, place, drop, copyOf);
  }

  Row in(Map<String, String> atWork) {
    return new Row(id, from, title, paths, atWork, before, values, shown, order, removed, copyOf);
  }
}
