package vn.trian.supervision.web;

import vn.trian.supervision.Forecast;
import vn.trian.supervision.Forecast.Cause;

/** What a forecast says of a case, in words. */
final class ForecastWords {

  private static final double PERCENT = 100;

  private ForecastWords() {}

  /** Risk in whole percent. */
  static long percent(Forecast.Row row) {
    return Math.round(PERCENT * row.risk());
  }

  /** Name of the step that the case is in. */
  static String step(Forecast.Row row, Names names, Words words) {
    return row.step() == null ? words.of("supervision.step.none")
        : names.step(row.procedure(), row.step(), row.stepName());
  }

  /** Why the case may miss its day. */
  static String reason(Forecast.Row row, Names names, Words words) {
    Cause cause = row.cause();
    if (cause == null) {
      return words.of("forecast.reason.result");
    }
    String step = names.step(row.procedure(), cause.step(), cause.stepName());
    String days = words.of(cause.limitDays() == 0 ? "forecast.days" : "forecast.days.limit",
        words.number(cause.median()), cause.limitDays());
    String pace = switch (cause.basis()) {
      case LIMIT -> words.of("forecast.pace.unknown", step, cause.limitDays());
      case OFFICE -> words.of("forecast.pace", step,
          words.of("forecast.place.OFFICE", names.office(cause.office())), days, cause.passes());
      case LEVEL, ALL -> words.of("forecast.pace", step, words.of("forecast.place." + cause.basis()), days,
          cause.passes());
    };
    String now = cause.running() ? words.of("forecast.elapsed", cause.elapsed()) : words.of("forecast.toCome");
    return pace + " " + now + " " + words.of("forecast.rest", cause.restDays(), cause.daysLeft());
  }
}
