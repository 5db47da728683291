package vn.trian.supervision.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.modulith.NamedInterface;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;
import vn.trian.supervision.Period;
import vn.trian.workflow.Done;

/** Messages and numbers in one language. */
@NamedInterface("words")
public record Words(MessageSource messages, Locale locale) {

  private static final String NOTHING = "–";

  /** A message. */
  public String of(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** What was wrong and what to do. */
  String refusal(DomainException refusal) {
    return of(refusal.code(), refusal.arguments(locale.getLanguage()));
  }

  /** What was done. */
  String done(Done done) {
    return of(done.code(), done.arguments().stream().map(each -> each.in(locale.getLanguage())).toArray());
  }

  /** What a period is called. */
  public String period(Period period) {
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
  public String number(double value) {
    return written(value, "0.#");
  }

  /** A share in percent with one decimal at most; a dash for NaN. */
  public String share(double value) {
    return written(value, "0.#%");
  }

  private String written(double value, String pattern) {
    return Double.isNaN(value) ? NOTHING : new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale))
        .format(value);
  }
}
