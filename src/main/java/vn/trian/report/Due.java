package vn.trian.report;

import java.time.LocalDate;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Office;

/**
 * Where a report of an office for a year stands.
 *
 * @param newest        newest edition; null while nobody began
 * @param sent          newest frozen edition; null while there is none
 * @param lastDayOnTime null where no plan sets a day
 * @param left          time left to freeze it, of a report that is not frozen
 */
public record Due(ReportRule rule, int year, Office office, OfficeReport newest, OfficeReport sent,
    LocalDate lastDayOnTime, Standing standing, TimeLeft left) {

  /** How a report stands to the day that it is due. */
  public enum Standing {
    /** The days that it is about have not begun. */
    NOT_YET,
    OPEN,
    /** Two working days or less left, as with cases. */
    SOON,
    LATE,
    SENT,
    /** Frozen, and that first on a day that was late. */
    SENT_LATE;

    /** Message of its words. */
    public String key() {
      return "report.standing." + this;
    }

    /** Color of its badge. */
    public String color() {
      return switch (this) {
        case SENT -> "green";
        case SOON, SENT_LATE -> "amber";
        case LATE -> "red";
        case NOT_YET, OPEN -> "grey";
      };
    }
  }
}
