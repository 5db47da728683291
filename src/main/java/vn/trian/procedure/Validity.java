package vn.trian.procedure;

import java.time.LocalDate;

/** Days on which a row of dated law applies; both ends belong to them, null = open. */
final class Validity {

  private Validity() {}

  /** Refuses a row that ends before it begins. */
  static void check(LocalDate validFrom, LocalDate validTo) {
    if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException("validTo phải từ ngày validFrom trở đi");
    }
  }

  static boolean holds(LocalDate validFrom, LocalDate validTo, LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
  }
}
