package vn.trian.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * Turns a YAML tree into records. Jackson's own binding stops at the first fault; whoever edits a folder
 * wants to see all of them, each with its path. Unknown keys are faults, so a misspelt key is never lost.
 */
final class RecordBinder {

  private static final Set<String> NOTES = Set.of("confidence", "legalBasis", "note");

  private final String file;
  private final Faults faults;

  RecordBinder(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Value of a record type; where the tree is wrong, faults are noted and the parts are null. */
  <T extends Record> T bind(JsonNode node, Class<T> type, String path) {
    if (!node.isObject()) {
      faults.add(file, path, "phải là một nhóm khóa: giá trị", "this has to be a group of key: value");
      return null;
    }
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    node.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name) && !isNote(node, name, path)) {
        faults.add(file, child(path, name), "khóa không có trong quy ước; sửa thành một trong: "
            + String.join(", ", new TreeSet<>(known)), "there is no such key; change it to one of: "
            + String.join(", ", new TreeSet<>(known)));
      }
    });
    if (type == Label.class && node.path("vi").asText("").isBlank()) {
      faults.add(file, child(path, "vi"), "còn thiếu; bổ sung tên tiếng Việt", "the Vietnamese is missing; add it");
      return null;
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(node, components[i], path);
    }
    return construct(type, components, values, path);
  }

  /** Sources and certainty may stand beside any fact, also where no screen shows them yet. */
  private boolean isNote(JsonNode node, String name, String path) {
    if (name.equals("confidence")) {
      constant(node.path(name).asText(), Confidence.class, child(path, name));
    }
    return NOTES.contains(name);
  }

  private Object component(JsonNode node, RecordComponent component, String path) {
    JsonNode value = node.path(component.getName());
    String at = child(path, component.getName());
    if (value.isMissingNode() || value.isNull() || value.isTextual() && value.textValue().isBlank()) {
      if (component.isAnnotationPresent(Needed.class)) {
        faults.add(file, at, "còn thiếu; bổ sung giá trị", "this is missing; add a value");
      }
      return component.getType() == boolean.class ? Boolean.FALSE : null;
    }
    Object bound = value(value, component.getGenericType(), at);
    return bound == null && component.getType() == boolean.class ? Boolean.FALSE : bound;
  }

  private <T> T construct(Class<T> type, RecordComponent[] components, Object[] values, String path) {
    try {
      Constructor<T> constructor =
          type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException nonsense) {
        faults.add(file, path, nonsense.getMessage(), null);
        return null;
      }
      throw new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Object value(JsonNode node, Type type, String path) {
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      return parameterized.getRawType() == List.class ? list(node, arguments[0], path) : map(node, arguments[1], path);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == Route.class) {
      return route(node, path);
    }
    if (wanted.isRecord()) {
      return bind(node, wanted.asSubclass(Record.class), path);
    }
    if (!node.isValueNode()) {
      faults.add(file, path, "phải là một giá trị đơn", "this has to be a single value");
      return null;
    }
    return scalar(node, wanted, path);
  }

  private Object scalar(JsonNode node, Class<?> wanted, String path) {
    if (wanted == String.class) {
      return text(node, path);
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return node.isBoolean() ? (Object) node.booleanValue() : wrong(path, "phải là true hoặc false",
          "this has to be true or false");
    }
    if (wanted == Integer.class) {
      return node.isInt() ? (Object) node.intValue() : wrong(path, "phải là số nguyên",
          "this has to be a whole number");
    }
    if (wanted == BigDecimal.class) {
      return node.isNumber() ? node.decimalValue() : wrong(path, "phải là số", "this has to be a number");
    }
    if (wanted == LocalDate.class) {
      try {
        return LocalDate.parse(node.asText());
      } catch (DateTimeException notADay) {
        return wrong(path, "phải là ngày có thật, dạng 2024-03-11; đang có “" + node.asText() + "”",
            "this has to be a real day such as 2024-03-11; it says “" + node.asText() + "”");
      }
    }
    if (wanted.isEnum()) {
      return constant(node.asText(), wanted, path);
    }
    throw new IllegalStateException("no binding for " + wanted);
  }

  private Object text(JsonNode node, String path) {
    if (node.isFloatingPointNumber()) {
      // 1.010 and 1.01 would be the same number, but they are different codes
      return wrong(path, "phải đặt trong dấu nháy kép để không bị đọc thành số",
          "put it in double quotes, or it is read as a number");
    }
    return node.asText().strip();
  }

  private Object constant(String text, Class<?> type, String path) {
    for (Object constant : type.getEnumConstants()) {
      if (plain(constant.toString()).equals(plain(text))) {
        return constant;
      }
    }
    String allowed = Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    return wrong(path, "“" + text + "” không hợp lệ; chọn một trong: " + allowed,
        "“" + text + "” is not valid; choose one of: " + allowed);
  }

  private static String plain(String constant) {
    return constant.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private List<Object> list(JsonNode node, Type element, String path) {
    if (!node.isArray()) {
      faults.add(file, path, "phải là một danh sách", "this has to be a list");
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      values.add(value(node.get(i), element, path + "[" + i + "]"));
    }
    return values;
  }

  private Map<String, Object> map(JsonNode node, Type element, String path) {
    if (!node.isObject()) {
      faults.add(file, path, "phải là một nhóm khóa: giá trị", "this has to be a group of key: value");
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    node.fields().forEachRemaining(entry -> {
      Object bound = entry.getValue().isNull()
          ? wrong(child(path, entry.getKey()), "còn thiếu; bổ sung giá trị", "this is missing; add a value")
          : value(entry.getValue(), element, child(path, entry.getKey()));
      if (bound != null) {
        values.put(entry.getKey(), bound);
      }
    });
    return values;
  }

  private Route route(JsonNode node, String path) {
    if (node.isTextual()) {
      return new Route(node.textValue().strip(), List.of());
    }
    if (!node.isArray()) {
      faults.add(file, path, "phải là danh sách các bước hoặc một biểu thức FEEL",
          "this has to be a list of steps or a FEEL expression");
      return null;
    }
    List<Route.Item> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode item = node.get(i);
      items.add(item.isTextual() ? new Route.Item(item.textValue().strip(), null)
          : bind(item, Route.Item.class, path + "[" + i + "]"));
    }
    return new Route(null, items);
  }

  private Object wrong(String path, String vi, String en) {
    faults.add(file, path, vi, en);
    return null;
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
