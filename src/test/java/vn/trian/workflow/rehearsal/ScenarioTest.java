package vn.trian.workflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Kịch bản trong scenarios.yaml")
class ScenarioTest {

  private static List<Scenario> read(String yaml) {
    return Scenario.read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("Phần chung nằm dưới từng kịch bản: giá trị đè lên, null bỏ đi, danh sách thay cả")
  void theBaseLiesBeneath() {
    assertThat(read("""
        - base:
            application: {a: 1, b: {c: 2, d: 3}, e: [1, 2]}
        - id: one
          application: {b: {c: null, d: 4}, e: [5]}
        """)).singleElement().extracting(Scenario::application)
        .isEqualTo(Map.of("a", 1, "b", Map.of("d", 4), "e", List.of(5)));
  }

  @Test
  @DisplayName("Dòng viết thành chữ đọc như dòng viết thành bảng")
  void linesMayBeTexts() {
    assertThat(read("- {id: one, expect: {lines: [\"BURIAL 18000000 2024-02 HOÀNG VĂN NAM\"]}}")).singleElement()
        .satisfies(each -> assertThat(each.expect().printedLines()).containsExactly(Map.of("benefit", "BURIAL",
            "amount", 18_000_000L, "firstPeriod", "2024-02", "recipient", "HOÀNG VĂN NAM")));
    assertThat(read("- {id: one, expect: {entitlements: [{amount: 5}]}}")).singleElement()
        .satisfies(each -> assertThat(each.expect().printedLines()).containsExactly(Map.of("amount", 5)));
    assertThat(read("- {id: one}")).singleElement()
        .satisfies(each -> assertThat(each.expect().printedLines()).isEmpty());
  }

  @ParameterizedTest
  @DisplayName("Tệp không theo mô tả thì không đọc, và nói vì sao")
  @ValueSource(strings = {"- base: 5", "- ", "- text", "a: b", "- {id: one, unknown: 1}", "- {id: one, id: two}", "- [",
      "- {id: one, expect: {lines: [BURIAL]}}", "- {id: one, expect: {lines: [[1]]}}",
      "- {id: one, expect: {entitlements: [~]}}", "- {id: one, expect: {lines: [~]}}", "- {id: one, walk: [~]}"})
  void whatIsNoScenarioIsUnreadable(String yaml) {
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("scenarios.yaml: ");
  }
}
