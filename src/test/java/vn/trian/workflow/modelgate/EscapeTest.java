package vn.trian.workflow.modelgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.workflow.engine.Canary;
import vn.trian.workflow.gate.OverHttp;

/**
 * Attempts to get out of a model, at every place where the engine evaluates something: refused by the gate, and
 * without any effect when the gate is passed by and the fence at run time stands alone.
 */
@OverHttp
class EscapeTest {

  private static final String CANARY = Canary.class.getName();
  private static final String EXTENSIONS = "<bpmn:extensionElements>%s</bpmn:extensionElements>";
  private static final String WAIT = "<bpmn:receiveTask id=\"t\" messageRef=\"m\">%s</bpmn:receiveTask>";
  /** Refused by the fence wherever it is evaluated; shows that a place is evaluated at all. */
  private static final String SEEN = "${'x'.getClass()}";

  private static final List<String> ATTEMPTS = List.of(
      // reflection and class loading
      "${''.class}", "${''['class']}", "${''.getClass().forName('CANARY').getMethod('sing').invoke(null)}",
      "${''.class.forName('CANARY').newInstance().hit()}", "${execution.class.classLoader.loadClass('CANARY')}",
      "${''.getClass().getClassLoader().loadClass('CANARY').newInstance().song}", "${true.getClass()}",
      "${route.class}", "${route.getClass().classLoader}", "${route['class']}", "${now().getClass()}",
      "${currentUser().getClass()}", "${java.lang.Runtime.getRuntime().exec('id')}", "${CANARY.sing()}",
      "${T(java.lang.Runtime).getRuntime()}", "${Runtime.getRuntime()}", "${Math.random()}",
      "${''.getClass().forName('java.l'.concat('ang.Runtime'))}", "${''['cl' += 'ass']}",
      "${'java.lang.'.concat('System').getClass()}", "${''.getClass().getMethods()[0]}",
      // the engine behind what is at hand
      "${execution.processEngineServices}", "${execution.getProcessEngineServices().getRuntimeService()}",
      "${execution['processEngineServices']}", "${execution.processEngine}",
      "${execution.getProcessEngine().getManagementService().getTableCount()}",
      "${execution.bpmnModelInstance}", "${execution.getBpmnModelInstance().getModel()}",
      "${execution.bpmnModelElementInstance}", "${execution.processInstance.processEngineServices}",
      "${execution.superExecution}", "${execution.processDefinition}", "${execution.activity}", "${execution.tasks}",
      "${execution.getJobs()}", "${execution.variables}", "${task.processEngineServices}", "${task.execution}",
      // writing
      "${execution.setVariable('x', 1)}", "${execution.removeVariables()}", "${execution.createIncident('a', 'b')}",
      "${execution.setProcessBusinessKey('x')}", "${execution.deleteCascade('x')}", "${execution.remove()}",
      "${outcome = 'X'}", "${execution.variables.put('a', 'b')}",
      // beans that are not registered, JNDI, Spring
      "${applicationContext.getBean('dataSource')}", "${dataSource.connection}",
      "${runtimeService.createProcessInstanceQuery()}",
      "${environment.getProperty('user.home')}", "${systemProperties['user.home']}", "${processEngine.close()}",
      "${initialContext.lookup('ldap://127.0.0.1/x')}", "${springContext.beanFactory}", "${jdbcTemplate.execute('x')}",
      "${springProcessEngineConfiguration.beans}", "${identityService.newUser('x')}",
      // registered beans otherwise than they are offered
      "${setState.execute(execution)}", "${route.toString()}", "${route.hashCode()}", "${route.withDeputies('x')}",
      "${route.cases}", "${deadline.clock}", "${deadline.due(execution)}", "${route.notify()}", "${grantBenefit.class}",
      // language
      "${(x -> x.getClass())('a')}", "${[''][0].class}", "${{'a': ''}.a.class}", "${'a'; ''.class}",
      "a${''.class}b", "#{''.class}", "${empty ''.class}", "${''.class == null ? 1 : 2}", "${'' += ''.class}",
      "${outcome.repeat(1000000000)}", "${'x'.matches('(a+)+b')}", "${'x'.replaceAll('(a+)+b', 'x')}");

