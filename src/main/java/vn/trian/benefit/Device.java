package vn.trian.benefit;

import java.time.LocalDate;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/**
 * An orthopedic device, aid or yearly item (Nghị định 75/2021/NĐ-CP, Phụ lục V).
 *
 * @param lifetimeYears years until the next grant; 1 = yearly; null when the law sets none
 * @param amount        đồng for each grant; null when the invoice decides
 * @param validFrom     first day, inclusive
 * @param validTo       last day, inclusive; null while in force
 */
public record Device(String code, Label name, Integer lifetimeYears, Long amount, LocalDate validFrom,
    LocalDate validTo, String legalBasis, Confidence confidence) {

  public Device {
    if (code == null || code.isBlank() || name == null || validFrom == null || legalBasis == null
        || confidence == null) {
      throw new IllegalArgumentException("device " + code + " is incomplete");
    }
    if (lifetimeYears != null && lifetimeYears < 1 || amount != null && amount < 0) {
      throw new IllegalArgumentException("device " + code + " has a lifetime or an amount that cannot be");
    }
  }

  /** Whether the row is in force on that day; both ends belong to it. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
