package vn.trian.workflow.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Procedures.Source;
import vn.trian.procedure.Release;
import vn.trian.shared.DomainException;
import vn.trian.workflow.modelgate.AdmittedModels;
import vn.trian.workflow.modelgate.ModelGate;

/**
 * Deploys a procedure folder as one release: its models, the shared called processes and the frame form
 * together, so that what belongs together changes together and running cases keep what they began with.
 */
@Service
public class ReleaseDeployer {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseDeployer.class);
  private static final String FOLDERS = "classpath*:bpmn/*/procedure.yaml";

  private final Procedures procedures;
  private final ModelGate gate;
  private final RepositoryService repository;

  ReleaseDeployer(Procedures procedures, ModelGate gate, RepositoryService repository) {
    this.procedures = procedures;
    this.gate = gate;
    this.repository = repository;
  }

  /**
   * Puts a folder to work.
   *
   * @param own files of the procedure; the shared parts are added
   * @return the new active release
   * @throws DomainException INVALID {@code procedure-broken} with every fault that the gate finds; nothing is kept then
   */
  @Transactional
  public Release deploy(ProcedureFiles own, Source source, String by) {
    ProcedureFiles whole = own.over(ProcedureFiles.ofClasspath("bpmn/common"));
    AdmittedModels models = gate.check(whole);
    return procedures.putToWork(whole, source, by,
        procedure -> gate.deploying(models, () -> deployed(procedure, models)));
  }

  /** Fills an engine that has never seen a packaged procedure; newer packaged versions are not imposed. */
  @Transactional
  public void fill() {
    for (String folder : packagedFolders()) {
      ProcedureFiles own = ProcedureFiles.ofClasspath("bpmn/" + folder);
      ProcedureFiles whole = own.over(ProcedureFiles.ofClasspath("bpmn/common"));
      String key = keyOf(own);
      if (procedures.find(key).isEmpty()) {
        LOG.info("procedure {} put to work as release {}", key, packaged(own).version());
      } else if (procedures.newestChecksum(key, Source.PACKAGED).filter(whole.checksum()::equals).isEmpty()) {
        LOG.info("procedure {} is packaged in another version than the one at work; it is offered, not imposed", key);
      }
    }
  }

  private Release packaged(ProcedureFiles own) {
    try {
      return deploy(own, Source.PACKAGED, "system");
    } catch (DomainException broken) {
      broken.problems().forEach(each -> LOG.error("{}: {} {}", each.field(), each.code(), each.arguments()));
      throw broken;
    }
  }

  private String deployed(Procedure procedure, AdmittedModels models) {
    DeploymentBuilder builder = repository.createDeployment().name(procedure.key()).source("trian");
    models.resources().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
    var deployment = builder.deployWithResult();
    boolean hasProcess = deployment.getDeployedProcessDefinitions().stream()
        .map(ProcessDefinition::getKey).anyMatch(procedure.key()::equals);
    if (!hasProcess) {
      throw new DomainException(DomainException.Kind.INVALID, "release-without-process", procedure.key());
    }
    return deployment.getId();
  }

  private static String keyOf(ProcedureFiles own) {
    return own.text("procedure.yaml").orElseThrow().lines()
        .filter(line -> line.startsWith("key:")).findFirst()
        .map(line -> line.substring(4).strip().replaceAll("\\s*#.*$", "").replaceAll("[\"']", ""))
        .orElseThrow(() -> new DomainException(DomainException.Kind.INVALID, "release-without-key"));
  }

  private static Set<String> packagedFolders() {
    try {
      Set<String> folders = new TreeSet<>();
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(FOLDERS)) {
        String[] parts = resource.getURL().getPath().split("/");
        folders.add(parts[parts.length - 2]);
      }
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
