package vn.trian.modeladmin.edit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.workflow.modelgate.ModelOutline;
import vn.trian.workflow.modelgate.ModelOutline.Element;

/** Gives elements of a diagram other names, where they stand; the drawing and everything else stays as it was. */
final class DiagramNames {

  private static final String VALUE = "(?:\"[^\"]*+\"|'[^']*+')";
  /** A value may hold what ends a tag elsewhere; what looks like a tag in a comment is none. */
  private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<[A-Za-z](?:[^<>\"']++|" + VALUE + ")*+>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:.-]+)\\s*=\\s*(" + VALUE + ")");

  private DiagramNames() {}

  /**
   * The diagram with another name of one element that has one.
   *
   * @throws IllegalStateException when anything else would change
   */
  static String named(String file, String xml, String id, String name) {
    Matcher tag = TAG.matcher(xml);
    while (tag.find()) {
      boolean found = false;
      int start = -1;
      int end = -1;
      Matcher attribute = ATTRIBUTE.matcher(tag.group());
      while (!tag.group().startsWith("<!") && attribute.find()) {
        String value = attribute.group(2);
        found |= attribute.group(1).equals("id") && value.substring(1, value.length() - 1).equals(id);
        if (attribute.group(1).equals("name")) {
          start = tag.start() + attribute.start(2);
          end = tag.start() + attribute.end(2);
        }
      }
      if (found && start >= 0) {
        char quote = xml.charAt(start);
        String changed = xml.substring(0, start) + quote + escaped(name, quote) + quote + xml.substring(end);
        return checked(file, xml, changed, id, name);
      }
    }
    throw new IllegalStateException("no name of " + id + " to change");
  }

  private static String checked(String file, String before, String after, String id, String name) {
    Map<String, Element> expected = new LinkedHashMap<>(outline(file, before));
    expected.computeIfPresent(id, (key, old) -> new Element(old.type(), name, old.drawn(), old.values()));
    if (!expected.equals(outline(file, after))) {
      throw new IllegalStateException("more than the name of " + id + " changed");
    }
    return after;
  }

  private static Map<String, Element> outline(String file, String xml) {
    return ModelOutline.diagram(file, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text, char quote) {
    String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "&#10;");
    return quote == '"' ? plain.replace("\"", "&quot;") : plain.replace("'", "&apos;");
  }
}
