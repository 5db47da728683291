package vn.trian.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What expressions of models, queries and decision tables reach when nobody has looked at them before. */
class ExpressionFenceTest {

  private static final String CANARY = Canary.class.getName();
  private static final Canary HELD = new Canary();
  private static final Map<Object, Object> BEANS = new HashMap<>();

  private static ProcessEngineConfigurationImpl configuration;
  private static ProcessEngine engine;
  private static int before;

  /** An expression bean as models name them. */
  @Registered
  public static class Greeting {

    public String to(DelegateExecution execution, String name) {
      return "Kính gửi " + name + " " + execution.getProcessBusinessKey();
    }

    String hidden() {
      return Canary.sing();
    }
  }

  /** A delegate as models name them. */
  @Registered
  public static class Deed implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      Canary.sing();
    }
  }

  @BeforeAll
  static void start() {
    BEANS.put("greeting", new Greeting());
    BEANS.put("deed", new Deed());
    // values that an expression may come across, and an object that none may call
    BEANS.put("held", HELD);
    BEANS.put("list", new ArrayList<>(List.of(HELD, "b")));
    BEANS.put("map", new HashMap<>(Map.of("a", 1, "c", HELD)));
    BEANS.put("date", LocalDate.of(2026, 11, 20));
    ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.OFF);
    configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:fence;DB_CLOSE_DELAY=-1");
    configuration.setProcessEngineName("fence");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setBeans(BEANS);
    EngineSetup.fence(configuration, BEANS);
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addModelInstance("waiting.bpmn",
        Bpmn.createExecutableProcess("waiting").startEvent().userTask("wait").endEvent().done()).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("waiting", "HS-1", Map.of("outcome", "APPROVE", "amount", 5,
        "nothing", "", "day", Timestamp.valueOf("2026-11-20 08:00:00")));
  }

  @AfterAll
  static void stop() {
    engine.close();
    ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(null);
  }

  @BeforeEach
  void listen() {
    before = Canary.sung();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      // reflection, from whatever is at hand
      "${''.class}", "${''['class']}", "${''.getClass()}", "${''.getClass().getName()}",
      "${''.getClass().forName('CANARY').getMethod('sing').invoke(null)}",
      "${''.class.forName('CANARY').newInstance().hit()}",
      "${execution.class.classLoader.loadClass('CANARY').newInstance().hit()}",
      "${execution.getClass().getClassLoader()}", "${amount.getClass()}", "${greeting.class}", "${greeting.getClass()}",
      "${greeting['class']}", "${list.getClass()}", "${map.getClass()}", "${true.getClass()}", "${1.0.getClass()}",
      "${execution['class']}", "${now().getClass()}", "${currentUser().getClass()}",
      // classes by name
      "${java.lang.Runtime.getRuntime()}", "${Runtime.getRuntime()}", "${Math.random()}", "${Integer.MAX_VALUE}",
      "${T(java.lang.Runtime).getRuntime()}", "${Canary.sing()}", "${CANARY.sing()}",
      // the engine behind an execution
      "${execution.processEngineServices}", "${execution['processEngineServices']}",
      "${execution.getProcessEngineServices().getRuntimeService()}", "${execution.processEngine}",
      "${execution.getProcessEngine().getManagementService().getTableCount()}", "${execution.bpmnModelInstance}",
      "${execution.getBpmnModelElementInstance()}", "${execution.processInstance}", "${execution.superExecution}",
      "${execution.activity}", "${execution.processDefinition}", "${execution.tasks}", "${execution.jobs}",
      "${execution.getProcessInstance().getProcessEngineServices()}", "${execution.variables}",
      // writing
      "${execution.setVariable('x', 1)}", "${execution.removeVariable('outcome')}", "${execution.removeVariables()}",
      "${execution.setProcessBusinessKey('x')}", "${execution.createIncident('a', 'b')}", "${outcome = 'REJECT'}",
      "${execution.deleteCascade('x')}", "${execution.remove()}", "${held.song = 'x'}", "${held.setSong('x')}",
      "${list.add('x')}", "${list.clear()}", "${map.put('a', 'b')}", "${list.iterator()}", "${list.stream()}",
      // beans and objects that are not ours to call
      "${canary.hit()}", "${held.hit()}", "${held.song}", "${held['song']}", "${applicationContext.getBean('canary')}",
      "${environment.getProperty('user.home')}", "${systemProperties['user.home']}", "${dataSource.connection}",
      "${greeting.hidden()}", "${greeting.hashCode()}", "${greeting.notify()}", "${greeting.wait(1)}",
      "${deed.execute(execution)}", "${deed.class}", "${(x -> held.hit())(1)}", "${empty held.hit()}",
      "${held.hit() == 'sung' ? 1 : 2}", "#{held.hit()}", "a${held.hit()}b", "${list[0].hit()}", "${map['c'].song}",
      // ways to keep the machine busy
      "${outcome.repeat(1000000000)}", "${outcome.matches('(a+)+b')}", "${outcome.getBytes()}", "${outcome.chars()}",
      "${outcome.replaceAll('(a+)+b', 'x')}", "${outcome.format('%s', held)}"})
  @DisplayName("Biểu thức không ra khỏi hàng rào")
  void attemptsToEscapeAreRefused(String attempt) {
    assertThatThrownBy(() -> value(configuration.getExpressionManager(), attempt))
        .isInstanceOfAny(ProcessEngineException.class, ELException.class);
    assertThat(Canary.sung()).as("canary").isEqualTo(before);
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey("HS-1")
        .variableValueEquals("outcome", "APPROVE").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${task.complete()}", "${task.setAssignee('x')}", "${task.execution}", "${task.class}",
      "${task.processEngineServices}", "${task.getProcessEngine()}", "${task.setDueDate(null)}",
      "${task.delegate('x')}",
      "${task.addCandidateUser('x')}", "${task.candidates}", "${task.bpmnModelInstance}",
      "${execution.processEngineServices}"})
  @DisplayName("Biểu thức của công việc không ra khỏi hàng rào")
  void attemptsFromATaskAreRefused(String attempt) {
    assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(context -> {
      var task = context.getTaskManager().findTasksByProcessInstanceId(instance()).get(0);
      return configuration.getExpressionManager().createExpression(attempt).getValue(task);
    })).isInstanceOf(ProcessEngineException.class);
    assertThat(engine.getTaskService().createTaskQuery().taskUnassigned().count()).isEqualTo(1);
  }

  @Test
  @DisplayName("Không có hàng rào thì chính các biểu thức đó thoát được")
  void thePlainEngineLetsThemThrough() {
    ExpressionManager plain = new JuelExpressionManager(BEANS);
    value(plain, "${''.getClass().forName('CANARY').getMethod('sing').invoke(null)}");
    value(plain, "${held.hit()}");
    value(plain, "${deed.execute(execution)}");
    assertThat(value(plain, "${execution.processEngineServices}")).isNotNull();
    assertThat(Canary.sung()).isEqualTo(before + 3);
  }

  @Test
  @DisplayName("Biểu thức thông thường vẫn tính được")
  void ordinaryExpressionsWork() {
    Function<String, Object> value = text -> value(configuration.getExpressionManager(), text);
    assertThat(value.apply("${outcome == 'APPROVE'}")).isEqualTo(true);
    assertThat(value.apply("${outcome == 'REFUSE_RECEIPT' ? 'REFUSE' : outcome}")).isEqualTo("APPROVE");
    assertThat(value.apply("${amount > 3 and execution.processBusinessKey == 'HS-1'}")).isEqualTo(true);
    assertThat(value.apply("${empty nothing}")).isEqualTo(true);
    assertThat(value.apply("#{execution.processBusinessKey}")).isEqualTo("HS-1");
    assertThat(value.apply("${execution.getVariable('outcome')}")).isEqualTo("APPROVE");
    assertThat(value.apply("${execution.hasVariable('unknown')}")).isEqualTo(false);
    assertThat(value.apply("${greeting.to(execution, 'bà Hà')}")).isEqualTo("Kính gửi bà Hà HS-1");
    assertThat(value.apply("${outcome.startsWith('APP') && outcome.length() > 3}")).isEqualTo(true);
    assertThat(value.apply("${list[0]}")).isEqualTo(HELD);
    assertThat(value.apply("${list.size() == 2 && list.contains('b')}")).isEqualTo(true);
    assertThat(value.apply("${map.a + 1}")).isEqualTo(new BigDecimal(2).longValue());
    assertThat(value.apply("${date.year}")).isEqualTo(2026);
    assertThat(value.apply("${date.plusDays(2).isAfter(date)}")).isEqualTo(true);
    assertThat(value.apply("PT1H")).isEqualTo("PT1H");
    assertThat(Canary.sung()).isEqualTo(before);
  }

  static Stream<Method> expressionsOfTaskQueries() {
    return Arrays.stream(TaskQuery.class.getMethods()).filter(method -> method.getName().endsWith("Expression")
        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
  }

  @ParameterizedTest
  @MethodSource("expressionsOfTaskQueries")
  @DisplayName("CVE-2026-109432: truy vấn không tính biểu thức, kể cả trong phần “hoặc” và trong bộ lọc đã lưu")
  void queriesEvaluateNothing(Method criterion) throws ReflectiveOperationException {
    String attempt = "${''.getClass().forName('CANARY').getMethod('sing').invoke(null)}".replace("CANARY", CANARY);
    FilterService filters = engine.getFilterService();
    for (int depth = 0; depth <= 3; depth++) {
      TaskQuery query = nested(criterion, attempt, depth);
      assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class);
      assertThatThrownBy(query::count).isInstanceOf(ProcessEngineException.class);
      // what is merely stored evaluates nothing; running it is refused
      assertThatThrownBy(() -> filters.list(filters.saveFilter(filters.newTaskFilter("attempt").setQuery(query))
          .getId())).isInstanceOf(ProcessEngineException.class);
      Filter harmless = filters.saveFilter(filters.newTaskFilter("mine")
          .setQuery(engine.getTaskService().createTaskQuery().taskName("a")));
      // an extended filter is refused or leaves the criterion out; it never evaluates it
      for (ThrowingCallable extended : List.<ThrowingCallable>of(() -> filters.list(harmless.getId(), query),
          () -> filters.count(harmless.getId(), query), () -> filters.singleResult(harmless.getId(), query),
          () -> filters.list(filters.saveFilter(harmless.extend(query)).getId()))) {
        assertThat(catchThrowable(extended)).satisfiesAnyOf(refused -> assertThat(refused).isNull(),
            refused -> assertThat(refused).isInstanceOf(ProcessEngineException.class));
      }
    }
    assertThat(Canary.sung()).isEqualTo(before);
  }

  /** So many "or" parts, the criterion in the last; without any, in the query itself. */
  private static TaskQuery nested(Method criterion, String attempt, int depth) throws ReflectiveOperationException {
    TaskQuery query = engine.getTaskService().createTaskQuery();
    for (int i = 1; i < depth; i++) {
      query = query.or().taskName("a").taskName("b").endOr();
    }
    query = depth == 0 ? query : query.or();
    criterion.invoke(query, attempt);
    return depth == 0 ? query : query.endOr();
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript", "groovy", "python", "feel", "js"})
  @DisplayName("Không ngôn ngữ kịch bản nào chạy được")
  void scriptsRunNowhere(String language) {
    BpmnModelInstance model = Bpmn.createExecutableProcess("script-" + language).startEvent()
        .scriptTask().scriptFormat(language)
        .scriptText("${''.getClass().forName('" + CANARY + "').getMethod('sing').invoke(null)}").endEvent().done();
    assertThatThrownBy(() -> {
      engine.getRepositoryService().createDeployment().addModelInstance(language + ".bpmn", model).deploy();
      engine.getRuntimeService().startProcessInstanceByKey("script-" + language);
    }).isInstanceOf(ProcessEngineException.class);
    assertThat(Canary.sung()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel:${''.getClass().forName('CANARY').getMethod('sing').invoke(null)}",
      "juel:${canary.hit()}", "javascript:java.lang.System.exit(1)", "groovy:Canary.sing()",
      "feel:{f: function() external {java: {class: \"CANARY\", method signature: \"sing()\"}}, r: f()}.r",
      "feel:held.song", "feel:held.getClass()"})
  @DisplayName("Bảng quyết định không gọi được mã lệnh")
  void decisionTablesCallNoCode(String attempt) {
    String language = attempt.substring(0, attempt.indexOf(':'));
    String text = attempt.substring(attempt.indexOf(':') + 1).replace("CANARY", CANARY)
        .replace("&", "&amp;").replace("<", "&lt;");
    String dmn = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
          <decision id="attempt" name="attempt"><variable name="r" id="v"/>
            <literalExpression id="l" expressionLanguage="%s"><text>%s</text></literalExpression>
          </decision>
        </definitions>""".formatted(language, text);
    Object result = null;
    try {
      engine.getRepositoryService().createDeployment().name(attempt).addString("attempt.dmn", dmn).deploy();
      result = engine.getDecisionService().evaluateDecisionByKey("attempt")
          .variables(Variables.createVariables().putValue("x", 1)).evaluate().getSingleResult().getSingleEntry();
    } catch (ProcessEngineException | DmnEngineException refused) {
      // as it should be
    }
    assertThat(result).isNull();
    assertThat(Canary.sung()).isEqualTo(before);
  }

  @Test
  @DisplayName("Tệp có DOCTYPE không được nhận")
  void outsideEntitiesAreRefused() {
    String bpmn = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
        + Bpmn.convertToString(Bpmn.createExecutableProcess("xxe").name("N").startEvent().endEvent().done())
            .replaceFirst("<\\?xml[^>]*\\?>", "").replace("name=\"N\"", "name=\"&e;\"");
    assertThatThrownBy(() -> engine.getRepositoryService().createDeployment().addString("xxe.bpmn", bpmn).deploy())
        .isInstanceOf(ProcessEngineException.class);
  }

  private static Object value(ExpressionManager expressions, String text) {
    return configuration.getCommandExecutorTxRequired().execute(context -> {
      ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance());
      return expressions.createExpression(text.replace("CANARY", CANARY)).getValue(execution);
    });
  }

  private static String instance() {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey("HS-1").singleResult()
        .getId();
  }
}
