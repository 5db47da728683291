package vn.trian.modeladmin.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where something stands in a file, as the checks of a release write it: {@code steps.confirmFile.limits[0].amount}.
 *
 * @param path empty for the file as a whole
 */
record Place(String path) {

  boolean isWhole() {
    return path.isEmpty();
  }

  /** Whether it is an item of a list; else it is the value of a key. */
  boolean isItem() {
    return path.endsWith("]");
  }

  Place parent() {
    return new Place(path.substring(0, Math.max(0, isItem() ? path.lastIndexOf('[') : path.lastIndexOf('.'))));
  }

  /** The key at the end of it. */
  String key() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Number of the item at the end of it, from 0. */
  int index() {
    return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
  }

  Place item(int index) {
    return new Place(path + "[" + index + "]");
  }

  Place under(String key) {
    return new Place(path + "." + key);
  }

  /** What stands there by its meaning; missing where there is nothing. */
  JsonNode in(JsonNode tree) {
    JsonNode node = tree;
    for (Object step : steps()) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node;
  }

  /** What stands there as it is written; it has to be there. */
  Node in(Node root) {
    Node node = root;
    for (Object step : steps()) {
      node = step instanceof Integer index ? ((SequenceNode) node).getValue().get(index)
          : ((MappingNode) node).getValue().stream().filter(each -> key(each).equals(step)).findFirst().orElseThrow()
              .getValueNode();
    }
    return node;
  }

  /** The key of an entry of a map. */
  static String key(NodeTuple entry) {
    return ((ScalarNode) entry.getKeyNode()).getValue();
  }

  /** Keys and numbers on the way there. */
  private List<Object> steps() {
    List<Object> steps = new ArrayList<>();
    for (String part : isWhole() ? new String[0] : path.split("\\.")) {
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
}
