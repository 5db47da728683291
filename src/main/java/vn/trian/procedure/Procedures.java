package vn.trian.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.DomainException;

/** The procedures at work, each with its releases. A release never changes once it is stored. */
@Service
public class Procedures {

  private final ReleaseRows releases;
  private final ReleaseContents contents;
  private final ProcedureReader reader;
  private final Clock clock;
  private final Map<String, Release> read = new ConcurrentHashMap<>();

  Procedures(ReleaseRows releases, ReleaseContents contents, ProcedureReader reader, Clock clock) {
    this.releases = releases;
    this.contents = contents;
    this.reader = reader;
    this.clock = clock;
  }

  /** Where a release came from. */
  public enum Source {
    PACKAGED,
    UPLOADED,
    /** Changed on a page. */
    EDITED
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

  private Release load(ProcedureRelease row) {
    ProcedureFiles files = contents.filesOf(row.id());
    return new Release(row.id(), row.version(), row.deploymentId(), reader.read(files), files);
  }
}
