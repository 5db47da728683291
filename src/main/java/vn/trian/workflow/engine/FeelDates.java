package vn.trian.workflow.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.shared.PartialDate;

/** Days and months as the case has them: {@code 2024-05-09}, {@code 1948}, {@code 2024-05}, and {@code 05/2024}. */
final class FeelDates {

  private static final Pattern AS_TYPED = Pattern.compile("(0[1-9]|1[0-2])/(\\d{4})");
  private static final Pattern AS_STORED = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])(-.*)?");

  private FeelDates() {}

  /** The month itself, or the month of a day; empty for a year alone and for what is no date. */
  static Optional<YearMonth> month(String date) {
    Matcher typed = AS_TYPED.matcher(date == null ? "" : date);
    if (typed.matches()) {
      return Optional.of(YearMonth.of(Integer.parseInt(typed.group(2)), Integer.parseInt(typed.group(1))));
    }
    Matcher stored = AS_STORED.matcher(date == null ? "" : date);
    return stored.matches()
        ? Optional.of(YearMonth.of(Integer.parseInt(stored.group(1)), Integer.parseInt(stored.group(2))))
        : Optional.empty();
  }

  /** Months from one month to another, negative backwards; null when one is not known. */
  static BigDecimal monthsBetween(String from, String to) {
    return month(from).flatMap(start -> month(to).map(end -> ChronoUnit.MONTHS.between(start, end)))
        .map(BigDecimal::valueOf).orElse(null);
  }

  /** As people write it: dd/MM/yyyy, MM/yyyy or yyyy; null for what is no date. */
  static String written(String date) {
    return PartialDate.of(date).map(PartialDate::toString)
        .or(() -> month(date).map(month -> "%02d/%04d".formatted(month.getMonthValue(), month.getYear())))
        .orElse(null);
  }
}
