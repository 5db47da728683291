package vn.trian.workflow.modelgate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Diagrams with the habits of other makers' programs, as the reference files of the BPMN Model Interchange Working
 * Group and their round trips have them. Made up here; none is a copy.
 */
final class ForeignModels {

  private static final String NAMES = "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:omgdc="
      + "\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:omgdi=\"http://www.omg.org/spec/DD/20100524/DI\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" targetNamespace=\"http://example.org/defs\"";
  private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String WAY = "<startEvent id=\"s\" name=\"Start Event\"/><task id=\"t\" name=\"Task 1\" "
      + "completionQuantity=\"1\" isForCompensation=\"false\" startQuantity=\"1\"/><endEvent id=\"e\" "
      + "name=\"End Event\"/><sequenceFlow id=\"f1\" name=\"\" sourceRef=\"s\" targetRef=\"t\"/>"
      + "<sequenceFlow id=\"f2\" sourceRef=\"t\" targetRef=\"e\"/>";

  private ForeignModels() {}

  /** By what is peculiar to them. */
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("foreign: own prefix, Latin-1, label styles", definitions("ISO-8859-1", "xmlns:bpsim="
        + "\"http://www.bpsim.org/schemas/1.0\"", process("isExecutable=\"false\"", WAY.replace("Start Event",
            "D\u00e9but")) + drawing(""))
        .replace("<process", "<semantic:process").replace("xmlns=\"" + MODEL, "xmlns=\"" + MODEL
            + "\" xmlns:semantic=\"" + MODEL).replace("</process", "</semantic:process"));
    all.put("foreign: schema location, label elements", definitions("UTF-8", "xmlns:signavio="
        + "\"http://www.signavio.com\" expressionLanguage=\"http://www.w3.org/1999/XPath\" typeLanguage=\"http://www.w3.org/2001/XMLSchema\" "
        + "xsi:schemaLocation=\"" + MODEL + " http://www.omg.org/spec/BPMN/2.0/20100501/BPMN20.xsd\"",
        process("isClosed=\"false\" isExecutable=\"false\" processType=\"None\"",
            "<extensionElements><signavio:signavioDiagramMetaData metaKey=\"revisionid\" metaValue=\"1d2a\"/>"
                + "</extensionElements>" + WAY.replace("name=\"\"", "name=\"\" isImmediate=\"true\""))
            + drawing("")));
    all.put("foreign: empty data sets, a second process without a pool", definitions("utf-8",
        "xmlns:adonis=\"http://www.boc-group.com\"", "<collaboration id=\"c\"><participant id=\"obj.1\" "
            + "processRef=\"p\" name=\"Pool\"/><messageFlow id=\"con.1\" sourceRef=\"t\" targetRef=\"obj.2\">"
            + "<extensionElements><adonis:connector/></extensionElements></messageFlow></collaboration>"
            + process("isExecutable=\"false\"", WAY.replace("startQuantity=\"1\"/>", "startQuantity=\"1\">"
                + "<ioSpecification id=\"io\"><inputSet/><outputSet/></ioSpecification></task>"))
            + process("isExecutable=\"false\"", "<laneSet id=\"ls\"><lane id=\"l\"><flowNodeRef>obj.2</flowNodeRef>"
                + "</lane></laneSet><task id=\"obj.2\"/>").replace("id=\"p\"", "id=\"p2\"")));
    all.put("foreign: vendor's extension on every element", definitions("UTF-8", "", process("",
        WAY.replace("<startEvent id=\"s\" name=\"Start Event\"/>", "<startEvent id=\"s\"><extensionElements>"
            + "<bizagi:BizagiExtensions xmlns:bizagi=\"http://www.bizagi.com/bpmn20\"><bizagi:BizagiProperties>"
            + "<bizagi:BizagiProperty name=\"bgColor\" value=\"#ECEFFF\"/></bizagi:BizagiProperties>"
            + "</bizagi:BizagiExtensions></extensionElements></startEvent>"))));
    all.put("foreign: rule engine with scripts and globals", definitions("UTF-8",
        "xmlns:drools=\"http://www.jboss.org/drools\" xmlns:tns=\"http://www.jboss.org/drools\"",
        "<itemDefinition id=\"_item\" structureRef=\"java.lang.Object\"/><interface id=\"i\" name=\"x.Service\">"
            + "<operation id=\"op\" name=\"run\"><inMessageRef>m</inMessageRef></operation></interface>"
            + process("drools:packageName=\"org.jbpm\" isExecutable=\"true\"", "<extensionElements><drools:global "
                + "identifier=\"out\" type=\"java.io.PrintStream\"/></extensionElements><property id=\"v\" "
                + "itemSubjectRef=\"_item\"/>" + WAY + "<scriptTask id=\"sc\" "
                + "scriptFormat=\"http://www.java.com/java\"><script>System.exit(0);</script></scriptTask>")));
    all.put("foreign: engine of the same family", definitions("UTF-8", "xmlns:flowable=\"http://flowable.org/bpmn\"",
        process("isExecutable=\"true\"", WAY + "<serviceTask id=\"sv\" flowable:class=\"x.Y\"/><userTask id=\"u\" "
            + "flowable:assignee=\"${initiator}\"/>")));
    all.put("foreign: the next generation", definitions("UTF-8", "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" "
        + "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Cloud\" "
        + "modeler:executionPlatformVersion=\"8.6.0\"", process("isExecutable=\"true\"", WAY + "<serviceTask id=\"sv\">"
            + "<extensionElements><zeebe:taskDefinition type=\"x\"/></extensionElements></serviceTask>")));
    all.put("foreign: the next generation, nothing drawn yet", definitions("UTF-8", "xmlns:zeebe="
        + "\"http://camunda.org/schema/zeebe/1.0\" xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" "
        + "modeler:executionPlatform=\"Camunda Cloud\"", process("isExecutable=\"true\"",
            "<startEvent id=\"s\"/>")));
    all.put("foreign: this generation, nothing drawn yet", definitions("UTF-8", "xmlns:camunda="
        + "\"http://camunda.org/schema/1.0/bpmn\" xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" "
        + "modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7.22.0\"",
        process("isExecutable=\"true\" camunda:historyTimeToLive=\"180\"", "<startEvent id=\"s\"/>")));
    all.put("foreign: a style on every element", definitions("UTF-8", "xmlns:graph=\"http://example.org/graph\" "
        + "graph:version=\"1.0\"", process("isClosed=\"true\"", many(40, "<task id=\"t%d\" name=\"Task %d\" "
            + "graph:color=\"red\"><extensionElements><graph:style><graph:basic back=\"1,1,1\"/><Grid spacing=\"15\"/>"
            + "</graph:style></extensionElements><ioSpecification id=\"io%d\"><dataInput id=\"di%d\"/><inputSet/>"
            + "<outputSet/></ioSpecification></task>"))));
    all.put("foreign: geometry inside of the elements", definitions("iso-8859-1", "", process("", many(30,
        "<task id=\"t%d\" name=\"Task %d\"><geometry xmlns=\"\" x=\"300\" y=\"50\"/></task>"))));
    all.put("foreign: points with a type", definitions("UTF-8", "", process("", WAY) + drawing("<bpmndi:BPMNEdge "
        + "id=\"ed\" bpmnElement=\"f1\" sourceElement=\"sh\" targetElement=\"sh\"><omgdi:extension/><omgdi:waypoint "
        + "xsi:type=\"omgdc:Point\" x=\"1.0\" y=\"2.0\"/><omgdi:waypoint x=\"3\" y=\"4\"/></bpmndi:BPMNEdge>")));
    all.put("foreign: choreography", definitions("UTF-8", "", "<choreography id=\"ch\"><participant id=\"a\" "
        + "name=\"A\"/><participant id=\"b\" name=\"B\"/><choreographyTask id=\"ct\" initiatingParticipantRef=\"a\">"
        + "<participantRef>a</participantRef><participantRef>b</participantRef></choreographyTask></choreography>"));
    all.put("foreign: conversation", definitions("UTF-8", "", "<collaboration id=\"c\"><participant id=\"a\" "
        + "name=\"A\"/><conversation id=\"cv\" name=\"talk\"><participantRef>a</participantRef></conversation>"
        + "</collaboration>"));
    all.put("foreign: data, notes, groups", definitions("UTF-8", "", "<category id=\"cat\"><categoryValue id=\"cv\" "
        + "value=\"x\"/></category><dataStore id=\"ds\" name=\"D\"/>" + process("", WAY + "<dataObject id=\"do\" "
            + "isCollection=\"true\"/><dataObjectReference id=\"dor\" dataObjectRef=\"do\"/><dataStoreReference "
            + "id=\"dsr\" dataStoreRef=\"ds\"/><group id=\"g\" categoryValueRef=\"cv\"/><textAnnotation id=\"ta\">"
            + "<text>note</text></textAnnotation><association id=\"as\" sourceRef=\"t\" targetRef=\"ta\"/>")));
    all.put("foreign: transaction, compensation, ad hoc", definitions("UTF-8", "", process("", WAY
        + "<transaction id=\"tr\"><task id=\"t2\"/></transaction><boundaryEvent id=\"be\" attachedToRef=\"tr\">"
        + "<compensateEventDefinition id=\"ce\"/></boundaryEvent><task id=\"t3\" isForCompensation=\"true\"/>"
        + "<association id=\"as\" associationDirection=\"One\" sourceRef=\"be\" targetRef=\"t3\"/><adHocSubProcess "
        + "id=\"ah\" ordering=\"Parallel\"><task id=\"t4\"/></adHocSubProcess><complexGateway id=\"cg\"/>")));
    all.put("foreign: every event, loops", definitions("UTF-8", "", "<signal id=\"si\"/><message id=\"m\"/><error "
        + "id=\"er\"/><escalation id=\"es\"/>" + process("", WAY + "<intermediateThrowEvent id=\"a\">"
            + "<signalEventDefinition signalRef=\"si\"/></intermediateThrowEvent><intermediateCatchEvent id=\"b\">"
            + "<conditionalEventDefinition><condition/></conditionalEventDefinition></intermediateCatchEvent><endEvent "
            + "id=\"c\"><cancelEventDefinition/></endEvent><intermediateCatchEvent id=\"d\" parallelMultiple=\"true\">"
            + "<messageEventDefinition/><timerEventDefinition/></intermediateCatchEvent><task id=\"lo\">"
            + "<standardLoopCharacteristics/></task><task id=\"mi\"><multiInstanceLoopCharacteristics>"
            + "<loopCardinality>5</loopCardinality></multiInstanceLoopCharacteristics></task>")));
    all.put("foreign: no ids", definitions("UTF-8", "", "<process><startEvent/><task/><endEvent/><sequenceFlow "
        + "sourceRef=\"\" targetRef=\"\"/><subProcess><boundaryEvent attachedToRef=\"\"/></subProcess></process>"));
    all.put("foreign: references into nothing", definitions("UTF-8", "", process("", "<sequenceFlow id=\"f\" "
        + "sourceRef=\"x\" targetRef=\"y\"/><exclusiveGateway id=\"g\" default=\"nowhere\"/><boundaryEvent id=\"b\" "
        + "attachedToRef=\"b\"/><callActivity id=\"ca\"/><lane/>")));
    all.put("foreign: qualified references", definitions("UTF-8", "xmlns:ns=\"http://example.org/defs\"", process("",
        WAY.replace("sourceRef=\"s\"", "sourceRef=\"ns:s\"") 
            + "<callActivity id=\"ca\" calledElement=\"ns:other\"/>")));
    all.put("foreign: imported models", definitions("UTF-8", "", "<import "
        + "importType=\"http://www.w3.org/2001/XMLSchema\" location=\"types.xsd\" namespace=\"urn:x\"/><relationship type=\"x\"><source>a</source><target>b</target>"
        + "</relationship>" + process("", WAY)));
    all.put("foreign: only a drawing", definitions("UTF-8", "", drawing("")));
    all.put("foreign: only definitions", definitions("UTF-8", "", ""));
    all.put("foreign: BPMN 1.x", "<?xml version=\"1.0\"?><Package xmlns=\"http://www.wfmc.org/2008/XPDL2.1\" Id=\"x\">"
        + "<WorkflowProcesses/></Package>");
    all.put("foreign: drawing program", "<mxfile host=\"x\"><diagram>7VhNc9owEP01PpbxB5hwLKRpD01mOnRyFvZia5AtV4gA+fVd"
        + "2ZJtgU2SmTbpTDnhfbuSdt+ulgcvnLPjQpAivxcJMC/wk6MX3nlBMBr5I3xo5FQh08m4AlJBkwryW2BNX8CAvkH3NIGdY8g5Z5IWLhjz"
        + "PIdYOhgRgh9csw1nbtSCpGaj3wJrGhPWZfZME5lVaDAOG/wb0DSzkf3RrHqTEWts</diagram></mxfile>");
    all.put("foreign: JSON",
        "{\"resourceId\": \"canvas\", \"childShapes\": [], \"stencil\": {\"id\": \"BPMNDiagram\"}}");
    return all;
  }

  private static String many(int times, String element) {
    return IntStream.range(0, times).mapToObj(i -> element.replace("%d", "" + i)).collect(Collectors.joining());
  }

  private static String definitions(String encoding, String attributes, String body) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"yes\"?>\n<definitions xmlns=\"" + MODEL
        + "\" id=\"_1368566744948\" name=\"A.1.0\" exporter=\"Other Modeler\" exporterVersion=\"7.8.1\" " + NAMES + " "
        + attributes + ">" + body + "</definitions>";
  }

  private static String process(String attributes, String body) {
    return "<process id=\"p\" " + attributes + ">" + body + "</process>";
  }

  private static String drawing(String inside) {
    return "<bpmndi:BPMNDiagram documentation=\"\" id=\"dia\" name=\"A.1.0\" resolution=\"96.00000267028808\">"
        + "<bpmndi:BPMNPlane bpmnElement=\"p\"><bpmndi:BPMNShape id=\"sh\" bpmnElement=\"t\"><omgdc:Bounds "
        + "height=\"68.0\" width=\"83.0\" x=\"258.0\" y=\"317.0\"/><bpmndi:BPMNLabel labelStyle=\"LS1\"/>"
        + "</bpmndi:BPMNShape>" + inside + "</bpmndi:BPMNPlane><bpmndi:BPMNLabelStyle id=\"LS1\"><omgdc:Font "
        + "isBold=\"false\" name=\"Arial\" size=\"8.0\"/></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>";
  }
}
