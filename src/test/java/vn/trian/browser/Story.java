package vn.trian.browser;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * One worked case of a procedure's scenarios, to be done by hand.
 *
 * @param office   one-stop desk where it is handed in
 * @param moves    what is done with it after that, in order; what the scenario tries in vain is left out
 * @param documents ids of the documents that it leaves behind
 */
record Story(String procedure, String office, LocalDateTime filedOn, Map<String, Object> application,
    List<Move> moves, List<String> documents) {

  private static final ObjectMapper YAML = new YAMLMapper();

  /** @param data answers of the step's form, empty when it has none */
  record Move(LocalDateTime on, String outcome, Map<String, Object> data) {}

  /** The scenario of a folder below {@code bpmn/} with this id; without one the first that is accepted. */
  static Story read(String folder, String procedure) {
    return in("bpmn/" + folder, procedure);
  }

  /** As {@link #read}, of a folder anywhere on the class path. */
  static Story in(String path, String procedure) {
    try (var in = new ClassPathResource(path + "/scenarios.yaml").getInputStream()) {
      JsonNode file = YAML.readTree(in);
      JsonNode base = file.get(0).path("base").path("application");
      for (JsonNode scenario : file) {
        if ("DELIVERED".equals(scenario.path("expect").path("state").asText())) {
          return of(procedure, base, scenario);
        }
      }
      throw new IllegalStateException("no scenario of " + path + " goes to the end");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Story of(String procedure, JsonNode base, JsonNode scenario) {
    ObjectNode application = base.deepCopy();
    lay(application, scenario.path("application"));
    List<Move> moves = new ArrayList<>();
    LocalDateTime filedOn = moment(scenario.path("filedAt").path("on").asText());
    LocalDateTime last = filedOn;
    for (JsonNode move : scenario.path("walk")) {
      last = move.has("on") ? moment(move.get("on").asText()) : last;
      if (move.has("refused")) {
        continue;
      }
      moves.add(new Move(last, move.get("outcome").asText(), map(move.path("data"))));
    }
    List<String> documents = new ArrayList<>();
    scenario.path("expect").path("documents").forEach(each -> documents.add(each.asText()));
    return new Story(procedure, scenario.path("filedAt").path("office").asText(), filedOn, map(application), moves,
        documents);
  }

  private static void lay(ObjectNode below, JsonNode above) {
    above.fields().forEachRemaining(field -> {
      if (field.getValue() instanceof ObjectNode inner && below.get(field.getKey()) instanceof ObjectNode present) {
        lay(present, inner);
      } else {
        below.set(field.getKey(), field.getValue());
      }
    });
  }

  private static LocalDateTime moment(String on) {
    return on.contains("T") ? LocalDateTime.parse(on) : LocalDate.parse(on).atTime(9, 0);
  }

  private static Map<String, Object> map(JsonNode node) {
    return node.isMissingNode() ? Map.of()
        : YAML.convertValue(node, new TypeReference<Map<String, Object>>() {});
  }
}
