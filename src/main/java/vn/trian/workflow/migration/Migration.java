package vn.trian.workflow.migration;

import java.time.Instant;

/**
 * A plan to move running cases of a procedure to another release, and how far it has come.
 *
 * @param fromRelease id of the release that the cases keep to
 * @param toRelease   id of the release that they shall keep to
 * @param startedName who began to move cases, null while nobody has
 * @param endedAt     when the last case was done, null before
 */
public record Migration(String id, String procedureKey, String fromRelease, String toRelease, State state,
    Mapping mapping, Selection selection, Instant createdAt, String createdBy, String createdName, Instant startedAt,
    String startedBy, String startedName, Instant endedAt) {

  /** How far a plan has come. */
  public enum State {
    /** Pairs and cases can be chosen. */
    PLANNED,
    /** Each case is tried without a trace. */
    CHECKING,
    /** Each case was tried; the plan can be changed, or done. */
    CHECKED,
    /** Cases move. */
    MOVING,
    /** Somebody stopped it; what has moved stays moved. */
    STOPPED,
    /** Every case has moved or is listed with a reason. */
    DONE,
    /** Put aside before any case moved. */
    DISCARDED;

    /** Whether a node has work to do. */
    public boolean isRunning() {
      return this == CHECKING || this == MOVING;
    }

    /** Whether pairs and cases can still be chosen. */
    public boolean isOpen() {
      return this == PLANNED || this == CHECKED;
    }
  }
}
