package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The table of all endpoints and who may use them, {@code security/matrix.yaml}. */
final class Matrix {

  /** How the application is to answer. */
  enum Answered {
    /** Whatever comes of it, the door is open. */
    IN,
    /** Log in first. */
    LOGIN,
    /** Not allowed. */
    NO,
    /** As if there were no such thing. */
    UNKNOWN
  }

  /** Somebody who asks. */
  record Asker(String name, String login, Set<String> hands) {}

  /**
   * One endpoint.
   *
   * @param only those who may, among all who have the thing in reach; empty for all of them
   * @param ends whether the session is over afterwards
   */
  record Row(String method, String address, Set<String> who, Set<String> only, boolean ends) {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    Endpoint endpoint() {
      return Endpoint.of(method, address.replaceFirst("\\?.*", ""));
    }

    /** The kind of thing that the address names; empty when it names none or any. */
    Optional<String> kind(Set<String> known) {
      return NAME.matcher(address).results().map(found -> found.group(1)).filter(known::contains).findFirst();
    }

    boolean changes() {
      return !Set.of("GET", "OPTIONS", "ANY").contains(method);
    }

    boolean isOfEngine() {
      return address.startsWith("/camunda/") || address.startsWith("/engine-rest");
    }

    /** Our own interface, and the engine's, say 401; pages lead to the login. */
    boolean isInterface() {
      return address.startsWith("/api/") || address.startsWith("/camunda/api/") || address.startsWith("/engine-rest");
    }

    @Override
    public String toString() {
      return method + " " + address;
    }
  }

  private static final String ENGINE = "/camunda/api/engine/engine/{engine}";
  private static final List<String> FOR_MACHINES = List.of("/engine-rest", "/engine-rest/engine/{engine}");

  private final Map<String, Asker> askers = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<String>>> reach = new LinkedHashMap<>();
  private final Map<String, String> samples = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private Matrix(JsonNode yaml) {
    yaml.get("actors").fields().forEachRemaining(each -> askers.put(each.getKey(), new Asker(each.getKey(),
        each.getValue().findPath("login").asText(each.getValue().findPath("left").asText(
            each.getValue().findPath("basic").asText(""))), texts(each.getValue().path("as")))));
    yaml.get("reach").fields().forEachRemaining(kind -> {
      Map<String, Set<String>> things = new LinkedHashMap<>();
      kind.getValue().fields().forEachRemaining(thing -> things.put(thing.getKey(), texts(thing.getValue())));
      reach.put(kind.getKey(), things);
    });
    yaml.get("samples").fields().forEachRemaining(each -> samples.put(each.getKey(), each.getValue().asText()));
    read(yaml.get("own"), "");
    read(yaml.get("webapps"), "");
    read(yaml.get("engine"), ENGINE);
    FOR_MACHINES.forEach(prefix -> read(yaml.get("engine"), prefix));
  }

  static Matrix read() {
    try (var in = new ClassPathResource("security/matrix.yaml").getInputStream()) {
      return new Matrix(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(JsonNode endpoints, String prefix) {
    endpoints.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
      JsonNode value = method.getValue();
      rows.add(new Row(method.getKey(), prefix + path.getKey(), texts(value.isObject() ? value.get("who") : value),
          texts(value.path("only")), value.path("ends").asBoolean()));
    }));
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new LinkedHashSet<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.elements().forEachRemaining(each -> texts.add(each.asText()));
    return texts;
  }

  List<Row> rows() {
    return rows;
  }

  /** Those for whom an endpoint is asked. */
  List<Asker> askers(Row row) {
    Set<String> few = Set.of("anonymous", "admin", "machine");
    boolean forMachines = row.address().startsWith("/engine-rest");
    return askers.values().stream()
        .filter(asker -> forMachines ? few.contains(asker.name()) : !asker.name().equals("machine")).toList();
  }

  /** What stands for a name in an address that is no kind of thing. */
  Map<String, String> samples() {
    return samples;
  }

  Asker asker(String name) {
    return askers.get(name);
  }

  Set<String> kinds() {
    return reach.keySet();
  }

  /** Names of the things that an endpoint is asked with; one empty name when it is about none. */
  List<String> things(Row row) {
    List<String> things = new ArrayList<>(row.kind(kinds()).map(kind -> reach.get(kind).keySet()).orElse(Set.of("")));
    if (!things.contains("")) {
      things.add("invented");
    }
    return things;
  }

  Answered expected(Row row, Asker asker, String thing) {
    Set<String> mayAsk = new LinkedHashSet<>(row.who());
    mayAsk.retainAll(asker.hands());
    boolean known = !asker.hands().isEmpty() && !(row.address().startsWith("/engine-rest")
        && !asker.name().equals("machine"));
    Optional<String> kind = row.kind(kinds());
    boolean reaches = kind.isEmpty() || reach.get(kind.get()).getOrDefault(thing, Set.of()).contains(asker.name());
    if (row.who().contains("public")) {
      return reaches ? Answered.IN : Answered.UNKNOWN;
    }
    if (!known) {
      return Answered.LOGIN;
    }
    if (mayAsk.isEmpty()) {
      return Answered.NO;
    }
    boolean byWide = row.isOfEngine() && (mayAsk.contains("supervisor") || mayAsk.contains("admin"));
    if (!reaches && !byWide) {
      return kind.get().equals("self") ? Answered.NO : Answered.UNKNOWN;
    }
    // what is over is over, whoever might have done it
    boolean may = row.only().isEmpty() || row.only().contains(asker.name()) || thing.equals("done");
    return may ? Answered.IN : Answered.NO;
  }
}
