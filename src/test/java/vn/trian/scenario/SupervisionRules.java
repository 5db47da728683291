package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.Statement;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.deadline.Timeliness;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
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

/** Each figure of the supervisors is what comes out counted case by case from what was written down. */
abstract class SupervisionRules extends SharedModels {

  private static final Map<String, String> MARCH = Map.of("period", "2024-03");
  private static final Map<String, String> YEAR = Map.of("period", "2024");

  @Autowired private Desk desk;
  @Autowired private OpenCases open;
  @Autowired private PeriodFigures periods;
  @Autowired private CaseLists lists;
  @Autowired private Reach reach;
  @Autowired private Calendars calendars;

  /** Cases that stand everywhere and ended in every way, over four weeks of 2024. */
  @BeforeEach
  void fourWeeks() {
    acceptedOf("020170005500");
    received("REFUSE", ticked("request"));
    received("SUPPLEMENT", ticked("request"));
    String back = acceptedOf("020170005501");
    String refused = acceptedOf("020170005502");
    String granted = acceptedOf("020170005503");
    String waiting = acceptedOf("020170005504");
    String withdrawn = acceptedOf("020170005505");
    on(3, 13);
    prepare(waiting, CONFIRM, "SUPPLEMENT");
    stage.withdraw(withdrawn, "dongkinh", "Không còn nhu cầu.");
    Stream.of(back, granted).forEach(code -> prepare(code, CONFIRM, "APPROVE"));
    prepare(refused, CONFIRM, "REJECT");
    String resumed = acceptedOf("020170005508");
    prepare(resumed, CONFIRM, "SUPPLEMENT");
    on(3, 14);
    Stream.of(back, granted, refused).forEach(code -> sign(code, CONFIRM));
    on(3, 19);
    brings(resumed, CONFIRM + "/receiveSupplement", "SUPPLEMENTED");
    on(3, 20);
    prepare(resumed, CONFIRM, "APPROVE");
    sign(resumed, CONFIRM);
    prepare(back, DECIDE, "RETURN");
    prepare(granted, DECIDE, "APPROVE");
    check(granted, DECIDE);
    sign(granted, DECIDE);
    stamps(granted, "issueDecision/stampDocument");
    payable(granted, "2024-02", "CASH", 2, 28);
    payable(granted, "2024-03", "BANK", 3, 20);
    payable(refused, "2024-03", "CASH", 3, 31);
    on(3, 29);
    acceptedOf("020170005506");
    on(4, 3);
    String taken = acceptedOf("020170005509");
    Actor officer = stage.officer("canbo.dongkinh");
    stage.as(officer, () -> {
      desk.claim(item(taken).taskId(), officer);
      return null;
    });
    on(4, 8);
    stamps(refused, "issueRefusal/stampDocument");
    acceptedOf("020170005507");
  }

  /** A payment as the table has it; the made-up procedure pays nothing. */
  private void payable(String code, String period, String method, int month, int day) {
    String id = UUID.randomUUID().toString();
    database.update("insert into trian.entitlement (id, case_code, benefit, label, recipient, amount, periodicity,"
        + " first_period) values (?, ?, 'TEST', 'Trợ cấp', 'LƯƠNG THỊ SEN', 1000, 'ONCE', ?)", id, code, period);
    database.update("insert into trian.payment_line (id, entitlement_id, case_code, period, recipient, amount, method,"
        + " state, created_at) values (?, ?, ?, ?, 'LƯƠNG THỊ SEN', 1000, ?, 'DUE', ?)", id, id, code, period, method,
        LocalDateTime.of(2024, month, day, 23, 30).atZone(clock.getZone()).toOffsetDateTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "giamsat.so", "chutich.maipha"})
  @DisplayName("Hồ sơ đang giải quyết: mọi cách đếm đều khớp với đếm từng hồ sơ")
  void openCases(String login) {
    Actor actor = stage.officer(login);
    OpenCases.Overview overview = open.overview(filter(MARCH), actor);
    List<CaseFile> files = seen(actor).filter(file -> !file.state().isFinal()).toList();

    assertTally(overview.all(), files);
    assertTallies(overview.levels(), files, CaseFile::level);
    assertTallies(overview.holders(), files, CaseFile::office);
    assertTallies(overview.procedures(), files, CaseFile::procedureKey);
    assertTallies(overview.steps(), files, file -> new StepOf(file.procedureKey(),
        file.step() == null ? CaseFilter.NONE : file.step()));
    assertTallies(overview.ages(), files, this::age);
    assertTallies(overview.officers(), files, file -> officer(file, actor));
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
    OpenCases.Overview overview = open.overview(filter(YEAR), actor);
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
      CaseFilter filter = filter(period);
      Report report = periods.report(filter, actor);
      for (Figure figure : report.cases().keySet()) {
        Set<String> expected = seen(actor).filter(file -> counts(figure, file, filter, actor))
            .map(CaseFile::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(report.cases().get(figure)).as(figure + " " + period).isEqualTo(expected.size());
        assertThat(codes(filter.about(figure), actor)).as(figure + " " + period).isEqualTo(expected);
      }
      assertSteps(report.steps(), filter, actor);
    }
  }

