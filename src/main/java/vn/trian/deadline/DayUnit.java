package vn.trian.deadline;

/** What a limit counts. The law mixes both in one case, so every limit says its own. */
public enum DayUnit {
  /** "ngày làm việc": only days that offices work. */
  WORKING_DAY("ngày làm việc"),
  /** "ngày": all days; a last day that is off moves to the next working day. */
  CALENDAR_DAY("ngày");

  private final String vi;

  DayUnit(String vi) {
    this.vi = vi;
  }

  /** Wording of the decrees. */
  public String vi() {
    return vi;
  }
}
