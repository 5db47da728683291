package vn.trian.modeladmin.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.trian.shared.DomainException;

/**
 * A file in YAML or JSON whose values are changed where they stand: comments, order, quotes and line ends stay as
 * somebody wrote them. After each change the text is read again, and anything else that came out of it than the one
 * change that was asked for is a fault of this class and is refused.
 *
 * <p>Places are written as the checks of a release name them, such as {@code steps.confirmFile.limits[0].amount}.
 */
final class YamlText {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final String text;
  private final boolean json;
  private final JsonNode tree;
  private final Node root;
  private final ScalarWords words;

  private YamlText(String text, boolean json) {
    this.text = text;
    this.json = json;
    this.words = new ScalarWords(json, text.contains("\r\n") ? "\r\n" : "\n");
    try {
      this.tree = (json ? JSON : YAML).readTree(text);
      this.root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (JsonProcessingException | YAMLException unreadable) {
      throw unreadable();
    }
    if (root == null || !tree.isContainerNode()) {
      throw unreadable();
    }
  }

  /**
   * A file.
   *
   * @param name its ending tells which of both it is
   * @throws DomainException INVALID {@code edits-unreadable} when it can only be changed as a whole file
   */
  static YamlText of(String name, String text) {
    return new YamlText(text, !name.endsWith(".yaml"));
  }

  private static DomainException unreadable() {
    return new DomainException(DomainException.Kind.INVALID, "edits-unreadable");
  }

  String text() {
    return text;
  }

  /** What stands at a place; missing where there is nothing. */
  JsonNode at(String path) {
    JsonNode node = tree;
    for (Object step : steps(path)) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node;
  }

  /** The text at a place, empty where there is none. */
  String words(String path) {
    return at(path).asText("");
  }

  /**
   * Another value at a place. What leads there is made where it is missing.
   *
   * @param value text, whole number, flag, or maps and lists of them; null or empty = nothing shall stand there, nor a
   *              group that becomes empty by that
   * @param order of the keys, for one that was not there before
   */
  YamlText set(String path, Object value, List<String> order) {
    boolean exists = !at(path).isMissingNode();
    if (value == null || "".equals(value)) {
      return exists ? without(path) : this;
    }
    JsonNode wanted = JSON.valueToTree(value);
    if (exists && at(path).equals(wanted)) {
      return this;
    }
    String parent = parent(path);
    if (!exists && (at(parent).isMissingNode() || at(parent).isNull())) {
      return set(parent, Map.of(last(path), value), order);
    }
    JsonNode expected = tree.deepCopy();
    if (path.endsWith("]")) {
      ((ArrayNode) in(expected, parent)).set(index(path), wanted);
    } else {
      ((ObjectNode) in(expected, parent)).set(last(path), wanted);
    }
    return checked(exists ? replaced(node(path), value) : inserted((MappingNode) node(parent), last(path), value,
        order), expected);
  }

  /** Nothing at a place: a key with its value, or an item of a list. */
  private YamlText without(String path) {
    String parent = parent(path);
    if (at(parent).size() == 1 && !parent.isEmpty()) {
      return without(parent);
    }
    JsonNode expected = tree.deepCopy();
    if (path.endsWith("]")) {
      ((ArrayNode) in(expected, parent)).remove(index(path));
      return checked(removed(((SequenceNode) node(parent)).getValue(), node(parent), index(path)), expected);
    }
    ((ObjectNode) in(expected, parent)).remove(last(path));
    MappingNode map = (MappingNode) node(parent);
    List<Node> parts = new ArrayList<>();
    int at = -1;
    for (NodeTuple each : map.getValue()) {
      at = key(each).equals(last(path)) ? parts.size() : at;
      parts.add(each.getValueNode());
    }
    return checked(removed(parts, map, at), expected);
  }

  /**
   * An item of a list as it shall be.
   *
   * @param from   which item it was, -1 = a new one
   * @param values of a new item, without what is empty; of others, what shall change by its place in the item, empty
   *               or null = shall not stand there
   */
  record Item(int from, Map<String, Object> values) {

    Item {
      values = new LinkedHashMap<>(values);
    }
  }

  /**
   * A list with these items in this order. Items that are not named are dropped.
   *
   * @param order of the keys of an item
   */
  YamlText list(String path, List<Item> items, List<String> order) {
    YamlText changed = this;
    for (Item item : items) {
      for (Map.Entry<String, Object> each : item.values().entrySet()) {
        if (item.from() >= 0) {
          changed = changed.set(path + "[" + item.from() + "]." + each.getKey(), each.getValue(), order);
        }
      }
    }
    List<Integer> kept = items.stream().map(Item::from).filter(from -> from >= 0).toList();
    for (int i = at(path).size() - 1; i >= 0; i--) {
      if (!kept.contains(i)) {
        changed = changed.without(path + "[" + i + "]");
      }
    }
    changed = changed.ordered(path, kept.stream().map(from -> (int) kept.stream().filter(each -> each < from).count())
        .toList());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).from() < 0) {
        changed = changed.with(path, i, items.get(i).values(), order);
      }
    }
    return changed;
  }

  private YamlText with(String path, int index, Map<String, Object> item, List<String> order) {
    if (at(path).isMissingNode() || at(path).isEmpty()) {
      return set(path, List.of(item), order);
    }
    JsonNode expected = tree.deepCopy();
    ((ArrayNode) in(expected, path)).insert(index, (JsonNode) JSON.valueToTree(item));
    SequenceNode list = (SequenceNode) node(path);
    List<Node> items = list.getValue();
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      String written = words.inFlow(item);
      return checked(index == 0 ? spliced(start(items.get(0)), start(items.get(0)), written + ", ")
          : spliced(end(items.get(index - 1)), end(items.get(index - 1)), ", " + written), expected);
    }
    boolean block = ((MappingNode) items.get(0)).getFlowStyle() != FlowStyle.FLOW;
    String written = words.item(item, column(start(items.get(0))) - 2, block);
    return checked(index == 0 ? spliced(lineStart(start(items.get(0))), lineStart(start(items.get(0))),
        written + words.eol()) : afterLine(end(items.get(index - 1)), written), expected);
  }

  private YamlText ordered(String path, List<Integer> order) {
    if (order.equals(order.stream().sorted().toList())) {
      return this;
    }
    JsonNode expected = tree.deepCopy();
    ArrayNode sorted = (ArrayNode) in(expected, path);
    List<JsonNode> before = new ArrayList<>();
    sorted.forEach(before::add);
    sorted.removeAll();
    order.forEach(each -> sorted.add(before.get(each)));
    SequenceNode list = (SequenceNode) node(path);
    boolean flow = list.getFlowStyle() == FlowStyle.FLOW;
    List<Integer> starts = list.getValue().stream().map(each -> flow ? start(each) : beginning(start(each))).toList();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Node item = list.getValue().get(i);
      ends.add(flow ? end(item) : i + 1 < starts.size() ? starts.get(i + 1) : nextLine(end(item)));
    }
    StringBuilder all = new StringBuilder(text.substring(0, starts.get(0)));
    for (int i = 0; i < order.size(); i++) {
      String part = text.substring(starts.get(order.get(i)), ends.get(order.get(i)));
      all.append(part).append(flow || part.endsWith("\n") ? "" : words.eol());
      all.append(flow && i + 1 < order.size() ? text.substring(ends.get(i), starts.get(i + 1)) : "");
    }
    return checked(all.append(text.substring(ends.get(ends.size() - 1))).toString(), expected);
  }

  private String replaced(Node old, Object value) {
    ScalarStyle style = old instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    boolean empty = start(old) == end(old);
    return spliced(start(old), end(old), (empty ? " " : "") + words.value(value, style));
  }

  private String inserted(MappingNode map, String key, Object value, List<String> order) {
    if (map.getValue().isEmpty()) {
      return spliced(start(map), end(map), words.inFlow(Map.of(key, value)));
    }
    NodeTuple before = map.getValue().get(0);
    for (NodeTuple each : map.getValue()) {
      before = order.indexOf(key(each)) < order.indexOf(key) || !order.contains(key) ? each : before;
    }
    int first = start(before.getKeyNode());
    int end = end(before.getValueNode());
    if (map.getFlowStyle() != FlowStyle.FLOW) {
      return afterLine(end, words.entry(key, value, column(start(map.getValue().get(0).getKeyNode()))));
    }
    boolean ownLine = text.substring(lineStart(first), first).isBlank();
    return spliced(end, end, ownLine ? "," + words.eol() + words.entry(key, value, column(first))
        : ", " + words.entryInFlow(key, value));
  }

  private String removed(List<Node> parts, Node of, int at) {
    boolean list = of instanceof SequenceNode;
    boolean flow = (list ? ((SequenceNode) of).getFlowStyle() : ((MappingNode) of).getFlowStyle()) == FlowStyle.FLOW;
    int begin = list ? start(parts.get(at)) : start(((MappingNode) of).getValue().get(at).getKeyNode());
    int end = end(parts.get(at));
    if (!flow) {
      return spliced(lineStart(begin), nextLine(end), "");
    }
    if (at > 0) {
      return spliced(end(parts.get(at - 1)), end, "");
    }
    int next = parts.size() == 1 ? end
        : list ? start(parts.get(1)) : start(((MappingNode) of).getValue().get(1).getKeyNode());
    return spliced(begin, next, "");
  }

  private YamlText checked(String changed, JsonNode expected) {
    YamlText after = new YamlText(changed, json);
    if (!after.tree.equals(expected)) {
      throw new IllegalStateException("more than one value changed");
    }
    return after;
  }

  private String spliced(int from, int to, String between) {
    return text.substring(0, from) + between + text.substring(to);
  }

  /** New lines after the line, with its comment, in which something ends. */
  private String afterLine(int at, String lines) {
    int next = nextLine(at);
    boolean ended = next > 0 && text.charAt(next - 1) == '\n';
    return ended ? spliced(next, next, lines + words.eol()) : spliced(next, next, words.eol() + lines);
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int nextLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Where the item begins that has this place in its first line: comments right above it belong to it. */
  private int beginning(int at) {
    int line = lineStart(at);
    while (line > 0 && text.substring(lineStart(line - 1), line).strip().startsWith("#")) {
      line = lineStart(line - 1);
    }
    return line;
  }

  private int column(int at) {
    return at - lineStart(at);
  }

  private int start(Node node) {
    return offset(node.getStartMark());
  }

  /** End of what somebody wrote; the reader's own end of a block is the beginning of what follows. */
  private int end(Node node) {
    if (node instanceof MappingNode map && map.getFlowStyle() != FlowStyle.FLOW) {
      return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && list.getFlowStyle() != FlowStyle.FLOW) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    int end = offset(node.getEndMark());
    while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private Node node(String path) {
    Node node = root;
    for (Object step : steps(path)) {
      if (step instanceof Integer index) {
        node = ((SequenceNode) node).getValue().get(index);
      } else {
        node = ((MappingNode) node).getValue().stream().filter(each -> key(each).equals(step)).findFirst()
            .orElseThrow().getValueNode();
      }
    }
    return node;
  }

  private static String key(NodeTuple entry) {
    return ((ScalarNode) entry.getKeyNode()).getValue();
  }

  private static JsonNode in(JsonNode tree, String path) {
    JsonNode node = tree;
    for (Object step : steps(path)) {
      node = step instanceof Integer index ? node.get(index) : node.get((String) step);
    }
    return node;
  }

  private static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    for (String part : path.isEmpty() ? new String[0] : path.split("\\.")) {
      String[] pieces = part.split("\\[");
      if (!pieces[0].isEmpty()) {
        steps.add(pieces[0]);
      }
      for (int i = 1; i < pieces.length; i++) {
        steps.add(Integer.valueOf(pieces[i].substring(0, pieces[i].length() - 1)));
      }
    }
    return steps;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.endsWith("]") ? path.lastIndexOf('[') : path.lastIndexOf('.')));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static int index(String path) {
    return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
  }
}
