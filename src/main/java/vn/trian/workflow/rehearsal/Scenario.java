package vn.trian.workflow.rehearsal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.workflow.Act;

/**
 * A worked case of a procedure, as section 6 of docs/procedure-folder.md describes it.
 *
 * @param after       id of the scenario whose case is there before this one is handed in
 * @param application data of the start form, {@code base} of the file laid beneath
 * @param papers      ids of the papers handed in; null = all that are required
 * @param desk        ACCEPT, SUPPLEMENT or REFUSE
 */
public record Scenario(String id, Name name, String source, String variant, String after, FiledAt filedAt,
    Map<String, Object> application, List<String> papers, String desk, String reasonCode, String reason,
    List<Item> items, boolean confirmDuplicate, List<Move> walk, Expected expect) {

  /** Key among the due dates that stands for the day promised to the citizen. */
  static final String PROMISED = "case";

  private static final ObjectMapper YAML = YAMLMapper.builder(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .addModule(new JavaTimeModule())
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  public Scenario {
    items = items == null ? List.of() : List.copyOf(items);
    walk = walk == null ? List.of() : List.copyOf(walk);
    expect = expect == null ? new Expected(null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null) : expect;
  }

  public record Name(String vi, String en) {}

  /** @param on day, or day and time; nine o'clock when there is no time */
  public record FiledAt(String office, String on) {}

  /** @param kind id of a paper, null for anything else */
  public record Item(String kind, String text) {

    private static List<Act.Item> asked(List<Item> items) {
      return items.stream().map(each -> new Act.Item(each.kind(), each.text())).toList();
    }
  }

  /**
   * One thing that happens: a task is completed, a message comes, or a timer fires.
   *
   * @param body        name of another body, or a map with its {@code name}
   * @param by          login of who does it; null = the first of the group that is asked
   * @param eligibility what the eligibility decision says of the answers given so far
   * @param refused     code of the refusal that is expected; the task stays open
   */
  public record Move(String task, String message, String timer, String on, String outcome, String reasonCode,
      String reason, List<Item> items, Object body, Map<String, Object> data, List<String> papers, String by,
      LocalDate due, Map<String, String> eligibility, String refused) {

    public Move {
      items = items == null ? List.of() : List.copyOf(items);
      data = data == null ? Map.of() : data;
    }

    /** The other body that is asked; null for none. */
    public Act.Body otherBody() {
      return body == null ? null : new Act.Body(null,
          body instanceof Map<?, ?> map ? Objects.toString(map.get("name"), null) : body.toString());
    }

    /** What the citizen has to bring. */
    public List<Act.Item> asked() {
      return Item.asked(items);
    }

    /** What happens here, as part of a sentence. */
    Finding where() {
      return message != null ? Discrepancies.what("message", message)
          : timer != null ? Discrepancies.what("timer", timer) : Discrepancies.what("task", task, outcome);
    }
  }

  /**
   * What has to come of it; what is left out is not looked at.
   *
   * @param dueDates           by step, as it was set last; {@code case} is the day promised to the citizen
   * @param eligibility        what the decision says after the last proposal
   * @param lines              some of the columns of each, in any order
   * @param requiredPapers     ids of the papers that the application requires, in order
   * @param entitlementsBefore those of the case that was there before, see {@code after}
   */
  public record Expected(List<String> path, Map<String, List<String>> passed, Map<String, List<String>> notPassed,
      Map<String, LocalDate> dueDates, String state, String result, Map<String, String> eligibility, BigDecimal amount,
      String firstPeriod, @JsonDeserialize(contentUsing = LineReader.class) List<Map<String, Object>> lines,
      List<String> requiredPapers, List<String> documents, List<Map<String, Object>> entitlements,
      List<Map<String, Object>> entitlementsBefore, List<Map<String, Object>> payments, RefusedAtDesk refusedAtDesk,
      List<String> open, List<String> offices) {

    public Expected {
      lines = lines == null ? null : List.copyOf(lines);
      entitlements = entitlements == null ? null : List.copyOf(entitlements);
    }

    /** Lines of the calculation as a document prints them; where it names none, what is granted. */
    public List<Map<String, Object>> printedLines() {
      return lines != null ? lines : entitlements != null ? entitlements : List.of();
    }
  }

  /** A line is written as a map, or as a text: {@code BURIAL 18000000 2024-02 HOÀNG VĂN NAM}. */
  private static final class LineReader extends JsonDeserializer<Map<String, Object>> {

    private static final Pattern LINE = Pattern.compile("(\\S+) (\\d{1,15}) (\\S+) (.+)");

    @Override
    public Map<String, Object> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        return parser.readValueAs(new TypeReference<Map<String, Object>>() {});
      }
      Matcher line = LINE.matcher(parser.getText());
      if (!line.matches()) {
        return context.reportInputMismatch(this, "a line is benefit, amount, first period and recipient");
      }
      return Map.of("benefit", line.group(1), "amount", Long.valueOf(line.group(2)), "firstPeriod", line.group(3),
          "recipient", line.group(4));
    }
  }

  /** @param field fields whose rules refuse the application, among others */
  public record RefusedAtDesk(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> field, String code) {}

  /** What the citizen has to bring when the desk does not accept yet. */
  public List<Act.Item> asked() {
    return Item.asked(items);
  }

  /** The same as far as a task; nothing is expected of it. */
  Scenario until(String place) {
    return new Scenario(id, name, source, variant, null, filedAt, application, papers, desk, reasonCode, reason, items,
        true, walk.stream().takeWhile(move -> !place.equals(move.task())).toList(), null);
  }

  /**
   * Scenarios of a file, {@code base} laid beneath each.
   *
   * @throws UncheckedIOException with what is wrong and where, for a file that does not keep to the description
   */
  public static List<Scenario> read(byte[] yaml) {
    try {
      List<Scenario> scenarios = new ArrayList<>();
      ObjectNode base = YAML.createObjectNode();
      for (JsonNode entry : YAML.readTree(new String(yaml, StandardCharsets.UTF_8))) {
        if (!entry.isObject() || entry.has("base") && !entry.get("base").isObject()) {
          throw new IOException("an entry is no map");
        }
        if (entry.has("base")) {
          base = (ObjectNode) entry.get("base");
        } else {
          scenarios.add(YAML.treeToValue(over(entry, base), Scenario.class));
        }
      }
      return scenarios;
    } catch (IOException e) {
      throw new UncheckedIOException("scenarios.yaml: " + e.getMessage(), e);
    }
  }

  /** Maps are laid over one another key by key; a list or value takes the place of what is beneath, null removes. */
  private static JsonNode over(JsonNode top, JsonNode beneath) {
    if (!(top instanceof ObjectNode object) || !(beneath instanceof ObjectNode below)) {
      return top;
    }
    ObjectNode merged = below.deepCopy();
    object.fields().forEachRemaining(field -> {
      if (field.getValue().isNull()) {
        merged.remove(field.getKey());
      } else {
        JsonNode under = merged.get(field.getKey());
        merged.set(field.getKey(), under == null ? field.getValue() : over(field.getValue(), under));
      }
    });
    return merged;
  }
}
