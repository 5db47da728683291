package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.Timeliness;
import vn.trian.document.PdfText;
import vn.trian.organization.Offices;
import vn.trian.report.BookClosings;
import vn.trian.report.BookClosings.Change;
import vn.trian.report.BookClosings.Closed;
import vn.trian.report.BookPapers;
import vn.trian.report.Correction;
import vn.trian.report.CountedCase;
import vn.trian.report.Due;
import vn.trian.report.Due.Duty;
import vn.trian.report.Due.Standing;
import vn.trian.report.Figures;
import vn.trian.report.OfficeReport;
import vn.trian.report.ReportDesk;
import vn.trian.report.ReportLine;
import vn.trian.report.ReportPapers;
import vn.trian.report.ReportRules;
import vn.trian.report.ReportStandings;
import vn.trian.report.ReportStandings.Below;
import vn.trian.report.Reports;
import vn.trian.report.Reports.Opened;
import vn.trian.report.StepComparison;
import vn.trian.report.TrackingBook;
import vn.trian.report.Wording;
import vn.trian.security.Actor;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.supervision.CaseFilter;
import vn.trian.support.Together;
import vn.trian.workflow.Act;

/** Reports of offices count what was written down, and what was frozen stays; the book has what was taken in. */
abstract class OfficeReportRules extends FourWeeks {

  private static final String HALF = "NCC_HALF";
  private static final Map<String, String> MARCH = Map.of("period", "2024-03", "office", "dongkinh");

