package vn.trian.supervision;

/** What it is known from how long a step takes; the nearest comes first. */
public enum PaceBasis {
  /** Passes of the same step at the same office. */
  OFFICE,
  /** Passes of the same step at all offices. */
  STEP,
  /** Passes of all steps at offices of the same level. */
  LEVEL,
  /** The limit; nothing is known. */
  LIMIT
}
