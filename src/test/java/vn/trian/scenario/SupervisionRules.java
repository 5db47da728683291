package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFile;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.deadline.TimeLeft;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.supervision.AgeClass;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseLists;
import vn.trian.supervision.CaseOrder;
import vn.trian.supervision.Figure;
import vn.trian.supervision.OpenCases;
import vn.trian.supervision.OpenCases.StepOf;
import vn.trian.supervision.PeriodFigures;
import vn.trian.supervision.PeriodFigures.Report;
import vn.trian.supervision.PeriodFigures.StepTime;
import vn.trian.supervision.Standing;
import vn.trian.supervision.Tally;
import vn.trian.workflow.Desk;
import vn.trian.workflow.NewPromise;

/** Each figure of the supervisors is what comes out counted case by case from what was written down. */
abstract class SupervisionRules extends FourWeeks {

  private static final Comparator<Tally> WORST_FIRST =
      Comparator.<Tally>comparingLong(tally -> tally.of(Standing.LATE))
          .thenComparingLong(tally -> tally.of(Standing.SOON)).thenComparingLong(Tally::total).reversed();
  private static final Map<String, String> MARCH = Map.of("period", "2024-03");
  private static final Map<String, String> YEAR = Map.of("period", "2024");

  @Autowired private OpenCases open;
  @Autowired private PeriodFigures periods;
  @Autowired private CaseLists lists;
  @Autowired private Calendars calendars;
  @Autowired private Desk desk;

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "giamsat.so", "chutich.maipha"})
  @DisplayName("Hồ sơ đang giải quyết: mọi cách đếm đều khớp với đếm từng hồ sơ")
  void openCases(String login) {
    assertOpen(stage.officer(login));
  }

  @Test
  @DisplayName("Đến đúng ngày hạn thì còn hạn, hôm sau mới quá; ngày nghỉ thì tuổi hồ sơ đứng yên")
  void openCasesOfLaterDays() {
    Actor actor = stage.officer("giamdoc.so");
    Set<LocalDate> limits = new TreeSet<>();
    seen(actor).filter(file -> file.closedAt() == null && file.stepDueOn() != null)
        .forEach(file -> limits.add(file.stepDueOn()));
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    int onTheDay = 0;
    for (LocalDate day = LocalDate.of(2024, 4, 9); !day.isAfter(LocalDate.of(2024, 4, 22)); day = day.plusDays(1)) {
      on(day.getMonthValue(), day.getDayOfMonth());
      weekdays.add(day.getDayOfWeek());
      onTheDay += limits.contains(day) ? 1 : 0;
      assertOpen(actor);
    }
    assertThat(weekdays).hasSize(7);
    assertThat(onTheDay).as("days on which a limit ends").isPositive();
  }

  private void assertOpen(Actor actor) {
    OpenCases.Overview overview = open.overview(filter(MARCH), actor).figures();
    List<CaseFile> files = seen(actor).filter(file -> !file.state().isFinal()).toList();

    assertTally(overview.all(), files);
    assertTallies(overview.levels(), files, CaseFile::level);
    assertTallies(overview.holders(), files, CaseFile::office);
    assertTallies(overview.procedures(), files, CaseFile::procedureKey);
    assertTallies(overview.steps(), files, file -> new StepOf(file.procedureKey(),
        file.step() == null ? CaseFilter.NONE : file.step()));
    assertTallies(overview.ages(), files, this::age);
    assertTallies(overview.officers(), files, file -> officer(file, actor));
    for (Map<?, Tally> parts : List.of(overview.holders(), overview.procedures(), overview.steps(),
        overview.officers())) {
      assertThat(List.<Tally>copyOf(parts.values())).isSortedAccordingTo(WORST_FIRST);
    }
    overview.holders().keySet().forEach(office -> assertList(actor, Map.of("holder", office), files,
        file -> file.office().equals(office)));
    overview.officers().keySet().forEach(officer -> assertList(actor, Map.of("officer", officer), files,
        file -> officer(file, actor).equals(officer)));
    overview.steps().keySet().forEach(at -> assertList(actor, Map.of("step", at.step()), files,
        file -> at.step().equals(file.step() == null ? CaseFilter.NONE : file.step())));
    for (Standing standing : Standing.values()) {
      assertList(actor, Map.of("standing", standing.name()), files, file -> standing(file) == standing);
    }
    for (AgeClass age : AgeClass.values()) {
      assertList(actor, Map.of("age", age.name()), files, file -> age(file) == age);
    }
  }

  @Test
  @DisplayName("Bốn tuần có đủ loại: không phép đếm nào chỉ đúng vì không có gì để đếm")
  void thereIsSomethingToCount() {
    Actor actor = stage.officer("giamdoc.so");
    Report report = periods.report(filter(YEAR), actor);
    OpenCases.Overview overview = open.overview(filter(YEAR), actor).figures();
    for (Standing standing : List.of(Standing.LATE, Standing.SOON, Standing.ON_TIME, Standing.PAUSED)) {
      assertThat(overview.all().of(standing)).as(standing.name()).isPositive();
    }
    for (Figure figure : List.of(Figure.RECEIVED, Figure.RECEIPT_REFUSED, Figure.WITHDRAWN, Figure.RETURNED,
        Figure.HANDED_OVER, Figure.DECIDED, Figure.DECIDED_EARLY, Figure.DECIDED_LATE, Figure.REJECTED,
        Figure.PAYABLE, Figure.CASHLESS)) {
      assertThat(report.cases().get(figure)).as(figure.name()).isPositive();
    }
    assertThat(overview.officers()).containsKeys("canbo.dongkinh", CaseFilter.QUEUE);
    assertThat(report.payments()).isEqualTo(3);
    assertThat(report.cashless()).isEqualTo(1);
    assertThat(report.steps()).hasSizeGreaterThan(1).anyMatch(step -> step.median() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "chutich.maipha"})
  @DisplayName("Một kỳ: mỗi con số khớp với sổ theo dõi và danh sách của nó")
  void periodOfEveryLevel(String login) {
    Actor actor = stage.officer(login);
    for (Map<String, String> period : List.of(MARCH, YEAR, Map.of("period", "2024-Q2"),
        Map.of("period", "days", "from", "2024-03-12", "to", "2024-03-20"))) {
      assertSteps(assertPeriod(filter(period), actor).steps(), filter(period), actor);
    }
  }

  @Test
  @DisplayName("Từng ngày có việc hay đến hạn: đủ ngày đầu, đủ ngày cuối, không lấn sang hôm trước, hôm sau")
  void dayByDay() {
    Actor actor = stage.officer("giamdoc.so");
    Set<String> late = lateOn(LocalDate.of(2024, 4, 8), actor);
    String paused = late.stream().filter(code -> places(code).equals(List.of(CONFIRM + "/prepare"))).findFirst()
        .orElseThrow();
    on(4, 9);
    prepare(paused, CONFIRM, "SUPPLEMENT");
    assertThat(lateOn(LocalDate.of(2024, 4, 8), actor)).as("they were late then").isEqualTo(late);
    on(4, 26);
    Set<String> later = lateOn(LocalDate.of(2024, 4, 26), actor);
    String extended = later.stream().filter(code -> file(code).office().equals("dongkinh")).findFirst().orElseThrow();
    Actor chair = stage.officer("chutich.dongkinh");
    stage.as(chair, () -> desk.extend(extended, new NewPromise(LocalDate.of(2024, 5, 6), null, "Chờ thẩm tra thêm."),
        UUID.randomUUID().toString(), chair));
    assertThat(lateOn(LocalDate.of(2024, 4, 26), actor)).as("promised anew").doesNotContain(extended);
    assertThat(lateOn(LocalDate.of(2024, 4, 25), actor)).contains(extended);
    Set<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2024, 3, 31)));
    seen(actor).forEach(file -> ledger(file.code()).forEach(line -> {
      days.add(line.day());
      days.add(line.caseDueOn() == null ? line.day() : line.caseDueOn());
    }));
    assertThat(days).hasSizeGreaterThan(8);
    days.forEach(day -> assertPeriod(oneDay(day), actor));
  }

  @Test
  @DisplayName("Có kết quả đúng ngày hẹn là đúng hạn; không có hạn cũng là đúng hạn")
  void resultOnTheVeryDay() {
    Actor actor = stage.officer("giamdoc.so");
    String decided = codes(filter(YEAR).about(Figure.DECIDED_EARLY), actor).iterator().next();
    database.update("update trian.deadline_entry set case_due_on = happened_on where case_code = ?"
        + " and kind = 'DECIDED'", decided);
    database.update("update trian.case_file set result_due_on = result_on where code = ?", decided);
    assertPeriod(filter(YEAR), actor);
    assertThat(codes(filter(YEAR).about(Figure.DECIDED_ON_TIME), actor)).containsExactly(decided);
    database.update("update trian.deadline_entry set case_due_on = null where case_code = ? and kind = 'DECIDED'",
        decided);
    database.update("update trian.case_file set result_due_on = null where code = ?", decided);
    assertPeriod(filter(YEAR), actor);
    assertThat(codes(filter(YEAR).about(Figure.DECIDED_ON_TIME), actor)).containsExactly(decided);
  }

  private Set<String> lateOn(LocalDate day, Actor actor) {
    return codes(oneDay(day).about(Figure.PENDING_LATE), actor);
  }

  private static CaseFilter oneDay(LocalDate day) {
    return filter(Map.of("period", "days", "from", day.toString(), "to", day.toString()));
  }

  private Report assertPeriod(CaseFilter filter, Actor actor) {
    Report report = periods.report(filter, actor);
    Set<Figure> figures = EnumSet.copyOf(report.cases().keySet());
    figures.addAll(List.of(Figure.HANDED_EARLY, Figure.HANDED_ON_TIME, Figure.HANDED_LATE, Figure.CARRIED,
        Figure.PENDING, Figure.PENDING_LATE));
    for (Figure figure : figures) {
      String what = figure + " " + filter.period();
      Set<String> expected = seen(actor).filter(file -> counts(figure, file, filter, actor))
          .map(CaseFile::code).collect(Collectors.toCollection(TreeSet::new));
      assertThat(codes(filter.about(figure), actor)).as(what).isEqualTo(expected);
      if (report.cases().containsKey(figure)) {
        assertThat(report.cases().get(figure)).as(what).isEqualTo(expected.size());
      }
    }
    return report;
  }

  @Test
  @DisplayName("Chọn một cơ quan bên dưới: đúng những gì lãnh đạo cơ quan ấy thấy")
  void oneOffice() {
    Actor director = stage.officer("giamdoc.so");
    for (String login : List.of("chutich.dongkinh", "truongphong.tpls", "chutich.maipha")) {
      Actor head = stage.officer(login);
      Map<String, String> office = Map.of("office", head.officeId(), "period", "2024");
      assertThat(codes(filter(office), director)).as(login).isEqualTo(codes(filter(YEAR), head));
      assertThat(open.overview(filter(office), director).figures().all().total()).as(login)
          .isEqualTo(open.overview(filter(YEAR), head).figures().all().total());
      assertThat(periods.report(filter(office), director)).as(login).isEqualTo(periods.report(filter(YEAR), head));
    }
  }

  @Test
  @DisplayName("Ai đang giữ việc ở cơ quan ngoài phạm vi thì không thấy tên, không lọc ra được")
  void officersOutOfReach() {
    String code = acceptedOf("020170005520");
    prepare(code, CONFIRM, "APPROVE");
    sign(code, CONFIRM);
    Actor officer = stage.officer("canbo.so");
    stage.as(officer, () -> {
      desk.claim(item(code).taskId(), officer);
      return null;
    });
    Actor chair = stage.officer("chutich.dongkinh");
    Actor director = stage.officer("giamdoc.so");
    assertThat(row(code, director).officer()).isEqualTo("canbo.so");
    assertThat(row(code, chair).officer()).isNull();
    assertThat(codes(filter(Map.of("officer", "canbo.so")), director)).containsExactly(code);
    assertThat(codes(filter(Map.of("officer", "canbo.so")), chair)).isEmpty();
    assertThat(codes(filter(Map.of("officer", CaseFilter.ELSEWHERE)), chair)).contains(code);
  }

  @Test
  @DisplayName("Hồ sơ đã xong không còn đếm ngày")
  void closedCasesHaveNoTimeLeft() {
    Actor actor = stage.officer("giamdoc.so");
    assertThat(lists.page(filter(YEAR).about(Figure.WITHDRAWN), CaseOrder.CODE, false, 0, 10, actor)).isNotEmpty()
        .allSatisfy(row -> assertThat(row.left()).isEqualTo(TimeLeft.CLOSED));
    assertThat(lists.page(filter(YEAR), CaseOrder.CODE, false, 0, 100, actor)).isNotEmpty()
        .noneMatch(row -> row.left().equals(TimeLeft.CLOSED));
  }

  private CaseLists.Row row(String code, Actor actor) {
    return lists.page(filter(MARCH), CaseOrder.CODE, false, 0, 100, actor).stream()
        .filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("Nơi khác không đếm, không liệt kê được; người không giám sát bị từ chối")
  void beyondReach() {
    Actor elsewhere = stage.officer("chutich.maipha");
    assertThat(open.overview(filter(MARCH), elsewhere).figures().all().total()).isZero();
    assertThat(lists.count(filter(MARCH), elsewhere)).isZero();
    for (String office : List.of("dongkinh", "so", "invented")) {
      assertThatThrownBy(() -> lists.count(filter(Map.of("office", office)), elsewhere))
          .isInstanceOf(DomainException.class).hasMessage("supervision-office");
    }
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "canbo.so", "vanthu.so", "admin")) {
      assertThatThrownBy(() -> open.overview(filter(MARCH), stage.officer(login)))
          .as(login).isInstanceOf(DomainException.class).hasMessage("supervision-not-yours");
    }
  }

  @Test
  @DisplayName("Danh sách chia trang và sắp xếp đúng, không sót, không lặp")
  void pagesInOrder() {
    Actor actor = stage.officer("giamdoc.so");
    CaseFilter filter = filter(MARCH);
    for (CaseOrder order : CaseOrder.values()) {
      List<String> all = lists.page(filter, order, true, 0, 100, actor).stream().map(CaseLists.Row::code).toList();
      assertThat(all).hasSize((int) lists.count(filter, actor)).doesNotHaveDuplicates();
      List<String> paged = IntStream.range(0, all.size())
          .mapToObj(n -> lists.page(filter, order, true, n, 1, actor).get(0).code()).toList();
      assertThat(paged).as(order.name()).isEqualTo(all);
    }
    assertThat(lists.page(filter, CaseOrder.RECEIVED, false, 0, 100, actor)).extracting(CaseLists.Row::receivedOn)
        .isSorted();
  }

  private Set<String> codes(CaseFilter filter, Actor actor) {
    return lists.page(filter, CaseOrder.CODE, false, 0, 1000, actor).stream().map(CaseLists.Row::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void assertList(Actor actor, Map<String, String> parameters, List<CaseFile> files,
      Predicate<CaseFile> expected) {
    assertThat(codes(filter(parameters), actor)).as(parameters.toString()).isEqualTo(files.stream().filter(expected)
        .map(CaseFile::code).collect(Collectors.toCollection(TreeSet::new)));
  }

  private void assertTally(Tally tally, List<CaseFile> files) {
    assertThat(tally.total()).isEqualTo(files.size());
    for (Standing standing : Standing.values()) {
      assertThat(tally.of(standing)).as(standing.name())
          .isEqualTo(files.stream().filter(file -> standing(file) == standing).count());
    }
  }

  private <K> void assertTallies(Map<K, Tally> tallies, List<CaseFile> files, Function<CaseFile, K> key) {
    assertThat(tallies.keySet()).containsAll(files.stream().map(key).toList());
    tallies.forEach((each, tally) -> assertTally(tally, files.stream().filter(file -> key.apply(file).equals(each))
        .toList()));
  }

  private LocalDate today() {
    return clock.now().toLocalDate();
  }

  private Standing standing(CaseFile file) {
    boolean answered = ledger(file.code()).stream().anyMatch(line -> line.kind() == LedgerKind.DECIDED);
    LocalDate limit = file.stepDueOn() == null && !answered ? file.dueOn() : file.stepDueOn();
    if (file.paused()) {
      return Standing.PAUSED;
    }
    if (limit == null) {
      return Standing.NO_LIMIT;
    }
    return limit.isBefore(today()) ? Standing.LATE
        : calendars.workingDaysBetween(today(), limit) <= 2 ? Standing.SOON : Standing.ON_TIME;
  }

  private AgeClass age(CaseFile file) {
    int days = calendars.workingDaysBetween(file.receivedOn(), today());
    return days <= 5 ? AgeClass.UP_TO_5 : days <= 10 ? AgeClass.UP_TO_10 : days <= 20 ? AgeClass.UP_TO_20
        : days <= 40 ? AgeClass.UP_TO_40 : AgeClass.OLDER;
  }

  private String officer(CaseFile file, Actor actor) {
    List<Item> items = items(file.code());
    if (items.isEmpty()) {
      return CaseFilter.NONE;
    }
    assertThat(items).hasSize(1);
    Item item = items.get(0);
    return !reach.offices(actor).contains(item.officeId()) ? CaseFilter.ELSEWHERE
        : item.assignee() == null ? CaseFilter.QUEUE : item.assignee();
  }

  private void assertSteps(List<StepTime> steps, CaseFilter filter, Actor actor) {
    Map<String, List<Integer>> days = new TreeMap<>();
    seen(actor).forEach(file -> handed(file, filter, actor).forEach(row -> {
      LocalDate began = null;
      for (LedgerLine line : ledger(file.code())) {
        boolean starts = line.kind() == LedgerKind.STEP_OPENED || line.kind() == LedgerKind.RESUMED;
        if (starts && row.step().equals(line.step()) && !line.at().isAfter(row.handedAt())) {
          began = line.day();
        }
      }
      days.computeIfAbsent(row.step(), step -> new ArrayList<>())
          .add(calendars.workingDaysBetween(began, day(row.handedAt())));
    }));
    assertThat(steps).extracting(step -> step.step().step()).containsExactlyInAnyOrderElementsOf(days.keySet());
    assertThat(steps).extracting(StepTime::ninetieth).isSortedAccordingTo(Comparator.reverseOrder());
    for (StepTime step : steps) {
      List<Integer> sorted = days.get(step.step().step()).stream().sorted().toList();
      int count = sorted.size();
      assertThat(step.passes()).isEqualTo(count);
      assertThat(step.average()).isEqualTo(sorted.stream().mapToInt(Integer::intValue).average().orElseThrow());
      assertThat(step.median()).isEqualTo((sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0);
      assertThat(step.ninetieth()).isEqualTo(sorted.get((int) Math.ceil(0.9 * count) - 1).doubleValue());
      Map<String, String> at = new TreeMap<>(filter.about(Figure.HANDED_OVER).parameters());
      at.putAll(Map.of("procedure", step.step().procedure(), "step", step.step().step()));
      assertThat(step.cases()).isEqualTo(lists.count(filter(at), actor));
      at.put("figure", "HANDED_LATE");
      assertThat(step.late()).isEqualTo(lists.count(filter(at), actor));
      at.put("figure", "HANDED_EARLY");
      assertThat(step.early()).isEqualTo(lists.count(filter(at), actor));
    }
  }
}
