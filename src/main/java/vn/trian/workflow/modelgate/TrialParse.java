package vn.trian.workflow.modelgate;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.standalone.StandaloneTransactionContextFactory;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's own parsers read models without deploying them: beside the running transaction, on a thread of
 * its own, and for a limited time. Nothing is stored and nothing stays in the engine's memory.
 */
@Component
class TrialParse {

  private static final Logger LOG = LoggerFactory.getLogger(TrialParse.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  /** What the schema of BPMN says against an element, which it names. */
  private static final Pattern SCHEMA =
      Pattern.compile("^cvc-.*?(?:element|attribute) '(?:\\{[^}]*[:}]\"?:?)?([\\w:-]+)");

  private final ProcessEngineConfigurationImpl engine;

  TrialParse(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  void run(Map<String, byte[]> models, Findings findings) {
    models.forEach((file, bytes) -> {
      FutureTask<Void> trial = new FutureTask<>(() -> parse(file, bytes), null);
      Thread thread = new Thread(trial, "trial-parse");
      thread.setDaemon(true);
      thread.start();
      try {
        trial.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException slow) {
        trial.cancel(true);
        findings.add(file, "model-too-slow", LIMIT.toSeconds());
      } catch (ExecutionException refused) {
        refused(file, refused.getCause(), findings);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    });
  }

  private void parse(String file, byte[] bytes) {
    Context.setCommandContext(new CommandContext(engine, new StandaloneTransactionContextFactory()));
    Context.setProcessEngineConfiguration(engine);
    try {
      if (file.endsWith(".dmn")) {
        engine.getDmnEngine().parseDecisionRequirementsGraph(new ByteArrayInputStream(bytes));
      } else {
        DeploymentEntity none = new DeploymentEntity();
        none.setId("trial");
        bpmn().getBpmnParser().createParse().sourceInputStream(new ByteArrayInputStream(bytes))
            .deployment(none).name(file).execute();
      }
    } finally {
      Context.removeProcessEngineConfiguration();
      Context.removeCommandContext();
    }
  }

  private BpmnDeployer bpmn() {
    return engine.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast)
        .findFirst().orElseThrow();
  }

  private static void refused(String file, Throwable why, Findings findings) {
    if (why instanceof ParseException parse && !parse.getResorceReports().isEmpty()) {
      parse.getResorceReports().forEach(report -> report.getErrors().forEach(error -> refused(file, error, findings)));
    } else {
      log(file, String.valueOf(why.getMessage()));
      findings.add(file, "model-engine-refuses");
    }
  }

  private static void refused(String file, Problem error, Findings findings) {
    String place = error.getMainElementId() == null ? String.valueOf(error.getLine()) : error.getMainElementId();
    Matcher schema = SCHEMA.matcher(String.valueOf(error.getMessage()));
    if (schema.find()) {
      findings.addAt(file, place, "model-schema", schema.group(1));
    } else {
      log(file, error.getMessage());
      findings.addAt(file, place, "model-engine-refuses");
    }
  }

  /** What the engine says is English and for programmers; names of a model may stand in it. */
  private static void log(String file, String message) {
    LOG.info("the engine refuses {}: {}", file.replaceAll("[^a-z0-9.-]", "?"),
        String.valueOf(message).replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }
}
