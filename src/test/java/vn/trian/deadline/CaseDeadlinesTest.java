package vn.trian.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.trian.deadline.DayUnit.CALENDAR_DAY;
import static vn.trian.deadline.DayUnit.WORKING_DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager;
import org.springframework.context.annotation.Import;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.support.TableTest;

@TableTest
@Import({Calendars.class, HolidayLoader.class, CaseDeadlines.class})
class CaseDeadlinesTest {

  private static final String CASE = "000.12.34.H37-240311-0001";
  private static final PlannedStep COMMUNE = new PlannedStep("confirmFile", "Xác nhận, lập danh sách",
      new Limit(5, WORKING_DAY, "Nghị định 131/2021/NĐ-CP, Điều 28", Confidence.A));
  private static final PlannedStep DIVISION = new PlannedStep("appraiseFile", "Thẩm định",
      new Limit(7, WORKING_DAY, "Nghị định 131/2021/NĐ-CP, Điều 28", Confidence.A));
  private static final PlannedStep DEPARTMENT = new PlannedStep("decideFile", "Quyết định",
      new Limit(12, CALENDAR_DAY, "Nghị định 131/2021/NĐ-CP, Điều 28", Confidence.A));
  private static final List<PlannedStep> ROUTE = List.of(COMMUNE, DIVISION, DEPARTMENT);

  @Autowired
  private CaseDeadlines deadlines;
  @Autowired
  private TestEntityManager entities;

