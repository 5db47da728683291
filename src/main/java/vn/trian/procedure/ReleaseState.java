package vn.trian.procedure;

/** How far a release has come. */
public enum ReleaseState {
  /** Checked and stored; waits for a second person. */
  DRAFT,
  /** Approved; waits for its day. */
  APPROVED,
  /** New cases begin with it. */
  ACTIVE,
  /** Was at work; running cases may still keep to it, and it may be returned to. */
  RETIRED,
  /** Never came to work and never will. */
  DISCARDED;

  /** Whether somebody can still decide on it. */
  public boolean isOpen() {
    return this == DRAFT || this == APPROVED;
  }
}
