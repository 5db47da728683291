package vn.trian.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Sets the embedded engine up before it is built. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory beans;
  private final FeelFunctions functions;
  private final TaskParseListener tasks;
  private final FailedJobIncidents incidents;

  EngineSetup(ListableBeanFactory beans, FeelFunctions functions, TaskParseListener tasks,
      FailedJobIncidents incidents) {
    this.beans = beans;
    this.functions = functions;
    this.tasks = tasks;
    this.incidents = incidents;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    fence(configuration, new RegisteredBeans(beans));
    OwnTasks.decide(configuration);
    configuration.setDmnFeelCustomFunctionProviders(List.<FeelCustomFunctionProvider>of(functions));
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
        ? new ArrayList<>()
        : configuration.getCustomPostBPMNParseListeners();
    listeners.add(tasks);
    configuration.setCustomPostBPMNParseListeners(listeners);
    configuration.setCustomIncidentHandlers(List.of(incidents));
    configuration.setDmnHistoryEventProducer(new NoDecisionHistory());
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setPasswordEncryptor(new SlowPasswords());
    // ours slows guessing down at every door and locks nobody out for good
    configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
    configuration.setLoginDelayMaxTime(0);
    configuration.setEnablePasswordPolicy(true);
    configuration.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(SlowPasswords.SHORTEST),
        new PasswordPolicyUserDataRuleImpl()));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    OwnTasks.check(configuration);
  }

  /** Lets models and queries reach nothing but the given beans. */
  static void fence(ProcessEngineConfigurationImpl configuration, Map<Object, Object> beans) {
    configuration.setBeans(beans);
    configuration.setExpressionManager(new FencedExpressions(beans));
    configuration.setScriptEngineResolver(new NoScripts());
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setEnableExpressionsInStoredQueries(false);
    configuration.setEnableXxeProcessing(false);
    // values are strings, numbers, booleans and dates; no object is ever rebuilt from what somebody sent
    configuration.setJavaSerializationFormatEnabled(false);
    configuration.setDeserializationTypeValidationEnabled(true);
  }
}
