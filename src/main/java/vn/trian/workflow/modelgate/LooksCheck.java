package vn.trian.workflow.modelgate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Sizes in a template. A box of a million pages, a cell over a thousand million rows or a picture of a few letters
 * that unfolds to gigabytes takes all the memory of the server before anybody sees a page.
 */
final class LooksCheck {

  /** Longest side of a box, in pixels of CSS, and largest number of any other kind. */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(3_000);
  private static final int MOST_CELLS = 50;
  /** Of the picture itself. */
  private static final int LONGEST_SIDE = 3_000;
  private static final Map<String, Double> PIXELS = Map.of("in", 96.0, "cm", 37.8, "mm", 3.78, "pt", 1.34, "pc", 16.0,
      "em", 16.0, "rem", 16.0, "ex", 8.0, "%", 30.0);
  private static final Pattern NUMBER = Pattern.compile("(?<![#\\w.])(\\d+(?:\\.\\d+)?|\\.\\d+)(e[+-]?\\d+|[a-z]+|%)?");
  private static final Pattern ASIDE = Pattern.compile("/\\*.*?\\*/|\"[^\"]*\"|'[^']*'", Pattern.DOTALL);
  /** Letters that grow with each box around them. */
  private static final Pattern GROWING = Pattern.compile("(?:font|font-size)\\s*:[^;}]*?(?:larger|[1-9][\\d.]*\\s*em"
      + "|[1-9]\\d{2,}(?:\\.\\d+)?\\s*%|[\\d.]+ex)");
  private static final Pattern COMPUTED = Pattern.compile("\\bcalc\\s*\\(|\\{\\{(?!\\s*>)");
  private static final Pattern PICTURE = Pattern.compile("data:image/(?:png|jpeg);base64,(.*)");

  private LooksCheck() {}

  /** What is too large, or not to be known beforehand, in CSS; null when nothing is. */
  static String refusedInCss(String css) {
    String plain = ASIDE.matcher(css.toLowerCase(Locale.ROOT)).replaceAll(" ");
    for (Pattern each : new Pattern[] {COMPUTED, GROWING}) {
      Matcher found = each.matcher(plain);
      if (found.find()) {
        return found.group();
      }
    }
    Matcher number = NUMBER.matcher(plain);
    while (number.find()) {
      if (isTooLong(number.group(1), number.group(2) == null ? "" : number.group(2))) {
        return number.group();
      }
    }
    return null;
  }

  private static boolean isTooLong(String number, String unit) {
    boolean power = unit.matches("e[+-]?\\d+");
    return power || number.length() > 12 || new BigDecimal(number)
        .multiply(BigDecimal.valueOf(PIXELS.getOrDefault(unit, 1.0))).compareTo(LONGEST) > 0;
  }

  /** Whether the value of an attribute like {@code colspan} or {@code width} is no small number. */
  static boolean isTooMany(String attribute, String value) {
    boolean cells = attribute.endsWith("span");
    return !value.strip().matches(cells ? "\\d{1,2}" : "\\d{1,4}(px|pt|mm)?|\\d{1,3}%")
        || cells && Integer.parseInt(value.strip()) > MOST_CELLS
        || !cells && refusedInCss("x:" + value.strip()) != null;
  }

  /** Whether a picture that is written into the page cannot be read or is too large to be drawn. */
  static boolean isTooLargePicture(String address) {
    Matcher picture = PICTURE.matcher(address);
    if (!picture.matches()) {
      return false;
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(
        new ByteArrayInputStream(Base64.getDecoder().decode(picture.group(1))))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return true;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE;
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      return true;
    }
  }
}
