package vn.trian.workflow.modelgate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a diagram may hold, and what it must say. */
final class BpmnCheck {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  /** Most elements of a process: tasks, events, gateways, flows, lanes. */
  static final int ELEMENTS = 500;
  /** A diagram larger than that is refused anyway, and its shape is not worth the time. */
  private static final int MOST_LOOKED_AT = 10 * ELEMENTS;

  private static final Map<String, String> NAMESPACES = Map.of(
      "b", BPMN, "c", CAMUNDA, "m", "http://camunda.org/schema/modeler/1.0",
      "d", "http://www.omg.org/spec/BPMN/20100524/DI", "dc", "http://www.omg.org/spec/DD/20100524/DC",
      "di", "http://www.omg.org/spec/DD/20100524/DI", "x", "http://www.w3.org/2001/XMLSchema-instance",
      "bio", "http://bpmn.io/schema/bpmn/biocolor/1.0",
      "col", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

  private static final AllowList ALLOWED = new AllowList(NAMESPACES, "b", """
      definitions id name targetNamespace exporter exporterVersion typeLanguage expressionLanguage \
        m:executionPlatform=PLATFORM m:executionPlatformVersion
      documentation id textFormat #=EXPRESSION
      extensionElements
      collaboration id name isClosed=FLAG
      participant id name processRef
      process id name isExecutable=TRUE isClosed=FLAG processType \
        c:historyTimeToLive=KEPT c:versionTag c:isStartableInTasklist=FLAG
      laneSet,childLaneSet id name
      lane id name
      flowNodeRef,incoming,outgoing #
      startEvent id name isInterrupting=FLAG parallelMultiple=FALSE c:formKey=FRAME c:asyncBefore=FLAG c:asyncAfter=FLAG
      endEvent,intermediateThrowEvent id name c:asyncBefore=FLAG c:asyncAfter=FLAG
      intermediateCatchEvent id name parallelMultiple=FALSE c:asyncBefore=FLAG c:asyncAfter=FLAG
      boundaryEvent id name attachedToRef cancelActivity=FLAG parallelMultiple=FALSE \
        c:asyncBefore=FLAG c:asyncAfter=FLAG
      task,manualTask id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        c:asyncBefore=FLAG c:asyncAfter=FLAG
      userTask id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        c:formKey=FRAME c:candidateGroups=GROUPS c:dueDate=EXPRESSION \
        c:followUpDate=EXPRESSION c:priority=PRIORITY c:asyncBefore=FLAG c:asyncAfter=FLAG
      serviceTask id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        c:delegateExpression=DELEGATE c:asyncBefore=FLAG c:asyncAfter=FLAG
      businessRuleTask id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        c:decisionRef c:decisionRefBinding=SAME_DEPLOYMENT \
        c:mapDecisionResult c:resultVariable=VARIABLE c:asyncBefore=FLAG c:asyncAfter=FLAG
      receiveTask id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        messageRef c:asyncBefore=FLAG c:asyncAfter=FLAG
      callActivity id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        calledElement c:calledElementBinding=SAME_DEPLOYMENT \
        c:asyncBefore=FLAG c:asyncAfter=FLAG
      subProcess id name default startQuantity=ONE completionQuantity=ONE isForCompensation=FALSE \
        triggeredByEvent=FLAG c:asyncBefore=FLAG c:asyncAfter=FLAG
      exclusiveGateway,inclusiveGateway id name default gatewayDirection c:asyncBefore=FLAG c:asyncAfter=FLAG
      parallelGateway id name gatewayDirection c:asyncBefore=FLAG c:asyncAfter=FLAG
      eventBasedGateway id name gatewayDirection
      sequenceFlow id name sourceRef targetRef isImmediate=FLAG
      conditionExpression,completionCondition id x:type=FORMAL #=CONDITION
      message id name
      error id name errorCode
      escalation id name escalationCode
      messageEventDefinition id messageRef
      errorEventDefinition id errorRef
      escalationEventDefinition id escalationRef
      terminateEventDefinition id
      linkEventDefinition id name
      timerEventDefinition id
      timeDate x:type=FORMAL #=DATE
      timeDuration x:type=FORMAL #=DURATION
      timeCycle x:type=FORMAL #=CYCLE
      multiInstanceLoopCharacteristics id isSequential=FLAG c:collection=VARIABLE c:elementVariable=VARIABLE
      textAnnotation id textFormat
      text #
      association id sourceRef targetRef associationDirection
      c:inputOutput
      c:inputParameter,c:outputParameter name=VARIABLE #=EXPRESSION
      c:in source=VARIABLE sourceExpression=EXPRESSION target=VARIABLE businessKey=EXPRESSION
      c:out source=VARIABLE sourceExpression=EXPRESSION target=VARIABLE
      c:failedJobRetryTimeCycle #=RETRY
      c:executionListener event delegateExpression=LISTENER
      c:taskListener event id delegateExpression=TASK_LISTENER
      c:properties
      c:property id name value
      d:BPMNDiagram id name documentation resolution
      d:BPMNPlane id bpmnElement
      d:BPMNShape id bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible choreographyActivityShape \
        bio:stroke bio:fill col:background-color col:border-color
      d:BPMNEdge id bpmnElement sourceElement targetElement bio:stroke bio:fill col:background-color col:border-color
      d:BPMNLabel id labelStyle col:color
      d:BPMNLabelStyle id
      dc:Font name size isBold=FLAG isItalic=FLAG isUnderline=FLAG isStrikeThrough=FLAG
      di:extension
      dc:Bounds x y width height
      di:waypoint x y x:type=POINT
      """);

  /** Here a case waits for somebody or something, and what comes after runs on that somebody's account. */
  private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "callActivity", "intermediateCatchEvent",
      "eventBasedGateway", "subProcess");

