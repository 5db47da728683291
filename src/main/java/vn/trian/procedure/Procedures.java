package vn.trian.procedure;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** The procedures at work, each with its releases. A release never changes once it is stored. */
@Service
public class Procedures {

  private final Releases releases;
  private final Contents contents;
  private final ProcedureReader reader;
  private final Clock clock;
  private final Map<String, Release> read = new ConcurrentHashMap<>();

  Procedures(Releases releases, Contents contents, ProcedureReader reader, Clock clock) {
    this.releases = releases;
    this.contents = contents;
    this.reader = reader;
    this.clock = clock;
  }

  /** Where a release came from. */
  public enum Source {
    PACKAGED,
    UPLOADED
  }

  /**
   * What a running case began with.
   *
   * @throws DomainException NOT_FOUND {@code procedure-unknown}
   */
  @Transactional(readOnly = true)
  public Release release(String releaseId) {
    Release known = read.get(releaseId);
    if (known == null) {
      known = releases.findById(releaseId).filter(row -> row.deploymentId() != null).map(this::load)
          .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "procedure-unknown", releaseId));
      read.put(releaseId, known);
    }
    return known;
  }

  /**
   * The release that new cases of a procedure get.
   *
   * @throws DomainException NOT_FOUND {@code procedure-unknown}
   */
  @Transactional(readOnly = true)
  public Release active(String key) {
    return find(key).orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "procedure-unknown", key));
  }

  /** The release that new cases of a procedure get; empty when no such procedure is at work. */
  @Transactional(readOnly = true)
  public Optional<Release> find(String key) {
    return releases.findByProcedureKeyAndActiveTrue(key).map(row -> release(row.id()));
  }

  /** All procedures that can be asked for now, by published code. */
  @Transactional(readOnly = true)
  public List<Release> active() {
    return releases.findByActiveTrueOrderByCodeAscNameViAsc().stream().map(row -> release(row.id())).toList();
  }

  /** Checksum of the newest release of a procedure that came from a source. */
  @Transactional(readOnly = true)
  public Optional<String> newestChecksum(String key, Source source) {
    return releases.findFirstByProcedureKeyAndSourceOrderByVersionDesc(key, source).map(ProcedureRelease::checksum);
  }

  /**
   * Stores a release and puts it to work in place of the one before.
   *
   * @param deploy puts the models to work in the same transaction and answers the deployment's id
   * @throws DomainException INVALID {@code procedure-broken} naming every fault
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Release putToWork(ProcedureFiles files, Source source, String by, Function<Procedure, String> deploy) {
    Procedure procedure = reader.read(files);
    int version = releases.lastVersion(procedure.key()) + 1;
    releases.findByProcedureKeyAndActiveTrue(procedure.key()).ifPresent(ProcedureRelease::retire);
    releases.flush();
    ProcedureRelease row = releases.saveAndFlush(new ProcedureRelease(UUID.randomUUID().toString(), procedure,
        version, source, files.checksum(), clock.instant(), by));
    for (String name : files.names()) {
      byte[] bytes = files.bytes(name).orElseThrow();
      for (int seq = 0; seq * ReleaseFile.PIECE < Math.max(1, bytes.length); seq++) {
        int from = seq * ReleaseFile.PIECE;
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + ReleaseFile.PIECE));
        contents.save(new ReleaseFile(new ReleaseFile.Key(row.id(), name, seq), piece));
      }
    }
    row.activate(deploy.apply(procedure));
    return new Release(row.id(), version, row.deploymentId(), procedure, files);
  }

  private Release load(ProcedureRelease row) {
    Map<String, ByteArrayOutputStream> whole = new LinkedHashMap<>();
    for (ReleaseFile piece : contents.of(row.id())) {
      whole.computeIfAbsent(piece.id().name(), name -> new ByteArrayOutputStream()).writeBytes(piece.bytes());
    }
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    whole.forEach((name, out) -> bytes.put(name, out.toByteArray()));
    ProcedureFiles files = ProcedureFiles.of(bytes);
    return new Release(row.id(), row.version(), row.deploymentId(), reader.read(files), files);
  }

  interface Releases extends JpaRepository<ProcedureRelease, String> {

    Optional<ProcedureRelease> findByProcedureKeyAndActiveTrue(String procedureKey);

    List<ProcedureRelease> findByActiveTrueOrderByCodeAscNameViAsc();

    Optional<ProcedureRelease> findFirstByProcedureKeyAndSourceOrderByVersionDesc(String procedureKey, Source source);

    @Query("select coalesce(max(r.version), 0) from ProcedureRelease r where r.procedureKey = :key")
    int lastVersion(String key);
  }

  interface Contents extends JpaRepository<ReleaseFile, ReleaseFile.Key> {

    @Query("select f from ReleaseFile f where f.id.releaseId = :releaseId order by f.id.name, f.id.seq")
    List<ReleaseFile> of(String releaseId);
  }
}
