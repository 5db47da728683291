package vn.trian.supervision;

/** Age of a case in working days since its receipt, whose day is not counted. */
public enum AgeClass {
  UP_TO_5(5),
  UP_TO_10(10),
  UP_TO_20(20),
  UP_TO_40(40),
  OLDER(Integer.MAX_VALUE);

  private final int days;

  AgeClass(int days) {
    this.days = days;
  }

  /** Oldest age that belongs here, in working days. */
  public int days() {
    return days;
  }
}
