package vn.trian.workflow.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.trian.shared.Json;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/**
 * Something that a rehearsal has to say. The sentence is made where it is read, in the language of the reader.
 *
 * @param code      message key
 * @param arguments texts, whole numbers, labels that have both languages, or parts of the sentence
 */
public record Finding(String code, List<Object> arguments) {

  private static final String LIST = "rehearsal.list";

  public Finding {
    arguments = List.copyOf(arguments);
  }

  /** A finding with its arguments; null reads as nothing, days as people write them. */
  public static Finding of(String code, Object... arguments) {
    List<Object> words = new ArrayList<>();
    for (Object each : arguments) {
      words.add(word(each));
    }
    return new Finding(code, words);
  }

  /** Parts one after the other. */
  public static Finding list(Collection<?> parts) {
    return parts.isEmpty() ? of("rehearsal.nothing") : of(LIST, parts.toArray());
  }

  /** Whether this is a {@link #list}. */
  public boolean isList() {
    return code.equals(LIST);
  }

  private static Object word(Object value) {
    if (value == null) {
      return of("rehearsal.nothing");
    }
    if (value instanceof LocalDate day) {
      return Texts.day(day);
    }
    if (value instanceof Collection<?> several) {
      return list(several);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Finding || value instanceof Label || value instanceof Integer || value instanceof Long
        ? value : value.toString();
  }

  /**
   * What this says whatever the days, sums and things that differ: the same for all cases of which the same is said.
   * Days and sums are texts; names of steps and kinds of sums are not.
   */
  Finding topic() {
    String topic = code.replace("rehearsal.", "rehearsal.topic.");
    return arguments.isEmpty() || arguments.get(0) instanceof String || arguments.get(0) instanceof Integer
        ? of(topic) : of(topic, arguments.get(0));
  }

  /** As it is kept in a column. */
  static String write(List<Finding> findings) {
    return Json.write(findings.stream().map(Finding::plain).toList());
  }

  /** As {@link #write(List)}, or that there is too much of it to be kept in so many characters. */
  static String write(List<Finding> findings, int most) {
    String written = write(findings);
    return written.length() <= most ? written : write(List.of(of("rehearsal.too-much", findings.size())));
  }

  /** What {@link #write(List)} wrote. */
  static List<Finding> read(String json) {
    return Json.list(json).stream().map(each -> (Finding) back(each)).toList();
  }

  private Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("code", code);
    plain.put("arguments", arguments.stream().map(each -> each instanceof Finding part ? part.plain() : each).toList());
    return plain;
  }

  private static Object back(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.containsKey("vi")) {
      return new Label((String) map.get("vi"), (String) map.get("en"));
    }
    List<Object> arguments = new ArrayList<>();
    ((List<?>) map.get("arguments")).forEach(each -> arguments.add(back(each)));
    return new Finding((String) map.get("code"), arguments);
  }
}
