package vn.trian.workflow.modelgate;

import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/**
 * Elements and attributes that a kind of model may have. One line for each element: its name, then its attributes,
 * each with the kind of its value behind an equals sign; the element's own text counts as the attribute {@code #}.
 * An attribute without a kind holds plain text. Whatever is not listed is refused, so that what a newer engine
 * understands is refused too until somebody has thought about it.
 */
final class AllowList {

  /** What a value may be. */
  enum Kind {
    /** Text without an expression. */
    PLAIN,
    /** Text that may hold harmless expressions. */
    EXPRESSION,
    /** One harmless expression and nothing beside it, which is true or false. */
    CONDITION,
    /** Groups computed by a registered function. */
    GROUPS,
    /** {@code ${name}} of a registered delegate. */
    DELEGATE,
    /** {@code ${name}} of a registered listener. */
    LISTENER,
    /** {@code ${name}} of a registered task listener. */
    TASK_LISTENER,
    /** The frame of the forms. */
    FRAME,
    /** A moment. */
    DATE,
    /** A time to wait. */
    DURATION,
    /** A time to wait, again and again. */
    CYCLE,
    /** How often and after what pause a failed job is tried again. */
    RETRY,
    /** How long the engine keeps what happened. */
    KEPT,
    /** Name of a variable. */
    VARIABLE,
    /** True or false. */
    FLAG,
    /** Which of several tasks comes first, 0 to 100. */
    PRIORITY,
    /** Only true. */
    TRUE,
    /** Only false, which says that something is not so. */
    FALSE,
    /** Only 1, which says that something is as usual. */
    ONE,
    /** Only {@code deployment}. */
    SAME_DEPLOYMENT,
    /** Only the formal kind of expression. */
    FORMAL,
    /** Only a point of a drawing. */
    POINT,
    /** Only FEEL. */
    FEEL_ONLY,
    /** Only the engine of this application. */
    PLATFORM
  }

  private static final String OWN_TEXT = "#";

  private final Map<QName, Map<QName, Kind>> elements = new HashMap<>();

  /**
   * Reads a list.
   *
   * @param prefixes namespaces by the prefixes that the lines use
   * @param main     prefix of elements without one
   */
  AllowList(Map<String, String> prefixes, String main, String lines) {
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split("\\s+");
      Map<QName, Kind> attributes = new HashMap<>();
      for (int i = 1; i < words.length; i++) {
        String[] parts = words[i].split("=");
        attributes.put(name(prefixes, "", parts[0]), parts.length == 1 ? Kind.PLAIN : Kind.valueOf(parts[1]));
      }
      for (String element : words[0].split(",")) {
        elements.put(name(prefixes, main, element), attributes);
      }
    }
  }

  boolean has(QName element) {
    return elements.containsKey(element);
  }

  /** True when some listed element or attribute is of that namespace. */
  boolean knowsNamespace(String namespace) {
    return elements.entrySet().stream().anyMatch(each -> each.getKey().getNamespaceURI().equals(namespace)
        || each.getValue().keySet().stream().anyMatch(name -> name.getNamespaceURI().equals(namespace)));
  }

  /** What an attribute of a listed element may hold; null when the attribute is not listed. */
  Kind attribute(QName element, QName attribute) {
    return elements.get(element).get(attribute);
  }

  /** What stands in a listed element as text; null when it may hold none. */
  Kind text(QName element) {
    return elements.get(element).get(new QName(OWN_TEXT));
  }

  private static QName name(Map<String, String> prefixes, String main, String word) {
    int colon = word.indexOf(':');
    String prefix = colon < 0 ? main : word.substring(0, colon);
    String namespace = prefix.isEmpty() ? XMLConstants.NULL_NS_URI : prefixes.get(prefix);
    if (namespace == null) {
      throw new IllegalArgumentException(word);
    }
    return new QName(namespace, word.substring(colon + 1));
  }
}
