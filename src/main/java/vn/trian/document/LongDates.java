package vn.trian.document;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Dates in words, as official documents write them: days below 10 and months 1 and 2 with a leading zero. */
public final class LongDates {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
      "HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' yyyy");

  private LongDates() {}

  /** "ngày 05 tháng 3 năm 2024". */
  public static String day(LocalDate date) {
    int month = date.getMonthValue();
    return String.format("ngày %02d tháng %s năm %d", date.getDayOfMonth(), month < 3 ? "0" + month : month,
        date.getYear());
  }

  /** "08 giờ 30 phút, ngày 05 tháng 03 năm 2024", as the slips of the desk have it. */
  public static String moment(ZonedDateTime at) {
    return MOMENT.format(at);
  }
}
