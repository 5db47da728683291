package vn.trian.procedure;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Unmodifiable copies that keep the order of the file; absent means empty. */
final class Given {

  private Given() {}

  static <T> List<T> list(Collection<? extends T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).<T>map(v -> v).toList();
  }

  static <T> Map<String, T> map(Map<String, ? extends T> values) {
    return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
