package vn.trian.modeladmin.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * Writes values as the files of a procedure have them: texts without quotes where they can be read back so, sources
 * of law in quotes always.
 *
 * @param json whether everything stands in quotes
 * @param eol  end of a line
 */
record ScalarWords(boolean json, String eol) {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Set<String> QUOTED = Set.of("legalBasis", "article", "required");

  /** A value in place of another one, in its quotes. */
  String value(Object value, ScalarStyle style) {
    if (!(value instanceof String text) || json) {
      return inFlow(value);
    }
    return switch (style) {
      case PLAIN, JSON_SCALAR_STYLE -> isPlain(text) ? text : quoted(text);
      case SINGLE_QUOTED -> text.contains("\n") ? quoted(text) : "'" + text.replace("'", "''") + "'";
      default -> quoted(text);
    };
  }

  /** A value between other values on one line. */
  String inFlow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(each -> entryInFlow(String.valueOf(each.getKey()), each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::inFlow).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text && (json || !isPlain(text)) ? quoted(text) : String.valueOf(value);
  }

  String entryInFlow(String key, Object value) {
    return name(key) + ": " + (QUOTED.contains(key) && value instanceof String text ? quoted(text) : inFlow(value));
  }

  /** A key with its value on lines of its own; only lists take more than one line, and everything in JSON. */
  String entry(String key, Object value, int column) {
    String indent = " ".repeat(column);
    if (json) {
      return indent + name(key) + ": " + pretty(value, column);
    }
    if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      return indent + key + ":" + list.stream().map(each -> eol + item((Map<?, ?>) each, column + 2, true))
          .collect(Collectors.joining());
    }
    return indent + entryInFlow(key, value);
  }

  /** An item of a list on lines of its own. */
  String item(Map<?, ?> values, int column, boolean block) {
    String indent = " ".repeat(column);
    if (!block) {
      return indent + "- " + inFlow(values);
    }
    return indent + "- " + values.entrySet().stream().map(each ->
        entry(String.valueOf(each.getKey()), each.getValue(), column + 2).substring(column + 2))
        .collect(Collectors.joining(eol + indent + "  "));
  }

  private String pretty(Object value, int column) {
    if (!(value instanceof Map<?, ?> map)) {
      return inFlow(value);
    }
    return map.entrySet().stream().map(each -> eol + entry(String.valueOf(each.getKey()), each.getValue(), column + 2))
        .collect(Collectors.joining(",", "{", eol + " ".repeat(column) + "}"));
  }

  private String name(String key) {
    return json ? quoted(key) : key;
  }

  /** Whether the text is read back as it is, wherever it may stand on a line. */
  private static boolean isPlain(String text) {
    return !text.contains("\n") && isRead(text, "{k: " + text + "}") && isRead(text, "k: " + text);
  }

  private static boolean isRead(String text, String written) {
    try {
      JsonNode read = YAML.readTree(written);
      return read.size() == 1 && read.path("k").equals(TextNode.valueOf(text));
    } catch (JsonProcessingException unreadable) {
      return false;
    }
  }

  /** In double quotes; what JSON writes, YAML reads. */
  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
