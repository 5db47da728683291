package vn.trian.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Eligibility;
import vn.trian.benefit.Entitlement;
import vn.trian.benefit.Entitlements;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.HandOver;
import vn.trian.casefile.PaperTick;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.document.DocumentStatus;
import vn.trian.document.DocumentStatus;
import vn.trian.document.DocumentView;
import vn.trian.payment.PaymentLine;
import vn.trian.payment.PaymentLines;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Act;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Plays scenarios and tells in what their outcome differs from what they expect. */
class ScenarioPlayer {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Stage stage;
  private final CleanSlate slate;
  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final CaseDeadlines deadlines;
  private final CaseDocuments documents;
  private final Assessment assessment;
  private final Entitlements entitlements;
  private final PaymentLines payments;
  private final WorkList work;
  private final TestClock clock;
  private final TransactionTemplate reading;

  ScenarioPlayer(Stage stage, CleanSlate slate, Procedures procedures, CaseFiles cases, CaseRecord record,
      CaseDeadlines deadlines, CaseDocuments documents, Assessment assessment, Entitlements entitlements,
      PaymentLines payments, WorkList work, TestClock clock, PlatformTransactionManager transactions) {
    this.stage = stage;
    this.slate = slate;
    this.procedures = procedures;
    this.cases = cases;
    this.record = record;
    this.deadlines = deadlines;
    this.documents = documents;
    this.assessment = assessment;
    this.entitlements = entitlements;
    this.payments = payments;
    this.work = work;
    this.clock = clock;
    this.reading = new TransactionTemplate(transactions);
  }

  /**
   * Plays a scenario on a clean slate, after the scenarios that it builds on.
   *
   * @throws AssertionError naming everything that came out differently
   */
  void play(String procedureKey, Scenario scenario, List<Scenario> all) {
    slate.restore();
    List<Scenario> chain = new ArrayList<>(List.of(scenario));
    for (String before = scenario.after(); before != null; before = chain.get(0).after()) {
      String id = before;
      chain.add(0, all.stream().filter(each -> id.equals(each.id())).findFirst()
          .orElseThrow(() -> new AssertionError("không có kịch bản “" + id + "” để chạy trước")));
    }
    clock.moveTo(moment(chain.get(0).filedAt().on(), null));
    String caseBefore = null;
    for (Scenario each : chain) {
      Played played = new Played(procedureKey, each, caseBefore);
      played.run();
      played.report();
      caseBefore = played.caseCode;
    }
  }

  /**
   * Plays a scenario, whatever else is on file about the same matter, until a task is to be done.
   *
   * @return code of the case
   */
  String playUntil(String procedureKey, Scenario scenario, String place) {
    clock.moveTo(moment(scenario.filedAt().on(), null));
    Scenario begun = new Scenario(scenario.id(), scenario.name(), scenario.source(), scenario.variant(), null,
        scenario.filedAt(), scenario.application(), scenario.papers(), scenario.desk(), scenario.reasonCode(),
        scenario.reason(), scenario.items(), true,
        scenario.walk().stream().takeWhile(move -> !place.equals(move.task())).toList(), null);
    Played played = new Played(procedureKey, begun, null);
    played.run();
    played.report();
    return played.caseCode;
  }

  /** Nine o'clock of a day, or a given moment; without any the same moment as before. */
  private static LocalDateTime moment(String on, LocalDateTime before) {
    if (on == null) {
      return Objects.requireNonNull(before, "on").plusMinutes(1);
    }
    return on.contains("T") ? LocalDateTime.parse(on) : LocalDate.parse(on).atTime(MORNING);
  }

  /** One scenario being played. */
  private final class Played {

    private final String procedureKey;
    private final Scenario scenario;
    private final String caseBefore;
    private final Procedure procedure;
    private final List<String> happened = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private String caseCode;
    private Eligibility eligibility;

    Played(String procedureKey, Scenario scenario, String caseBefore) {
      this.procedureKey = procedureKey;
      this.scenario = scenario;
      this.caseBefore = caseBefore;
      this.procedure = procedures.active(procedureKey).procedure();
    }

