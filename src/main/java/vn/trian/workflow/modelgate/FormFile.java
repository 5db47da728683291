package vn.trian.workflow.modelgate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.trian.procedure.FormComponent;

/** What a form may hold: listed components with listed properties, no markup, no address outside. */
final class FormFile {

  private static final int DEPTH = 20;
  private static final int COMPONENTS = 500;
  private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  private static final Set<String> TYPES = Arrays.stream(FormComponent.Type.values())
      .map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> ROOT = Set.of("components", "type", "id", "executionPlatform",
      "executionPlatformVersion", "exporter", "schemaVersion", "versionTag");
  private static final Set<String> COMPONENT = Set.of("id", "type", "key", "path", "label", "dateLabel", "timeLabel",
      "text", "description", "subtype", "layout", "validate", "values", "valuesKey", "conditional", "properties",
      "components", "content", "defaultValue", "disabled", "readonly", "decimalDigits", "increment", "appearance",
      "searchable", "disallowPassedDates", "showOutline", "isRepeating", "allowAddRemove", "defaultRepetitions",
      "disableCollapse", "nonCollapsedItems", "verticalAlignment", "height", "rows",
      // beside `properties`, as hand-written forms have them
      "check", "precision", "lookup", "processVariable", "en", "enHint", "enPattern", "source", "money");
  private static final Set<String> PARTS = Set.of("columns", "row", "required", "min", "max", "minLength", "maxLength",
      "pattern", "patternErrorMessage", "validationType", "hide", "value", "label", "en", "prefixAdorner",
      "suffixAdorner");
  private static final Pattern MARKUP = Pattern.compile("<\\s*[A-Za-z/!?]|javascript:|vbscript:|data:|https?:|\\]\\(",
      Pattern.CASE_INSENSITIVE);

  /** So often the browser of an officer would draw something. */
  private static final Set<String> MANY = Set.of("defaultRepetitions", "nonCollapsedItems", "rows", "height");
  private static final int MOST_SHOWN = 500;
  private static final Set<String> PATHS = Set.of("key", "path");
  /** Names by which JavaScript reaches what all objects share. */
  private static final Pattern OF_THE_LANGUAGE = Pattern.compile("(^|\\.)(__proto__|constructor|prototype)(\\.|$)");
  private static final int LONGEST_PATTERN = 200;
  private static final int MOST_REPEATED = 2;
  /** A look back at what a group found. */
  private static final Pattern LOOKS_BACK = Pattern.compile("\\\\[1-9k]");
  private static final Pattern REPEATED = Pattern.compile("(?<!\\\\)(?:[*+]|\\{\\d+,\\})");

  private final String file;
  private final FeelCheck feel;
  private final Findings findings;
  private int components;

  FormFile(String file, FeelCheck feel, Findings findings) {
    this.file = file;
    this.feel = feel;
    this.findings = findings;
  }

  void check(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      findings.addAt(file, broken.getLocation() == null ? "?" : "" + broken.getLocation().getLineNr(),
          "model-not-json", DEPTH);
      return;
    }
    if (!root.isObject() || !root.path("components").isArray()) {
      findings.add(file, "model-wrong-kind", "form-js");
      return;
    }
    root.fieldNames().forEachRemaining(name -> known(ROOT, name, "/"));
    root.path("components").forEach(each -> component(each));
    if (components > COMPONENTS) {
      findings.add(file, "model-too-many-elements", COMPONENTS);
    }
  }

  private void component(JsonNode component) {
    components++;
    String place = component.path("key").asText(component.path("id").asText(component.path("type").asText("?")));
    String type = component.path("type").asText("");
    if (!TYPES.contains(type)) {
      findings.addAt(file, place, "model-component-refused", type, Findings.choice(TYPES));
    }
    component.fields().forEachRemaining(field -> {
      known(COMPONENT, field.getKey(), place);
      if (MANY.contains(field.getKey()) && field.getValue().asLong(0) > MOST_SHOWN) {
        findings.addAt(file, place, "model-value", field.getKey(), field.getValue().asText(), "1–" + MOST_SHOWN);
      }
      if (PATHS.contains(field.getKey()) && OF_THE_LANGUAGE.matcher(field.getValue().asText("")).find()) {
        findings.addAt(file, place, "model-value", field.getKey(), field.getValue().asText(), "a–z, A–Z, 0–9");
      }
      if (field.getKey().equals("components")) {
        field.getValue().forEach(this::component);
      } else {
        boolean free = field.getKey().equals("properties");
        part(field.getValue(), place, free, !field.getKey().equals("validate"));
      }
    });
  }

  private void part(JsonNode node, String place, boolean free, boolean isShown) {
    if (node.isObject()) {
      node.fields().forEachRemaining(field -> {
        if (!free) {
          known(PARTS, field.getKey(), place);
        }
        boolean pattern = field.getKey().equals("pattern") && !isShown;
        if (pattern && isEndless(field.getValue().asText(""))) {
          findings.addAt(file, place, "model-pattern", field.getValue().asText(), MOST_REPEATED);
        }
        part(field.getValue(), place, free, isShown && !field.getKey().equals("pattern"));
      });
    } else if (node.isArray()) {
      node.forEach(each -> part(each, place, free, isShown));
    } else if (node.isTextual()) {
      text(node.asText(), place, isShown);
    }
  }

  /** The server tries patterns on what people type; some take it longer with each letter than anybody lives. */
  static boolean isEndless(String pattern) {
    return pattern.length() > LONGEST_PATTERN || LOOKS_BACK.matcher(pattern).find() || repeatsWhatVaries(pattern)
        || REPEATED.matcher(pattern).results().count() > MOST_REPEATED;
  }

  /** Whether a group is repeated that holds a choice or a repetition, at any depth. */
  private static boolean repeatsWhatVaries(String pattern) {
    Deque<Boolean> varies = new ArrayDeque<>();
    varies.push(false);
    boolean among = false;
    for (int i = 0; i < pattern.length(); i++) {
      char each = pattern.charAt(i);
      if (each == '\\') {
        i++;
      } else if (each == '[' || each == ']') {
        among = each == '[';
      } else if (!among && each == '(') {
        varies.push(false);
      } else if (!among && each == ')' && varies.size() > 1) {
        boolean inside = varies.pop();
        boolean repeated = i + 1 < pattern.length() && "*+{".indexOf(pattern.charAt(i + 1)) >= 0;
        if (inside && repeated) {
          return true;
        }
        varies.push(varies.pop() || inside || repeated);
      } else if (!among && "*+{|?".indexOf(each) >= 0 && (each != '?' || pattern.charAt(Math.max(0, i - 1)) != '(')) {
        varies.pop();
        varies.push(true);
      }
    }
    return false;
  }

  private void text(String text, String place, boolean isShown) {
    if (text.startsWith("=")) {
      String refused = feel.refusedIn(text.substring(1).strip());
      findings.feel(file, place, text, refused);
    } else if (isShown && MARKUP.matcher(text).find()) {
      findings.addAt(file, place, "model-markup", text);
    }
  }

  private void known(Set<String> names, String name, String place) {
    if (!names.contains(name)) {
      findings.addAt(file, place, "model-attribute-refused", name);
    }
  }
}
