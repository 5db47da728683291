package vn.trian.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes nested data by paths such as {@code martyr.fullName} or {@code relatives[0].fullName}. */
public final class Paths {

  private Paths() {}

  /**
   * Value at a path.
   *
   * @return null when the path leads nowhere
   */
  public static Object get(Map<String, ?> data, String path) {
    Object value = data;
    for (Object key : keys(path)) {
      if (key instanceof Integer index) {
        value = value instanceof List<?> list && index < list.size() ? list.get(index) : null;
      } else {
        value = value instanceof Map<?, ?> map ? map.get(key) : null;
      }
    }
    return value;
  }

  /** Value at a path as text, null when absent. */
  public static String text(Map<String, ?> data, String path) {
    Object value = path == null ? null : get(data, path);
    return value == null ? null : value.toString();
  }

  /**
   * Writes a value; missing maps and list rows on the way are made.
   *
   * @param data mutable, with mutable maps and lists inside
   * @throws IllegalArgumentException when a plain value is in the way, or the path is empty
   */
  public static void set(Map<String, Object> data, String path, Object value) {
    List<Object> keys = keys(path);
    Object holder = data;
    for (int i = 0; i < keys.size() - 1; i++) {
      Object next = read(holder, keys.get(i));
      if (next == null) {
        next = keys.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<String, Object>();
        write(holder, keys.get(i), next, path);
      }
      holder = next;
    }
    write(holder, keys.get(keys.size() - 1), value, path);
  }

  /** Whether nothing was typed or ticked, anywhere inside. */
  static boolean isBlank(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(Paths::isBlank);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(Paths::isBlank);
    }
    return value == null || Boolean.FALSE.equals(value) || value.toString().isBlank();
  }

  /** Path of a key below a prefix; an empty part is left out. */
  public static String join(String prefix, String key) {
    if (key == null || key.isBlank()) {
      return prefix;
    }
    return prefix == null || prefix.isEmpty() ? key : prefix + "." + key;
  }

  private static Object read(Object holder, Object key) {
    if (key instanceof Integer index) {
      return holder instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }
    return holder instanceof Map<?, ?> map ? map.get(key) : null;
  }

  @SuppressWarnings("unchecked")
  private static void write(Object holder, Object key, Object value, String path) {
    if (key instanceof Integer index && holder instanceof List<?> list) {
      while (list.size() <= index) {
        ((List<Object>) list).add(null);
      }
      ((List<Object>) list).set(index, value);
    } else if (key instanceof String name && holder instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put(name, value);
    } else {
      throw new IllegalArgumentException("no room for " + path);
    }
  }

  private static List<Object> keys(String path) {
    if (path == null || path.isBlank()) {
      throw new IllegalArgumentException("a path is needed");
    }
    List<Object> keys = new ArrayList<>();
    for (String part : path.split("\\.")) {
      int bracket = part.indexOf('[');
      keys.add(bracket < 0 ? part : part.substring(0, bracket));
      while (bracket >= 0) {
        int end = part.indexOf(']', bracket);
        try {
          keys.add(Integer.parseUnsignedInt(part, bracket + 1, end, 10) & Integer.MAX_VALUE);
        } catch (IndexOutOfBoundsException | NumberFormatException broken) {
          throw new IllegalArgumentException("not a path: " + path);
        }
        bracket = part.indexOf('[', end);
      }
    }
    return keys;
  }
}
