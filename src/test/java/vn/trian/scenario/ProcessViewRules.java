package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.HandOver;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseLists;
import vn.trian.supervision.CaseOrder;
import vn.trian.supervision.ProcessFigures;
import vn.trian.supervision.ProcessFigures.Passage;
import vn.trian.supervision.ProcessFigures.Version;
import vn.trian.supervision.ProcessFigures.View;
import vn.trian.supervision.Standing;
import vn.trian.workflow.ProcessModels;

/** Each number on a diagram is what comes out when hand-overs, and tasks as the engine had them, are counted. */
abstract class ProcessViewRules extends SharedModels {

  private static final LocalDate TODAY = LocalDate.of(2024, 4, 8);

  @Autowired private ProcessFigures figures;
  @Autowired private ProcessModels models;
  @Autowired private CaseLists lists;
  @Autowired private Procedures procedures;
  @Autowired private HistoryService history;
  @Autowired private Calendars calendars;
  @Autowired private Reach reach;

  /** Of one test: what was written down is asked for once, however many numbers it is held against. */
  private final Map<String, List<CaseFile>> seen = new HashMap<>();
  private final Map<String, List<LedgerLine>> ledgers = new HashMap<>();
  private final Map<String, List<HandOver>> handOvers = new HashMap<>();
  private final Map<String, List<TaskDays>> taskDays = new HashMap<>();
  private int release;

  /** A task as the engine remembers it, and how long it took. */
  private record TaskDays(String place, String office, LocalDate done, int days) {}

  @BeforeEach
  void fourWeeks() {
    release = procedures.active(KEY).version();
    told(ProcessViewRules.class, this::play);
  }

  /** Cases at every kind of place, some late, over four weeks. */
  private void play() {
    List<String> codes = new ArrayList<>();
    for (int n = 0; n < 9; n++) {
      codes.add(acceptedOf("02017000880" + n));
    }
    received("SUPPLEMENT", ticked("request"));
    on(3, 13);
    prepare(codes.get(1), CONFIRM, "SUPPLEMENT");
    prepare(codes.get(2), CONFIRM, "SUSPEND");
    codes.subList(2, 9).forEach(code -> {
      if (!places(code).contains(CONFIRM + "/sign")) {
        prepare(code, CONFIRM, "APPROVE");
      }
    });
    on(3, 15);
    codes.subList(2, 8).forEach(code -> sign(code, CONFIRM));
    on(3, 20);
    prepare(codes.get(3), DECIDE, "APPROVE");
    prepare(codes.get(4), DECIDE, "RETURN");
    prepare(codes.get(5), DECIDE, "ASK_COUNCIL");
    Stream.of(6, 7).map(codes::get).forEach(code -> prepare(code, DECIDE, "APPROVE"));
    on(3, 22);
    Stream.of(5, 6, 7).map(codes::get).forEach(code -> check(code, DECIDE));
    Stream.of(5, 6, 7).map(codes::get).forEach(code -> sign(code, DECIDE));
    on(4, 1);
    stamps(codes.get(7), "issueDecision/stampDocument");
    answers(codes.get(5), "askCouncil/recordAnswer");
    on(4, 4);
    acceptedOf("020170008810");
    on(4, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "giamsat.so", "chutich.maipha"})
  @DisplayName("Hồ sơ đang ở đâu: mỗi bước khớp với việc đang chờ của từng hồ sơ và với danh sách của nó")
  void openCasesStandWhereTheirTasksAre(String login) {
    Actor actor = stage.officer(login);
    assertOpen(actor, "");
    assertOpen(actor, CONFIRM);
    assertOpen(actor, DECIDE);
    assertOpen(actor, CONFIRM + "/requestSupplement");
  }

