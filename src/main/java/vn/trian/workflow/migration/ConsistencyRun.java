package vn.trian.workflow.migration;

import java.time.Duration;
import java.time.Instant;

/**
 * One comparison of our tables with the engine.
 *
 * @param migrationId migration that it followed, null for none
 * @param startedName who asked for it, empty for nobody
 * @param endedAt     null while it runs, and of one that was cut off
 * @param beatAt      last sign of life of the node that compares, null when none is to come
 * @param cases       how many cases were compared so far
 * @param total       how many there were to compare when it began
 * @param findings    how many things were found amiss so far
 */
public record ConsistencyRun(String id, Occasion occasion, String migrationId, Instant startedAt, String startedName,
    Instant endedAt, Instant beatAt, long cases, long total, long findings) {

  /** A node that gives no sign of life for so long is taken to be gone. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  /** Why cases are compared. */
  public enum Occasion {
    NIGHTLY,
    MIGRATION,
    BY_HAND
  }

  /** Whether somebody compares; one that neither ended nor runs was cut off. */
  public boolean isRunning(Instant now) {
    return endedAt == null && beatAt != null && !beatAt.plus(SILENCE).isBefore(now);
  }
}
