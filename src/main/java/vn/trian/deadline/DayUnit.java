package vn.trian.deadline;

/** What a limit counts. The law mixes both in one case, so every limit says its own. */
public enum DayUnit {
  /** "ngày làm việc": only days that offices work. */
  WORKING_DAY("ngày làm việc", "working days"),
  /** "ngày": all days; a last day that is off moves to the next working day. */
  CALENDAR_DAY("ngày", "days");

  private final String vi;
  private final String en;

  DayUnit(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** Wording of the decrees. */
  public String vi() {
    return vi;
  }

  /** The same in English. */
  public String en() {
    return en;
  }
}
