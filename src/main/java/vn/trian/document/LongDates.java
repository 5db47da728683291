package vn.trian.document;

import java.time.LocalDate;

/** Dates in words, as official documents write them: days below 10 and months 1 and 2 with a leading zero. */
public final class LongDates {

  private LongDates() {}

  /** "ngày 05 tháng 3 năm 2024". */
  public static String day(LocalDate date) {
    int month = date.getMonthValue();
    return String.format("ngày %02d tháng %s năm %d", date.getDayOfMonth(), month < 3 ? "0" + month : month,
        date.getYear());
  }
}
