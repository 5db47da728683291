package vn.trian.workflow.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every text of an application put otherwise; all else stays as it is. */
record DemoTexts(UnaryOperator<String> change) {

  @SuppressWarnings("unchecked")
  Map<String, Object> in(Map<String, Object> data) {
    return (Map<String, Object>) any(data);
  }

  private Object any(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(String.valueOf(key), any(inner)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::any).toList();
    }
    return value instanceof String text ? change.apply(text) : value;
  }
}
