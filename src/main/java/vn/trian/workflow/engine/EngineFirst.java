package vn.trian.workflow.engine;

import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ObjectUtils;

/**
 * Shortens the start: those who fill empty tables wait for Hibernate, which gets ready on another thread;
 * the engine does not need it and is built in the meantime. The engine's own parts must therefore not ask
 * for offices, officers, rates or calendars before they are used.
 */
@Component
class EngineFirst implements BeanFactoryPostProcessor {

  private static final String ENGINE = "processEngineFactoryBean";

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!beans.containsBeanDefinition(ENGINE)) {
      return;
    }
    Stream.of(beans.getBeanDefinitionNames()).filter(name -> name.endsWith("Loader"))
        .map(beans::getBeanDefinition)
        .filter(definition -> definition.getBeanClassName() != null
            && definition.getBeanClassName().startsWith("vn.trian."))
        .forEach(EngineFirst::afterTheEngine);
  }

  private static void afterTheEngine(BeanDefinition definition) {
    String[] before = definition.getDependsOn() == null ? new String[0] : definition.getDependsOn();
    definition.setDependsOn(ObjectUtils.addObjectToArray(before, ENGINE));
  }
}
