package vn.trian.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager;
import org.springframework.context.annotation.Import;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.support.TableTest;

@TableTest
@Import({Calendars.class, HolidayLoader.class})
class CalendarsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

  @Autowired
  private Calendars calendars;
  @Autowired
  private HolidayLoader loader;
  @Autowired
  private TestEntityManager entities;

  @Test
  void packagedDaysAreThere() {
    assertThat(calendars.holidays(2024)).hasSize(15).first()
        .isEqualTo(new Holiday(LocalDate.of(2024, 1, 1), "Tết Dương lịch", DayKind.HOLIDAY,
            "Bộ LĐTBXH announcement for 2024 (dtinews.dantri.com.vn 2023-12-05; vietnamnet.vn/en 2232489)",
            Confidence.B));
    assertThat(calendars.isWorkingDay(LocalDate.of(2024, 5, 4))).isTrue();
    assertThat(calendars.knows(2026)).isTrue();
    assertThat(calendars.knows(2027)).isFalse();
  }

  @Test
  void aRecordedDayCountsAtOnceAndIsNotOverwrittenByALaterStart() {
    assertThat(calendars.isWorkingDay(MONDAY)).isTrue();

    calendars.record(new Holiday(MONDAY, "Nghỉ do bão", DayKind.HOLIDAY, "Công điện", Confidence.U));
    calendars.remove(LocalDate.of(2026, 11, 24));
    entities.flush();
    loader.afterPropertiesSet();

    assertThat(calendars.isWorkingDay(MONDAY)).isFalse();
    assertThat(calendars.isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();
    assertThat(calendars.holidays(2026)).extracting(Holiday::name).contains("Nghỉ do bão")
        .doesNotContain("Ngày Văn hóa Việt Nam");
  }

  @Test
  void aMakeupDayLiesOnAWeekend() {
    var monday = new Holiday(MONDAY, "Làm bù", DayKind.MAKEUP_WORKDAY, "Công văn", Confidence.U);

    assertThatThrownBy(() -> calendars.record(monday)).isInstanceOf(DomainException.class)
        .extracting("code").isEqualTo("makeup-day-not-on-weekend");
  }
}
