package vn.trian.procedure;

import java.time.LocalDate;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * A time limit of one step.
 *
 * @param amount    how many units, at least 1
 * @param when      FEEL, null = always
 * @param validFrom first day on which the row applies, inclusive; null = always
 * @param validTo   last day on which the row applies, inclusive; null = until further notice
 */
public record StepLimit(
    @Needed Integer amount,
    @Needed Unit unit,
    String when,
    LocalDate validFrom,
    LocalDate validTo,
    String legalBasis,
    Confidence confidence,
    Label note) {

  public StepLimit {
    if (amount != null && amount < 1) {
      throw new IllegalArgumentException("amount phải từ 1 trở lên");
    }
    Validity.check(validFrom, validTo);
  }

  /** The law mixes two units; they are not the same. */
  public enum Unit {
    /** "ngày làm việc". */
    WORKING_DAY,
    /** "ngày". */
    CALENDAR_DAY
  }

  /** True when the row applies on that day; says nothing about {@link #when()}. */
  public boolean inForceOn(LocalDate day) {
    return Validity.holds(validFrom, validTo, day);
  }
}
