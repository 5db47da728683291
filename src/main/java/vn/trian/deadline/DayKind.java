package vn.trian.deadline;

/** How a day departs from the week of Monday to Friday. */
public enum DayKind {
  /** Not worked: holiday, day off in lieu, swapped day. */
  HOLIDAY,
  /** A day of the weekend that is worked in exchange. */
  MAKEUP_WORKDAY
}
