package vn.trian.supervision;

/** How an open case stands to its limit, by the rule of the time left that every page shows; the worst comes first. */
public enum Standing {
  LATE,
  /** Two working days or less left, the last day included. */
  SOON,
  ON_TIME,
  /** The clock stands still: the citizen or another body has the next move. */
  PAUSED,
  /** The law sets no limit, or the papers are not complete yet. */
  NO_LIMIT
}