  /** Variables by which delegates know whose case they work at. */
  private static final Set<String> CARRIED = Set.of("caseCode", "commune", "hasDivision");
  private static final Pattern OWN_KEY = Pattern.compile("[#$]\\{\\s*execution\\.processBusinessKey\\s*}");

  private final String file;
  private final XmlElement root;
  private final Findings findings;
  private final Diagram shape;

  BpmnCheck(String file, XmlElement root, Findings findings) {
    this.file = file;
    this.root = root;
    this.findings = findings;
    this.shape = new Diagram(root);
  }

  Diagram shape() {
    return shape;
  }

  void check(Register register) {
    if (!root.name().getNamespaceURI().equals(BPMN) || !root.localName().equals("definitions")) {
      findings.add(file, "model-wrong-kind", "BPMN");
      return;
    }
    new AllowedXml(file, ALLOWED, new Values(file, register, findings), findings).check(root);
    List<XmlElement> processes = root.all(BPMN, "process").toList();
    if (processes.size() != 1) {
      findings.add(file, processes.isEmpty() ? "model-no-process" : "model-one-process");
    }
    processes.forEach(this::process);
    if (isLookedAt()) {
      new FlowCheck(file, shape, findings).check();
      new BpmnLint(file, shape, findings).check();
    }
    root.all(BPMN, "multiInstanceLoopCharacteristics").forEach(this::multiInstance);
    root.all(BPMN, "timerEventDefinition").forEach(this::timer);
    root.all().filter(each -> Diagram.is(each, "startEvent") && Diagram.is(each.parent(), "process")
        && !Diagram.definitions(each).isEmpty()).forEach(each -> findings.addAt(file, each.place(), "model-start"));
    root.all().forEach(each -> carried(each, register));
    root.all(BPMN, "task").forEach(each -> findings.addAt(file, each.place(), "model-task-plain"));
  }

  /** Whether the diagram is so small that its shape is worth the time. */
  boolean isLookedAt() {
    return shape.all().filter(each -> Diagram.isNode(each) || Diagram.is(each, "sequenceFlow")).count() <= 2 * ELEMENTS
        && shape.all().count() <= MOST_LOOKED_AT;
  }

  /** Process id, and the ids that its call activities name. */
  Map<String, Set<String>> calls() {
    Map<String, Set<String>> calls = new HashMap<>();
    root.all(BPMN, "process").forEach(process -> calls.put(process.get("id"), process.all(BPMN, "callActivity")
        .map(each -> each.get("calledElement")).collect(Collectors.toSet())));
    return calls;
  }

  XmlElement root() {
    return root;
  }

