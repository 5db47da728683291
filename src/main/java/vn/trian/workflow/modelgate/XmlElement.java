package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** An element of a model, as read by {@link XmlReader}. */
final class XmlElement {

  private final QName name;
  private final XmlElement parent;
  private final int line;
  private final Map<QName, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(QName name, XmlElement parent, int line) {
    this.name = name;
    this.parent = parent;
    this.line = line;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  void put(QName attribute, String value) {
    attributes.put(attribute, value);
  }

  void append(String more) {
    text.append(more);
  }

  QName name() {
    return name;
  }

  String localName() {
    return name.getLocalPart();
  }

  XmlElement parent() {
    return parent;
  }

  Map<QName, String> attributes() {
    return attributes;
  }

  /** Value of an attribute without a namespace; an empty text when there is none. */
  String get(String attribute) {
    return attributes.getOrDefault(new QName(attribute), "");
  }

  /** Value of an attribute of a namespace; an empty text when there is none. */
  String get(String namespace, String attribute) {
    return attributes.getOrDefault(new QName(namespace, attribute), "");
  }

  /** The text that stands directly in this element. */
  String text() {
    return text.toString().strip();
  }

  List<XmlElement> children() {
    return children;
  }

  /** This element and all inside it. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }

  Stream<XmlElement> all(String namespace, String local) {
    QName wanted = new QName(namespace, local);
    return all().filter(each -> each.name.equals(wanted));
  }

  boolean has(String namespace, String child) {
    QName wanted = new QName(namespace, child);
    return children.stream().anyMatch(each -> each.name.equals(wanted));
  }

  /** What to call this place in front of people: the id of the element or of the next one around it, else the line. */
  String place() {
    for (XmlElement each = this; each != null; each = each.parent) {
      if (!each.get("id").isEmpty() && each.parent != null) {
        return each.get("id");
      }
    }
    return "<" + localName() + ">, " + line;
  }
}
