package vn.trian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @DisplayName("Tháng, quý, nửa năm, năm: ngày đầu và ngày cuối")
  @CsvSource({"2024-02,2024-02-01,2024-02-29", "2023-02,2023-02-01,2023-02-28", "2026-Q1,2026-01-01,2026-03-31",
      "2026-Q4,2026-10-01,2026-12-31", "2026-H1,2026-01-01,2026-06-30", "2026-H2,2026-07-01,2026-12-31",
      "2026,2026-01-01,2026-12-31"})
  void codes(String code, LocalDate first, LocalDate last) {
    assertThat(Period.of(code)).contains(new Period(code, first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-13", "2026-Q5", "2026-H3", "1999", "days", "2026-1", "2026-Q4 "})
  void whatIsNoCode(String code) {
    assertThat(Period.of(code)).isEmpty();
  }

  @Test
  @DisplayName("Khoảng ngày ngược hoặc không đọc được thì không phải là kỳ")
  void chosenDays() {
    assertThat(Period.between("2026-02-03", "2026-02-03")).isPresent();
    assertThat(Period.between("2026-02-03", "2026-02-02")).isEmpty();
    assertThat(Period.between("2026-02-30", "2026-03-02")).isEmpty();
    assertThat(Period.between("1900-01-01", "2026-03-02")).isEmpty();
  }

  @Test
  @DisplayName("Ngày đầu năm: kỳ trước nằm ở năm trước")
  void usualOnNewYear() {
    assertThat(Period.usual(LocalDate.of(2026, 1, 1))).extracting(Period::code).containsExactly("2026-01", "2025-12",
        "2026-Q1", "2025-Q4", "2026-H1", "2025-H2", "2026", "2025");
    assertThat(Period.usual(LocalDate.of(2026, 3, 31))).extracting(Period::code).containsExactly("2026-03", "2026-02",
        "2026-Q1", "2025-Q4", "2026-H1", "2025-H2", "2026", "2025");
  }
}
