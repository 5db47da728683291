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
 * @param since         first day of which the system has a case of the office; null for none
 * @param left          time left to freeze it, of a report that is not frozen
 */
public record Due(ReportRule rule, int year, Office office, Duty duty, OfficeReport newest, OfficeReport sent,
    LocalDate lastDayOnTime, LocalDate since, Standing standing, TimeLeft left) {

  /** What a plan asks of an office. */
  public enum Duty {
    /** A report by a day. */
    BY_DAY,
    /** To sum up what the offices below reported; no plan sets a day. */
    SUMMARY,
    /** Nothing: the plan speaks to others. The office may write the report all the same. */
    NONE
  }

  /** How a report stands to the day that it is due. */
  public enum Standing {
    /** The days that it is about have not begun. */
    NOT_YET,
    /** No plan asks for it, and nobody has frozen one. */
    NOT_OWED,
    /** It was due, or is over, before the system had a case of the office: there is nothing to count. */
    NO_DATA,
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
        case NOT_YET, NOT_OWED, NO_DATA, OPEN -> "grey";
      };
    }
  }
}
