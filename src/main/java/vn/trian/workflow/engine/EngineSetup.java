package vn.trian.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Sets the embedded engine up before it is built. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory beans;
  private final FeelFunctions functions;
  private final TaskParseListener tasks;

  EngineSetup(ListableBeanFactory beans, FeelFunctions functions, TaskParseListener tasks) {
    this.beans = beans;
    this.functions = functions;
    this.tasks = tasks;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ((SpringProcessEngineConfiguration) configuration).setBeans(new RegisteredBeans(beans));
    configuration.setDmnFeelCustomFunctionProviders(List.<FeelCustomFunctionProvider>of(functions));
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
        ? new ArrayList<>()
        : configuration.getCustomPostBPMNParseListeners();
    listeners.add(tasks);
    configuration.setCustomPostBPMNParseListeners(listeners);
    configuration.setDmnHistoryEventProducer(new NoDecisionHistory());
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setJavaSerializationFormatEnabled(false);
    configuration.setEnableXxeProcessing(false);
  }
}
