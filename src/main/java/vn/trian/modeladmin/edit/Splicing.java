package vn.trian.modeladmin.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Writes one change into a text as somebody with an editor would: beside its neighbors, in their manner, on as few
 * lines as it takes. What it makes is the whole text; whether that says what it should is for others to see.
 */
final class Splicing {

  private final Layout layout;
  private final ScalarWords words;

  Splicing(String text, ScalarWords words) {
    this.layout = new Layout(text);
    this.words = words;
  }

  /** Another value in place of one that is there. */
  String replaced(Node old, Object value) {
    ScalarStyle style = old instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    int start = layout.start(old);
    int end = layout.end(old);
    return layout.spliced(start, end, (start == end ? " " : "") + words.value(value, style));
  }

  /**
   * A key that was not there.
   *
   * @param order of the keys; one that it does not name comes last
   */
  String inserted(MappingNode map, String key, Object value, List<String> order) {
    if (map.getValue().isEmpty()) {
      return layout.spliced(layout.start(map), layout.end(map), words.inFlow(Map.of(key, value)));
    }
    NodeTuple before = map.getValue().get(0);
    for (NodeTuple each : map.getValue()) {
      before = order.indexOf(Place.key(each)) < order.indexOf(key) || !order.contains(key) ? each : before;
    }
    int first = layout.start(before.getKeyNode());
    int end = layout.end(before.getValueNode());
    if (!Layout.isFlow(map)) {
      int column = layout.column(layout.start(map.getValue().get(0).getKeyNode()));
      return afterLine(end, words.entry(key, value, column));
    }
    boolean ownLine = layout.text().substring(layout.lineStart(first), first).isBlank();
    return layout.spliced(end, end, ownLine ? "," + words.eol() + words.entry(key, value, layout.column(first))
        : ", " + words.entryInFlow(key, value));
  }

  /** A key less, with its value. */
  String removed(MappingNode map, String key) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int at = -1;
    for (NodeTuple each : map.getValue()) {
      at = Place.key(each).equals(key) ? starts.size() : at;
      starts.add(layout.start(each.getKeyNode()));
      ends.add(layout.end(each.getValueNode()));
    }
    return removed(at, starts, ends, Layout.isFlow(map));
  }

  /** An item less. */
  String removed(SequenceNode list, int at) {
    return removed(at, list.getValue().stream().map(layout::start).toList(),
        list.getValue().stream().map(layout::end).toList(), Layout.isFlow(list));
  }

  private String removed(int at, List<Integer> starts, List<Integer> ends, boolean flow) {
    if (!flow) {
      return layout.spliced(layout.lineStart(starts.get(at)), layout.nextLine(ends.get(at)), "");
    }
    if (at > 0) {
      return layout.spliced(ends.get(at - 1), ends.get(at), "");
    }
    return layout.spliced(starts.get(0), starts.size() == 1 ? ends.get(0) : starts.get(1), "");
  }

  /** One more item at a place in a list that is not empty. */
  String inserted(SequenceNode list, int index, Map<String, Object> item) {
    List<Node> items = list.getValue();
    int first = layout.start(items.get(0));
    if (Layout.isFlow(list)) {
      String written = words.inFlow(item);
      int before = index == 0 ? first : layout.end(items.get(index - 1));
      return layout.spliced(before, before, index == 0 ? written + ", " : ", " + written);
    }
    String written = words.item(item, layout.column(first) - 2, !Layout.isFlow(items.get(0)));
    int top = layout.lineStart(first);
    return index == 0 ? layout.spliced(top, top, written + words.eol())
        : afterLine(layout.end(items.get(index - 1)), written);
  }

  /**
   * The same items in another order, each with the comments that belong to it.
   *
   * @param order which item comes first, which second, and so on
   */
  String ordered(SequenceNode list, List<Integer> order) {
    boolean flow = Layout.isFlow(list);
    List<Integer> starts = list.getValue().stream().map(layout::start)
        .map(each -> flow ? each : layout.beginning(each)).toList();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = layout.end(list.getValue().get(i));
      ends.add(flow ? end : i + 1 < starts.size() ? starts.get(i + 1) : layout.nextLine(end));
    }
    String text = layout.text();
    StringBuilder all = new StringBuilder(text.substring(0, starts.get(0)));
    for (int i = 0; i < order.size(); i++) {
      String part = text.substring(starts.get(order.get(i)), ends.get(order.get(i)));
      all.append(part).append(flow || part.endsWith("\n") ? "" : words.eol());
      all.append(flow && i + 1 < order.size() ? text.substring(ends.get(i), starts.get(i + 1)) : "");
    }
    return all.append(text.substring(ends.get(ends.size() - 1))).toString();
  }

  /** New lines after the line, with its comment, in which something ends. */
  private String afterLine(int at, String lines) {
    int next = layout.nextLine(at);
    boolean ended = next > 0 && layout.text().charAt(next - 1) == '\n';
    return layout.spliced(next, next, ended ? lines + words.eol() : words.eol() + lines);
  }
}
