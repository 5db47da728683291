package vn.trian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.supervision.PeriodFigures.Report;

@DisplayName("Tỷ lệ của một kỳ")
class PeriodFiguresTest {

  @Test
  @DisplayName("Trả lại trên số hồ sơ qua bước, đúng hạn trên số có kết quả, không tiền mặt trên số lần chi")
  void shares() {
    Report report = new Report(Map.of(Figure.RETURNED, 3L, Figure.HANDED_OVER, 12L, Figure.DECIDED, 8L,
        Figure.DECIDED_LATE, 2L), 5, 4, List.of());
    assertThat(report.returnedShare()).isEqualTo(0.25);
    assertThat(report.inTimeShare()).isEqualTo(0.75);
    assertThat(report.cashlessShare()).isEqualTo(0.8);
  }

  @Test
  @DisplayName("Không có gì thì không có tỷ lệ")
  void nothing() {
    Report report = new Report(Map.of(Figure.RETURNED, 0L, Figure.HANDED_OVER, 0L, Figure.DECIDED, 0L,
        Figure.DECIDED_LATE, 0L), 0, 0, List.of());
    assertThat(report.returnedShare()).isNaN();
    assertThat(report.inTimeShare()).isNaN();
    assertThat(report.cashlessShare()).isNaN();
  }
}
