package vn.trian.procedure;

import java.time.LocalDate;
import vn.trian.shared.Confidence;

/**
 * The number that the law gives a form for a time.
 *
 * @param number     such as "Mẫu 05"
 * @param validFrom  first day on which the form bears it, inclusive; null = as far back as the system looks
 * @param validTo    last day, inclusive; null = until further notice
 * @param confidence of number and dates
 */
public record FormNumber(
    @Needed String number,
    LocalDate validFrom,
    LocalDate validTo,
    String legalBasis,
    Confidence confidence) {

  public FormNumber {
    Validity.check(validFrom, validTo);
  }

  /** Whether forms bear it on that day. */
  public boolean inForceOn(LocalDate day) {
    return Validity.holds(validFrom, validTo, day);
  }
}
