package vn.trian.deadline;

import java.time.Instant;
import java.time.LocalDate;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * One line of the answer to "why this date?".
 *
 * @param seq           1, 2, ... within the case
 * @param step          id of the step; null when the line concerns the whole case
 * @param day           day of {@code at} in the zone of the offices
 * @param amount        days of the limit that was applied; null when none was
 * @param stepDueOn     due day of the step after this line
 * @param caseDueOn     due day of the case after this line
 * @param explanation   Vietnamese sentence with the arithmetic
 * @param explanationEn the same in English; null in lines of earlier releases
 * @param legalBasis    source of the limit; null when none was applied
 */
public record LedgerLine(int seq, LedgerKind kind, String step, String stepName, Instant at, LocalDate day,
    Integer amount, DayUnit unit, LocalDate stepDueOn, LocalDate caseDueOn, String explanation, String explanationEn,
    String legalBasis, Confidence confidence, String actor) {

  /** The arithmetic in a language. */
  public String explanation(String language) {
    return new Label(explanation, explanationEn).in(language);
  }
}
