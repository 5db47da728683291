package vn.trian.workflow.rehearsal;

/** How one scenario or case came out. */
public enum Verdict {
  /** As it should, or as it did. */
  SAME,
  DIFFERENT,
  /** It cannot be brought to its end. */
  BROKEN
}
