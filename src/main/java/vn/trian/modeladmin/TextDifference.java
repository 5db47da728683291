package vn.trian.modeladmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** What people read in two versions of a file: lines of what is printed, words of a form beside its fields. */
final class TextDifference {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Pattern LINES = Pattern.compile(
      "</?(?:html|head|title|style|body|div|p|h\\d|table|thead|tbody|tfoot|tr|td|th|ul|ol|li|br|section)\\b[^>]*>");
  /** More is told as a whole. */
  private static final int MOST = 20;
  private static final int AROUND = 40;

  private TextDifference() {}

  /**
   * Words that changed.
   *
   * @param where label of the field of a form; empty for what belongs to no field
   * @param kind  what they are in the form, such as {@code description}
   * @param was   empty for new ones
   * @param is    empty for what is gone
   */
  record Words(String where, String kind, String was, String is) {}

  /** A component of a form: the label of its field, empty for none, and the words beside that. */
  private record Component(String field, Map<String, String> words) {}

  /** Lines of a template that are not the same; none where only the looks, or too many, changed. */
  static List<Words> ofTemplates(byte[] one, byte[] other) {
    List<String> before = lines(one);
    List<String> after = lines(other);
    List<String> gone = Changes.less(before, after);
    List<String> come = Changes.less(after, before);
    List<Words> words = new ArrayList<>();
    if (gone.size() == come.size()) {
      for (int i = 0; i < gone.size(); i++) {
        words.add(new Words("", "", around(gone.get(i), come.get(i)), around(come.get(i), gone.get(i))));
      }
    } else {
      gone.forEach(each -> words.add(new Words("", "", each, "")));
      come.forEach(each -> words.add(new Words("", "", "", each)));
    }
    return words.size() > MOST ? List.of() : words;
  }

  private static List<String> lines(byte[] html) {
    List<String> lines = new ArrayList<>();
    for (String part : LINES.split(new String(html, StandardCharsets.UTF_8))) {
      String line = Parser.unescapeEntities(part.replaceAll("<[^>]*>", ""), false).strip().replaceAll("\\s+", " ");
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The part of a text in which it differs from another one, with a little of what stands around it. */
  static String around(String text, String other) {
    int most = Math.min(text.length(), other.length());
    int begin = 0;
    while (begin < most && text.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < most - begin && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int from = begin <= AROUND ? 0 : text.lastIndexOf(' ', begin - AROUND / 2) + 1;
    int next = text.indexOf(' ', Math.min(text.length(), text.length() - end + AROUND / 2));
    int to = end <= AROUND || next < 0 ? text.length() : next;
    return (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
  }

  /** Words of a form that belong to no field: headings, explanations, paragraphs. */
  static List<Words> ofForms(byte[] one, byte[] other) {
    Map<String, Component> before = new LinkedHashMap<>();
    Map<String, Component> after = new LinkedHashMap<>();
    said(read(one).path("components"), before);
    said(read(other).path("components"), after);
    List<Words> words = new ArrayList<>();
    after.forEach((id, component) -> {
      if (before.containsKey(id)) {
        Map<String, String> old = before.get(id).words();
        Map<String, String> now = component.words();
        Changes.keys(old, now).stream().filter(each -> !old.getOrDefault(each, "").equals(now.getOrDefault(each, "")))
            .forEach(each -> words.add(new Words(component.field(), each, old.getOrDefault(each, ""),
                now.getOrDefault(each, ""))));
      }
    });
    return words;
  }

  private static void said(JsonNode components, Map<String, Component> found) {
    for (JsonNode each : components) {
      Map<String, String> words = new LinkedHashMap<>();
      boolean field = each.hasNonNull("key") || !each.path("path").asText("").isBlank();
      for (String kind : field ? List.of("description") : List.of("label", "text", "description")) {
        if (!each.path(kind).asText("").isBlank()) {
          words.put(kind, each.path(kind).asText());
        }
      }
      if (!field && !each.path("properties").path("en").asText("").isBlank()) {
        words.put("en", each.path("properties").path("en").asText());
      }
      String key = each.path("key").asText();
      found.put(each.path("id").asText(key), new Component(field ? each.path("label").asText(key) : "", words));
      said(each.path("components"), found);
    }
  }

  private static JsonNode read(byte[] form) {
    try {
      return form.length == 0 ? JSON.createObjectNode() : JSON.readTree(form);
    } catch (IOException unreadable) {
      return JSON.createObjectNode();
    }
  }
}
