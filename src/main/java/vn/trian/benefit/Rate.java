package vn.trian.benefit;

import java.time.LocalDate;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;
import vn.trian.shared.Vnd;

/**
 * An amount that the law sets for a period.
 *
 * @param code       such as {@code WORSHIP_YEARLY}
 * @param validFrom  first day, inclusive
 * @param validTo    last day, inclusive; null while in force
 * @param amount     đồng; null when it depends on the person or its table was not seen
 * @param formula    how the amount came about or is to be found, in words
 * @param unit       per what it is paid, such as {@code VND/martyr/year}
 * @param legalBasis article that sets it
 */
public record Rate(String code, LocalDate validFrom, LocalDate validTo, Long amount, String formula, String unit,
    String legalBasis, Confidence confidence, Label name) {

  public Rate {
    if (code == null || code.isBlank() || validFrom == null || legalBasis == null || legalBasis.isBlank()
        || confidence == null || name == null) {
      throw new IllegalArgumentException("rate " + code + " is incomplete");
    }
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException("rate " + code + " ends before it begins");
    }
    if (amount != null && amount < 0) {
      throw new IllegalArgumentException("rate " + code + " is negative");
    }
  }

  /** Whether the row is in force on that day; both ends belong to it. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /**
   * The amount as money.
   *
   * @throws DomainException INVALID {@code rate-without-amount} when the row has none: an amount of law is
   *     never guessed
   */
  public Vnd vnd() {
    if (amount == null) {
      throw new DomainException(Kind.INVALID, "rate-without-amount", code, Texts.day(validFrom), formula);
    }
    return new Vnd(amount);
  }
}
