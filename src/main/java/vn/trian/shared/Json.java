package vn.trian.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as it is kept in columns: dates as ISO texts, keys in the order they came. */
public final class Json {

  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private Json() {}

  /**
   * The JSON of a value.
   *
   * @throws IllegalArgumentException when it has none
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable as JSON", e);
    }
  }

  /** A JSON object; an empty map for null or blank text. */
  public static Map<String, Object> map(String json) {
    return json == null || json.isBlank() ? new LinkedHashMap<>() : read(json, new TypeReference<>() {});
  }

  /** A JSON array; an empty list for null or blank text. */
  public static List<Object> list(String json) {
    return json == null || json.isBlank() ? List.of() : read(json, new TypeReference<>() {});
  }

  /**
   * A value read back from its JSON.
   *
   * @throws IllegalArgumentException when the text is no JSON of that type
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the JSON of a " + type.getSimpleName(), e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON of the expected shape", e);
    }
  }
}
