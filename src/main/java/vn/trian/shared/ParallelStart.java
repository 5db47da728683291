package vn.trian.shared;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.orm.jpa.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.repository.Repository;

/**
 * Shortens the start: Hibernate gets ready on a thread of its own while the engine is being built, and what
 * queries mean is worked out after the first page can be shown, unless somebody needs it before.
 */
@Configuration(proxyBeanMethods = false)
class ParallelStart {

  @Bean
  EntityManagerFactoryBuilderCustomizer hibernateBesideTheEngine() {
    return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("hibernate-"));
  }

  /** Repositories are made when first used; those that nobody used so far are made now, beside the first requests. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> repositoriesAfterTheStart(ListableBeanFactory beans) {
    return ready -> new SimpleAsyncTaskExecutor("repositories-")
        .execute(() -> beans.getBeansOfType(Repository.class));
  }
}
