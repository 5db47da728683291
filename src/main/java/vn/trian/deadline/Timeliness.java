package vn.trian.deadline;

/** How a finished step or case stands to its due day, as the control slip prints it. */
public enum Timeliness {
  EARLY("Trước hạn"),
  /** On the due day, or no limit was set. */
  ON_TIME("Đúng hạn"),
  LATE("Quá hạn");

  private final String vi;

  Timeliness(String vi) {
    this.vi = vi;
  }

  public String vi() {
    return vi;
  }
}