    void run() {
      stage.comes(moment(scenario.filedAt().on(), clock.now()));
      List<String> before = slate.rowCounts();
      try {
        Act act = new Act(scenario.desk(), scenario.reasonCode(), scenario.reason(), items(scenario.items()), null,
            scenario.application(), ticks(scenario.papers()), scenario.confirmDuplicate());
        caseCode = stage.receive(procedureKey, scenario.filedAt().office(), act).caseCode();
        happened.add(clock.now() + " " + scenario.filedAt().office() + ": " + scenario.desk() + " → " + caseCode);
      } catch (DomainException refusal) {
        refusedAtDesk(refusal, before);
        return;
      }
      if (scenario.expect().refusedAtDesk() != null) {
        wrong.add("phải bị từ chối khi nhập ở “" + scenario.expect().refusedAtDesk().field() + "” nhưng đã được nhận");
      }
      for (Scenario.Move move : scenario.walk()) {
        try {
          move(move);
        } catch (DomainException refusal) {
          wrong.add(where(move) + " bị từ chối: " + words(refusal));
          break;
        } catch (AssertionError missing) {
          wrong.add(where(move) + ": " + missing.getMessage());
          break;
        }
      }
      reading.executeWithoutResult(status -> compare(scenario.expect()));
    }

    private void refusedAtDesk(DomainException refusal, List<String> before) {
      Scenario.RefusedAtDesk expected = scenario.expect().refusedAtDesk();
      if (expected == null) {
        wrong.add("bị từ chối khi nhập: " + words(refusal));
        return;
      }
      List<String> fields = refusal.problems().stream().map(problem -> problem.field()).distinct().toList();
      if (expected.field() != null && !fields.containsAll(expected.field())) {
        wrong.add("phải bị từ chối ở ô " + expected.field() + ": " + words(refusal));
      }
      if (expected.code() != null) {
        differs("mã từ chối khi nhập", expected.code(), refusal.code());
      }
      List<String> after = slate.rowCounts();
      differs("dữ liệu sau khi bị từ chối", before, after);
    }

    private void move(Scenario.Move move) {
      stage.comes(moment(move.on(), clock.now()));
      if (move.message() != null) {
        if (!"applicantWithdrew".equals(move.message())) {
          throw new AssertionError("không ai gửi tin nhắn “" + move.message() + "”");
        }
        stage.withdraw(caseCode, scenario.filedAt().office(),
            move.reason() == null ? "Người nộp đề nghị rút hồ sơ." : move.reason());
        happened.add(clock.now() + " tin nhắn " + move.message());
        return;
      }
      if (move.timer() != null) {
        stage.fire(caseCode, move.timer());
        happened.add(clock.now() + " đồng hồ " + move.timer());
        return;
      }
      Task task = stage.task(caseCode, move.task());
      oneDueDay(move, task);
      String who = move.by() == null ? stage.whoFor(task).login() : move.by();
      Act act = new Act(move.outcome(), move.reasonCode(), move.reason(), items(move.items()),
          move.body() == null ? null : new Act.Body(null, move.bodyName()), move.data(), papersBrought(move), false);
      if (move.refused() != null) {
        List<String> before = slate.rowCounts();
        try {
          stage.act(task, act, who);
          wrong.add(where(move) + " phải bị từ chối (" + move.refused() + ") nhưng đã được chấp nhận");
        } catch (DomainException refusal) {
          differs("mã từ chối ở " + where(move), move.refused(), refusal.code());
          differs("dữ liệu sau khi bị từ chối", before, slate.rowCounts());
        }
        return;
      }
      Step step = procedure.steps().get(move.task().split("/")[0]);
      if (move.due() != null) {
        differs("hạn trên việc " + where(move), move.due(),
            task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone()));
      }
      if (step != null && (step.eligibility() || step.sign() != null) && !move.task().endsWith("/check")
          && !move.task().endsWith("/sign")) {
        String stepId = move.task().split("/")[0];
        reading.executeWithoutResult(status -> eligibility = assessment.eligibility(cases.get(caseCode),
            Map.of(stepId, move.data())).orElse(null));
        assess(where(move), move.eligibility());
      }
      stage.act(task, act, who);
      happened.add(clock.now() + " " + who + ": " + where(move));
    }

