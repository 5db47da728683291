package vn.trian.deadline;

/** What happened to the clock of a case. */
public enum LedgerKind {
  PLANNED,
  STEP_OPENED,
  PAUSED,
  RESUMED,
  STEP_CLOSED,
  EXTENDED,
  DECIDED
}