  @Test
  @DisplayName("Thờ cúng, nộp 11/03/2024: hẹn trả 08/04/2024, mỗi bước có dòng giải thích")
  void planOfTheWorshipExample() {
    LocalDate promised = deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    reload();

    assertThat(promised).isEqualTo("2024-04-08");
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::stepDueOn).containsExactly(
        LocalDate.parse("2024-03-18"), LocalDate.parse("2024-03-27"), LocalDate.parse("2024-04-08"));
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::explanation).containsExactly(
        "Nhận ngày 11/03/2024, 5 ngày làm việc (không tính ngày nhận) → hết ngày 18/03/2024",
        "Dự kiến nhận ngày 18/03/2024, 7 ngày làm việc (không tính ngày nhận) → hết ngày 27/03/2024",
        "Dự kiến nhận ngày 27/03/2024, 12 ngày (không tính ngày nhận) → hết ngày 08/04/2024");
    assertThat(deadlines.ledger(CASE).get(1)).isEqualTo(new LedgerLine(2, LedgerKind.PLANNED, "appraiseFile",
        "Thẩm định", at("2024-03-11T09:00"), LocalDate.parse("2024-03-11"), 7, WORKING_DAY,
        LocalDate.parse("2024-03-27"), LocalDate.parse("2024-04-08"),
        "Dự kiến nhận ngày 18/03/2024, 7 ngày làm việc (không tính ngày nhận) → hết ngày 27/03/2024",
        "To be received on 18/03/2024, 7 working days (the day of receipt is not counted)"
            + " → until the end of 27/03/2024",
        "Nghị định 131/2021/NĐ-CP, Điều 28", Confidence.A, "motcua.dongkinh"));
    assertThat(deadlines.current(CASE)).contains(due(null, "2024-04-08", false));
  }

  @Test
  void aPlanIsMadeOnce() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");

    assertThatThrownBy(() -> deadlines.plan(CASE, at("2024-03-12T09:00"), ROUTE, "motcua.dongkinh"))
        .isInstanceOf(DomainException.class).extracting("code").isEqualTo("deadline-already-planned");
  }

  @Test
  void aRouteWithoutLimitPromisesNothing() {
    var free = new PlannedStep("ask", "Hỏi cơ quan khác", null);

    assertThat(deadlines.plan(CASE, at("2024-03-11T09:00"), List.of(free), "motcua.dongkinh")).isNull();
    assertThat(deadlines.openStep(CASE, free, List.of(), at("2024-03-11T10:00"), "x"))
        .isEqualTo(due(null, null, false));
    assertThat(deadlines.closeStep(CASE, at("2024-06-11T10:00"), "x").timeliness()).isEqualTo(Timeliness.ON_TIME);
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::explanation)
        .contains("Pháp luật không quy định thời hạn cho bước này");
  }

  @Test
  @DisplayName("Bước sau tính từ ngày thực nhận, ngày hẹn trên giấy tiếp nhận giữ nguyên")
  void aStepStartsWhenItIsReceivedAndThePromiseStays() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "motcua.dongkinh");
    assertThat(deadlines.closeStep(CASE, at("2024-03-13T16:00"), "chutich.dongkinh"))
        .isEqualTo(new StepEnd(Timeliness.EARLY, LocalDate.of(2024, 3, 11), LocalDate.of(2024, 3, 13)));

    Due division = deadlines.openStep(CASE, DIVISION, List.of(DEPARTMENT), at("2024-03-13T16:00"), "motcua.tpls");

    assertThat(division).isEqualTo(due("2024-03-22", "2024-04-08", false));
    reload();
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::kind).containsExactly(LedgerKind.PLANNED,
        LedgerKind.PLANNED, LedgerKind.PLANNED, LedgerKind.STEP_OPENED, LedgerKind.STEP_CLOSED,
        LedgerKind.STEP_OPENED);
    assertThat(deadlines.ledger(CASE).get(4).explanation())
        .isEqualTo("Xong ngày 13/03/2024, hạn 18/03/2024: trước hạn 3 ngày làm việc");
    assertThat(deadlines.ledger(CASE).get(4).explanation("en"))
        .isEqualTo("Done on 13/03/2024, due on 18/03/2024: 3 working days early");
  }

  @Test
  @DisplayName("Hết giờ UTC chưa phải hết ngày ở Việt Nam")
  void daysAreThoseOfTheOffices() {
    deadlines.plan(CASE, Instant.parse("2024-03-10T17:30:00Z"), ROUTE, "motcua.dongkinh");

    assertThat(deadlines.ledger(CASE).get(0).day()).isEqualTo("2024-03-11");
    assertThat(deadlines.current(CASE)).contains(due(null, "2024-04-08", false));
  }

  @Test
  @DisplayName("Bổ sung giấy tờ: thời hạn của bước tính lại từ đầu, ngày hẹn lùi theo")
  void resumingRestartsTheStepAndMovesThePromise() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "motcua.dongkinh");
    deadlines.pause(CASE, new Label("chờ người dân bổ sung giấy ủy quyền", ""),
        at("2024-03-13T10:00"), "canbo.dongkinh");
    assertThat(deadlines.current(CASE)).contains(due("2024-03-18", "2024-04-08", true));
    reload();

    Due resumed = deadlines.resume(CASE, at("2024-03-20T08:00"), "motcua.dongkinh");

    // 5 working days from 20 March, 7 from 27 March, 12 days from 5 April
    assertThat(resumed).isEqualTo(due("2024-03-27", "2024-04-17", false));
    reload();
    assertThat(deadlines.current(CASE)).contains(resumed);
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::explanation).contains(
        "Tạm dừng tính thời hạn từ ngày 13/03/2024: chờ người dân bổ sung giấy ủy quyền",
        "Hết tạm dừng, thời hạn của bước tính lại từ đầu. Nhận đủ giấy tờ ngày 20/03/2024, 5 ngày làm việc "
            + "(không tính ngày nhận) → hết ngày 27/03/2024; ngày trả kết quả chuyển từ 08/04/2024 sang 17/04/2024");
  }

  @Test
  void resumingARunningClockChangesNothing() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "motcua.dongkinh");
    int lines = deadlines.ledger(CASE).size();

    assertThat(deadlines.resume(CASE, at("2024-03-15T09:00"), "x")).isEqualTo(due("2024-03-18", "2024-04-08", false));
    assertThat(deadlines.ledger(CASE)).hasSize(lines);
  }

  @Test
  void openingAStepEndsThePauseAndChainsAnew() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "motcua.dongkinh");
    deadlines.closeStep(CASE, at("2024-03-13T10:00"), "canbo.dongkinh");
    deadlines.pause(CASE, new Label("chờ bổ sung", ""), at("2024-03-13T10:00"), "canbo.dongkinh");

    assertThat(deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-20T08:00"), "x"))
        .isEqualTo(due("2024-03-27", "2024-04-17", false));
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::kind)
        .endsWith(LedgerKind.PAUSED, LedgerKind.RESUMED, LedgerKind.STEP_OPENED);
  }

  @Test
  @DisplayName("Trả lại cấp dưới: các bước còn lại tính nối tiếp từ ngày nhận lại")
  void aReturnedStepChainsAnew() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "x");
    deadlines.openStep(CASE, DIVISION, List.of(DEPARTMENT), at("2024-03-18T09:05"), "x");

    Due returned =
        deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-20T09:05"), "x");

    assertThat(returned).isEqualTo(due("2024-03-27", "2024-04-17", false));
    assertThat(deadlines.ledger(CASE)).extracting(LedgerLine::kind).endsWith(LedgerKind.STEP_OPENED,
        LedgerKind.STEP_CLOSED, LedgerKind.STEP_OPENED, LedgerKind.STEP_CLOSED, LedgerKind.STEP_OPENED);
  }

  @Test
  void thePromiseNeverMovesToAnEarlierDay() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, DEPARTMENT, List.of(), at("2024-03-12T09:00"), "x");
    deadlines.pause(CASE, new Label("chờ tỉnh khác", ""), at("2024-03-12T10:00"), "x");

    assertThat(deadlines.resume(CASE, at("2024-03-13T09:00"), "x")).isEqualTo(due("2024-03-25", "2024-04-08", false));
  }

  @ParameterizedTest
  @CsvSource({"2024-03-15T17:00, EARLY", "2024-03-18T23:59, ON_TIME", "2024-03-19T00:01, LATE"})
  void timelinessOfAStep(String closed, Timeliness timeliness) {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "x");

    assertThat(deadlines.closeStep(CASE, at(closed), "x").timeliness()).isEqualTo(timeliness);
  }

  @Test
  void aStepClosedWhileTheClockStandsIsMeasuredAtThePause() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, COMMUNE, List.of(DIVISION, DEPARTMENT), at("2024-03-11T09:05"), "x");
    deadlines.pause(CASE, new Label("chờ bổ sung", ""), at("2024-03-14T09:00"), "x");

    assertThat(deadlines.closeStep(CASE, at("2024-04-25T09:00"), "x").timeliness()).isEqualTo(Timeliness.EARLY);
  }

  @Test
  void anExtensionPromisesALaterWorkingDay() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    Instant now = at("2024-04-05T09:00");

    Label why = Label.same("chờ xác minh");
    assertThat(deadlines.extend(CASE, LocalDate.parse("2024-04-15"), why, now, "truongphong.so").caseDueOn())
        .isEqualTo("2024-04-15");
    assertThat(deadlines.ledger(CASE)).last().extracting(LedgerLine::explanation)
        .isEqualTo("Hẹn lại ngày trả kết quả từ ngày 08/04/2024 sang ngày 15/04/2024: chờ xác minh");
    assertThatThrownBy(() -> deadlines.extend(CASE, LocalDate.parse("2024-04-12"), Label.same("x"), now, "x"))
        .extracting("code").isEqualTo("extension-not-later");
    assertThatThrownBy(() -> deadlines.extend(CASE, LocalDate.parse("2024-04-30"), Label.same("x"), now, "x"))
        .isInstanceOfSatisfying(DomainException.class, refusal -> {
          assertThat(refusal.code()).isEqualTo("extension-on-day-off");
          assertThat(refusal.arguments()).containsExactly("30/04/2024", "02/05/2024");
        });
  }

  @Test
  void aDecisionEndsTheClock() {
    deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh");
    deadlines.openStep(CASE, DEPARTMENT, List.of(), at("2024-03-27T09:05"), "x");

    assertThat(deadlines.decide(CASE, at("2024-04-10T10:00"), "giamdoc.so")).isEqualTo(Timeliness.LATE);
    assertThat(deadlines.ledger(CASE)).last().extracting(LedgerLine::explanation)
        .isEqualTo("Có kết quả ngày 10/04/2024, hạn 08/04/2024: quá hạn 2 ngày làm việc");
    assertThat(deadlines.current(CASE)).contains(due(null, "2024-04-08", false));
  }

  @Test
  void aPauseMayComeBeforeThePlan() {
    deadlines.pause(CASE, new Label("hồ sơ thiếu giấy tờ", ""), at("2024-03-08T10:00"), "motcua.dongkinh");
    reload();

    assertThat(deadlines.plan(CASE, at("2024-03-11T09:00"), ROUTE, "motcua.dongkinh")).isEqualTo("2024-04-08");
    reload();
    assertThat(deadlines.current(CASE)).contains(due(null, "2024-04-08", false));
  }

  @Test
  void anUnknownCaseHasNoClock() {
    assertThat(deadlines.current("none")).isEmpty();
    assertThat(deadlines.ledger("none")).isEmpty();
    assertThatThrownBy(() -> deadlines.resume("none", at("2024-03-11T09:00"), "x"))
        .extracting("code").isEqualTo("clock-unknown");
  }

  @Test
  void warnsOneWorkingDayBefore() {
    assertThat(deadlines.warnOn(LocalDate.parse("2024-04-08"))).isEqualTo("2024-04-05");
    assertThat(deadlines.warnOn(LocalDate.parse("2024-05-02"))).isEqualTo("2024-04-26");
  }

  @ParameterizedTest
  @CsvSource({
      "2024-04-08, 2024-04-03, false, GREEN",
      "2024-04-08, 2024-04-04, false, AMBER",
      "2024-04-08, 2024-04-08, false, AMBER",
      "2024-04-08, 2024-04-09, false, RED",
      "2024-05-03, 2024-04-26, false, AMBER",
      "2024-04-08, 2024-04-09, true,  GREY",
      ",           2024-04-09, false, GREY"})
  void colorOfTheTimeLeft(LocalDate dueOn, LocalDate today, boolean paused, Color color) {
    assertThat(deadlines.color(dueOn, today, paused)).isEqualTo(color);
  }

  private void reload() {
    entities.flush();
    entities.clear();
  }

  private static Due due(String stepDueOn, String caseDueOn, boolean paused) {
    return new Due(stepDueOn == null ? null : LocalDate.parse(stepDueOn),
        caseDueOn == null ? null : LocalDate.parse(caseDueOn), paused);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
  }
}
