package vn.trian.deadline;

/** Time left at a glance. */
public enum Color {
  /** More than two working days left. */
  GREEN,
  /** Two working days or less left, the due day itself included. */
  AMBER,
  /** The due day is over. */
  RED,
  /** The clock stands still, or there is no due day. */
  GREY
}
