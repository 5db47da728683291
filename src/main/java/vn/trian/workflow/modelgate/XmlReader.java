package vn.trian.workflow.modelgate;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one parser that meets models first: no DOCTYPE, nothing fetched, little depth, few elements. */
final class XmlReader {

  /** Deepest element, the root being 1. */
  static final int DEPTH = 20;
  /** Most elements of a file, drawing and text included. */
  static final int ELEMENTS = 20_000;
  private static final Pattern DOCTYPE = Pattern.compile("<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)",
      Pattern.CASE_INSENSITIVE);
  private static final XMLInputFactory FACTORY = factory();

  private XmlReader() {}

  /** The root element, or nothing when a fault was noted. */
  static Optional<XmlElement> read(String file, String text, Findings findings) {
    if (DOCTYPE.matcher(text).find()) {
      findings.add(file, "model-doctype");
      return Optional.empty();
    }
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
      return tree(file, xml, findings);
    } catch (XMLStreamException broken) {
      findings.addAt(file, broken.getLocation() == null ? "?" : "" + broken.getLocation().getLineNumber(),
          "model-not-xml");
      return Optional.empty();
    }
  }

  private static Optional<XmlElement> tree(String file, XMLStreamReader xml, Findings findings)
      throws XMLStreamException {
    XmlElement root = null;
    XmlElement here = null;
    int depth = 0;
    int count = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          here = element(xml, here);
          root = root == null ? here : root;
          depth++;
          count++;
          if (depth > DEPTH || count > ELEMENTS) {
            findings.addAt(file, here.place(), depth > DEPTH ? "model-too-deep" : "model-too-many-elements",
                depth > DEPTH ? DEPTH : ELEMENTS);
            return Optional.empty();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          here = here.parent();
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> here.append(xml.getText());
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            findings.addAt(file, "<?" + xml.getPITarget() + "?>", "model-element-refused", xml.getPITarget());
        default -> { }
      }
    }
    return Optional.ofNullable(root);
  }

  private static XmlElement element(XMLStreamReader xml, XmlElement parent) {
    XmlElement element = new XmlElement(xml.getName(), parent, xml.getLocation().getLineNumber());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.put(xml.getAttributeName(i), xml.getAttributeValue(i));
    }
    return element;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }
}
