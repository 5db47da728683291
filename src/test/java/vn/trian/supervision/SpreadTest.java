package vn.trian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  @DisplayName("Không có gì thì không có trung vị")
  void nothing() {
    assertThat(new Spread().median()).isNaN();
    assertThat(new Spread().ninetieth()).isNaN();
  }

  @Test
  @DisplayName("Số chẵn lần: giữa hai số ở giữa")
  void evenCount() {
    Spread spread = new Spread();
    spread.add(1, 1);
    spread.add(4, 1);
    assertThat(spread.median()).isEqualTo(2.5);
    assertThat(spread.ninetieth()).isEqualTo(4);
  }

  @Test
  @DisplayName("Như đếm từng số một trong danh sách đã sắp xếp")
  void likeTheSortedList() {
    Random random = new Random(20241127);
    for (int round = 0; round < 200; round++) {
      int count = 1 + random.nextInt(40);
      int[] days = IntStream.range(0, count).map(n -> random.nextInt(12)).sorted().toArray();
      Spread spread = new Spread();
      IntStream.of(days).forEach(each -> spread.add(each, 1));
      double median = (days[(count - 1) / 2] + days[count / 2]) / 2.0;
      assertThat(spread.median()).isEqualTo(median);
      double ninetieth = spread.ninetieth();
      assertThat(IntStream.of(days).filter(each -> each <= ninetieth).count() * 10L).isGreaterThanOrEqualTo(9L * count);
      assertThat(IntStream.of(days).filter(each -> each < ninetieth).count() * 10L).isLessThan(9L * count);
    }
  }
}