  private void assertOpen(Actor actor, String inside) {
    View view = view("2024", inside, actor);
    Map<String, Set<String>> expected = new HashMap<>();
    seen(actor).filter(file -> file.closedAt() == null).forEach(file -> history.createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(file.code()).unfinished().list()
        .forEach(task -> segment(placeOf(task), inside)
            .ifPresent(id -> expected.computeIfAbsent(id, each -> new TreeSet<>()).add(file.code()))));
    for (Passage passage : view.passages()) {
      Set<String> codes = expected.getOrDefault(passage.activity().id(), Set.of());
      String place = inside.isEmpty() ? passage.activity().id() : inside + "/" + passage.activity().id();
      assertThat(passage.open().total()).as(place).isEqualTo(codes.size());
      for (Standing standing : List.of(Standing.LATE, Standing.SOON, Standing.PAUSED)) {
        assertThat(passage.open().of(standing)).as(place + " " + standing)
            .isEqualTo(codes.stream().filter(code -> standing(file(code)) == standing).count());
      }
      assertThat(listed(Map.of("place", place), actor)).as(place).isEqualTo(codes);
    }
    assertThat(view.passages()).extracting(passage -> passage.activity().id()).containsAll(expected.keySet());
    assertThat(view.elsewhere().total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "chutich.maipha"})
  @DisplayName("Mỗi bước mất bao lâu: số lần, trung bình, trung vị khớp với giao nhận và việc đã làm")
  void passagesAreThoseWrittenDown(String login) {
    Actor actor = stage.officer(login);
    for (String period : List.of("2024-03", "2024-04", "2024")) {
      for (String inside : List.of("", CONFIRM, DECIDE, CONFIRM + "/requestSupplement")) {
        for (Passage passage : view(period, inside, actor).passages()) {
          List<Integer> days = passage.activity().step() != null && inside.isEmpty()
              ? stepDays(passage.activity().step(), period, actor)
              : taskDays(passage.activity().id(), inside, period, actor);
          String what = period + " " + inside + "/" + passage.activity().id();
          assertThat(passage.passes()).as(what).isEqualTo(days.size());
          if (days.isEmpty()) {
            assertThat(passage.average()).as(what).isNaN();
          } else {
            assertThat(passage.average()).as(what)
                .isEqualTo(days.stream().mapToInt(Integer::intValue).average().orElseThrow());
            assertThat(passage.median()).as(what)
                .isEqualTo((days.get((days.size() - 1) / 2) + days.get(days.size() / 2)) / 2.0);
          }
        }
      }
    }
  }

