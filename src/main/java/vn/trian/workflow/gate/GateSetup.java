package vn.trian.workflow.gate;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trian.startup.StartStep;

/** Where the gate stands among the filters. */
@Configuration(proxyBeanMethods = false)
class GateSetup {

  // behind Spring Security (-100) and the engine's trust in our login (-90)
  private static final int ORDER = -85;
  private static final String OWN_ANSWERS = "ownAnswers";
  private static final List<String> SERVLETS = List.of("Cockpit Api", "Admin Api", "Tasklist Api", "Engine Api",
      "Welcome Api", "org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig");

  @Bean
  FilterRegistrationBean<TasklistGate> tasklistGateRegistration(TasklistGate gate) {
    FilterRegistrationBean<TasklistGate> registration = new FilterRegistrationBean<>(gate);
    registration.setName("tasklistGate");
    registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
    registration.setOrder(ORDER);
    return registration;
  }

  /** Before the gate, which knows nothing of files. */
  @Bean
  FilterRegistrationBean<ModelerDeployment> modelerDeploymentRegistration(ModelerDeployment deployment) {
    FilterRegistrationBean<ModelerDeployment> registration = new FilterRegistrationBean<>(deployment);
    registration.setName("modelerDeployment");
    registration.addUrlPatterns("/engine-rest/*");
    registration.setOrder(ORDER - 1);
    return registration;
  }

  /** Filters that go by the servlet's name come after all that go by the path, so after the engine's own. */
  @Bean
  FilterRegistrationBean<OwnAnswers> ownAnswersRegistration(OwnAnswers answers) {
    FilterRegistrationBean<OwnAnswers> registration = new FilterRegistrationBean<>(answers);
    registration.setName(OWN_ANSWERS);
    registration.setServletNames(SERVLETS);
    return registration;
  }

  /** An engine whose servlets have other names must not start with an open back door. */
  @Bean
  StartStep everyServletOfTheEngineIsGuarded(ServletContext context) {
    return () -> {
      FilterRegistration answers = context.getFilterRegistration(OWN_ANSWERS);
      for (ServletRegistration servlet : context.getServletRegistrations().values()) {
        boolean ofTheEngine = servlet.getMappings().stream()
            .anyMatch(path -> path.matches("/(camunda|engine-rest)/.*"));
        if (ofTheEngine && !answers.getServletNameMappings().contains(servlet.getName())) {
          throw new IllegalStateException("no gate before " + servlet.getName() + " at " + servlet.getMappings());
        }
      }
    };
  }
}
