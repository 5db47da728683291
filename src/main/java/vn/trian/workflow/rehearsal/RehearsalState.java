package vn.trian.workflow.rehearsal;

/** How far a rehearsal has come. */
public enum RehearsalState {
  QUEUED,
  RUNNING,
  DONE,
  /** Somebody stopped it. */
  STOPPED,
  /** It could not be held: the release cannot be put to work even in a chamber. */
  FAILED,
  /** The node that held it went away. */
  BROKEN_OFF;

  /** Whether something still happens. */
  public boolean isOpen() {
    return this == QUEUED || this == RUNNING;
  }
}
