package vn.trian.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.shared.Label;

/** Turns checked form data into what expressions see and what people read. */
public final class CaseContext {

  private CaseContext() {}

  /**
   * Data for expressions: full dates become {@code LocalDate}, except where the form also accepts a year alone
   * (those stay texts, for {@code certainlyBefore()} and {@code inFuture()}); fields of the form that are absent become
   * null and absent lists empty, so that expressions may name them.
   *
   * @param data cleaned data; keys unknown to the form are kept
   * @return a new mutable map
   */
  public static Map<String, Object> feel(FormSchema schema, Map<String, ?> data) {
    Map<String, Object> all = layered(blanks(schema), data);
    typed(schema.components(), all);
    return all;
  }

  /** Data with every field of the form that is absent laid beneath as null. */
  static Map<String, Object> blanks(FormSchema schema) {
    return blanks(schema.components());
  }

  static Map<String, Object> blanks(List<FormComponent> components) {
    Map<String, Object> blanks = new LinkedHashMap<>();
    for (FormComponent component : components) {
      switch (component.type()) {
        case GROUP -> {
          Map<String, Object> inside = blanks(component.components());
          if (component.lookup() != null) {
            inside.putIfAbsent("recordId", null);
          }
          if (component.path().isBlank()) {
            blanks.putAll(layered(blanks, inside));
          } else {
            Map<String, Object> wrapped = new LinkedHashMap<>();
            Paths.set(wrapped, component.path(), inside);
            blanks.putAll(layered(blanks, wrapped));
          }
        }
        case DYNAMICLIST -> Paths.set(blanks, component.path(), new ArrayList<>());
        case TEXT, SEPARATOR, SPACER -> { }
        default -> Paths.set(blanks, component.key(), null);
      }
    }
    return blanks;
  }

