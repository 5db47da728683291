package vn.trian.workflow.modelgate;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.standalone.StandaloneTransactionContextFactory;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's own parsers read models without deploying them: beside the running transaction, on a thread of
 * its own, and for a limited time. Nothing is stored and nothing stays in the engine's memory.
 */
@Component
class TrialParse {

  private static final Duration LIMIT = Duration.ofSeconds(10);

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
      parse.getResorceReports().forEach(report -> report.getErrors().forEach(error -> findings.addAt(file,
          error.getMainElementId() == null ? String.valueOf(error.getLine()) : error.getMainElementId(),
          "model-engine-refuses", error.getMessage())));
    } else {
      findings.add(file, "model-engine-refuses", String.valueOf(why.getMessage()));
    }
  }
}
