package vn.trian.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A date as old papers have it: a full day, or the year only.
 *
 * @param year year
 * @param day  the full day, null when only the year is known
 */
public record PartialDate(int year, LocalDate day) {

  /** Reads {@code 1948} or {@code 1948-05-19}; empty for anything else. */
  public static Optional<PartialDate> of(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String given = text.trim();
    if (given.matches("\\d{4}")) {
      return Optional.of(new PartialDate(Integer.parseInt(given), null));
    }
    try {
      LocalDate full = LocalDate.parse(given);
      return Optional.of(new PartialDate(full.getYear(), full));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether this is earlier for sure; two dates of one year are not, unless both are full days. */
  public boolean certainlyBefore(PartialDate other) {
    return day != null && other.day != null ? day.isBefore(other.day) : year < other.year;
  }

  /** dd/MM/yyyy or yyyy. */
  @Override
  public String toString() {
    return day == null ? Integer.toString(year) : Texts.day(day);
  }
}
