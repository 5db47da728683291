package vn.trian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyInWordsTest {

  @ParameterizedTest
  @CsvSource({
      "0, Không đồng",
      "5, Năm đồng",
      "10, Mười đồng",
      "11, Mười một đồng",
      "14, Mười bốn đồng",
      "15, Mười lăm đồng",
      "20, Hai mươi đồng",
      "21, Hai mươi mốt đồng",
      "24, Hai mươi tư đồng",
      "25, Hai mươi lăm đồng",
      "91, Chín mươi mốt đồng",
      "100, Một trăm đồng",
      "101, Một trăm linh một đồng",
      "105, Một trăm linh năm đồng",
      "111, Một trăm mười một đồng",
      "115, Một trăm mười lăm đồng",
      "1000, Một nghìn đồng",
      "1001, Một nghìn không trăm linh một đồng",
      "1015, Một nghìn không trăm mười lăm đồng",
      "21021, Hai mươi mốt nghìn không trăm hai mươi mốt đồng",
      "1000005, Một triệu không trăm linh năm đồng",
      "1005000, Một triệu không trăm linh năm nghìn đồng",
      "1400000, Một triệu bốn trăm nghìn đồng",
      "2055000, Hai triệu không trăm năm mươi lăm nghìn đồng",
      "1000000000, Một tỷ đồng",
      "1000000001, Một tỷ không trăm linh một đồng",
      "25000000000, Hai mươi lăm tỷ đồng",
      "1000000000000, Một nghìn tỷ đồng",
      "1001000000000, Một nghìn không trăm linh một tỷ đồng",
      "-500000, Âm năm trăm nghìn đồng"})
  void readsAmounts(long amount, String words) {
    assertThat(MoneyInWords.of(amount)).isEqualTo(words);
  }

  @Test
  void isReadBackAsTheSameNumber() {
    Random random = new Random(20240311);
    for (int i = 0; i < 200_000; i++) {
      long number = Math.floorMod(random.nextLong(), (long) Math.pow(10, 1 + random.nextInt(12)) + 1);
      assertThat(understood(MoneyInWords.number(number))).as(MoneyInWords.number(number)).isEqualTo(number);
    }
  }

  /** The slow obvious way back: units from the left, digits as they are heard. */
  private static long understood(String words) {
    int billion = words.lastIndexOf("tỷ");
    if (billion >= 0) {
      return understood(words.substring(0, billion).strip()) * 1_000_000_000L
          + understood(words.substring(billion + 2).strip());
    }
    long total = 0;
    long group = 0;
    long digit = 0;
    List<String> digits = List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
      switch (word) {
        case "triệu", "nghìn" -> {
          total += (group + digit) * (word.equals("triệu") ? 1_000_000 : 1_000);
          group = 0;
          digit = 0;
        }
        case "trăm" -> {
          group += digit * 100;
          digit = 0;
        }
        case "mươi" -> {
          group += digit * 10;
          digit = 0;
        }
        case "mười" -> group += 10;
        case "linh" -> digit = 0;
        case "mốt" -> digit = 1;
        case "tư" -> digit = 4;
        case "lăm" -> digit = 5;
        default -> digit = digits.indexOf(word);
      }
    }
    return total + group + digit;
  }
}
