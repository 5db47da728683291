package vn.trian.workflow.migration;

import java.time.Instant;

/**
 * One comparison of our tables with the engine.
 *
 * @param migrationId migration that it followed, null for none
 * @param startedName who asked for it, empty for nobody
 * @param endedAt     null while it runs, and of one that was cut off
 * @param cases       how many cases were compared
 * @param findings    how many things were found amiss
 */
public record ConsistencyRun(String id, Occasion occasion, String migrationId, Instant startedAt, String startedName,
    Instant endedAt, int cases, int findings) {

  /** Why cases are compared. */
  public enum Occasion {
    NIGHTLY,
    MIGRATION,
    BY_HAND
  }
}