    /** Lists, cards and heads of tasks speak of the same day; of none while the clock stands. */
    private void oneDueDay(Scenario.Move move, Task task) {
      CaseFile file = cases.get(caseCode);
      LocalDate listed = work.ofCase(caseCode).stream().filter(item -> item.taskId().equals(task.getId()))
          .map(WorkItem::dueOn).filter(Objects::nonNull).findFirst().orElse(null);
      LocalDate counted = file.stepDueOn() == null ? listed : file.stepDueOn();
      differs("hạn của việc trong danh sách ở " + where(move), file.paused() ? null : counted, listed);
    }

    private void assess(String when, Map<String, String> expected) {
      if (expected != null) {
        expected.forEach((output, value) -> differs("xét điều kiện, " + when + ", " + output, value,
            eligibility == null ? null : Objects.toString(plain(eligibility.outputs().get(output)), null)));
      }
    }

    private String where(Scenario.Move move) {
      return move.message() != null ? "tin nhắn " + move.message()
          : move.timer() != null ? "đồng hồ " + move.timer() : move.task() + " " + move.outcome();
    }

    /** A citizen who was asked for papers has brought them when the desk says that all is there. */
    private List<PaperTick> papersBrought(Scenario.Move move) {
      return move.papers() != null || "SUPPLEMENTED".equals(move.outcome()) ? ticks(move.papers()) : null;
    }

    private List<PaperTick> ticks(List<String> ids) {
      if (ids == null) {
        return stage.requiredPapers(procedureKey, scenario.application());
      }
      return ids.stream().map(id -> new PaperTick(id, true, procedure.paper(id)
          .orElseThrow(() -> new AssertionError("không có giấy tờ “" + id + "”")).copyKind().name(), 1, null,
          List.of())).toList();
    }

    private List<Act.Item> items(List<Scenario.Item> items) {
      return items.stream().map(item -> new Act.Item(item.kind(), item.text())).toList();
    }

    private void compare(Scenario.Expected expect) {
      CaseFile file = cases.get(caseCode);
      List<LedgerLine> ledger = deadlines.ledger(caseCode);
      if (expect.path() != null) {
        differs("đường đi", expect.path(), stage.path(caseCode));
      }
      compareActivities(expect);
      if (expect.dueDates() != null) {
        expect.dueDates().forEach((step, due) -> differs("hạn " + step, due, dueDate(step, file, ledger)));
      }
      if (expect.state() != null) {
        differs("trạng thái", expect.state(), file.state().name());
      }
      if (expect.result() != null) {
        differs("kết quả", expect.result(), file.result());
      }
      assess("cuối cùng", expect.eligibility());
      if (expect.requiredPapers() != null) {
        differs("giấy tờ phải có", expect.requiredPapers(),
            stage.requiredPapers(procedureKey, scenario.application()).stream().map(PaperTick::kind).toList());
      }
      List<CalculationLine> lines = assessment.lines(caseCode);
      if (expect.amount() != null) {
        differs("số tiền", expect.amount().toBigInteger(), BigDecimal.valueOf(Assessment.total(lines).amount())
            .toBigInteger());
      }
      if (expect.firstPeriod() != null) {
        differs("kỳ đầu tiên", expect.firstPeriod(), lines.stream()
            .filter(line -> line.periods() == 0 || lines.size() == 1).map(CalculationLine::firstPeriod).findFirst()
            .orElse(null));
      }
      rows("dòng tính", asRows(expect.lines()), lines.stream().map(ScenarioPlayer::row).toList());
      if (expect.documents() != null) {
        differs("văn bản", expect.documents().stream().sorted().toList(), documents.of(caseCode).stream()
            .filter(each -> each.status() != DocumentStatus.REPLACED).map(DocumentView::kind).sorted().toList());
      }
      rows("quyền lợi", expect.entitlements(), entitlements.of(caseCode).stream().map(ScenarioPlayer::row).toList());
      if (caseBefore != null) {
        rows("quyền lợi của hồ sơ trước", expect.entitlementsBefore(),
            entitlements.of(caseBefore).stream().map(ScenarioPlayer::row).toList());
      }
      rows("khoản chi", expect.payments(), payments.of(caseCode).stream().map(ScenarioPlayer::row).toList());
      List<String> open = stage.openTasks(caseCode).stream().map(stage::placeOf).toList();
      if (expect.open() != null) {
        differs("việc đang chờ", expect.open(), open);
      }
      if (expect.offices() != null) {
        differs("nơi giao theo phiếu kiểm soát", expect.offices(),
            record.handOvers(caseCode).stream().map(HandOver::fromOffice).toList());
      }
      always(file, open);
    }

