package vn.trian.document;

import java.util.ArrayList;
import java.util.List;

/** Reads numbers the Vietnamese way, as decisions and payment papers repeat each amount in words. */
public final class MoneyInWords {

  private static final String[] DIGITS =
      {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  private static final long BILLION = 1_000_000_000L;

  private MoneyInWords() {}

  /** "Một triệu bốn trăm nghìn đồng"; a recovery reads "Âm ...". */
  public static String of(long amount) {
    String text = number(amount) + " đồng";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The number alone, in lower case: 1.005 is "một nghìn không trăm linh năm". */
  public static String number(long number) {
    if (number < 0) {
      return "âm " + number(Math.negateExact(number));
    }
    if (number == 0) {
      return DIGITS[0];
    }
    List<String> words = new ArrayList<>();
    read(number, false, words);
    return String.join(" ", words);
  }

  /** Above a billion the reading starts over and counts billions (tỷ). */
  private static void read(long number, boolean continued, List<String> words) {
    long billions = number / BILLION;
    if (billions > 0) {
      read(billions, continued, words);
      words.add("tỷ");
    }
    long rest = number % BILLION;
    boolean started = continued || billions > 0;
    started = group((int) (rest / 1_000_000), "triệu", started, words);
    started = group((int) (rest / 1_000 % 1_000), "nghìn", started, words);
    group((int) (rest % 1_000), null, started, words);
  }

  private static boolean group(int group, String unit, boolean started, List<String> words) {
    if (group == 0) {
      return started;
    }
    int hundreds = group / 100;
    int tens = group / 10 % 10;
    int ones = group % 10;
    if (hundreds > 0 || started) {
      words.add(DIGITS[hundreds]);
      words.add("trăm");
    }
    boolean hundredRead = hundreds > 0 || started;
    if (tens == 1) {
      words.add("mười");
    } else if (tens > 1) {
      words.add(DIGITS[tens]);
      words.add("mươi");
    } else if (ones > 0 && hundredRead) {
      words.add("linh");
    }
    if (ones > 0) {
      words.add(one(tens, ones));
    }
    if (unit != null) {
      words.add(unit);
    }
    return true;
  }

  private static String one(int tens, int ones) {
    if (ones == 1 && tens > 1) {
      return "mốt";
    }
    if (ones == 4 && tens > 1) {
      return "tư";
    }
    return ones == 5 && tens > 0 ? "lăm" : DIGITS[ones];
  }
}
