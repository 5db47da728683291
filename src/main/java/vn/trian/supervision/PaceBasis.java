package vn.trian.supervision;

/** What it is known from how long a step takes; the nearest comes first. */
public enum PaceBasis {
  /** Passes of the step at the same office. */
  OFFICE,
  /** Passes of the step at all offices of the same level. */
  LEVEL,
  /** Passes of the step at all offices. */
  ALL,
  /** The limit; nothing is known. */
  LIMIT
}
