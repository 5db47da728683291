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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.trian.shared.DomainException;

/**
 * A file in YAML or JSON whose values are changed where they stand: comments, order, quotes and line ends stay as
 * somebody wrote them. After each change the text is read again, and anything else that came out of it than the one
 * change that was asked for is a fault of {@link Splicing} and is refused. Paths are those of a {@link Place}.
 */
final class YamlText {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final String text;
  private final boolean json;
  private final JsonNode tree;
  private final Node root;
  private final Splicing splicing;

  private YamlText(String text, boolean json) {
    this.text = text;
    this.json = json;
    this.splicing = new Splicing(text, new ScalarWords(json, text.contains("\r\n") ? "\r\n" : "\n"));
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
    return new Place(path).in(tree);
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
    return set(new Place(path), value, order);
  }

  private YamlText set(Place place, Object value, List<String> order) {
    JsonNode now = place.in(tree);
    boolean exists = !now.isMissingNode();
    if (value == null || "".equals(value)) {
      return exists ? without(place) : this;
    }
    JsonNode wanted = JSON.valueToTree(value);
    if (now.equals(wanted)) {
      return this;
    }
    Place parent = place.parent();
    if (!exists && (parent.in(tree).isMissingNode() || parent.in(tree).isNull())) {
      return set(parent, Map.of(place.key(), value), order);
    }
    JsonNode expected = tree.deepCopy();
    if (place.isItem()) {
      ((ArrayNode) parent.in(expected)).set(place.index(), wanted);
    } else {
      ((ObjectNode) parent.in(expected)).set(place.key(), wanted);
    }
    return checked(exists ? splicing.replaced(place.in(root), value)
        : splicing.inserted((MappingNode) parent.in(root), place.key(), value, order), expected);
  }

  /** Nothing at a place: a key with its value, or an item of a list. */
  private YamlText without(Place place) {
    Place parent = place.parent();
    if (parent.in(tree).size() == 1 && !parent.isWhole()) {
      return without(parent);
    }
    JsonNode expected = tree.deepCopy();
    if (place.isItem()) {
      ((ArrayNode) parent.in(expected)).remove(place.index());
      return checked(splicing.removed((SequenceNode) parent.in(root), place.index()), expected);
    }
    ((ObjectNode) parent.in(expected)).remove(place.key());
    return checked(splicing.removed((MappingNode) parent.in(root), place.key()), expected);
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
    Place list = new Place(path);
    YamlText changed = this;
    for (Item item : items) {
      for (Map.Entry<String, Object> each : item.values().entrySet()) {
        if (item.from() >= 0) {
          changed = changed.set(list.item(item.from()).under(each.getKey()), each.getValue(), order);
        }
      }
    }
    List<Integer> kept = items.stream().map(Item::from).filter(from -> from >= 0).toList();
    for (int i = at(path).size() - 1; i >= 0; i--) {
      if (!kept.contains(i)) {
        changed = changed.without(list.item(i));
      }
    }
    changed = changed.ordered(list, kept.stream().map(from -> (int) kept.stream().filter(each -> each < from).count())
        .toList());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).from() < 0) {
        changed = changed.with(list, i, items.get(i).values(), order);
      }
    }
    return changed;
  }

  private YamlText with(Place list, int index, Map<String, Object> item, List<String> order) {
    if (list.in(tree).isEmpty()) {
      return set(list, List.of(item), order);
    }
    JsonNode expected = tree.deepCopy();
    ((ArrayNode) list.in(expected)).insert(index, (JsonNode) JSON.valueToTree(item));
    return checked(splicing.inserted((SequenceNode) list.in(root), index, item), expected);
  }

  private YamlText ordered(Place list, List<Integer> order) {
    if (order.equals(order.stream().sorted().toList())) {
      return this;
    }
    JsonNode expected = tree.deepCopy();
    ArrayNode sorted = (ArrayNode) list.in(expected);
    List<JsonNode> before = new ArrayList<>();
    sorted.forEach(before::add);
    sorted.removeAll();
    order.forEach(each -> sorted.add(before.get(each)));
    return checked(splicing.ordered((SequenceNode) list.in(root), order), expected);
  }

  private YamlText checked(String changed, JsonNode expected) {
    YamlText after = new YamlText(changed, json);
    if (!after.tree.equals(expected)) {
      throw new IllegalStateException("more than one value changed");
    }
    return after;
  }
}
