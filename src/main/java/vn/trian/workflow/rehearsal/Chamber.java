package vn.trian.workflow.rehearsal;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.startup.StartStep;

/**
 * An engine and tables of its own, in the memory of this process, with the same code over them. Knows nothing of the
 * settings of the real application, so neither its database nor its files; gone without a trace when it is closed.
 */
final class Chamber implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Chamber.class);

  private final ConfigurableApplicationContext context;
  private final String name;

  private Chamber(ConfigurableApplicationContext context, String name) {
    this.context = context;
    this.name = name;
  }

  /** Brings one up, with the invented offices and people of the demo and no procedure, on a day to begin with. */
  static Chamber open(LocalDateTime today) {
    long began = System.nanoTime();
    String name = "rehearsal" + UUID.randomUUID().toString().replace("-", "");
    SpringApplication application = new SpringApplication(ChamberApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setEnvironment(new OwnSettings(settings(name)));
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    // the log belongs to the real application
    application.setListeners(application.getListeners().stream()
        .filter(each -> !(each instanceof LoggingApplicationListener)).toList());
    application.addInitializers(context -> ((GenericApplicationContext) context).registerBean(MovableClock.class,
        () -> new MovableClock(today), definition -> definition.setPrimary(true)));
    ConfigurableApplicationContext context = application.run();
    Chamber chamber = new Chamber(context, name);
    try {
      chamber.requireIsolation();
      chamber.hide();
      context.getBeanProvider(StartStep.class).orderedStream().forEach(StartStep::run);
    } catch (RuntimeException e) {
      chamber.close();
      throw e;
    }
    LOG.info("chamber of a rehearsal open after {} ms", Duration.ofNanos(System.nanoTime() - began).toMillis());
    return chamber;
  }

  private static Map<String, Object> settings(String name) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("spring.config.location", "classpath:/application.yaml");
    settings.put("spring.profiles.active", "demo");
    settings.put("spring.datasource.url", "jdbc:h2:mem:" + name
        + ";DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000");
    settings.put("spring.datasource.username", "sa");
    settings.put("spring.datasource.password", "");
    settings.put("spring.datasource.hikari.maximum-pool-size", 4);
    settings.put("spring.jmx.enabled", false);
    settings.put("spring.session.store-type", "none");
    settings.put("spring.main.allow-bean-definition-overriding", false);
    settings.put("camunda.bpm.process-engine-name", name);
    settings.put("camunda.bpm.generate-unique-process-engine-name", false);
    settings.put("camunda.bpm.job-execution.enabled", false);
    settings.put("camunda.bpm.metrics.enabled", false);
    settings.put("management.metrics.use-global-registry", false);
    settings.put("trian.demo.cases", 0);
    settings.put("trian.demo.password", "");
    settings.put("trian.apologies.rounds", "-");
    return settings;
  }

  /** Settings that come from here and from the packaged file, never from the machine. */
  private static final class OwnSettings extends StandardEnvironment {

    OwnSettings(Map<String, Object> settings) {
      getPropertySources().addFirst(new MapPropertySource("rehearsal", settings));
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
      // neither system properties nor the environment of the process
    }
  }

  /** Whatever an installation sets: nothing is played on any other database than the one in memory. */
  private void requireIsolation() {
    String url = new JdbcTemplate(bean(DataSource.class)).execute(
        (Connection connection) -> connection.getMetaData().getURL());
    if (!("jdbc:h2:mem:" + name).equals(url)) {
      throw new IllegalStateException("a rehearsal would have run on another database than its own");
    }
    if (context.getBeanNamesForType(DataSource.class).length != 1) {
      throw new IllegalStateException("a rehearsal would have more than one database");
    }
  }

  /** Cockpit and the engine's interface list the engines of the process; this one is nobody's to look at. */
  private void hide() {
    ProcessEngine engine = bean(ProcessEngine.class);
    ProcessEngines.unregister(engine);
    RuntimeContainerDelegate container = RuntimeContainerDelegate.INSTANCE.get();
    if (container.getProcessEngineService().getProcessEngineNames().contains(engine.getName())) {
      container.unregisterProcessEngine(engine);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  boolean has(String bean) {
    return context.containsBean(bean);
  }

  @Override
  public void close() {
    try {
      // the tables go with the last connection, which the engine still needs to come to its end
      bean(JdbcTemplate.class).execute("set db_close_delay 0");
    } finally {
      context.close();
    }
  }
}
