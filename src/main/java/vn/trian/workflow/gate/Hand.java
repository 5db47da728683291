package vn.trian.workflow.gate;

/** In what capacity somebody uses the engine's web applications. */
enum Hand {
  /** Anybody who is logged in. */
  ANYBODY,
  /** Works on tasks in Tasklist. */
  OFFICER,
  /** Looks into Cockpit for the whole province. */
  SUPERVISOR,
  /** Keeps users and the engine running; reads no case. */
  ADMIN
}
