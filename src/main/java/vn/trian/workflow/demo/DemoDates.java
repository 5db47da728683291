package vn.trian.workflow.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Moves the dates of a scenario with its case: those of the scenario's own years, not those of people's lives. Months
 * move so that they stay as far from the scenario's first day as they are: what was paid up to the month of a death is
 * paid up to that month still.
 *
 * @param days  whole weeks
 * @param first the earliest day of the scenario's own years
 */
record DemoDates(long days, LocalDate first) {

  private static final Pattern DAY = Pattern.compile("202[2-9]-\\d\\d-\\d\\d");
  private static final Pattern MONTH = Pattern.compile("(?<![\\d/])(?:0[1-9]|1[0-2])/202[2-9](?![\\d/])");
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MM/uuuu");

  /** How the dates of an application move. */
  static DemoDates of(Map<String, Object> application, long days, LocalDate filed) {
    return new DemoDates(days, earliest(application, filed));
  }

  Map<String, Object> moved(Map<String, Object> data) {
    return new DemoTexts(this::moved).in(data);
  }

  private String moved(String text) {
    return DAY.matcher(text).matches() ? LocalDate.parse(text).plusDays(days).toString()
        : MONTH.matcher(text).replaceAll(found -> month(found.group()));
  }

  private String month(String text) {
    YearMonth before = YearMonth.from(first);
    long between = before.until(YearMonth.parse(text, WRITTEN), ChronoUnit.MONTHS);
    return YearMonth.from(first.plusDays(days)).plusMonths(between).format(WRITTEN);
  }

  private static LocalDate earliest(Object value, LocalDate known) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().map(each -> earliest(each, known)).min(LocalDate::compareTo).orElse(known);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> earliest(each, known)).min(LocalDate::compareTo).orElse(known);
    }
    if (!(value instanceof String text) || !DAY.matcher(text).matches()) {
      return known;
    }
    LocalDate day = LocalDate.parse(text);
    return day.isBefore(known) ? day : known;
  }
}
