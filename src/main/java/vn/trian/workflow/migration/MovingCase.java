package vn.trian.workflow.migration;

import java.time.Instant;
import java.util.List;

/**
 * A case of a plan.
 *
 * @param officeId office that held it when it was chosen; null of what is no case
 * @param place    where it stood in the diagrams then, null for nowhere
 * @param verdict  what trying it came to, null while it was not tried
 * @param reasons  why it cannot move, or did not; empty for nothing in the way
 */
public record MovingCase(String code, String officeId, String place, Verdict verdict, State state,
    List<Reason> reasons, Instant doneAt) {

  /** What trying a case came to. */
  public enum Verdict {
    POSSIBLE,
    IMPOSSIBLE
  }

  /** What became of a case. */
  public enum State {
    /** Not moved yet. */
    WAITING,
    /** Keeps to the new release. */
    MOVED,
    /** Stays where it was, wholly. */
    STAYED,
    /** Was named, and is no open case of the old release. */
    LEFT_OUT
  }
}
