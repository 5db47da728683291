package vn.trian.portal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of what pages and the frame are sent, in the order in which they were written. */
final class Rows {

  private Rows() {}

  /** A row of keys and values in turns; a value may be null. */
  static Map<String, Object> row(Object... keysAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      row.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return row;
  }
}