  /** Maps laid over each other, the last on top; maps inside are merged, everything else is replaced. */
  @SafeVarargs
  public static Map<String, Object> layered(Map<String, ?>... layers) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Map<String, ?> layer : layers) {
      if (layer != null) {
        layer.forEach((key, value) -> all.merge(key, value == null ? NULL : copy(value), CaseContext::merged));
      }
    }
    all.replaceAll((key, value) -> value == NULL ? null : value);
    return all;
  }

  private static final Object NULL = new Object();

  private static Object merged(Object below, Object above) {
    return below instanceof Map && above instanceof Map ? layered(map(below), map(above)) : above;
  }

  private static Object copy(Object value) {
    if (value instanceof Map) {
      return layered(map(value));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(one -> one == null ? null : copy(one)).collect(Collectors.toCollection(ArrayList::new));
    }
    return value;
  }

  private static void typed(List<FormComponent> components, Map<String, Object> data) {
    for (FormComponent component : components) {
      switch (component.type()) {
        case GROUP -> {
          Object inside = component.path().isBlank() ? data : Paths.get(data, component.path());
          if (inside instanceof Map) {
            typed(component.components(), map(inside));
          }
        }
        case DYNAMICLIST -> {
          if (Paths.get(data, component.path()) instanceof List<?> rows) {
            List<Object> blanked = new ArrayList<>();
            for (Object row : rows) {
              Map<String, Object> whole =
                  layered(blanks(component.components()), row instanceof Map ? map(row) : Map.of());
              typed(component.components(), whole);
              blanked.add(whole);
            }
            Paths.set(data, component.path(), blanked);
          }
        }
        case DATETIME -> {
          if (!component.isDateOrYear() && Paths.get(data, component.key()) instanceof String text) {
            Dates.day(text).ifPresent(day -> Paths.set(data, component.key(), day));
          }
        }
        default -> { }
      }
    }
  }

  /**
   * What people read on pages and in a task's head: values that are there, grouped as on the form. Lists become
   * tables, those outside any group with a heading of their own; groups inside groups come after the group that
   * holds them.
   *
   * @param language of the choices; figures and dates are written as in Vietnam
   */
  public static List<DisplayGroup> display(FormSchema schema, Map<String, ?> data, OptionSource options,
      String language) {
    List<DisplayGroup> groups = new ArrayList<>();
    display(schema.components(), data, "", null, new Shown(options, language), groups);
    return groups;
  }

  private static void display(
      List<FormComponent> components,
      Map<String, ?> data,
      String prefix,
      Label heading,
      Shown shown,
      List<DisplayGroup> groups) {
    List<DisplayField> fields = new ArrayList<>();
    List<DisplayGroup> inner = new ArrayList<>();
    for (FormComponent component : components) {
      String path = Paths.join(prefix, component.type().isInput() ? component.key() : component.path());
      switch (component.type()) {
        case GROUP -> display(component.components(), data, path,
            component.label() == null ? heading : component.label(), shown, inner);
        case DYNAMICLIST -> {
          if (Paths.get(data, path) instanceof List<?> rows && !rows.isEmpty()) {
            DisplayField table = table(component, path, rows, shown);
            if (heading == null) {
              // outside any group a list is a part of its own
              inner.add(new DisplayGroup(table.label(), List.of(table)));
            } else {
              fields.add(table);
            }
          }
        }
        case TEXT, SEPARATOR, SPACER -> { }
        default -> {
          Object value = Paths.get(data, path);
          if (value != null) {
            fields.add(new DisplayField(component.label(), path, shown.text(component, value), null));
          }
        }
      }
    }
    if (!fields.isEmpty()) {
      groups.add(new DisplayGroup(heading, fields));
    }
    groups.addAll(inner);
  }

  /** A list as a table; a column that no row fills is left out. */
  private static DisplayField table(FormComponent list, String path, List<?> rows, Shown shown) {
    Map<String, FormComponent> columns = new LinkedHashMap<>(new FormSchema("", "", list.components()).byPath());
    columns.entrySet().removeIf(column -> !column.getValue().type().isInput() || rows.stream()
        .noneMatch(row -> row instanceof Map && Paths.get(map(row), column.getKey()) != null));
    List<List<String>> cells = rows.stream()
        .filter(Map.class::isInstance)
        .map(row -> columns.entrySet().stream()
            .map(column -> cell(column.getValue(), Paths.get(map(row), column.getKey()), shown))
            .toList())
        .toList();
    Label label = list.label() == null ? new Label(list.path(), null) : list.label();
    return new DisplayField(
        label, path, null, new DisplayField.Table(columns.values().stream().map(FormComponent::label).toList(), cells));
  }

  private static String cell(FormComponent component, Object value, Shown shown) {
    return value == null ? "" : shown.text(component, value);
  }

  /**
   * Data for templates: the same shape, every value formatted as {@link #display} does; true and false stay what
   * they are, for sections. Keys unknown to the form are kept as they are. Where a select stands for a row of the
   * application, that row lies beside it, under the key of the select and {@code Row}.
   */
  public static Map<String, Object> printable(FormSchema schema, Map<String, ?> data, OptionSource options) {
    Map<String, Object> all = layered(data);
    print(schema.components(), all, new Shown(options, "vi"));
    return all;
  }

  private static void print(List<FormComponent> components, Map<String, Object> data, Shown shown) {
    for (FormComponent component : components) {
      switch (component.type()) {
        case GROUP -> {
          Object inside = component.path().isBlank() ? data : Paths.get(data, component.path());
          if (inside instanceof Map) {
            print(component.components(), map(inside), shown);
          }
        }
        case DYNAMICLIST -> {
          if (Paths.get(data, component.path()) instanceof List<?> rows) {
            rows.stream().filter(Map.class::isInstance)
                .forEach(row -> print(component.components(), map(row), shown));
          }
        }
        case TEXT, SEPARATOR, SPACER, CHECKBOX -> { }
        default -> {
          Object value = Paths.get(data, component.key());
          if (value != null) {
            Paths.set(data, component.key(), shown.text(component, value));
            shown.row(component, value).ifPresent(row -> Paths.set(data, component.key() + "Row", row));
          }
        }
      }
    }
  }

  /** An address group on one line, from the smallest part to the largest; a plain text as it is. */
  public static String address(Object value) {
    if (value instanceof Map<?, ?> parts) {
      return Stream.of("detail", "commune", "district", "province")
          .map(parts::get).filter(Objects::nonNull).map(Object::toString).filter(part -> !part.isBlank())
          .collect(Collectors.joining(", "));
    }
    return value == null ? "" : value.toString();
  }

  /** A context value as a form would carry it: dates as text. */
  static Object asTyped(Object value) {
    return value instanceof LocalDate ? value.toString() : value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
