package vn.trian.procedure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;
import vn.trian.shared.Vnd;

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
   */
  public static List<DisplayGroup> display(FormSchema schema, Map<String, ?> data, OptionSource options) {
    List<DisplayGroup> groups = new ArrayList<>();
    display(schema.components(), data, "", null, options, groups);
    return groups;
  }

  private static void display(
      List<FormComponent> components,
      Map<String, ?> data,
      String prefix,
      Label heading,
      OptionSource options,
      List<DisplayGroup> groups) {
    List<DisplayField> fields = new ArrayList<>();
    List<DisplayGroup> inner = new ArrayList<>();
    for (FormComponent component : components) {
      String path = Paths.join(prefix, component.type().isInput() ? component.key() : component.path());
      switch (component.type()) {
        case GROUP -> display(component.components(), data, path,
            component.label() == null ? heading : component.label(), options, inner);
        case DYNAMICLIST -> {
          if (Paths.get(data, path) instanceof List<?> rows && !rows.isEmpty()) {
            DisplayField table = table(component, path, rows, options);
            if (heading == null) {
              // outside any group a list is a part of its own
              DisplayField alone = new DisplayField(null, path, null, table.table());
              inner.add(new DisplayGroup(component.label(), List.of(alone)));
            } else {
              fields.add(table);
            }
          }
        }
        case TEXT, SEPARATOR, SPACER -> { }
        default -> {
          Object value = Paths.get(data, path);
          if (value != null) {
            fields.add(new DisplayField(component.label(), path, shown(component, value, options), null));
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
  private static DisplayField table(FormComponent list, String path, List<?> rows, OptionSource options) {
    Map<String, FormComponent> columns = new LinkedHashMap<>(new FormSchema("", "", list.components()).byPath());
    columns.entrySet().removeIf(column -> !column.getValue().type().isInput() || rows.stream()
        .noneMatch(row -> row instanceof Map && Paths.get(map(row), column.getKey()) != null));
    List<List<String>> cells = rows.stream()
        .filter(Map.class::isInstance)
        .map(row -> columns.entrySet().stream()
            .map(column -> cell(column.getValue(), Paths.get(map(row), column.getKey()), options))
            .toList())
        .toList();
    Label label = list.label() == null ? new Label(list.path(), null) : list.label();
    return new DisplayField(
        label, path, null, new DisplayField.Table(columns.values().stream().map(FormComponent::label).toList(), cells));
  }

  private static String cell(FormComponent component, Object value, OptionSource options) {
    return value == null ? "" : shown(component, value, options);
  }

  /**
   * Data for templates: the same shape, every value formatted as {@link #display} does; true and false stay what
   * they are, for sections. Keys unknown to the form are kept as they are.
   */
  public static Map<String, Object> printable(FormSchema schema, Map<String, ?> data, OptionSource options) {
    Map<String, Object> all = layered(data);
    print(schema.components(), all, options);
    return all;
  }

  private static void print(List<FormComponent> components, Map<String, Object> data, OptionSource options) {
    for (FormComponent component : components) {
      switch (component.type()) {
        case GROUP -> {
          Object inside = component.path().isBlank() ? data : Paths.get(data, component.path());
          if (inside instanceof Map) {
            print(component.components(), map(inside), options);
          }
        }
        case DYNAMICLIST -> {
          if (Paths.get(data, component.path()) instanceof List<?> rows) {
            rows.stream().filter(Map.class::isInstance)
                .forEach(row -> print(component.components(), map(row), options));
          }
        }
        case TEXT, SEPARATOR, SPACER, CHECKBOX -> { }
        default -> {
          Object value = Paths.get(data, component.key());
          if (value != null) {
            Paths.set(data, component.key(), shown(component, value, options));
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

  /** One value of one component as people read it. */
  static String shown(FormComponent component, Object value, OptionSource options) {
    return switch (component.type()) {
      case CHECKBOX -> Boolean.TRUE.equals(value) ? "Có" : "Không";
      case SELECT, RADIO -> optionLabel(component, value, options);
      case CHECKLIST -> value instanceof List<?> values
          ? values.stream().map(one -> optionLabel(component, one, options)).collect(Collectors.joining("; "))
          : optionLabel(component, value, options);
      case DATETIME -> Dates.shown(value);
      case NUMBER -> value instanceof Number number
          ? shownNumber(new BigDecimal(number.toString()), component) : value.toString();
      default -> value.toString();
    };
  }

  static String shownNumber(BigDecimal number, FormComponent component) {
    if (component.isMoney()) {
      return new Vnd(number.setScale(0, RoundingMode.HALF_UP).longValue()).toString();
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (component.checks().contains("year")) {
      return plain.toPlainString();
    }
    String whole = Texts.grouped(plain.longValue());
    if (plain.scale() <= 0) {
      return whole;
    }
    String fraction = plain.toPlainString();
    String sign = plain.signum() < 0 && plain.longValue() == 0 ? "-" : "";
    return sign + whole + "," + fraction.substring(fraction.indexOf('.') + 1);
  }

  private static String optionLabel(FormComponent component, Object value, OptionSource options) {
    List<Option> offered = component.source() == null ? component.options() : options.options(component.source());
    return offered.stream()
        .filter(option -> option.value().equals(String.valueOf(value)))
        .map(option -> option.label().vi())
        .findFirst()
        .orElse(String.valueOf(value));
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
