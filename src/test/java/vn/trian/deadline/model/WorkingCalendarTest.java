package vn.trian.deadline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.trian.deadline.DayUnit.CALENDAR_DAY;
import static vn.trian.deadline.DayUnit.WORKING_DAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trian.deadline.DayUnit;
import vn.trian.deadline.Limit;
import vn.trian.shared.Confidence;
import vn.trian.shared.ReferenceData;

class WorkingCalendarTest {

  private static final WorkingCalendar PACKAGED = packaged();

  @ParameterizedTest(name = "nhận {0}, {1} {2}: hết ngày {3}")
  @CsvSource({
      "2024-04-22,  5, WORKING_DAY,  2024-05-02",
      "2024-04-26,  7, WORKING_DAY,  2024-05-09",
      "2024-02-02, 12, CALENDAR_DAY, 2024-02-15",
      "2024-01-31, 30, CALENDAR_DAY, 2024-03-01",
      "2025-04-14, 12, CALENDAR_DAY, 2025-04-26",
      "2026-08-19, 12, CALENDAR_DAY, 2026-09-03",
      "2026-11-20,  2, WORKING_DAY,  2026-11-25"})
  void dueDaysOfTheWorkedExamples(LocalDate received, int amount, DayUnit unit, LocalDate due) {
    assertThat(PACKAGED.due(received, limit(amount, unit))).isEqualTo(due);
  }

  @Test
  @DisplayName("Thờ cúng, nộp 11/03/2024: 5 ngày làm việc, 7 ngày làm việc, 12 ngày nối tiếp nhau")
  void chainOfTheWorkedExample() {
    LocalDate commune = PACKAGED.due(LocalDate.of(2024, 3, 11), limit(5, WORKING_DAY));
    LocalDate division = PACKAGED.due(commune, limit(7, WORKING_DAY));
    LocalDate department = PACKAGED.due(division, limit(12, CALENDAR_DAY));

    assertThat(commune).isEqualTo("2024-03-18");
    assertThat(division).isEqualTo("2024-03-27");
    assertThat(department).isEqualTo("2024-04-08");
  }

  @ParameterizedTest
  @CsvSource({"2024, 251", "2025, 250", "2026, 249"})
  void workingDaysOfTheYear(int year, int days) {
    assertThat(PACKAGED.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
        .isEqualTo(days);
  }

  @Test
  void sentenceNamesTheDaysLeftOutAndCountedIn() {
    assertThat(explained(LocalDate.of(2024, 4, 26), limit(7, WORKING_DAY))).isEqualTo(
        "Nhận ngày 26/04/2024, 7 ngày làm việc (không tính ngày nhận); trừ các ngày nghỉ: "
            + "29/04 (Nghỉ hoán đổi với thứ Bảy 04/05/2024), 30/04 (Ngày Chiến thắng 30/4), "
            + "01/05 (Quốc tế Lao động 1/5); tính cả ngày làm bù: 04/05 (Làm bù cho thứ Hai 29/04/2024)"
            + " → hết ngày 09/05/2024");
  }

  @Test
  void sentenceSaysWhyTheLastDayMoved() {
    assertThat(explained(LocalDate.of(2024, 2, 2), limit(12, CALENDAR_DAY))).isEqualTo(
        "Nhận ngày 02/02/2024, 12 ngày (không tính ngày nhận); ngày cuối 14/02/2024 là ngày nghỉ nên chuyển sang "
            + "ngày làm việc tiếp theo; trừ các ngày nghỉ: 14/02 (Tết Nguyên đán Giáp Thìn (nghỉ bù))"
            + " → hết ngày 15/02/2024");
    assertThat(explained(LocalDate.of(2024, 1, 31), limit(30, CALENDAR_DAY))).isEqualTo(
        "Nhận ngày 31/01/2024, 30 ngày (không tính ngày nhận) → hết ngày 01/03/2024");
  }

  @Test
  void sentenceIsSaidInEnglishToo() {
    assertThat(PACKAGED.reckon(LocalDate.of(2024, 2, 2), limit(12, CALENDAR_DAY)).sentence(Reckoning.RECEIVED).en())
        .isEqualTo("Received on 02/02/2024, 12 days (the day of receipt is not counted); the last day 14/02/2024 is a "
            + "day off and moves to the next working day; without the days off: "
            + "14/02 (Tết Nguyên đán Giáp Thìn (nghỉ bù)) → until the end of 15/02/2024");
  }

  @Test
  void sentenceJoinsNeighborsOfOneName() {
    assertThat(explained(LocalDate.of(2026, 2, 13), limit(1, WORKING_DAY)))
        .contains("16/02 đến 20/02 (Tết Nguyên đán Bính Ngọ) → hết ngày 23/02/2026");
  }

  @Test
  void sentenceWarnsOfAYearWithoutDaysOff() {
    assertThat(explained(LocalDate.of(2026, 12, 28), limit(5, WORKING_DAY)))
        .endsWith("→ hết ngày 04/01/2027 (chưa có lịch nghỉ lễ của năm 2027, mới trừ ngày cuối tuần)");
  }

  @RepeatedTest(40)
  void agreesWithASlowObviousCount(RepetitionInfo run) {
    var random = new Random(20240311L + run.getCurrentRepetition());
    var off = new HashMap<LocalDate, String>();
    var madeUp = new HashMap<LocalDate, String>();
    WorkingCalendar calendar = random(random, off, madeUp);
    LocalDate received = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
    int amount = 1 + random.nextInt(90);

    LocalDate working = calendar.due(received, limit(amount, WORKING_DAY));
    LocalDate plain = calendar.due(received, limit(amount, CALENDAR_DAY));

    assertThat(working).isEqualTo(slowWorking(received, amount, off, madeUp));
    assertThat(plain).isEqualTo(slowCalendar(received, amount, off, madeUp));
    assertThat(calendar.workingDaysBetween(received, working)).isEqualTo(amount);
    assertThat(calendar.workingDaysBetween(working, received)).isEqualTo(-amount);
    assertThat(calendar.minusWorkingDays(calendar.plusWorkingDays(working, amount), amount)).isEqualTo(working);
    assertThat(calendar.reckon(received, limit(amount, WORKING_DAY)).dueOn()).isEqualTo(working);
  }

  @RepeatedTest(20)
  void keepsTheLawsOfCounting(RepetitionInfo run) {
    var random = new Random(20250701L + run.getCurrentRepetition());
    var off = new HashMap<LocalDate, String>();
    var madeUp = new HashMap<LocalDate, String>();
    WorkingCalendar calendar = random(random, off, madeUp);
    LocalDate received = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));

