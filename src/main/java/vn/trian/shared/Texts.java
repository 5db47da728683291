package vn.trian.shared;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese writing: names without diacritics for search, grouped numbers, dates. */
public final class Texts {

  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  /** Where the offices are: their days and hours count, wherever the server stands. */
  public static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM");
  private static final DateTimeFormatter DATED_MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}|[\\x{fffe}\\x{ffff}]");

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

  /**
   * Leaves out what no paper shows and no XML or PostgreSQL holds: control characters but for tabs and ends of lines,
   * halves of characters.
   *
   * @return null for null
   */
  public static String printable(String text) {
    return text == null ? null : UNPRINTABLE.matcher(text).replaceAll("");
  }

  /** Digits in groups of three with dots, as in {@code 1.400.000}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
  }

  /** HH:mm dd/MM of something that has just happened, as refusals name it. */
  public static String moment(Instant at) {
    return MOMENT.format(at.atZone(VIET_NAM));
  }

  /** HH:mm dd/MM/yyyy of something that may be long ago, as lists and logs name it. */
  public static String datedMoment(Instant at) {
    return DATED_MOMENT.format(at.atZone(VIET_NAM));
  }

  /** dd/MM/yyyy, or an empty text for null. */
  public static String day(LocalDate date) {
    return date == null ? "" : DAY.format(date);
  }
}