  @Autowired private Reports reports;
  @Autowired private ReportDesk desk;
  @Autowired private ReportPapers papers;
  @Autowired private ReportStandings standings;
  @Autowired private ReportRules rules;
  @Autowired private TrackingBook book;
  @Autowired private BookClosings closings;
  @Autowired private BookPapers bookPapers;
  @Autowired private Offices offices;

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "chutich.maipha"})
  @DisplayName("Mỗi chỉ tiêu của báo cáo khớp với đếm từng hồ sơ; các bảng cộng lại đúng bằng chỉ tiêu")
  void everyLineIsWhatWasWrittenDown(String login) {
    Actor actor = stage.officer(login);
    Opened opened = reports.open(begin(HALF, actor), actor);
    CaseFilter days = days(opened.report());
    for (ReportLine line : ReportLine.values()) {
      Set<String> expected = codes(actor, file -> line.figure().isPresent()
          ? counts(line.figure().get(), file, days, actor)
          : handed(file, days, actor).stream().anyMatch(row -> row.result() == line.timeliness()
              && offices.get(row.fromOffice(), LocalDate.of(2024, 3, 1)).level() == line.level()));
      assertThat(codes(opened.cases(), line)).as(line.name()).isEqualTo(expected);
      assertThat(opened.figures().of(line)).as(line.name()).isEqualTo(expected.size());
      assertThat(opened.figures().procedures().stream().mapToLong(part -> part.of(line)).sum()).as(line.name())
          .isEqualTo(expected.size());
      assertThat(opened.figures().offices().stream().mapToLong(part -> part.of(line)).sum()).as(line.name())
          .isEqualTo(expected.size());
    }
    assertThat(opened.figures().offices()).extracting(Figures.Part::key).as("right below, or itself")
        .isSubsetOf(login.equals("giamdoc.so") ? "tpls" : login.equals("chutich.maipha") ? "maipha" : "dongkinh");
    List<String> paid = seen(actor).flatMap(file -> payments(file, days).stream()).toList();
    assertThat(opened.figures().payments()).isEqualTo(paid.size());
    assertThat(opened.figures().cashless()).isEqualTo(paid.stream().filter("BANK"::equals).count());
  }

  @Test
  @DisplayName("Bước không có hạn không vào chỉ tiêu đúng hạn nào và không làm hỏng báo cáo")
  void stepsWithoutLimit() {
    database.update("update trian.hand_over set result = null where from_office = 'dongkinh'");
    everyLineIsWhatWasWrittenDown("giamdoc.so");
  }

  @Test
  @DisplayName("Bốn tuần có đủ loại: không chỉ tiêu nào chỉ đúng vì không có gì để đếm")
  void thereIsSomethingToCount() {
    on(4, 10);
    Actor director = stage.officer("giamdoc.so");
    Figures figures = reports.open(begin(HALF, director), director).figures();
    for (ReportLine line : List.of(ReportLine.RECEIVED, ReportLine.DECIDED, ReportLine.DECIDED_EARLY,
        ReportLine.DECIDED_LATE, ReportLine.REJECTED, ReportLine.WITHDRAWN, ReportLine.RECEIPT_REFUSED,
        ReportLine.PENDING, ReportLine.PENDING_LATE, ReportLine.RETURNED, ReportLine.COMMUNE_EARLY,
        ReportLine.DEPARTMENT_EARLY, ReportLine.CASHLESS)) {
      assertThat(figures.of(line)).as(line.name()).isPositive();
    }
    Actor chair = stage.officer("chutich.dongkinh");
    String quarter = begin("PLAN_Q2", chair);
    assertThat(reports.open(quarter, chair).figures().of(ReportLine.CARRIED)).isPositive();
  }

  @Test
  @DisplayName("Đã chốt thì số, hồ sơ và bản in không đổi; thay đổi về sau hiện từng hồ sơ; bản điều chỉnh đứng riêng")
  void whatIsFrozenStays() {
    Actor chair = stage.officer("chutich.dongkinh");
    String id = frozen(HALF, chair);
    Opened before = reports.open(id, chair);
    byte[] paper = papers.pdf(before.report());
    assertThat(before.corrections()).isEmpty();
    assertThat(before.report().symbol()).isEqualTo("01/BC-UBND");
    assertThat(PdfText.of(paper)).contains("BÁO CÁO", "01/BC-UBND", "Đã làm tốt.", "Không có khó khăn.",
        before.report().checksum());

    String moved = before.cases().values().stream().filter(each -> each.lines().contains(ReportLine.PENDING))
        .map(CountedCase::code).findFirst().orElseThrow();
    database.update("update trian.case_file set received_on = ? where code = ?", LocalDate.of(2024, 4, 8), moved);

    Opened after = reports.open(id, chair);
    assertThat(after.figures()).isEqualTo(before.figures());
    assertThat(after.cases()).isEqualTo(before.cases());
    assertThat(after.intact()).isTrue();
    assertThat(papers.pdf(after.report())).isEqualTo(paper);
    assertThat(after.corrections()).contains(new Correction(ReportLine.RECEIVED,
        before.figures().of(ReportLine.RECEIVED), before.figures().of(ReportLine.RECEIVED) - 1, List.of(),
        List.of(moved)));
    assertThat(after.corrections()).allSatisfy(each -> assertThat(each.today())
        .isEqualTo(each.frozen() + each.added().size() - each.removed().size()));

    String second = frozen(HALF, chair);
    assertThat(reports.open(second, chair).corrections()).isEmpty();
    assertThat(reports.open(second, chair).editions()).extracting(OfficeReport::symbol)
        .containsExactly("01/BC-UBND", "02/BC-UBND");
    assertThat(PdfText.of(papers.pdf(reports.visible(second, chair)))).contains("điều chỉnh lần 1", "01/BC-UBND");
    assertThat(papers.pdf(reports.visible(id, chair))).isEqualTo(paper);
    assertThat(reports.open(id, chair).figures()).isEqualTo(before.figures());
    String third = begin(HALF, chair);
    assertThat(reports.visible(third, chair).wording()).as("goes on from the words that are there")
        .isEqualTo(wording());
    desk.freeze(third, key(), chair);
    assertThat(PdfText.of(papers.pdf(reports.visible(third, chair)))).contains("điều chỉnh lần 2", "02/BC-UBND");
  }

  @Test
  @DisplayName("Số đã chốt bị sửa trong cơ sở dữ liệu thì mã kiểm tra không khớp")
  void tamperingShows() {
    Actor chair = stage.officer("chutich.dongkinh");
    String id = frozen(HALF, chair);
    assertThat(reports.open(id, chair).intact()).isTrue();
    database.update("update trian.report_case set counted = 'PENDING' where report_id = ? and case_code = ?", id,
        reports.open(id, chair).cases().keySet().iterator().next());
    assertThat(reports.open(id, chair).intact()).isFalse();
  }

  @Test
  @DisplayName("Chỉ lãnh đạo của chính cơ quan lập và chốt; cấp trên và giám sát chỉ xem; nơi khác không thấy")
  void whoMay() {
    Actor chair = stage.officer("chutich.dongkinh");
    String id = begin(HALF, chair);
    for (String login : List.of("truongphong.tpls", "giamdoc.so", "giamsat.so", "giamsat.dongkinh")) {
      Actor reader = stage.officer(login);
      assertThat(reports.open(id, reader).report().id()).as(login).isEqualTo(id);
      assertRefused("report-not-head", () -> desk.write(id, wording(), key(), reader));
      assertRefused("report-not-head", () -> desk.freeze(id, key(), reader));
      assertRefused("report-not-head", () -> desk.discard(id, key(), reader));
    }
    for (String login : List.of("chutich.maipha", "canbo.maipha", "truongphong.caoloc", "admin")) {
      Actor stranger = stage.officer(login);
      assertRefused("report-unknown", () -> reports.open(id, stranger));
      assertRefused("report-unknown", () -> desk.freeze(id, key(), stranger));
    }
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "canbo.so")) {
      Actor officer = stage.officer(login);
      assertRefused("supervision-not-yours", () -> reports.open(id, officer));
      assertRefused("supervision-not-yours", () -> desk.begin(HALF, 2024, key(), officer));
      assertRefused("supervision-not-yours", () -> standings.of("dongkinh", 2024, officer));
      assertRefused("supervision-not-yours", () -> book.count(filter(MARCH), officer));
    }
    assertRefused("report-unknown", () -> reports.open("invented", chair));
    assertRefused("report-not-head", () -> desk.begin(HALF, 2024, key(), stage.officer("giamsat.so")));
    assertRefused("supervision-office", () -> standings.of("dongkinh", 2024, stage.officer("chutich.maipha")));
    for (String office : List.of("tpls", "so", "maipha", "invented")) {
      assertRefused("supervision-office", () -> standings.below(rules.get(HALF), office, 2024, chair));
      assertRefused("supervision-office", () -> standings.belowByRule(office, 2024, chair));
    }
    assertRefused("supervision-not-yours",
        () -> standings.below(rules.get(HALF), "dongkinh", 2024, stage.officer("canbo.dongkinh")));
    assertRefused("supervision-office", () -> book.count(filter(MARCH), stage.officer("chutich.maipha")));
    Actor deputy = stage.officer("phochutich.dongkinh");
    desk.write(id, wording(), key(), deputy);
    desk.freeze(id, key(), deputy);
    assertThat(reports.visible(id, chair).frozenName()).isEqualTo(deputy.name());
    assertRefused("supervision-not-yours", () -> reports.visible(id, stage.officer("canbo.dongkinh")));
    assertRefused("report-unknown", () -> reports.visible(id, stage.officer("chutich.maipha")));
  }

  @Test
  @DisplayName("Thiếu mục, sai ngày, chốt rồi còn sửa đều bị từ chối; cùng một khóa thì chốt một lần")
  void refusals() {
    Actor chair = stage.officer("chutich.dongkinh");
    String id = begin(HALF, chair);
    assertThat(begin(HALF, chair)).as("the draft that is there").isEqualTo(id);
    assertRefused("report-text-missing", () -> desk.freeze(id, key(), chair));
    assertRefused("report-days", () -> desk.write(id, wordingOf(day(1, 1), day(4, 9)), key(), chair));
    assertRefused("report-days", () -> desk.write(id, wordingOf(day(3, 2), day(3, 1)), key(), chair));
    assertRefused("report-days", () -> desk.write(id, wordingOf(null, day(3, 1)), key(), chair));
    assertRefused("report-days", () -> desk.write(id, wordingOf(LocalDate.of(2023, 4, 6), day(4, 7)), key(), chair));
    assertThat(reports.visible(begin("PLAN_Q1", chair), chair).days().last()).as("no further than it goes")
        .isEqualTo(day(3, 31));
    assertRefused("report-too-early", () -> desk.begin("PLAN_Q4", 2024, key(), chair));
    assertRefused("report-rule-unknown", () -> desk.begin("INVENTED", 2024, key(), chair));
    desk.write(id, wording(), key(), chair);
    String key = key();
    desk.freeze(id, key, chair);
    desk.freeze(id, key, chair);
    assertRefused("report-frozen", () -> desk.freeze(id, key(), chair));
    assertRefused("report-frozen", () -> desk.write(id, wording(), key(), chair));
    assertRefused("report-frozen", () -> desk.discard(id, key(), chair));
    assertThat(database.queryForObject("select last_number from trian.number_register where office_id = 'dongkinh'"
        + " and series = 'BC' and number_year = 2024", Integer.class)).isEqualTo(1);
    String draft = begin(HALF, chair);
    desk.discard(draft, key(), chair);
    assertRefused("report-unknown", () -> reports.open(draft, chair));
  }

  @Test
  @DisplayName("Nhiều người cùng lập, cùng chốt một lúc: một bản, một số; người đến sau được báo là đã chốt")
  void manyAtOnce() {
    List<Actor> heads = List.of(stage.officer("chutich.dongkinh"), stage.officer("phochutich.dongkinh"));
    List<String> begun = Together.act(4, n -> begin(HALF, heads.get(n % 2)));
    assertThat(begun.stream().distinct()).hasSize(1);
    String id = begun.get(0);
    desk.write(id, wording(), key(), heads.get(0));
    List<String> answers = Together.act(4, n -> {
      try {
        desk.freeze(id, key(), heads.get(n % 2));
        return "frozen";
      } catch (DomainException refusal) {
        return refusal.code();
      }
    });
    assertThat(answers).containsExactlyInAnyOrder("frozen", "report-frozen", "report-frozen", "report-frozen");
    assertThat(reports.visible(id, heads.get(0)).symbol()).isEqualTo("01/BC-UBND");
    assertThat(database.queryForObject("select count(*) from trian.document where kind = 'office-report'",
        Integer.class)).isEqualTo(1);
  }

  @Test
  @DisplayName("“Trước ngày 10/6”: ngày 9 còn kịp, chính ngày 10 đã muộn; kế hoạch không ấn định ngày cho cấp trên")
  void dueBeforeADay() {
    Actor chair = stage.officer("chutich.dongkinh");
    assertThat(half("dongkinh", chair).standing()).isEqualTo(Standing.OPEN);
    on(6, 5);
    assertThat(half("dongkinh", chair).standing()).isEqualTo(Standing.OPEN);
    on(6, 6);
    assertThat(half("dongkinh", chair).standing()).isEqualTo(Standing.SOON);
    on(6, 9);
    assertThat(half("dongkinh", chair).standing()).isEqualTo(Standing.SOON);
    assertThat(half("dongkinh", chair).lastDayOnTime()).isEqualTo(day(6, 9));
    frozen(HALF, chair);
    assertThat(half("dongkinh", chair).standing()).isEqualTo(Standing.SENT);
    caseAt("maipha");
    on(6, 10);
    frozen(HALF, chair);
    assertThat(half("dongkinh", chair).standing()).as("a correction is not late").isEqualTo(Standing.SENT);
    Actor other = stage.officer("chutich.maipha");
    assertThat(half("maipha", other).standing()).isEqualTo(Standing.LATE);
    assertThat(standings.reminders(other)).extracting(due -> due.rule().code()).containsExactly(HALF);
    assertThat(standings.reminders(stage.officer("giamsat.so"))).isEmpty();
    assertThat(standings.reminders(stage.officer("giamsat.dongkinh"))).as("leads nothing").isEmpty();
    frozen(HALF, other);
    assertThat(half("maipha", other).standing()).isEqualTo(Standing.SENT_LATE);
    Actor head = stage.officer("truongphong.tpls");
    assertThat(half("tpls", head).lastDayOnTime()).isNull();
    frozen(HALF, head);
    Actor director = stage.officer("giamdoc.so");
    assertThat(standings.belowByRule("so", 2024, director).get(HALF).sent()).as("communes, which owe it")
        .isEqualTo(2);
    assertThat(standings.belowByRule("tpls", 2024, head).get(HALF)).isEqualTo(new ReportStandings.Below(8, 2));
    List<Due> below = standings.below(rules.get(HALF), "tpls", 2024, head);
    assertThat(below).hasSize(8).filteredOn(due -> due.sent() != null).extracting(due -> due.office().id())
        .containsExactlyInAnyOrder("dongkinh", "maipha");
    assertThat(rules.get(HALF).confidenceIn(2024)).isEqualTo(Confidence.A);
    assertThat(rules.get(HALF).confidenceIn(2025)).isEqualTo(Confidence.U);
    assertThat(rules.get("PLAN_HALF").lastDayOnTime(2024)).isEqualTo(day(5, 29));
    assertThat(rules.get("PLAN_YEAR").lastDayOnTime(2024)).isEqualTo(day(12, 4));
    assertThat(rules.get("PLAN_Q3").lastDayOnTime(2024)).isEqualTo(day(9, 14));
  }

  @Test
  @DisplayName("Kế hoạch của thành phố Lạng Sơn chỉ hỏi các phường, xã của thành phố; của Đông Hòa không hỏi ai ở đây")
  void whomAPlanAsks() {
    Actor director = stage.officer("giamdoc.so");
    assertThat(half("dongkinh", director).duty()).isEqualTo(Duty.BY_DAY);
    assertThat(half("tpls", director).duty()).isEqualTo(Duty.SUMMARY);
    assertThat(half("tpls", director).standing()).isEqualTo(Standing.OPEN);
    for (String office : List.of("so", "caoloc", "hopthanh")) {
      assertThat(half(office, director).duty()).as(office).isEqualTo(Duty.NONE);
      assertThat(half(office, director).standing()).as(office).isEqualTo(Standing.NOT_OWED);
      assertThat(half(office, director).lastDayOnTime()).as(office).isNull();
    }
    on(3, 20);
    assertThat(standings.of("dongkinh", 2024, director)).filteredOn(due -> due.rule().code().startsWith("PLAN_Q1"))
        .extracting(Due::standing).containsExactly(Standing.NOT_OWED);
    assertThat(standings.belowByRule("so", 2024, director).get(HALF)).isEqualTo(new Below(8, 0));
    assertThat(standings.belowByRule("so", 2024, director).get("PLAN_HALF")).isEqualTo(new Below(0, 0));
    assertThat(standings.below(rules.get(HALF), "so", 2024, director)).extracting(due -> due.office().id())
        .contains("tpls", "dongkinh").doesNotContain("caoloc", "hopthanh");
    Actor unasked = stage.officer("truongphong.caoloc");
    assertThat(reports.open(begin(HALF, unasked), unasked).report().wording().addressee())
        .as("to the office above").startsWith("Sở Lao động");
    Actor chair = stage.officer("chutich.dongkinh");
    assertThat(reports.open(begin(HALF, chair), chair).report().wording().addressee())
        .isEqualTo("Ủy ban nhân dân thành phố Lạng Sơn (qua Phòng Lao động - Thương binh và Xã hội)");
  }

  @Test
  @DisplayName("Kỳ mà hệ thống chưa có hồ sơ nào của cơ quan: nói là chưa có dữ liệu, không tính quá hạn, không nhắc")
  void beforeTheFirstCase() {
    Actor chair = stage.officer("chutich.dongkinh");
    Due lastYear = standings.of("dongkinh", 2023, chair).stream().filter(due -> due.rule().code().equals(HALF))
        .findFirst().orElseThrow();
    assertThat(lastYear.standing()).isEqualTo(Standing.NO_DATA);
    assertThat(lastYear.since()).isEqualTo(day(3, 11));
    Actor other = stage.officer("chutich.maipha");
    on(6, 6);
    assertThat(half("maipha", other).standing()).as("still time").isEqualTo(Standing.SOON);
    on(6, 10);
    assertThat(half("maipha", other).standing()).isEqualTo(Standing.NO_DATA);
    assertThat(half("maipha", other).since()).isNull();
    assertThat(standings.reminders(other)).isEmpty();
    caseAt("maipha");
    assertThat(half("maipha", other).standing()).as("the first case is of the day after").isEqualTo(Standing.NO_DATA);
    database.update("update trian.case_file set received_on = ? where receiving_office = 'maipha'", day(6, 9));
    assertThat(half("maipha", other).standing()).isEqualTo(Standing.LATE);

    String id = begin(HALF, chair);
    assertThat(reports.open(id, chair).since()).as("counts from the first of January").isEqualTo(day(3, 11));
    assertThat(PdfText.of(papers.draftPdf(reports.open(id, chair))))
        .contains("có hồ sơ của cơ quan từ ngày 11/03/2024");
    desk.write(id, wordingOf(day(3, 11), day(4, 7)), key(), chair);
    assertThat(reports.open(id, chair).since()).isNull();
  }

  @Test
  @DisplayName("Thời gian từng bước và khoản chi khác đi sau khi chốt cũng hiện thành thay đổi")
  void daysOfStepsAreCompared() {
    Actor chair = stage.officer("chutich.dongkinh");
    String id = frozen(HALF, chair);
    Opened before = reports.open(id, chair);
    assertThat(before.steps()).isNotEmpty().noneMatch(StepComparison::differs);
    assertThat(before.paymentsDiffer()).isFalse();
    database.update("update trian.hand_over set ended_on = ? where step = ? and from_office = 'dongkinh'", day(4, 5),
        CONFIRM);
    Opened after = reports.open(id, chair);
    assertThat(after.corrections()).as("no case counts otherwise").isEmpty();
    StepComparison changed = after.steps().stream().filter(StepComparison::differs).findFirst().orElseThrow();
    assertThat(changed.frozen()).isEqualTo(before.figures().steps().get(0));
    assertThat(changed.today().median()).isGreaterThan(changed.frozen().median());
    assertThat(changed.today().passes()).isEqualTo(changed.frozen().passes());

    database.update("delete from trian.hand_over where from_office = 'dongkinh'");
    assertThat(reports.open(id, chair).steps()).singleElement()
        .satisfies(gone -> assertThat(gone.today()).isNull()).satisfies(gone -> assertThat(gone.differs()).isTrue());
    payable(before.cases().keySet().iterator().next(), "2024-04", "BANK", 3, 25);
    assertThat(reports.open(id, chair).paymentsDiffer()).isTrue();
  }

  @Test
  @DisplayName("Sổ theo dõi: đúng hồ sơ đã tiếp nhận, theo ngày nhận, với ngày trả và kết quả")
  void trackingBook() {
    Actor chair = stage.officer("chutich.dongkinh");
    String granted = codes(chair, file -> places(file.code()).stream()
        .anyMatch(place -> place.endsWith("/handOverResult"))).iterator().next();
    on(4, 9);
    delivers(granted, places(granted).get(0));
    List<CaseFile> expected = seen(chair).filter(file -> file.receivingOffice().equals("dongkinh")
        && file.state() != CaseState.RECEIPT_REFUSED && file.receivedOn().getMonthValue() == 3)
        .sorted(Comparator.comparing(CaseFile::receivedOn).thenComparing(CaseFile::registerRow)).toList();
    CaseFile second = expected.get(1);
    assertThat(second.receivedOn()).as("two of one day").isEqualTo(expected.get(0).receivedOn());
    database.update("update trian.case_file set received_at = ? where code = ?",
        second.receivedAt().minusSeconds(1800).atOffset(ZoneOffset.UTC), second.code());
    List<TrackingBook.Line> lines = book.page(filter(MARCH), 0, 100, chair);
    assertThat(lines).extracting(TrackingBook.Line::code)
        .containsExactlyElementsOf(expected.stream().map(CaseFile::code).toList());
    assertThat(book.count(filter(MARCH), chair)).isEqualTo(expected.size()).isGreaterThan(5);
    for (int n = 0; n < lines.size(); n++) {
      TrackingBook.Line line = lines.get(n);
      CaseFile file = expected.get(n);
      assertThat(line.number()).isEqualTo(file.registerRow());
      assertThat(line.dueOn()).isEqualTo(file.dueOn());
      assertThat(line.state()).isEqualTo(file.state());
      assertThat(line.returnedOn()).isEqualTo(line.code().equals(granted) ? day(4, 9) : null);
      assertThat(line.timeliness()).as(line.code()).isEqualTo(timeliness(file));
    }
    assertThat(lines).filteredOn(line -> line.state() == CaseState.WITHDRAWN).isNotEmpty();
    assertThat(lines).extracting(TrackingBook.Line::timeliness).contains(Timeliness.EARLY, Timeliness.LATE);
    assertThat(book.page(filter(MARCH), 1, 2, chair)).isEqualTo(lines.subList(1, 3));
    String refused = codes(chair, file -> file.state() == CaseState.ISSUED).iterator().next();
    for (String code : List.of(granted, refused)) {
      database.update("update trian.case_file set state = 'DELIVERED', closed_at = ? where code = ?",
          day(4, 10).atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime(), code);
    }
    database.update("update trian.deadline_entry set case_due_on = happened_on where kind = 'DECIDED'"
        + " and case_code = ?", granted);
    assertThat(line(granted, chair).returnedOn()).as("as it was written down").isEqualTo(day(4, 9));
    assertThat(line(granted, chair).timeliness()).isEqualTo(Timeliness.ON_TIME);
    assertThat(line(refused, chair).returnedOn()).as("nobody wrote the day down").isEqualTo(day(4, 10));
    String text = PdfText.of(drawn(filter(MARCH), false, chair));
    assertThat(text).contains("SỔ THEO DÕI HỒ SƠ", "Mẫu 06", "Tháng 03/2024");
    lines.forEach(line -> assertThat(text).contains(line.code()));
    assertRefused("report-book-too-large", () -> book.each(filter(MARCH), 2, chair, line -> { }));
  }

  private TrackingBook.Line line(String code, Actor actor) {
    return book.page(filter(MARCH), 0, 100, actor).stream().filter(line -> line.code().equals(code)).findFirst()
        .orElseThrow();
  }

  /** How the first result of a case stands to the day promised then; what was withdrawn has none. */
  private Timeliness timeliness(CaseFile file) {
    return ledger(file.code()).stream().filter(line -> line.kind() == LedgerKind.DECIDED).findFirst()
        .filter(line -> file.state() != CaseState.WITHDRAWN).map(line -> {
          int late = line.day().compareTo(line.caseDueOn());
          return late < 0 ? Timeliness.EARLY : late == 0 ? Timeliness.ON_TIME : Timeliness.LATE;
        }).orElse(null);
  }

  @Test
  @DisplayName("Mẫu sổ theo ngày cuối kỳ: từ 01/7/2025 là Mẫu 07")
  void formOfTheBook() {
    Actor chair = stage.officer("chutich.dongkinh");
    assertThat(PdfText.of(drawn(filter(Map.of("period", "2025-06")), false, chair))).contains("Mẫu 06");
    assertThat(PdfText.of(drawn(filter(Map.of("period", "2025-07")), false, chair))).contains("Mẫu 07")
        .doesNotContain("Mẫu 06");
  }

  @Test
  @DisplayName("Khóa sổ: dòng đã ghi giữ nguyên; thêm, bớt, sửa hiện từng dòng; có kết quả sau đó không phải là sửa")
  void closedBook() {
    Actor chair = stage.officer("chutich.dongkinh");
    CaseFilter march = filter(MARCH);
    List<TrackingBook.Line> before = book.page(march, 0, 100, chair);
    assertThat(closings.find(march, chair)).isEmpty();
    assertRefused("report-not-head", () -> desk.closeBook(march, key(), stage.officer("truongphong.tpls")));
    assertRefused("supervision-office", () -> desk.closeBook(march, key(), stage.officer("chutich.maipha")));
    assertRefused("report-book-open",
        () -> desk.closeBook(filter(Map.of("period", "2024-04", "office", "dongkinh")), key(), chair));
    String key = key();
    desk.closeBook(march, key, chair);
    desk.closeBook(march, key, chair);
    assertRefused("report-book-closed", () -> desk.closeBook(march, key(), chair));
    Closed closed = closings.find(march, chair).orElseThrow();
    assertThat(closed.lines()).isEqualTo(before);
    assertThat(closed.intact()).isTrue();
    assertThat(closed.changes()).isEmpty();
    assertThat(closings.find(filter(Map.of("period", "2024-Q1", "office", "dongkinh")), chair)).isEmpty();

    String delivered = codes(chair, file -> places(file.code()).stream()
        .anyMatch(place -> place.endsWith("/handOverResult"))).iterator().next();
    on(4, 9);
    delivers(delivered, places(delivered).get(0));
    List<String> others = before.stream().map(TrackingBook.Line::code).filter(code -> !code.equals(delivered)).toList();
    database.update("update trian.case_file set owner_name = 'NGƯỜI KHÁC' where code = ?", others.get(0));
    database.update("update trian.case_file set received_on = ? where code = ?", day(4, 1), others.get(1));
    Closed later = closings.find(march, chair).orElseThrow();
    assertThat(later.lines()).isEqualTo(before);
    assertThat(later.results()).isEqualTo(1);
    assertThat(later.changes()).extracting(Change::code)
        .containsExactlyElementsOf(others.subList(0, 2).stream().sorted().toList());
    assertThat(later.changes()).filteredOn(change -> change.code().equals(others.get(0))).singleElement()
        .satisfies(change -> assertThat(change.today().person()).isEqualTo("NGƯỜI KHÁC"));
    assertThat(later.changes()).filteredOn(change -> change.code().equals(others.get(1))).singleElement()
        .satisfies(change -> assertThat(change.today()).isNull());
    assertThat(PdfText.of(drawn(march, true, chair))).doesNotContain("NGƯỜI KHÁC").contains("Khóa sổ lúc",
        later.closing().checksum());
    assertThat(PdfText.of(drawn(march, false, chair))).contains("NGƯỜI KHÁC").doesNotContain("Khóa sổ lúc");
    database.update("update trian.book_line set content = replace(content, 'SEN', 'SAU') where seq = 1");
    assertThat(closings.find(march, chair).orElseThrow().intact()).isFalse();
    CaseFilter april = filter(Map.of("period", "2024-04", "office", "dongkinh"));
    on(4, 30);
    assertRefused("report-book-open", () -> desk.closeBook(april, key(), chair));
    on(5, 1);
    desk.closeBook(april, key(), chair);
    assertThat(closings.find(filter(Map.of("period", "2024-04", "procedure", KEY)), chair))
        .as("of all procedures").isEmpty();
  }

  @Test
  @DisplayName("Phiếu kiểm soát: cả sổ hoặc hồ sơ đã chọn trong một tệp; hồ sơ của nơi khác bị từ chối")
  void controlSlips() {
    Actor chair = stage.officer("chutich.dongkinh");
    List<String> all = book.page(filter(MARCH), 0, 100, chair).stream().map(TrackingBook.Line::code).toList();
    String text = PdfText.of(bookPapers.slips(filter(MARCH), List.of(), chair));
    all.forEach(code -> assertThat(text).contains(code));
    String picked = PdfText.of(bookPapers.slips(filter(MARCH), all.subList(0, 2), chair));
    assertThat(all.stream().filter(picked::contains)).containsExactlyElementsOf(all.subList(0, 2));
    Actor elsewhere = stage.officer("chutich.maipha");
    assertRefused("case-unknown", () -> bookPapers.slips(filter(MARCH), all.subList(0, 1), elsewhere));
    assertRefused("supervision-not-yours",
        () -> bookPapers.slips(filter(MARCH), all.subList(0, 1), stage.officer("canbo.dongkinh")));
    assertRefused("report-slips-none",
        () -> bookPapers.slips(filter(Map.of("period", "2023", "office", "maipha")), List.of(), elsewhere));
  }

  private byte[] drawn(CaseFilter filter, boolean closed, Actor actor) {
    return bookPapers.pdf(bookPapers.volumes(filter, closed, actor), 1);
  }

  private void caseAt(String office) {
    stage.receive(KEY, office, new Act("ACCEPT", null, null, null, null,
        Map.of("fullName", "HOÀNG VĂN PHÚC", "idNumber", "020170007700"), ticked("request", "proof"), false));
  }

  private Due half(String office, Actor actor) {
    return standings.of(office, 2024, actor).stream().filter(due -> due.rule().code().equals(HALF)).findFirst()
        .orElseThrow();
  }

  private String begin(String rule, Actor actor) {
    return desk.begin(rule, 2024, key(), actor);
  }

  private String frozen(String rule, Actor actor) {
    String id = begin(rule, actor);
    desk.write(id, wording(), key(), actor);
    desk.freeze(id, key(), actor);
    return id;
  }

  private static Wording wording() {
    return wordingOf(day(1, 1), day(4, 7));
  }

  private static Wording wordingOf(LocalDate first, LocalDate last) {
    return new Wording(first, last, "Cấp trên", "Đã làm tốt.", "Không có khó khăn.", "Không có đề xuất.", "");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static CaseFilter days(OfficeReport report) {
    return filter(Map.of("period", "days", "from", report.days().first().toString(), "to",
        report.days().last().toString()));
  }

  private Set<String> codes(Actor actor, Predicate<CaseFile> which) {
    return seen(actor).filter(which).map(CaseFile::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codes(Map<String, CountedCase> cases, ReportLine line) {
    return cases.values().stream().filter(each -> each.lines().contains(line)).map(CountedCase::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action).isInstanceOf(DomainException.class).hasMessage(code);
  }
}
