package vn.trian.workflow.modelgate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import vn.trian.procedure.ProcedureReader;

/** What a description may hold: plain maps, lists and values, each written where it stands. */
final class YamlFile {

  private static final int DEPTH = 20;
  private static final String DERIVED = "derived.";
  private static final ObjectMapper YAML = new YAMLMapper(
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  /** Keys of procedure.yaml and common.yaml whose value is FEEL. */
  private static final Set<String> FEEL = Set.of("duplicateKey", "when", "error", "required", "shown", "forEach");
  private static final Set<String> WITH_FEEL = Set.of(ProcedureReader.PROCEDURE, ProcedureReader.COMMON);

  private final String file;
  private final FeelCheck feel;
  private final Findings findings;

  YamlFile(String file, FeelCheck feel, Findings findings) {
    this.file = file;
    this.feel = feel;
    this.findings = findings;
  }

  void check(String text) {
    try {
      if (isPlain(text)) {
        JsonNode root = YAML.readTree(text);
        if (WITH_FEEL.contains(file)) {
          // first what others may be made of
          expressions(root, "", (place, each) -> ifDerived(place, each, true));
          expressions(root, "", (place, each) -> ifDerived(place, each, false));
        }
      }
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      findings.addAt(file, "" + line, "model-not-yaml", DEPTH);
    } catch (YAMLException broken) {
      findings.addAt(file, "?", "model-not-yaml", DEPTH);
    } catch (JsonProcessingException broken) {
      findings.addAt(file, broken.getLocation() == null ? "?" : "" + broken.getLocation().getLineNr(),
          "model-not-yaml", DEPTH);
    }
  }

  /** All expressions of a description that was checked before, each with where it stands. */
  static void expressions(String text, BiConsumer<String, String> each) {
    try {
      expressions(YAML.readTree(text), "", each);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Reads the words only, nothing is built from them. */
  private boolean isPlain(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(PlainText.LIMIT);
    int depth = 0;
    int documents = 0;
    for (Event event : new Yaml(options).parse(new StringReader(text))) {
      depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      documents += event.is(Event.ID.DocumentStart) ? 1 : 0;
      boolean refers = event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null;
      boolean typed = event instanceof ScalarEvent scalar && scalar.getTag() != null
          || event instanceof CollectionStartEvent start && start.getTag() != null;
      if (refers || typed || depth > DEPTH || documents > 1) {
        findings.addAt(file, "" + (event.getStartMark().getLine() + 1),
            depth > DEPTH ? "model-too-deep" : "model-yaml-refused", DEPTH);
        return false;
      }
    }
    return true;
  }

  private static void expressions(JsonNode node, String path, BiConsumer<String, String> each) {
    node.fields().forEachRemaining(field -> {
      String here = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue().isTextual() && isFeel(path, field.getKey())) {
        each.accept(here, field.getValue().asText());
      }
      expressions(field.getValue(), here, each);
    });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      expressions(node.get(i), path + "[" + i + "]", each);
    }
  }

  private static boolean isFeel(String path, String key) {
    return FEEL.contains(key) || path.equals("derived") || path.startsWith("exclusive") && key.equals("key")
        || path.isEmpty() && key.equals("route") || path.startsWith("result.registry") && path.endsWith("values");
  }

  private void ifDerived(String place, String text, boolean wanted) {
    if (place.startsWith(DERIVED) == wanted) {
      expression(place, text);
    }
  }

  private void expression(String place, String text) {
    String plain = text.strip();
    String refused = feel.refusedIn(plain.startsWith("=") ? plain.substring(1) : plain);
    findings.feel(file, place, text, refused);
    if (refused == null && place.startsWith(DERIVED)) {
      Object parsed = feel.parsed(plain.startsWith("=") ? plain.substring(1) : plain);
      feel.learn(place.substring(DERIVED.length()), parsed);
    }
  }
}
