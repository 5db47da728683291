package vn.trian.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days that are reported on.
 *
 * @param code  {@code 2026-11}, {@code 2026-Q4}, {@code 2026-H2}, {@code 2026}, or {@value #CHOSEN} for any others
 * @param first first day
 * @param last  last day, inclusive
 */
public record Period(String code, LocalDate first, LocalDate last) {

  /** Code of a period that is no month, quarter, half-year or year. */
  public static final String CHOSEN = "days";

  private static final Pattern CODE = Pattern.compile("(20\\d\\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?");
  private static final int LONGEST_YEARS = 10;

  public Period {
    if (last.isBefore(first) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
      throw new IllegalArgumentException("no period from " + first + " to " + last);
    }
  }

  /** The month of a day. */
  public static Period monthOf(LocalDate day) {
    return of(YearMonth.from(day).toString()).orElseThrow();
  }

  /** The period with a code; empty for a code that is none. */
  public static Optional<Period> of(String code) {
    Matcher found = CODE.matcher(code);
    if (!found.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(found.group(1));
    if (found.group(2) != null) {
      return Optional.of(months(code, year, Integer.parseInt(found.group(2)), 1));
    }
    if (found.group(3) != null) {
      return Optional.of(months(code, year, 3 * Integer.parseInt(found.group(3)) - 2, 3));
    }
    if (found.group(4) != null) {
      return Optional.of(months(code, year, 6 * Integer.parseInt(found.group(4)) - 5, 6));
    }
    return Optional.of(months(code, year, 1, 12));
  }

  /** The days from one to another; empty when they are no days, the wrong way round or more than ten years. */
  public static Optional<Period> between(String first, String last) {
    try {
      return Optional.of(new Period(CHOSEN, LocalDate.parse(first), LocalDate.parse(last)));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** What is usually asked for on a day: this and the last month, quarter, half-year and year. */
  public static List<Period> usual(LocalDate today) {
    List<Period> usual = new ArrayList<>();
    for (LocalDate day : List.of(today, today.withDayOfMonth(1).minusMonths(1))) {
      usual.add(monthOf(day));
    }
    for (LocalDate day : List.of(today, today.withDayOfMonth(1).minusMonths(3))) {
      usual.add(of(day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3).orElseThrow());
    }
    for (LocalDate day : List.of(today, today.withDayOfMonth(1).minusMonths(6))) {
      usual.add(of(day.getYear() + "-H" + (day.getMonthValue() + 5) / 6).orElseThrow());
    }
    usual.add(of(String.valueOf(today.getYear())).orElseThrow());
    usual.add(of(String.valueOf(today.getYear() - 1)).orElseThrow());
    return usual;
  }

  private static Period months(String code, int year, int month, int count) {
    LocalDate first = LocalDate.of(year, month, 1);
    return new Period(code, first, first.plusMonths(count).minusDays(1));
  }
}
