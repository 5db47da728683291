package vn.trian.registry;

import java.time.LocalDate;

/** Dates of which old files know the year only. */
final class Birth {

  private Birth() {}

  /** The text itself, null for a blank one. */
  static String checked(String date) {
    if (date == null || date.isBlank()) {
      return null;
    }
    String plain = date.strip();
    if (!plain.matches("\\d{4}")) {
      LocalDate.parse(plain);
    }
    return plain;
  }

  static Integer year(String date) {
    return date == null ? null : Integer.valueOf(date.substring(0, 4));
  }
}
