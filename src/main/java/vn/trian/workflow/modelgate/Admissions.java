package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;

/**
 * Stands inside the engine, before its own deployers: whatever is deployed, by whichever door, must be byte for byte
 * what passed the gate on this thread. The refusal takes the engine's rows back with it.
 */
@Component
class Admissions extends AbstractProcessEnginePlugin {

  private final ThreadLocal<AdmittedModels> current = new ThreadLocal<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<Deployer> first = configuration.getCustomPreDeployers() == null ? new ArrayList<>()
        : new ArrayList<>(configuration.getCustomPreDeployers());
    first.add(0, this::requireAdmitted);
    configuration.setCustomPreDeployers(first);
  }

  <T> T during(AdmittedModels models, Supplier<T> deployment) {
    current.set(models);
    try {
      return deployment.get();
    } finally {
      current.remove();
    }
  }

  /** A deployment that is only read again from the database passed when it was new. */
  private void requireAdmitted(DeploymentEntity deployment) {
    AdmittedModels admitted = current.get();
    if (deployment.isNew() && (admitted == null || !deployment.getResources().values().stream()
        .allMatch(each -> admitted.has(each.getName(), each.getBytes())))) {
      throw new DomainException(DomainException.Kind.FORBIDDEN, "deployment-not-admitted");
    }
  }
}