    /** What holds of every case, whatever its scenario says. */
    private void always(CaseFile file, List<String> open) {
      differs("mắt xích hỏng của nhật ký", null, record.firstBrokenEntry(caseCode).orElse(null));
      List<String> numbers = documents.of(caseCode).stream().filter(each -> each.number() != null)
          .map(each -> each.officeId() + " " + each.number() + " " + each.symbol()).toList();
      differs("văn bản trùng số", numbers.stream().distinct().toList(), numbers);
      if (file.state().isFinal()) {
        differs("việc còn lại của hồ sơ đã xong", List.of(), open);
        differs("quy trình còn chạy của hồ sơ đã xong", false, stage.isRunning(caseCode));
        differs("văn bản chưa ban hành của hồ sơ đã xong", List.of(), documents.of(caseCode).stream()
            .filter(each -> each.status() == DocumentStatus.DRAFT || each.status() == DocumentStatus.SIGNED)
            .map(DocumentView::kind).toList());
        differs("đồng hồ còn dừng của hồ sơ đã xong", false, file.paused());
      }
    }

    private void compareActivities(Scenario.Expected expect) {
      Map<String, List<String>> passed = stage.passed(caseCode);
      if (expect.passed() != null) {
        expect.passed().forEach((process, ids) -> ids.stream()
            .filter(id -> !passed.getOrDefault(process, List.of()).contains(id))
            .forEach(id -> wrong.add("chưa qua " + process + "/" + id)));
      }
      if (expect.notPassed() != null) {
        expect.notPassed().forEach((process, ids) -> ids.stream()
            .filter(id -> passed.getOrDefault(process, List.of()).contains(id))
            .forEach(id -> wrong.add("không được qua " + process + "/" + id)));
      }
    }

    /** The due day of a step as it was set last; {@code case} is the day promised to the citizen. */
    private LocalDate dueDate(String step, CaseFile file, List<LedgerLine> ledger) {
      if ("case".equals(step)) {
        return file.dueOn();
      }
      return ledger.stream()
          .filter(line -> step.equals(line.step()))
          .filter(line -> line.kind() == LedgerKind.STEP_OPENED || line.kind() == LedgerKind.RESUMED)
          .reduce((first, second) -> second).map(LedgerLine::stepDueOn).orElse(null);
    }

    private void rows(String what, List<Map<String, Object>> expected, List<Map<String, Object>> actual) {
      if (expected == null) {
        return;
      }
      List<Map<String, Object>> left = new ArrayList<>(actual);
      for (Map<String, Object> wanted : expected) {
        boolean found = left.stream().filter(row -> matches(wanted, row)).findFirst().map(left::remove).orElse(false);
        if (!found) {
          wrong.add(what + ": không có " + wanted + "; có " + actual);
        }
      }
      if (!left.isEmpty()) {
        wrong.add(what + ": thừa " + left);
      }
    }

    private List<Map<String, Object>> asRows(List<Object> lines) {
      return lines == null ? null : lines.stream().map(ScenarioPlayer::asRow).toList();
    }

    private boolean matches(Map<String, Object> wanted, Map<String, Object> row) {
      return wanted.entrySet().stream().allMatch(each -> row.containsKey(each.getKey())
          && Objects.equals(plain(each.getValue()), plain(row.get(each.getKey()))));
    }

