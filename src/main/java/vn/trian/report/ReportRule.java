package vn.trian.report;

import java.time.LocalDate;
import java.time.MonthDay;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;
import vn.trian.shared.Level;
import vn.trian.supervision.Period;

/**
 * A report that a plan asks offices for every year.
 *
 * @param period           what the report is about, as {@link Period#code} without the year: Q1 to Q4, H1, H2, YEAR
 * @param first            first day that is counted
 * @param last             last day that is counted
 * @param periodConfidence of these two days; no plan names them
 * @param area             to whom the plan speaks; it asks nobody else
 * @param level            offices of the area that owe it by a day
 * @param summaryLevel     offices of the area that sum these reports up, by no day; null for none
 * @param addressee        whom those write to that owe it by a day
 * @param dueBefore        day that it has to be there before: that day itself is late
 * @param planYear         year of the plan; that other years go alike is unconfirmed
 * @param confidence       of the day it is due in the year of the plan
 */
public record ReportRule(String code, Label name, String period, MonthDay first, MonthDay last,
    Confidence periodConfidence, Area area, Level level, Level summaryLevel, String addressee, MonthDay dueBefore,
    int planYear, String source, Confidence confidence) {

  /**
   * Where a plan holds.
   *
   * @param office all offices below it, and itself; it may be of another installation
   */
  public record Area(String office, Label name) {}

  /** Days of a year that are reported on. */
  public Period in(int year) {
    LocalDate from = first.atYear(year);
    LocalDate to = last.atYear(year);
    return new Period(Period.CHOSEN, from, to);
  }

  /** Code of the period of a year, such as {@code 2026-H1}. */
  public String periodCode(int year) {
    return period.equals("YEAR") ? String.valueOf(year) : year + "-" + period;
  }

  /** Last day on which those are in time that owe it by a day. */
  public LocalDate lastDayOnTime(int year) {
    return dueBefore.atYear(year).minusDays(1);
  }

  /** How sure the due day of a year is. */
  public Confidence confidenceIn(int year) {
    return year == planYear ? confidence : Confidence.U;
  }
}
