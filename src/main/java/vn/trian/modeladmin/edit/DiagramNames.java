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

  private static final String VALUE = "(\"[^\"]*\"|'[^']*')";

  private DiagramNames() {}

  /**
   * The diagram with another name of one element that has one.
   *
   * @throws IllegalStateException when anything else would change
   */
  static String named(String file, String xml, String id, String name) {
    Matcher tag = Pattern.compile("<[A-Za-z][^<>]*?\\sid\\s*=\\s*[\"']" + Pattern.quote(id) + "[\"'](?:[^<>\"']|"
        + VALUE + ")*>").matcher(xml);
    while (tag.find()) {
      Matcher attribute = Pattern.compile("\\sname\\s*=\\s*" + VALUE).matcher(tag.group());
      if (attribute.find()) {
        int start = tag.start() + attribute.start(1);
        char quote = xml.charAt(start);
        String changed = xml.substring(0, start) + quote + escaped(name, quote) + quote
            + xml.substring(tag.start() + attribute.end(1));
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
