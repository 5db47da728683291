package vn.trian.modeladmin.edit;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where what was read stands in its text: characters, lines and columns, all from 0. */
record Layout(String text) {

  int start(Node node) {
    return offset(node.getStartMark());
  }

  /** End of what somebody wrote; the reader's own end of a block is the beginning of what follows. */
  int end(Node node) {
    if (node instanceof MappingNode map && !isFlow(map)) {
      return end(map.getValue().get(map.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && !isFlow(list)) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    int end = offset(node.getEndMark());
    while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Whether a map or list stands between brackets, and not on lines of its own. */
  static boolean isFlow(Node node) {
    return (node instanceof MappingNode map ? map.getFlowStyle() : ((SequenceNode) node).getFlowStyle())
        == FlowStyle.FLOW;
  }

  /** The reader counts code points, strings do not. */
  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  int column(int at) {
    return at - lineStart(at);
  }

  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  int nextLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** Where the item begins that has this place in its first line: comments right above it belong to it. */
  int beginning(int at) {
    int line = lineStart(at);
    while (line > 0 && text.substring(lineStart(line - 1), line).strip().startsWith("#")) {
      line = lineStart(line - 1);
    }
    return line;
  }

  /** The text with something else between two places. */
  String spliced(int from, int to, String between) {
    return text.substring(0, from) + between + text.substring(to);
  }
}
