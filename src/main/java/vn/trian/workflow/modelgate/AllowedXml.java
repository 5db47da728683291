package vn.trian.workflow.modelgate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import vn.trian.workflow.modelgate.AllowList.Kind;

/** Holds a model against its {@link AllowList}: every element, every attribute, every text. */
final class AllowedXml {

  private static final String INCLUDE = "http://www.w3.org/2001/XInclude";
  private static final Set<String> OUTSIDE = Set.of("schemaLocation", "noNamespaceSchemaLocation");
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");
  /** Words for what is refused most, so that the sentence can say what to do instead. */
  private static final Map<String, String> BETTER_SAID = new HashMap<>();

  static {
    say("model-script", "script", "scriptTask", "scriptFormat", "resource", "resultVariable", "language");
    say("model-connector", "connector", "connectorId", "sendTask");
    say("model-code", "class", "expression", "type", "field", "implementation", "import");
    say("model-form", "formData", "formField", "formRef", "formRefBinding", "formHandlerClass");
    say("model-broadcast", "signal", "signalEventDefinition", "signalRef");
    say("model-unbounded-loop", "loopCardinality", "standardLoopCharacteristics");
    say("model-typed-person", "assignee", "candidateUsers", "humanPerformer", "potentialOwner", "performer");
    say("model-data", "ioSpecification", "dataObject", "dataObjectReference", "dataStore", "dataStoreReference",
        "dataInputAssociation", "dataOutputAssociation", "property", "itemDefinition", "dataInput", "dataOutput",
        "inputSet", "outputSet");
  }

  /** What stands in them is refused with them. */
  private static final Set<String> WHOLE = Set.of("ioSpecification", "dataInputAssociation", "dataOutputAssociation",
      "performer", "humanPerformer", "potentialOwner", "scriptTask", "script", "formData", "connector");

  private final String file;
  private final AllowList allowed;
  private final Values values;
  private final Findings findings;

  AllowedXml(String file, AllowList allowed, Values values, Findings findings) {
    this.file = file;
    this.allowed = allowed;
    this.values = values;
    this.findings = findings;
  }

  void check(XmlElement root) {
    Set<String> ids = new HashSet<>();
    root.all().forEach(each -> id(each, ids));
    elements(root);
  }

  private void elements(XmlElement element) {
    element(element);
    QName name = element.name();
    boolean refused = !allowed.knowsNamespace(name.getNamespaceURI())
        || !allowed.has(name) && WHOLE.contains(name.getLocalPart());
    if (!refused) {
      element.children().forEach(this::elements);
    }
  }

  private void id(XmlElement element, Set<String> ids) {
    String id = element.get("id");
    if (id.isEmpty()) {
      return;
    }
    if (!ID.matcher(id).matches()) {
      findings.addAt(file, id, "model-bad-id");
    }
    if (!ids.add(id)) {
      findings.addAt(file, id, "model-id-twice");
    }
  }

  private void element(XmlElement element) {
    QName name = element.name();
    if (name.getNamespaceURI().equals(INCLUDE)) {
      findings.addAt(file, element.place(), "model-outside");
    } else if (!allowed.knowsNamespace(name.getNamespaceURI())) {
      findings.addAt(file, element.place(), "model-namespace", name.getNamespaceURI());
    } else if (!allowed.has(name)) {
      findings.addAt(file, element.place(), code(name, "model-element-refused"), name.getLocalPart());
    } else {
      element.attributes().forEach((attribute, value) -> attribute(element, attribute, value));
      text(element);
    }
  }

  private void attribute(XmlElement element, QName attribute, String value) {
    if (attribute.getNamespaceURI().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
        && OUTSIDE.contains(attribute.getLocalPart())) {
      findings.addAt(file, element.place(), "model-outside");
      return;
    }
    Kind kind = allowed.attribute(element.name(), attribute);
    String namespace = attribute.getNamespaceURI();
    if (kind == null && !namespace.isEmpty() && !allowed.knowsNamespace(namespace)) {
      findings.addAt(file, element.place(), "model-namespace", namespace);
    } else if (kind == null) {
      findings.addAt(file, element.place(), code(attribute, "model-attribute-refused"), attribute.getLocalPart());
    } else {
      values.check(element, attribute.getLocalPart(), kind, value);
    }
  }

  private void text(XmlElement element) {
    Kind kind = allowed.text(element.name());
    if (kind != null) {
      values.check(element, element.localName(), kind, element.text());
    } else if (!element.text().isEmpty()) {
      findings.addAt(file, element.place(), "model-text-refused", element.localName());
    }
  }

  private static String code(QName name, String otherwise) {
    return BETTER_SAID.getOrDefault(name.getLocalPart(), otherwise);
  }

  private static void say(String code, String... names) {
    for (String name : names) {
      BETTER_SAID.put(name, code);
    }
  }
}
