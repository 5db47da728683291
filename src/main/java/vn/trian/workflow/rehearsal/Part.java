package vn.trian.workflow.rehearsal;

/** What a rehearsal consists of, in the order in which it is held. */
public enum Part {
  /** The scenarios of the release itself. */
  SCENARIOS,
  /** Finished cases once more. */
  REPLAY,
  /** What open cases would meet from here on. */
  AHEAD
}
