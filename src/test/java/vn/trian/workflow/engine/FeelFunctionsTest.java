package vn.trian.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelFunctionsTest {

  private final FeelExpressions feel = new FeelExpressions(new FeelFunctions(null, null, null, Clock.systemUTC()));

  @ParameterizedTest
  @CsvSource(nullValues = "null", delimiter = '|', value = {
    "monthOf('05/2024')                      | 2024-05",
    "monthOf('2024-05')                      | 2024-05",
    "monthOf(died)                           | 2024-01",
    "monthOf(died + duration('P1M'))         | 2024-02",
    "monthOf('1948')                         | null",
    "monthOf('13/2024')                      | null",
    "monthOf(unknown)                        | null",
    "monthsBetween(died, '03/2025')          | 14",
    "monthsBetween(died, '12/2023')          | -1",
    "monthsBetween(died, '01/2024')          | 0",
    "monthsBetween(died, unknown)            | null",
    "written(died)                           | 31/01/2024",
    "written('2024-05')                      | 05/2024",
    "written('1948')                         | 1948",
    "written('1948-05-19')                   | 19/05/1948",
    "written('soon')                         | null",
    "written(unknown)                        | null",
    "nameKey('Trần  Thị hoa')                | TRẦN THỊ HOA",
    "nameKey(unknown)                        | null",
    "rate('FUNERAL_NCC', unknown)            | null",
    "device('GLASSES_CANE', unknown)         | null",
  })
  void answers(String expression, String expected) {
    Map<String, Object> context = new HashMap<>(Map.of("died", LocalDate.of(2024, 1, 31)));
    context.put("unknown", null);

    Object value = feel.value(expression.replace('\'', '"'), context);

    assertThat(value == null ? null : value.toString()).isEqualTo(expected);
  }
}