  @Test
  @DisplayName("Có đủ để đếm: hồ sơ ở nhiều chỗ, có quá hạn, bước và việc đều có số ngày")
  void thereIsSomethingToCount() {
    Map<String, Passage> own = byId(view("2024", "", stage.officer("giamdoc.so")));
    assertThat(own.values().stream().filter(each -> each.open().total() > 0)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(own.get(CONFIRM).open().of(Standing.LATE)).isPositive();
    assertThat(own.get(CONFIRM).average()).isPositive();
    assertThat(own.get("issueDecision").average()).isPositive();
    assertThat(own.get("askCouncil").passes()).isEqualTo(1);
    assertThat(byId(view("2024", DECIDE, stage.officer("giamdoc.so"))).get("check").average()).isPositive();
    assertThat(byId(view("2024", DECIDE, stage.officer("chutich.dongkinh"))).get("check").passes())
        .as("not the days of those above").isZero();
  }

  @Test
  @DisplayName("Hồ sơ giữ bản phát hành đã bắt đầu: bản mới không đếm hồ sơ của bản cũ, chọn bản cũ vẫn xem được")
  void casesKeepTheirRelease() {
    Actor actor = stage.officer("giamdoc.so");
    deploy(folder());
    String code = acceptedOf("020170008820");
    List<Version> versions = figures.versions(filter("2024"), actor);
    int newest = procedures.active(KEY).version();
    assertThat(newest).isGreaterThan(release);
    assertThat(versions).extracting(Version::number).startsWith(newest).contains(release);
    assertThat(versions.get(0).active()).isTrue();
    assertThat(versions.get(0).cases()).isEqualTo(1);
    assertThat(versions).filteredOn(each -> each.number() == release).singleElement()
        .extracting(Version::cases).isEqualTo(lists.count(filter("2024").of(KEY, release), actor));
    stage.withdraw(code, "dongkinh", "Không còn nhu cầu.");
    assertThat(figures.versions(filter("2024"), actor).get(0).cases()).as("what is over stands nowhere").isZero();
    code = acceptedOf("020170008821");

    release = newest;
    assertThat(listed(Map.of("place", CONFIRM), actor)).containsExactly(code);
    assertThat(byId(view("2024", "", actor)).get(CONFIRM).open().total()).isEqualTo(1);
  }

  @Test
  @DisplayName("Việc có từ trước khi ghi vị trí: hồ sơ đếm vào dòng chưa rõ vị trí")
  void tasksWithoutPlace() {
    Actor actor = stage.officer("giamdoc.so");
    String code = acceptedOf("020170008830");
    database.update("update trian.work_item set place = null where case_code = ?", code);
    assertThat(view("2024", "", actor).elsewhere().total()).isEqualTo(1);
    assertThat(view("2024", CONFIRM, actor).elsewhere().total()).isZero();
    assertThat(listed(Map.of("place", CaseFilter.NONE), actor)).containsExactly(code);
  }

  @Test
  @DisplayName("Các việc kể theo thứ tự trên sơ đồ, từ trái sang phải")
  void fromLeftToRight() {
    assertThat(models.diagram(procedures.active(KEY), "").activities()).extracting(ProcessModels.Activity::id)
        .containsSubsequence("receiveFile", "askCouncil", CONFIRM, DECIDE);
    assertThat(models.diagram(procedures.active(KEY), DECIDE).activities()).extracting(ProcessModels.Activity::id)
        .containsSubsequence("prepare", "check", "sign");
  }

  @Test
  @DisplayName("Nơi khác không xem được; không có quyền giám sát thì bị từ chối; chỗ không có thì không có")
  void beyondReach() {
    CaseFilter foreign = CaseFilter.read(Map.of("office", "dongkinh", "procedure", KEY), TODAY).of(KEY, release);
    assertThatThrownBy(() -> figures.view(foreign, models.diagram(procedures.active(KEY), ""), "",
        stage.officer("chutich.maipha"))).isInstanceOf(DomainException.class).hasMessage("supervision-office");
    assertThatThrownBy(() -> view("2024", "", stage.officer("canbo.so")))
        .isInstanceOf(DomainException.class).hasMessage("supervision-not-yours");
    for (String place : List.of("invented", CONFIRM + "/prepare", "fileResult")) {
      assertThatThrownBy(() -> models.diagram(procedures.active(KEY), place)).as(place)
          .isInstanceOf(DomainException.class).hasMessage("place-unknown");
    }
    assertThat(models.names(procedures.active(KEY), CONFIRM + "/prepare"))
        .containsExactly("Xác nhận", "Xử lý, đề xuất");
  }

  private View view(String period, String inside, Actor actor) {
    return figures.view(filter(period).of(KEY, release), models.diagram(procedures.active(KEY), inside), inside, actor);
  }

  private static CaseFilter filter(String period) {
    return CaseFilter.read(Map.of("period", period, "procedure", KEY), TODAY);
  }

  private static Map<String, Passage> byId(View view) {
    return view.passages().stream().collect(Collectors.toMap(each -> each.activity().id(), each -> each));
  }

  private Set<String> listed(Map<String, String> parameters, Actor actor) {
    CaseFilter filter = CaseFilter.read(parameters, TODAY).of(KEY, release);
    return lists.page(filter, CaseOrder.CODE, false, 0, 1000, actor).stream().map(CaseLists.Row::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<CaseFile> seen(Actor actor) {
    return seen.computeIfAbsent(actor.login(), login -> database
        .queryForList("select code from trian.case_file where procedure_key = ?", String.class, KEY).stream()
        .map(cases::get).filter(file -> reach.sees(actor, file.receivingOffice(), file.office())).toList()).stream();
  }

  private List<LedgerLine> linesOf(CaseFile file) {
    return ledgers.computeIfAbsent(file.code(), deadlines::ledger);
  }

  /** The part of a place that stands in the diagram inside of another; empty when it is not in there. */
  private static Optional<String> segment(String place, String inside) {
    String prefix = inside.isEmpty() ? "" : inside + "/";
    return place.startsWith(prefix) ? Optional.of(place.substring(prefix.length()).split("/")[0])
        : Optional.empty();
  }

  private Standing standing(CaseFile file) {
    boolean answered = linesOf(file).stream().anyMatch(line -> line.kind() == LedgerKind.DECIDED);
    LocalDate limit = file.stepDueOn() == null && !answered ? file.dueOn() : file.stepDueOn();
    if (file.paused()) {
      return Standing.PAUSED;
    }
    if (limit == null) {
      return Standing.NO_LIMIT;
    }
    return limit.isBefore(TODAY) ? Standing.LATE
        : calendars.workingDaysBetween(TODAY, limit) <= 2 ? Standing.SOON : Standing.ON_TIME;
  }

  private List<Integer> stepDays(String step, String period, Actor actor) {
    List<Integer> days = new ArrayList<>();
    seen(actor).forEach(file -> {
      for (HandOver row : handOvers.computeIfAbsent(file.code(), record::handOvers)) {
        if (row.step().equals(step) && within(day(row.handedAt()), period)
            && reach.offices(actor).contains(row.fromOffice())) {
          LocalDate began = linesOf(file).stream()
              .filter(line -> List.of(LedgerKind.STEP_OPENED, LedgerKind.RESUMED).contains(line.kind())
                  && step.equals(line.step()) && !line.at().isAfter(row.handedAt()))
              .map(LedgerLine::day).reduce((earlier, later) -> later).orElseThrow();
          days.add(calendars.workingDaysBetween(began, day(row.handedAt())));
        }
      }
    });
    return days.stream().sorted().toList();
  }

  /** Days of the tasks of an activity as the engine remembers them. */
  private List<Integer> taskDays(String activity, String inside, String period, Actor actor) {
    return seen(actor).flatMap(file -> finished(file).stream())
        .filter(task -> segment(task.place(), inside).filter(activity::equals).isPresent()
            && within(task.done(), period) && reach.offices(actor).contains(task.office()))
        .map(TaskDays::days).sorted().toList();
  }

  private List<TaskDays> finished(CaseFile file) {
    return taskDays.computeIfAbsent(file.code(), code -> history.createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(code).finished().taskDeleteReason("completed").list().stream().map(task -> {
          LocalDate done = day(task.getEndTime().toInstant());
          return new TaskDays(placeOf(task), officeOf(task), done,
              calendars.workingDaysBetween(day(task.getStartTime().toInstant()), done));
        }).toList());
  }

  private String placeOf(HistoricTaskInstance task) {
    String place = task.getTaskDefinitionKey();
    String instance = task.getProcessInstanceId();
    for (HistoricActivityInstance call = caller(instance); call != null; call = caller(instance)) {
      place = call.getActivityId() + "/" + place;
      instance = call.getProcessInstanceId();
    }
    return place;
  }

  private HistoricActivityInstance caller(String instance) {
    String above = history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult()
        .getSuperProcessInstanceId();
    return above == null ? null : history.createHistoricActivityInstanceQuery().processInstanceId(above)
        .activityType("callActivity").list().stream()
        .filter(each -> instance.equals(each.getCalledProcessInstanceId())).findFirst().orElseThrow();
  }

  /** The office of the candidate groups that the task had. */
  private String officeOf(HistoricTaskInstance task) {
    String group = history.createHistoricIdentityLinkLogQuery().taskId(task.getId()).type("candidate")
        .operationType("add").list().get(0).getGroupId();
    return group.substring(group.indexOf('-') + 1);
  }

  private static boolean within(LocalDate day, String period) {
    return day.toString().startsWith(period);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
