package vn.trian.workflow.migration;

import java.util.List;

/** A case cannot move; thrown inside of its transaction, so that it stays where it was, wholly. */
public final class MoveRefused extends RuntimeException {

  private final transient List<Reason> reasons;

  public MoveRefused(List<Reason> reasons) {
    super("case cannot move", null, false, false);
    this.reasons = List.copyOf(reasons);
  }

  /** Why, the most important first. */
  public List<Reason> reasons() {
    return reasons;
  }
}