  @Test
  @DisplayName("Nơi khác không đếm, không liệt kê được; người không giám sát bị từ chối")
  void beyondReach() {
    Actor elsewhere = stage.officer("chutich.maipha");
    assertThat(open.overview(filter(MARCH), elsewhere).all().total()).isZero();
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

  private static CaseFilter filter(Map<String, String> parameters) {
    return CaseFilter.read(parameters, LocalDate.of(2024, 3, 29));
  }

  private Stream<CaseFile> seen(Actor actor) {
    return database.queryForList("select code from trian.case_file", String.class).stream().map(cases::get)
        .filter(file -> reach.sees(actor, file.receivingOffice(), file.office()));
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

  private boolean counts(Figure figure, CaseFile file, CaseFilter filter, Actor actor) {
    LocalDate closedOn = file.closedAt() == null ? null : day(file.closedAt());
    LedgerLine decided = ledger(file.code()).stream().filter(line -> line.kind() == LedgerKind.DECIDED)
        .findFirst().filter(line -> file.state() != CaseState.WITHDRAWN && within(line.day(), filter)).orElse(null);
    return switch (figure) {
      case OPEN -> file.closedAt() == null;
      case RECEIVED -> file.state() != CaseState.RECEIPT_REFUSED && within(file.receivedOn(), filter);
      case DECIDED -> decided != null;
      case DECIDED_EARLY -> decided != null && timeliness(decided) == Timeliness.EARLY;
      case DECIDED_ON_TIME -> decided != null && timeliness(decided) == Timeliness.ON_TIME;
      case DECIDED_LATE -> decided != null && timeliness(decided) == Timeliness.LATE;
      case REJECTED -> decided != null && "REJECTED".equals(file.result());
      case RECEIPT_REFUSED -> file.state() == CaseState.RECEIPT_REFUSED && within(closedOn, filter);
      case WITHDRAWN -> file.state() == CaseState.WITHDRAWN && within(closedOn, filter);
      case RETURNED -> record.statements(file.code()).stream()
          .anyMatch(said -> sentBack(said) && within(day(said.statedAt()), filter));
      case HANDED_OVER -> !handed(file, filter, actor).isEmpty();
      case HANDED_EARLY, HANDED_ON_TIME, HANDED_LATE -> handed(file, filter, actor).stream()
          .anyMatch(row -> row.result() != null && figure.name().equals("HANDED_" + row.result()));
      case PAYABLE -> !payments(file, filter).isEmpty();
      case CASHLESS -> payments(file, filter).contains("BANK");
    };
  }

  private List<String> payments(CaseFile file, CaseFilter filter) {
    return database.query("select method, created_at from trian.payment_line where case_code = ?", (row, n) ->
        within(day(row.getObject("created_at", OffsetDateTime.class).toInstant()), filter)
            ? row.getString("method") : "", file.code()).stream().filter(method -> !method.isEmpty()).toList();
  }

  private static boolean sentBack(Statement said) {
    return said.outcome().equals("RETURN");
  }

  private static Timeliness timeliness(LedgerLine line) {
    int late = line.caseDueOn() == null ? 0 : line.day().compareTo(line.caseDueOn());
    return late < 0 ? Timeliness.EARLY : late == 0 ? Timeliness.ON_TIME : Timeliness.LATE;
  }

  private List<HandOver> handed(CaseFile file, CaseFilter filter, Actor actor) {
    return record.handOvers(file.code()).stream().filter(row -> within(day(row.handedAt()), filter)
        && reach.offices(actor).contains(row.fromOffice())).toList();
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
    for (StepTime step : steps) {
      List<Integer> sorted = days.get(step.step().step()).stream().sorted().toList();
      int count = sorted.size();
      assertThat(step.passes()).isEqualTo(count);
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

  private static boolean within(LocalDate day, CaseFilter filter) {
    return day != null && !day.isBefore(filter.period().first()) && !day.isAfter(filter.period().last());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