    for (int amount = 1; amount <= 60; amount++) {
      for (DayUnit unit : DayUnit.values()) {
        LocalDate due = calendar.due(received, limit(amount, unit));
        assertThat(calendar.isWorkingDay(due)).as("a due date is a working day").isTrue();
        assertThat(due).as("one more day never ends earlier")
            .isBeforeOrEqualTo(calendar.due(received, limit(amount + 1, unit)));
      }
      LocalDate working = calendar.due(received, limit(amount, WORKING_DAY));
      LocalDate plain = calendar.due(received, limit(amount, CALENDAR_DAY));
      boolean madeUpInside = madeUp.keySet().stream()
          .anyMatch(day -> day.isAfter(received) && !day.isAfter(plain));
      if (!madeUpInside) {
        assertThat(working).as("working days never end before as many days").isAfterOrEqualTo(plain);
      }
    }
  }

  @Test
  void refusesLimitsThatSetNone() {
    assertThatThrownBy(() -> limit(0, WORKING_DAY)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PACKAGED.plusWorkingDays(LocalDate.of(2024, 3, 11), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDate slowWorking(LocalDate received, int amount, Map<LocalDate, ?> off,
      Map<LocalDate, ?> madeUp) {
    int counted = 0;
    LocalDate day = received;
    while (counted < amount) {
      day = day.plusDays(1);
      if (worked(day, off, madeUp)) {
        counted++;
      }
    }
    return day;
  }

  private static LocalDate slowCalendar(LocalDate received, int amount, Map<LocalDate, ?> off,
      Map<LocalDate, ?> madeUp) {
    LocalDate day = received;
    for (int i = 0; i < amount; i++) {
      day = day.plusDays(1);
    }
    while (!worked(day, off, madeUp)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static boolean worked(LocalDate day, Map<LocalDate, ?> off, Map<LocalDate, ?> madeUp) {
    boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? madeUp.containsKey(day) : !off.containsKey(day);
  }

  private static WorkingCalendar random(Random random, Map<LocalDate, String> off, Map<LocalDate, String> madeUp) {
    for (int i = 0; i < 60; i++) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
      if (random.nextInt(4) > 0) {
        off.put(day, "nghỉ");
      } else if (day.getDayOfWeek() == DayOfWeek.SATURDAY && !off.containsKey(day)) {
        madeUp.put(day, "bù");
      }
    }
    madeUp.keySet().removeAll(off.keySet());
    return new WorkingCalendar(off, madeUp);
  }

  private static Limit limit(int amount, DayUnit unit) {
    return new Limit(amount, unit, "", Confidence.U);
  }

  private static WorkingCalendar packaged() {
    var off = new HashMap<LocalDate, String>();
    var madeUp = new HashMap<LocalDate, String>();
    for (var row : ReferenceData.rows("reference/holidays.csv")) {
      ("holiday".equals(row.get("kind")) ? off : madeUp).put(LocalDate.parse(row.get("date")), row.get("name_vi"));
    }
    return new WorkingCalendar(off, madeUp);
  }

  private static String explained(LocalDate received, Limit limit) {
    return PACKAGED.reckon(received, limit).sentence(Reckoning.RECEIVED).vi();
  }
}
