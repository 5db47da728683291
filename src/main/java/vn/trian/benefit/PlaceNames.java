package vn.trian.benefit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of places as documents print them. */
final class PlaceNames {

  /** The place that an office belongs to stands last in its name, or alone in capitals: XÃ MAI PHA. */
  private static final Pattern PLACE = Pattern.compile(
      "(?<=^|\\s)(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ"
          + "|TỈNH)(?= (?!hội|HỘI)).*$");
  private static final char NO_BREAK = '\u00a0';

  private PlaceNames() {}

  /**
   * The name of an office with its place on one line: "Ủy ban nhân dân | xã Mai Pha".
   *
   * @param name may be null
   */
  static String whole(String name) {
    if (name == null) {
      return null;
    }
    Matcher place = PLACE.matcher(name);
    return place.find() ? name.substring(0, place.start()) + place.group().replace(' ', NO_BREAK) : name;
  }
}