  private void process(XmlElement process) {
    long elements = process.all().filter(each -> each.name().getNamespaceURI().equals(BPMN)
        && !each.get("id").isEmpty()).count();
    if (elements > ELEMENTS) {
      findings.addAt(file, process.place(), "model-too-many-elements", ELEMENTS);
    }
    if (process.get(CAMUNDA, "historyTimeToLive").isEmpty()) {
      findings.addAt(file, process.place(), "model-history");
    }
    if (process.get("isExecutable").isEmpty()) {
      findings.addAt(file, process.place(), "model-not-executable");
    }
    process.all().filter(each -> isAsync(each, "asyncBefore") || isAsync(each, "asyncAfter"))
        .filter(each -> !hasRetries(each)).forEach(each -> findings.addAt(file, each.place(), "model-retry-missing"));
    afterTimers(process);
  }

  /**
   * A service task runs on the account of whoever caused it: with the click of an officer in one transaction, so that
   * a failure is told at once and nothing is half done. Behind a timer nobody waits for an answer; there a failure has
   * to be tried again and then be an incident.
   */
  private void afterTimers(XmlElement process) {
    Map<String, XmlElement> byId = process.all().filter(each -> !each.get("id").isEmpty())
        .collect(Collectors.toMap(each -> each.get("id"), each -> each, (first, twice) -> first));
    Map<String, List<String>> next = process.all(BPMN, "sequenceFlow").collect(Collectors.groupingBy(
        each -> each.get("sourceRef"), Collectors.mapping(each -> each.get("targetRef"), Collectors.toList())));
    process.all().filter(each -> each.has(BPMN, "timerEventDefinition") && !hasRetries(each)).forEach(timer -> {
      Set<String> seen = new HashSet<>();
      Deque<String> ahead = new ArrayDeque<>(next.getOrDefault(timer.get("id"), List.of()));
      while (!ahead.isEmpty()) {
        String id = ahead.pop();
        XmlElement element = byId.get(id);
        if (element == null || !seen.add(id) || isAsync(element, "asyncBefore")
            || WAITS.contains(element.localName())) {
          continue;
        }
        if (element.localName().equals("serviceTask")) {
          findings.addAt(file, id, "model-not-async", timer.get("id"));
        }
        ahead.addAll(next.getOrDefault(id, List.of()));
      }
    });
  }

  /**
   * Which case and which office a process works for is said by whoever starts it and is handed on as it is: a model
   * that could say it would reach into other people's cases. A variable with the name of something registered would
   * stand in front of it.
   */
  private void carried(XmlElement element, Register register) {
    boolean extension = element.name().getNamespaceURI().equals(CAMUNDA);
    String given = switch (element.localName()) {
      case "inputParameter", "outputParameter" -> extension ? element.get("name") : "";
      case "in", "out" -> extension ? element.get("target") : "";
      case "multiInstanceLoopCharacteristics" -> element.get(CAMUNDA, "elementVariable");
      default -> element.get(CAMUNDA, "resultVariable");
    };
    boolean handedOn = element.localName().equals("in") && element.get("source").equals(given);
    if (CARRIED.contains(given) && !handedOn || register.knows(given)) {
      findings.addAt(file, element.place(), "model-variable-carried", given);
    }
    String key = extension && element.localName().equals("in") ? element.get("businessKey").strip() : "";
    if (!key.isEmpty() && !OWN_KEY.matcher(key).matches()) {
      findings.addAt(file, element.place(), "model-variable-carried", "businessKey");
    }
  }

  private static boolean isAsync(XmlElement element, String where) {
    return element.get(CAMUNDA, where).equals("true");
  }

  private static boolean hasRetries(XmlElement element) {
    return element.children().stream().filter(each -> each.localName().equals("extensionElements"))
        .anyMatch(each -> each.has(CAMUNDA, "failedJobRetryTimeCycle"));
  }

  private void multiInstance(XmlElement loop) {
    if (loop.get(CAMUNDA, "collection").isEmpty()) {
      findings.addAt(file, loop.parent().place(), "model-unbounded-loop", loop.localName());
    }
  }

  private void timer(XmlElement timer) {
    if (timer.children().size() != 1) {
      findings.addAt(file, timer.parent().place(), "model-timer", "");
    }
  }
}
