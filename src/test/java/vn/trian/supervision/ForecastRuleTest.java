package vn.trian.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trian.deadline.model.WorkingCalendar;
import vn.trian.supervision.ForecastRule.Leg;
import vn.trian.supervision.RecordedHistories.Case;
import vn.trian.supervision.RecordedHistories.Opening;
import vn.trian.supervision.RecordedHistories.Stage;

@DisplayName("Quy tắc dự báo trễ hẹn")
class ForecastRuleTest {

  private static final WorkingCalendar CALENDAR = new WorkingCalendar(Map.of(LocalDate.of(2024, 4, 18), "Giỗ Tổ",
      LocalDate.of(2024, 4, 30), "30/4", LocalDate.of(2024, 5, 1), "1/5", LocalDate.of(2024, 9, 2), "2/9",
      LocalDate.of(2024, 9, 3), "2/9"), Map.of());
  private static final int DAYS_BACK = 90;

  @Test
  @DisplayName("Hai bước: tỉ lệ các cách ghép lâu hơn số ngày còn lại")
  void theRiskIsTheShareOfLongerCombinations() {
    List<Leg> legs = List.of(new Leg(spread(1, 2, 3, 4), 0), new Leg(spread(2, 6), 0));

    assertThat(ForecastRule.risk(legs, 10)).isZero();
    assertThat(ForecastRule.risk(legs, 9)).isEqualTo(1 / 8.0, within(1e-9));
    assertThat(ForecastRule.risk(legs, 6)).isEqualTo(4 / 8.0, within(1e-9));
    assertThat(ForecastRule.risk(legs, 2)).isEqualTo(1, within(1e-9));
    assertThat(ForecastRule.likelyDays(legs)).isEqualTo(6);
  }

  @Test
  @DisplayName("Bước đang làm: chỉ so với các lượt cũng lâu đến thế")
  void whatHasLastedIsComparedWithWhatLastedAsLong() {
    Spread pace = spread(1, 1, 1, 5, 7);
    assertThat(ForecastRule.risk(List.of(new Leg(pace, 0)), 3)).isEqualTo(2 / 5.0, within(1e-9));
    assertThat(ForecastRule.risk(List.of(new Leg(pace, 2)), 3)).as("5 or 7, 3 or 5 days more")
        .isEqualTo(1 / 2.0, within(1e-9));
    assertThat(new Leg(pace, 2).likelyDays()).isEqualTo(3);
    assertThat(ForecastRule.risk(List.of(new Leg(pace, 5)), 0)).as("today, or two days more").isEqualTo(0.5);
  }

  @Test
  @DisplayName("Lâu hơn mọi lượt trước: coi như bắt đầu lại")
  void whatNeverLastedSoLongBeginsAnew() {
    assertThat(ForecastRule.risk(List.of(new Leg(spread(2, 4), 9)), 3)).isEqualTo(0.5);
  }

  @Test
  @DisplayName("Không còn gì phải làm thì không có nguy cơ; không có quá khứ thì không dự báo")
  void edges() {
    assertThat(ForecastRule.risk(List.of(), 0)).isZero();
    assertThat(ForecastRule.likelyDays(List.of())).isZero();
    assertThat(ForecastRule.risk(List.of(new Leg(spread(400), 0)), 10_000)).as("too long to think of").isEqualTo(1);
    assertThatThrownBy(() -> new Leg(new Spread(), 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20240727})
  @DisplayName("Trên hai năm hồ sơ đã ghi: tốt hơn quy tắc “đã dùng nửa thời hạn”, cả F1 lẫn điểm Brier")
  void betterThanHalfOfTheLimitUsed(long seed) {
    RecordedHistories recorded = new RecordedHistories(seed, CALENDAR);
    Score forecast = new Score();
    Score half = new Score();
    for (LocalDate day = LocalDate.of(2024, 1, 3); day.isBefore(LocalDate.of(2024, 11, 1)); day = day.plusDays(7)) {
      LocalDate today = day;
      Paces paces = new Paces();
      recorded.before(today, DAYS_BACK).forEach(pass -> paces.add("p", pass.step(), pass.office(), pass.level(),
          CALENDAR.workingDaysBetween(pass.opened(), pass.closed()), 1));
      recorded.cases().stream().filter(each -> !each.due.isBefore(today) && each.at(today.minusDays(1)) != null)
          .forEach(each -> {
            forecast.add(risk(each, today, paces), each.missed());
            half.add(usedHalf(each, today) ? 1 : 0, each.missed());
          });
    }

    assertThat(forecast.missed).as("there is something to foresee").isBetween(forecast.all / 20, forecast.all * 3 / 4);
    assertThat(forecast.f1()).as("%s, half %s", forecast, half).isGreaterThan(half.f1() + 0.05);
    assertThat(forecast.brier()).as("%s, half %s", forecast, half).isLessThan(0.75 * half.brier());
  }

  /** As the page does it, from what was known that morning. */
  private static double risk(Case file, LocalDate today, Paces paces) {
    Opening at = file.at(today.minusDays(1));
    List<Leg> legs = new ArrayList<>();
    for (int n = at.stage(); n < RecordedHistories.ROUTE.size(); n++) {
      Stage stage = RecordedHistories.ROUTE.get(n);
      int limit = CALENDAR.workingDaysBetween(today, CALENDAR.due(today, stage.limit()));
      String office = RecordedHistories.officeOf(n, file.commune);
      legs.add(new Leg(paces.orLimit("p", stage.step(), office, stage.level(), limit).days(),
          n == at.stage() ? CALENDAR.workingDaysBetween(at.on(), today) : 0));
    }
    return ForecastRule.risk(legs, CALENDAR.workingDaysBetween(today, file.due));
  }

  private static boolean usedHalf(Case file, LocalDate today) {
    return 2 * CALENDAR.workingDaysBetween(file.received, today)
        >= CALENDAR.workingDaysBetween(file.received, file.due);
  }

  private static Spread spread(int... days) {
    Spread spread = new Spread();
    for (int each : days) {
      spread.add(each, 1);
    }
    return spread;
  }

  /** How well a rule foresaw: a risk of one half or more says that a case will be late. */
  private static final class Score {

    private long all;
    private long missed;
    private long said;
    private long right;
    private double squares;

    void add(double risk, boolean late) {
      all++;
      missed += late ? 1 : 0;
      said += risk >= Forecast.PROBABLE ? 1 : 0;
      right += late && risk >= Forecast.PROBABLE ? 1 : 0;
      squares += Math.pow(risk - (late ? 1 : 0), 2);
    }

    double f1() {
      return 2.0 * right / (said + missed);
    }

    double brier() {
      return squares / all;
    }

    @Override
    public String toString() {
      return "%d cases, %d missed, %d foreseen, %d rightly, F1 %.3f, Brier %.3f".formatted(all, missed, said, right,
          f1(), brier());
    }
  }
}
