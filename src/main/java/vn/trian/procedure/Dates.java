package vn.trian.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.trian.shared.Texts;

/** Dates as forms carry them: {@code yyyy-MM-dd}, a year alone, or dd/MM/yyyy as typed. */
final class Dates {

  static final Pattern YEAR = Pattern.compile("\\d{4}");

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /** A real day, from either way of writing it. */
  static Optional<LocalDate> day(String text) {
    String plain = text.strip();
    try {
      if (plain.matches("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}")) {
        return Optional.of(LocalDate.parse(plain.replaceAll("[.-]", "/"), TYPED));
      }
      return plain.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(plain)) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** dd/MM/yyyy for a full date; anything else, such as a year, as it is. */
  static String shown(Object value) {
    if (value instanceof LocalDate date) {
      return Texts.day(date);
    }
    String text = String.valueOf(value);
    return day(text).map(Texts::day).orElse(text);
  }
}
