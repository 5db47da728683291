package vn.trian.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.supervision.ProcessFigures.Passage;
import vn.trian.supervision.Tally;
import vn.trian.supervision.web.Heat.Shade;
import vn.trian.workflow.ProcessModels.Activity;

@DisplayName("Độ đậm nhạt trên sơ đồ")
class HeatTest {

  @Test
  @DisplayName("Không có gì thì không tô; một hồ sơ đã tô nhạt nhất, nhiều nhất thì đậm nhất")
  void levels() {
    assertThat(Heat.DAYS.level(took(0), 8)).isZero();
    assertThat(Heat.DAYS.level(took(0.1), 8)).isEqualTo(1);
    assertThat(Heat.DAYS.level(took(2), 8)).isEqualTo(1);
    assertThat(Heat.DAYS.level(took(2.1), 8)).isEqualTo(2);
    assertThat(Heat.DAYS.level(took(8), 8)).isEqualTo(4);
    assertThat(Heat.DAYS.level(took(Double.NaN), 8)).as("nothing passed").isZero();
    assertThat(Heat.DAYS.level(took(Double.NaN), 0)).isZero();
    assertThat(Heat.OPEN.level(took(5), 8)).as("no open cases").isZero();
  }

  @Test
  @DisplayName("Nhiều nhất: bỏ qua chỗ không có số; không có gì thì bằng không")
  void most() {
    assertThat(Heat.DAYS.most(List.of(took(3), took(Double.NaN), took(1)))).isEqualTo(3);
    assertThat(Heat.DAYS.most(List.of(took(Double.NaN)))).isZero();
    assertThat(Heat.DAYS.most(List.of())).isZero();
  }

  @Test
  @DisplayName("Chú giải: hồ sơ đếm nguyên, ngày thì lẻ được; ít hồ sơ thì ít mức")
  void shades() {
    assertThat(Heat.OPEN.shades(0)).isEmpty();
    assertThat(Heat.OPEN.shades(2)).containsExactly(new Shade(2, 1), new Shade(4, 2));
    assertThat(Heat.LATE.shades(9)).containsExactly(new Shade(1, 2), new Shade(2, 4), new Shade(3, 6),
        new Shade(4, 9));
    assertThat(Heat.DAYS.shades(2)).containsExactly(new Shade(1, 0.5), new Shade(2, 1), new Shade(3, 1.5),
        new Shade(4, 2));
  }

  @Test
  @DisplayName("Tên không có thì tô theo hồ sơ đang có")
  void names() {
    assertThat(Heat.of("LATE")).isEqualTo(Heat.LATE);
    assertThat(Heat.of("invented")).isEqualTo(Heat.OPEN);
    assertThat(Heat.of(null)).isEqualTo(Heat.OPEN);
  }

  /** An activity that nobody is at, with the average of its days. */
  private static Passage took(double days) {
    return new Passage(new Activity("a", "Việc", null, null), new Tally(), 1, days, days);
  }
}