    private void differs(String what, Object expected, Object actual) {
      if (expected instanceof List<?> wanted && actual instanceof List<?> found && wanted.size() == found.size()
          && wanted.size() > 20) {
        for (int i = 0; i < wanted.size(); i++) {
          differs(what, wanted.get(i), found.get(i));
        }
        return;
      }
      boolean same = expected instanceof Set<?> wanted && actual instanceof Collection<?> found
          ? wanted.equals(new LinkedHashSet<>(found)) : Objects.equals(expected, actual);
      if (!same) {
        wrong.add(what + ": mong đợi " + expected + ", thực tế " + actual);
      }
    }

    void report() {
      if (wrong.isEmpty()) {
        return;
      }
      StringBuilder text = new StringBuilder("Kịch bản “" + scenario.name().vi() + "” (" + procedureKey + "/"
          + scenario.id() + ", " + scenario.source() + ")");
      wrong.forEach(line -> text.append("\n  ✗ ").append(line));
      text.append("\n  Diễn biến:");
      happened.forEach(line -> text.append("\n    ").append(line));
      if (caseCode != null) {
        text.append("\n  Sổ thời hạn:");
        deadlines.ledger(caseCode).forEach(line -> text.append("\n    ").append(line.day()).append(' ')
            .append(line.kind()).append(' ').append(line.step()).append(": ").append(line.explanation()));
        text.append("\n  Việc đang chờ: ").append(stage.openTasks(caseCode).stream().map(stage::placeOf).toList());
      }
      throw new AssertionError(text.toString());
    }
  }

  private static String words(DomainException refusal) {
    String arguments = Arrays.stream(refusal.arguments()).map(String::valueOf).collect(Collectors.joining(", "));
    return refusal.code() + " (" + arguments + ")" + refusal.problems().stream()
        .map(problem -> "\n      " + problem.field() + ": " + problem.code() + " " + problem.arguments())
        .collect(Collectors.joining());
  }

  private static Object plain(Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value == null ? null : value.toString();
  }

  /** {@code BURIAL 18000000 2024-02 HOÀNG VĂN NAM} is benefit, amount, first period and recipient. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> asRow(Object line) {
    if (line instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    String[] words = line.toString().split(" ", 4);
    return Map.of("benefit", words[0], "amount", words[1], "firstPeriod", words[2], "recipient", words[3]);
  }

  private static Map<String, Object> row(CalculationLine line) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("benefit", line.benefit());
    row.put("label", line.label());
    row.put("rateCode", line.rateCode());
    row.put("asOf", line.asOf());
    row.put("unitAmount", line.unitAmount().amount());
    row.put("quantity", line.quantity());
    row.put("amount", line.amount().amount());
    row.put("periodicity", line.periodicity());
    row.put("firstPeriod", line.firstPeriod());
    row.put("periods", line.periods());
    row.put("claimKey", line.claimKey());
    row.put("recipient", line.recipient());
    row.put("legalBasis", line.legalBasis());
    row.put("confidence", line.confidence());
    return row;
  }

  private static Map<String, Object> row(Entitlement entitlement) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("benefit", entitlement.benefit());
    row.put("label", entitlement.label());
    row.put("claimKey", entitlement.claimKey());
    row.put("recipient", entitlement.recipient());
    row.put("amount", entitlement.amount().amount());
    row.put("periodicity", entitlement.periodicity());
    row.put("firstPeriod", entitlement.firstPeriod());
    row.put("lastPeriod", entitlement.lastPeriod());
    row.put("decidedOn", entitlement.decidedOn());
    row.put("endedOn", entitlement.endedOn());
    return row;
  }

  private static Map<String, Object> row(PaymentLine payment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("period", payment.period());
    row.put("recipient", payment.recipient());
    row.put("amount", payment.amount().amount());
    row.put("method", payment.method());
    row.put("state", payment.state());
    row.put("paidOn", payment.paidOn());
    return row;
  }
}
