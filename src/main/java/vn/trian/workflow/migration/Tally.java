package vn.trian.workflow.migration;

/** How many cases of a plan have come how far. */
public record Tally(long waiting, long untried, long possible, long impossible, long moved, long stayed,
    long leftOut) {

  /** Of a plan without cases. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

  /** Cases of the plan, without what was named in vain. */
  public long cases() {
    return waiting + moved + stayed;
  }

  /** Cases that were tried. */
  public long tried() {
    return possible + impossible;
  }
}
