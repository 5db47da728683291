package vn.trian.shared;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Vietnamese writing: names without diacritics for search, grouped numbers, dates. */
public final class Texts {

  /** dd/MM/yyyy, the only way a date is shown to people. */
  public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Texts() {}

  /**
   * Folds a name for search: lower case, no diacritics, đ as d, single blanks.
   *
   * @return never null; empty for null
   */
  public static String fold(String text) {
    if (text == null) {
      return "";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return plain.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT).trim().replaceAll("\\s+", " ");
  }

  /** Digits in groups of three with dots, as in {@code 1.400.000}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
  }

  /** dd/MM/yyyy, or an empty text for null. */
  public static String day(LocalDate date) {
    return date == null ? "" : DAY.format(date);
  }
}
