package vn.trian.workflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.shared.Label;

@DisplayName("Điều rút ra từ một lần diễn tập")
class FindingTest {

  private static final Finding SAID = Finding.of("rehearsal.diff.step-due", new Label("Thẩm định", "Appraisal"),
      LocalDate.of(2024, 3, 18), null, 7, List.of("a", Finding.of("rehearsal.nothing")));

  @Test
  @DisplayName("Đọc lại đúng như đã ghi, kể cả phần nằm trong phần")
  void isReadAsItWasWritten() {
    assertThat(Finding.read(Finding.write(List.of(SAID, SAID)))).containsExactly(SAID, SAID);
  }

  @Test
  @DisplayName("Dài hơn cột thì chỉ giữ lại số điểm")
  void tooMuchIsCounted() {
    String one = Finding.write(List.of(SAID));
    assertThat(Finding.write(List.of(SAID), one.length())).isEqualTo(one);
    assertThat(Finding.read(Finding.write(Collections.nCopies(9, SAID), 9 * one.length() - 30)))
        .containsExactly(Finding.of("rehearsal.too-much", 9));
  }
}
