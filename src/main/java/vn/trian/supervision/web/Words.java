package vn.trian.supervision.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.trian.shared.Texts;
import vn.trian.supervision.Period;

/** Messages and numbers in one language. */
record Words(MessageSource messages, Locale locale) {

  private static final String NOTHING = "–";

  String of(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  String period(Period period) {
    String code = period.code();
    String year = code.substring(0, 4);
    if (code.equals(Period.CHOSEN)) {
      return of("supervision.period.days", Texts.day(period.first()), Texts.day(period.last()));
    }
    if (code.length() == 4) {
      return of("supervision.period.year", year);
    }
    return switch (code.charAt(5)) {
      case 'Q' -> of("supervision.period.quarter", code.substring(6), year);
      case 'H' -> of("supervision.period.half." + code.charAt(6), year);
      default -> of("supervision.period.month", code.substring(5), year);
    };
  }

  /** A number with one decimal at most; a dash for NaN. */
  String number(double value) {
    return written(value, "0.#");
  }

  /** A share in percent with one decimal at most; a dash for NaN. */
  String share(double value) {
    return written(value, "0.#%");
  }

  private String written(double value, String pattern) {
    return Double.isNaN(value) ? NOTHING : new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale))
        .format(value);
  }
}
