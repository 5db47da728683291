package vn.trian.workflow.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** What is kept of rehearsals. */
@Service
@Transactional(readOnly = true)
public class Rehearsals {

  /** A node that gives no sign of life for so long is taken to be gone. */
  static final Duration SILENCE = Duration.ofSeconds(90);
  private static final int MOST = 50;
  /** Length of its column. */
  private static final int FAILURE = 20_000;

  private final RehearsalRows rows;
  private final LineRows lines;
  private final Clock clock;

  Rehearsals(RehearsalRows rows, LineRows lines, Clock clock) {
    this.rows = rows;
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * What came of one part.
   *
   * @param before sum of all that was compared, in the releases of the cases; null when nothing was
   * @param after  the same in the release that is rehearsed
   */
  public record Tally(Map<Verdict, Long> counts, Long before, Long after) {

    public long of(Verdict verdict) {
      return counts.getOrDefault(verdict, 0L);
    }

    /** How many were looked at. */
    public long all() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The rehearsals of a release, newest first, as many as anybody looks at. */
  public List<Rehearsal> of(String releaseId) {
    return rows.findByReleaseIdOrderByRequestedAtDesc(releaseId, Limit.of(MOST));
  }

  /** The newest rehearsal of a release that came to its end. */
  public Optional<Rehearsal> lastDone(String releaseId) {
    return rows.findFirstByReleaseIdAndStateOrderByRequestedAtDesc(releaseId, RehearsalState.DONE);
  }

  /**
   * A rehearsal.
   *
   * @throws DomainException NOT_FOUND {@code rehearsal-unknown}
   */
  public Rehearsal get(String id) {
    return rows.findById(id).orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "rehearsal-unknown"));
  }

  /** What came of each part so far; a part without anything is left out. */
  public Map<Part, Tally> tallies(String id) {
    Map<Part, Map<Verdict, Long>> counts = new EnumMap<>(Part.class);
    Map<Part, Long> before = new EnumMap<>(Part.class);
    Map<Part, Long> after = new EnumMap<>(Part.class);
    for (Object[] row : lines.counts(id)) {
      counts.computeIfAbsent((Part) row[0], part -> new EnumMap<>(Verdict.class)).put((Verdict) row[1], (Long) row[2]);
      if (row[3] != null && row[4] != null) {
        before.merge((Part) row[0], (Long) row[3], Long::sum);
        after.merge((Part) row[0], (Long) row[4], Long::sum);
      }
    }
    Map<Part, Tally> tallies = new EnumMap<>(Part.class);
    counts.forEach((part, each) -> tallies.put(part, new Tally(each, before.get(part), after.get(part))));
    return tallies;
  }

  /**
   * A page of what was said, in the order in which it was played.
   *
   * @param verdict only those; null for all
   */
  public Page<Line> lines(String id, Part part, Verdict verdict, int page, int size) {
    PageRequest wanted = PageRequest.of(page, size);
    return verdict == null ? lines.findByRehearsalIdAndPartOrderBySeq(id, part, wanted)
        : lines.findByRehearsalIdAndPartAndVerdictOrderBySeq(id, part, verdict, wanted);
  }

  /** Queues a rehearsal; CONFLICT {@code rehearsal-open} while one of the same release is not over. */
  @Transactional
  Rehearsal request(String releaseId, int cases, Person by) {
    breakOff();
    if (rows.open(releaseId) > 0) {
      throw new DomainException(Kind.CONFLICT, "rehearsal-open");
    }
    try {
      return rows.saveAndFlush(new Rehearsal(releaseId, cases, by, clock.instant()));
    } catch (DataIntegrityViolationException another) {
      throw new DomainException(Kind.CONFLICT, "rehearsal-open");
    }
  }

  /** Asks for its end; what runs comes to it with the scenario or case that it is at. */
  @Transactional
  void stop(String id, Person by) {
    if (rows.stop(get(id).id(), by.name()) == 0) {
      throw new DomainException(Kind.CONFLICT, "rehearsal-over");
    }
  }

  @Transactional
  boolean begin(String id) {
    return rows.begin(id, clock.instant()) == 1;
  }

  @Transactional
  void progress(String id, Part part, int done, int total) {
    rows.progress(id, part, done, total, clock.instant());
  }

  @Transactional
  void add(String id, Part part, int seq, Line.Told told) {
    lines.save(new Line(id, part, seq, told));
  }

  @Transactional
  void summarize(String id, List<Finding> summary) {
    rows.summary(id, Finding.write(summary));
  }

  @Transactional
  void beat(List<String> ids) {
    if (!ids.isEmpty()) {
      rows.beat(ids, clock.instant());
    }
  }

  @Transactional
  void end(String id, RehearsalState state, List<Finding> failure) {
    rows.end(id, state, clock.instant(), failure.isEmpty() ? null : Finding.write(failure, FAILURE));
  }

  /** Whether nobody asked for its end, and no other node took this one to be gone. */
  boolean goesOn(String id) {
    return rows.goesOn(id);
  }

  /** Says of those whose node is gone that they were broken off. */
  @Transactional
  public int breakOff() {
    Instant silentSince = clock.instant().minus(SILENCE);
    return rows.breakOff(silentSince);
  }
}
