package vn.trian.report;

import java.util.List;
import java.util.Map;

/**
 * The numbers of a report, as they are frozen.
 *
 * @param payments   payments that became due
 * @param cashless   those of them that are not paid in cash
 * @param procedures cases by procedure
 * @param offices    cases by the office below at which they came in; one for an office without offices below
 */
public record Figures(Map<ReportLine, Long> lines, long payments, long cashless, List<Part> procedures,
    List<Part> offices, List<StepDays> steps) {

  /** The cases of one procedure or one office; lines without a case are missing. */
  public record Part(String key, String name, Map<ReportLine, Long> lines) {

    public long of(ReportLine line) {
      return lines.getOrDefault(line, 0L);
    }
  }

  /**
   * How long a step took, in working days.
   *
   * @param passes    how often it ended
   * @param ninetieth days that nine of ten passes stay within
   */
  public record StepDays(String procedure, String step, String procedureName, String stepName, long passes,
      double median, double ninetieth) {}

  public long of(ReportLine line) {
    return lines.getOrDefault(line, 0L);
  }

  /** Whether cases came in anywhere but at the office itself. */
  public boolean tellsOfOfficesBelow(String office) {
    return offices.stream().anyMatch(part -> !part.key().equals(office));
  }

  /** Share of the results that came early or on time, or NaN without a result. */
  public double inTimeShare() {
    return 1 - (double) of(ReportLine.DECIDED_LATE) / of(ReportLine.DECIDED);
  }

  /** Share of refusals among the results, or NaN without a result. */
  public double rejectedShare() {
    return (double) of(ReportLine.REJECTED) / of(ReportLine.DECIDED);
  }

  /** Share of files sent back among those with a step that ended, or NaN when there are none. */
  public double returnedShare() {
    return (double) of(ReportLine.RETURNED) / of(ReportLine.HANDED_OVER);
  }

  /** Share of payments that are not paid in cash, or NaN without a payment. */
  public double cashlessShare() {
    return (double) cashless / payments;
  }
}