  @Autowired private ModelGate gate;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private DecisionService decisions;

  private int before;

  @BeforeEach
  void listen() {
    before = Canary.sung();
  }

  /** Where the engine evaluates something, by name; {@code %s} is the expression. */
  private static Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("condition", conditional());
    places.put("input parameter", waiting("<camunda:inputOutput><camunda:inputParameter name=\"a\">%s"
        + "</camunda:inputParameter></camunda:inputOutput>"));
    places.put("listener", waiting("<camunda:executionListener event=\"start\" expression=\"%s\"/>"));
    places.put("listener as bean", waiting("<camunda:executionListener event=\"start\" delegateExpression=\"%s\"/>"));
    places.put("task", way("<bpmn:serviceTask id=\"t\" camunda:expression=\"%s\"/>"));
    places.put("task as bean", way("<bpmn:serviceTask id=\"t\" camunda:delegateExpression=\"%s\"/>"));
    places.put("timer", way("<bpmn:intermediateCatchEvent id=\"t\"><bpmn:timerEventDefinition id=\"d\"><bpmn:timeDate "
        + "xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:timeDate></bpmn:timerEventDefinition>"
        + "</bpmn:intermediateCatchEvent>"));
    places.put("called process", way("<bpmn:callActivity id=\"t\" calledElement=\"%s\"/>"));
    places.put("times", way("<bpmn:receiveTask id=\"t\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality "
        + "xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"
        + "</bpmn:receiveTask>"));
    for (String attribute : List.of("assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate",
        "priority")) {
      places.put("user task " + attribute, way("<bpmn:userTask id=\"t\" camunda:" + attribute + "=\"%s\"/>"));
    }
    places.put("name of a task", way("<bpmn:userTask id=\"t\" name=\"%s\"/>"));
    places.put("description of a task", way("<bpmn:userTask id=\"t\"><bpmn:documentation>%s</bpmn:documentation>"
        + "</bpmn:userTask>"));
    places.put("task listener", way("<bpmn:userTask id=\"t\">" + EXTENSIONS.replace("%s",
        "<camunda:taskListener event=\"create\" expression=\"%s\"/>") + "</bpmn:userTask>"));
    places.put("form", way("<bpmn:userTask id=\"t\">" + EXTENSIONS.replace("%s", "<camunda:formData><camunda:formField "
        + "id=\"f\" type=\"string\" defaultValue=\"%s\"/></camunda:formData>") + "</bpmn:userTask>"));
    return places;
  }

  static Stream<Arguments> everywhere() {
    List<Arguments> all = new ArrayList<>();
    ATTEMPTS.forEach(attempt -> all.add(Arguments.of("condition", attempt)));
    for (String place : places().keySet()) {
      for (String attempt : List.of(ATTEMPTS.get(2), ATTEMPTS.get(3), "${execution.processEngineServices}",
          "${dataSource.connection}")) {
        all.add(Arguments.of(place, attempt));
      }
    }
    return all.stream();
  }

  static Stream<String> evaluated() {
    // a form's default is looked at when somebody opens it; before a model's task listener comes ours, which misses
    // the case of this process
    return places().keySet().stream().filter(each -> !each.equals("form") && !each.equals("task listener"));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  @DisplayName("Cổng từ chối mọi cách thoát ra khỏi mô hình")
  void theGateRefuses(String place, String attempt) {
    Folder folder = Folder.graveVisit().put(Folder.EXTRA, model(place, attempt));
    Throwable refusal = catchThrowable(() -> gate.check(folder.files()
        .over(ProcedureFiles.ofClasspath("bpmn/common"))));
    assertThat(refusal).isInstanceOfSatisfying(DomainException.class, each ->
        assertThat(each.problems()).extracting(FieldProblem::field)
            .anyMatch(field -> field.startsWith(Folder.EXTRA)));
    assertThat(Canary.sung()).as("canary").isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  @DisplayName("Không có cổng, hàng rào lúc chạy vẫn giữ")
  void theFenceHoldsWithoutTheGate(String place, String attempt) {
    run(model(place, attempt));
    assertThat(Canary.sung()).as("canary").isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  @DisplayName("Chính hàng rào từ chối ở mỗi chỗ động cơ tính biểu thức")
  void everyPlaceIsEvaluatedAndFenced(String place) {
    Throwable refusal = run(model(place, SEEN));
    assertThat(refusal).isNotNull();
    assertThat(Throwables.getStackTrace(refusal)).contains("not for expressions");
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("juel", ATTEMPTS.get(2)), Arguments.of("juel", "${dataSource.connection}"),
        Arguments.of("javascript", "java.lang.System.exit(1)"), Arguments.of("groovy", "CANARY.sing()"),
        Arguments.of("python", "import os"), Arguments.of("feel", "CANARY.sing()"),
        Arguments.of("feel", "{f: function() external {java: {class: \"CANARY\", method signature: \"sing()\"}}, "
            + "r: f()}.r"),
        Arguments.of("feel", "function() external {java: {class: \"CANARY\", method signature: \"sing()\"}}"),
        Arguments.of("feel", "x.getClass()"), Arguments.of("feel", "for i in 1..100000000000 return sing()"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  @DisplayName("Bảng quyết định không gọi được mã lệnh, có cổng hay không")
  void tablesCallNoCode(String language, String attempt) {
    String table = Folder.literal("expressionLanguage=\"" + language + "\"",
        HtmlUtils.htmlEscape(attempt.replace("CANARY", CANARY)));
    assertThat(catchThrowable(() -> gate.check(Folder.graveVisit().put("extra.dmn", table).files())))
        .isInstanceOf(DomainException.class);
    if (!attempt.startsWith("for")) {
      deployed("extra.dmn", table, () -> decisions.evaluateDecisionByKey("extraDecision")
          .variables(Map.of("x", "y")).evaluate());
    }
    assertThat(Canary.sung()).as("canary").isEqualTo(before);
  }

  private Throwable run(String model) {
    return deployed("escape.bpmn", model, () -> runtime.startProcessInstanceByKey("extra", "HS-0",
        Map.of("outcome", "APPROVE")));
  }

  /** What came of running a model that nobody has looked at. */
  private Throwable deployed(String name, String model, Runnable run) {
    AdmittedModels unseen = new AdmittedModels(new TreeMap<>(Map.of(name, model.getBytes(StandardCharsets.UTF_8))));
    Deployment[] deployment = new Deployment[1];
    Throwable refused = catchThrowable(() -> {
      deployment[0] = gate.deploying(unseen, () -> repository.createDeployment().addString(name, model).deploy());
      run.run();
    });
    if (deployment[0] != null) {
      repository.deleteDeployment(deployment[0].getId(), true, true, true);
    }
    assertThat(management.createJobQuery().processDefinitionKey("extra").count()).isZero();
    return refused;
  }

  private static String model(String place, String attempt) {
    String body = places().get(place).replace("%s", HtmlUtils.htmlEscape(attempt.replace("CANARY", CANARY)));
    return Folder.process("extra", body).replace("<bpmn:process ", "<bpmn:message id=\"m\" name=\"m\"/><bpmn:process ");
  }

  private static String way(String element) {
    return Folder.way("t", element);
  }

  private static String waiting(String extension) {
    return way(WAIT.replace("%s", EXTENSIONS.replace("%s", extension)));
  }

  private static String conditional() {
    return "<bpmn:startEvent id=\"start\"/><bpmn:exclusiveGateway id=\"g\" default=\"g_end\"/><bpmn:endEvent "
        + "id=\"end\"/><bpmn:endEvent id=\"other\"/>" + Folder.flow("start", "g") + Folder.flow("g", "end")
        + "<bpmn:sequenceFlow id=\"f\" sourceRef=\"g\" targetRef=\"other\"><bpmn:conditionExpression "
        + "xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression></bpmn:sequenceFlow>";
  }
}
