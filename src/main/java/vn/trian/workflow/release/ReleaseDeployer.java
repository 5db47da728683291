package vn.trian.workflow.release;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures.Source;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.procedure.ReleaseStore;
import vn.trian.shared.DomainException;
import vn.trian.workflow.modelgate.AdmittedModels;
import vn.trian.workflow.modelgate.ModelGate;
import vn.trian.workflow.release.PackagedFolders.Packaged;

/**
 * Deploys a procedure folder as one release: its models, the shared called processes and the frame form
 * together, so that what belongs together changes together and running cases keep what they began with.
 */
@Service
public class ReleaseDeployer {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseDeployer.class);

  private final Procedures procedures;
  private final ReleaseStore store;
  private final PackagedFolders folders;
  private final ModelGate gate;
  private final RepositoryService repository;
  private final ApplicationEventPublisher events;

  ReleaseDeployer(Procedures procedures, ReleaseStore store, PackagedFolders folders, ModelGate gate,
      RepositoryService repository, ApplicationEventPublisher events) {
    this.procedures = procedures;
    this.store = store;
    this.folders = folders;
    this.gate = gate;
    this.repository = repository;
    this.events = events;
  }

  /**
   * Puts a folder to work that needs nobody's approval: one that comes with the application.
   *
   * @param own files of the procedure; the shared parts are added
   * @return the new active release
   * @throws DomainException INVALID {@code procedure-broken} with every fault that the gate finds; nothing is kept then
   */
  @Transactional
  public Release deploy(ProcedureFiles own) {
    ProcedureFiles whole = own.over(PackagedFolders.shared());
    AdmittedModels models = gate.check(whole);
    String id = store.bring(whole, Source.PACKAGED, null, null, Person.SYSTEM).id();
    return told(store.activate(id, null, Person.SYSTEM, procedure -> deployed(procedure, models)));
  }

  /**
   * Puts a stored release to work. What the application allows may have changed since it was brought, so it passes
   * the gate once more before the engine gets it; one that the engine has already comes back as it was.
   */
  Release activate(String id, String note, Person by) {
    return told(store.activate(id, note, by, procedure -> deployed(procedure, gate.check(store.files(id)))));
  }

  private Release told(Release active) {
    events.publishEvent(new ReleaseActivated(active.id()));
    return active;
  }

  /** Fills an engine that has never seen a packaged procedure; newer packaged versions are not imposed. */
  @Transactional
  public void fill() {
    for (Packaged each : folders.all()) {
      if (procedures.find(each.key()).isEmpty()) {
        LOG.info("procedure {} put to work as release {}", each.key(), packaged(each.files()).version());
      } else if (procedures.newestChecksum(each.key(), Source.PACKAGED).filter(each.checksum()::equals).isEmpty()) {
        LOG.info("procedure {} is packaged in another version than the one at work; it is offered, not imposed",
            each.key());
      }
    }
  }

  private Release packaged(ProcedureFiles own) {
    try {
      return deploy(own);
    } catch (DomainException broken) {
      broken.problems().forEach(each -> LOG.error("{}: {} {}", each.field(), each.code(), each.arguments()));
      throw broken;
    }
  }

  private String deployed(Procedure procedure, AdmittedModels models) {
    DeploymentBuilder builder = repository.createDeployment().name(procedure.key()).source("trian");
    models.resources().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
    var deployment = gate.deploying(models, builder::deployWithResult);
    boolean hasProcess = deployment.getDeployedProcessDefinitions().stream()
        .map(ProcessDefinition::getKey).anyMatch(procedure.key()::equals);
    if (!hasProcess) {
      throw new DomainException(DomainException.Kind.INVALID, "release-without-process", procedure.key());
    }
    return deployment.getId();
  }
}
