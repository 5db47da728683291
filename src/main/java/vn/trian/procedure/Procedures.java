package vn.trian.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;

/** The releases of all procedures, and what they say. A case keeps the release that it began with. */
@Service
@Transactional(readOnly = true)
public class Procedures {

  private final ReleaseEntries releases;
  private final ProcedureReader reader;
  private final ObjectProvider<ReleaseFiles> files;
  private final Clock clock;
  /** A release never changes once it is recorded, so what was read stays true. */
  private final Map<String, Procedure> read = new ConcurrentHashMap<>();

  Procedures(ReleaseEntries releases, ProcedureReader reader, ObjectProvider<ReleaseFiles> files, Clock clock) {
    this.releases = releases;
    this.reader = reader;
    this.files = files;
    this.clock = clock;
  }

  /** Active releases by Vietnamese name. */
  public List<ProcedureRelease> active() {
    return releases.findByActiveTrueOrderByNameVi().stream().map(ReleaseEntry::view).toList();
  }

  /** The release that new cases of a procedure start with. */
  public Optional<ProcedureRelease> active(String procedureKey) {
    return releases.findByActiveKey(procedureKey).map(ReleaseEntry::view);
  }

  /** All releases of a procedure, newest first. */
  public List<ProcedureRelease> history(String procedureKey) {
    return releases.findByProcedureKeyOrderByVersionDesc(procedureKey).stream().map(ReleaseEntry::view).toList();
  }

  /**
   * A release by id.
   *
   * @throws DomainException of kind NOT_FOUND, code {@code release-unknown}
   */
  public ProcedureRelease release(String id) {
    return entry(id).view();
  }

  /** The release that a deployment of the engine holds. */
  public Optional<ProcedureRelease> releaseOfDeployment(String deploymentId) {
    return releases.findByDeploymentId(deploymentId).map(ReleaseEntry::view);
  }

  /** A release of that procedure with exactly these files, the newest where there are several. */
  public Optional<ProcedureRelease> withChecksum(String procedureKey, String checksum) {
    return releases.findFirstByProcedureKeyAndChecksumOrderByVersionDesc(procedureKey, checksum)
        .map(ReleaseEntry::view);
  }

  /**
   * What a release says.
   *
   * @throws DomainException {@code release-unknown}, or {@code procedure-broken} when its files were damaged
   */
  public Procedure procedure(String releaseId) {
    Procedure known = read.get(releaseId);
    if (known != null) {
      return known;
    }
    Procedure procedure = reader.read(files.getObject().filesOf(release(releaseId)));
    read.put(releaseId, procedure);
    return procedure;
  }

  /**
   * Records a release; it is not active yet.
   *
   * @param deploymentId may be null and follow with {@link #deployed}
   * @param createdBy    login of whoever brought it
   */
  @Transactional
  public ProcedureRelease record(
      Procedure procedure, String deploymentId, ProcedureRelease.Source source, String checksum, String createdBy) {
    int version = releases.lastVersion(procedure.key()) + 1;
    return releases.saveAndFlush(
        new ReleaseEntry(procedure, version, deploymentId, source, checksum, clock.instant(), createdBy)).view();
  }

  /** Notes where the engine holds the files of a release. */
  @Transactional
  public ProcedureRelease deployed(String releaseId, String deploymentId) {
    ReleaseEntry entry = entry(releaseId);
    entry.deployedAs(deploymentId);
    return entry.view();
  }

  /** Lets new cases start with this release; the one before keeps its running cases. Doing it again is harmless. */
  @Transactional
  public ProcedureRelease activate(String releaseId) {
    ReleaseEntry entry = entry(releaseId);
    releases.findByActiveKey(entry.view().procedureKey())
        .filter(other -> !other.view().id().equals(releaseId))
        .ifPresent(ReleaseEntry::retire);
    // the old key must be free before the new row claims it
    releases.flush();
    entry.activate();
    releases.flush();
    return entry.view();
  }

  private ReleaseEntry entry(String id) {
    return releases.findById(id)
        .orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "release-unknown"));
  }
}
