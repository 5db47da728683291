package vn.trian.document;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Dates in words, as official documents write them: days below 10 and months 1 and 2 with a leading zero. */
public final class LongDates {

  private LongDates() {}

  /** "ngày 05 tháng 3 năm 2024". */
  public static String day(LocalDate date) {
    int month = date.getMonthValue();
    return String.format("ngày %02d tháng %s năm %d", date.getDayOfMonth(), month < 3 ? "0" + month : month,
        date.getYear());
  }

  /** "08 giờ 30 phút, ngày 05 tháng 3 năm 2024"; the caller has chosen the zone. */
  public static String moment(LocalDateTime at) {
    return String.format("%02d giờ %02d phút, %s", at.getHour(), at.getMinute(), day(at.toLocalDate()));
  }
}
