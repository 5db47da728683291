package vn.trian.workflow.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.trian.document.DocumentView;
import vn.trian.payment.PaymentLine;
import vn.trian.payment.PaymentLines;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.shared.DomainException;
import vn.trian.shared.Vnd;
import vn.trian.workflow.Act;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Plays scenarios and tells in what their outcome differs from what they expect. */
public class Player {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Cast cast;
  private final Slate slate;
  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final CaseDeadlines deadlines;
  private final CaseDocuments documents;
  private final Assessment assessment;
  private final Entitlements entitlements;
  private final PaymentLines payments;
  private final WorkList work;
  private final MovableClock clock;
  private final TransactionTemplate reading;

  public Player(Cast cast, Slate slate, Procedures procedures, CaseFiles cases, CaseRecord record,
      CaseDeadlines deadlines, CaseDocuments documents, Assessment assessment, Entitlements entitlements,
      PaymentLines payments, WorkList work, MovableClock clock, PlatformTransactionManager transactions) {
    this.cast = cast;
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
   * How a scenario came out.
   *
   * @param caseCode code of its case; null when none came about
   * @param wrong    everything that came out otherwise than the scenario says; empty when nothing did
   * @param happened what was done, for whoever looks for the cause
   */
  public record Played(Scenario scenario, String caseCode, List<Finding> wrong, List<String> happened) {}

  /**
   * Plays a scenario on a clean slate, after the scenarios that it builds on.
   *
   * @return how it came out; of one that it builds on, when that went wrong already
   */
  public Played play(String procedureKey, Scenario scenario, List<Scenario> all) {
    slate.restore();
    List<Scenario> chain = new ArrayList<>(List.of(scenario));
    for (String before = scenario.after(); before != null; before = chain.get(0).after()) {
      String id = before;
      Scenario found = all.stream().filter(each -> id.equals(each.id())).findFirst().orElse(null);
      if (found == null || chain.contains(found)) {
        return new Played(scenario, null, List.of(Finding.of("rehearsal.no-scenario", id)), List.of());
      }
      chain.add(0, found);
    }
    clock.moveTo(moment(chain.get(0).filedAt().on(), null));
    Played last = null;
    for (Scenario each : chain) {
      last = new Performance(procedureKey, each, last == null ? null : last.caseCode()).played();
      if (!last.wrong().isEmpty()) {
        return last;
      }
    }
    return last;
  }

  /** Plays a scenario, whatever else is on file about the same matter, until a task is to be done. */
  public Played playUntil(String procedureKey, Scenario scenario, String place) {
    clock.moveTo(moment(scenario.filedAt().on(), null));
    return new Performance(procedureKey, scenario.until(place), null).played();
  }

  /** Nine o'clock of a day, or a given moment; without any the same moment as before. */
  private static LocalDateTime moment(String on, LocalDateTime before) {
    if (on == null) {
      return Objects.requireNonNull(before, "on").plusMinutes(1);
    }
    return on.contains("T") ? LocalDateTime.parse(on) : LocalDate.parse(on).atTime(MORNING);
  }

  /** One scenario being played. */
  private final class Performance {

    private final String procedureKey;
    private final Scenario scenario;
    private final String caseBefore;
    private final Procedure procedure;
    private final List<String> happened = new ArrayList<>();
    private final List<Finding> wrong = new ArrayList<>();
    private String caseCode;
    private Eligibility eligibility;

    Performance(String procedureKey, Scenario scenario, String caseBefore) {
      this.procedureKey = procedureKey;
      this.scenario = scenario;
      this.caseBefore = caseBefore;
      this.procedure = procedures.active(procedureKey).procedure();
    }

    Played played() {
      try {
        run();
      } catch (NotPlayable missing) {
        wrong.add(missing.finding());
      }
      return new Played(scenario, caseCode, wrong, happened);
    }

    private void run() {
      cast.comes(moment(scenario.filedAt().on(), clock.now()));
      List<String> before = slate.rowCounts();
      try {
        Act act = new Act(scenario.desk(), scenario.reasonCode(), scenario.reason(), items(scenario.items()), null,
            scenario.application(), ticks(scenario.papers()), scenario.confirmDuplicate());
        caseCode = cast.receive(procedureKey, scenario.filedAt().office(), act).caseCode();
        happened.add(clock.now() + " " + scenario.filedAt().office() + ": " + scenario.desk() + " → " + caseCode);
      } catch (DomainException refusal) {
        refusedAtDesk(refusal, before);
        return;
      }
      if (scenario.expect().refusedAtDesk() != null) {
        say("desk-accepted", scenario.expect().refusedAtDesk().field());
      }
      for (Scenario.Move move : scenario.walk()) {
        try {
          move(move);
        } catch (DomainException refusal) {
          say("refused", where(move), words(refusal));
          break;
        } catch (NotPlayable missing) {
          say("stuck", where(move), missing.finding());
          break;
        }
      }
      reading.executeWithoutResult(status -> compare(scenario.expect()));
    }

    private void refusedAtDesk(DomainException refusal, List<String> before) {
      Scenario.RefusedAtDesk expected = scenario.expect().refusedAtDesk();
      if (expected == null) {
        say("desk-refused", words(refusal));
        return;
      }
      List<String> fields = refusal.problems().stream().map(problem -> problem.field()).distinct().toList();
      if (expected.field() != null && !fields.containsAll(expected.field())) {
        say("desk-fields", expected.field(), words(refusal));
      }
      if (expected.code() != null) {
        differs(what("desk-code"), expected.code(), refusal.code());
      }
      List<String> after = slate.rowCounts();
      differs(what("data-after"), before, after);
    }

    private void move(Scenario.Move move) {
      cast.comes(moment(move.on(), clock.now()));
      if (move.message() != null) {
        if (!"applicantWithdrew".equals(move.message())) {
          throw new NotPlayable("rehearsal.no-message", move.message());
        }
        cast.withdraw(caseCode, scenario.filedAt().office(),
            move.reason() == null ? "Người nộp đề nghị rút hồ sơ." : move.reason());
        happened.add(clock.now() + " message " + move.message());
        return;
      }
      if (move.timer() != null) {
        cast.fire(caseCode, move.timer());
        happened.add(clock.now() + " timer " + move.timer());
        return;
      }
      Task task = cast.task(caseCode, move.task());
      oneDueDay(move, task);
      String who = move.by() == null ? cast.whoFor(task).login() : move.by();
      Act act = new Act(move.outcome(), move.reasonCode(), move.reason(), items(move.items()),
          move.body() == null ? null : new Act.Body(null, move.bodyName()), move.data(), papersBrought(move), false);
      if (move.refused() != null) {
        List<String> before = slate.rowCounts();
        try {
          cast.act(task, act, who);
          say("not-refused", where(move), move.refused());
        } catch (DomainException refusal) {
          differs(what("code", where(move)), move.refused(), refusal.code());
          differs(what("data-after"), before, slate.rowCounts());
        }
        return;
      }
      Step step = procedure.steps().get(move.task().split("/")[0]);
      if (move.due() != null) {
        differs(what("task-due", where(move)), move.due(),
            task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone()));
      }
      if (step != null && (step.eligibility() || step.sign() != null) && !move.task().endsWith("/check")
          && !move.task().endsWith("/sign")) {
        String stepId = move.task().split("/")[0];
        reading.executeWithoutResult(status -> eligibility = assessment.eligibility(cases.get(caseCode),
            Map.of(stepId, move.data())).orElse(null));
        assess(where(move), move.eligibility());
      }
      cast.act(task, act, who);
      happened.add(clock.now() + " " + who + ": " + move.task() + " " + move.outcome());
    }

    /** Lists, cards and heads of tasks speak of the same day; of none while the clock stands. */
    private void oneDueDay(Scenario.Move move, Task task) {
      CaseFile file = cases.get(caseCode);
      LocalDate listed = work.ofCase(caseCode).stream().filter(item -> item.taskId().equals(task.getId()))
          .map(WorkItem::dueOn).filter(Objects::nonNull).findFirst().orElse(null);
      LocalDate counted = file.stepDueOn() == null ? listed : file.stepDueOn();
      differs(what("listed-due", where(move)), file.paused() ? null : counted, listed);
    }

    private void assess(Finding when, Map<String, String> expected) {
      if (expected != null) {
        expected.forEach((output, value) -> differs(what("eligibility", when, output), value,
            eligibility == null ? null : Objects.toString(plain(eligibility.outputs().get(output)), null)));
      }
    }

    private Finding where(Scenario.Move move) {
      return move.message() != null ? what("message", move.message())
          : move.timer() != null ? what("timer", move.timer()) : what("task", move.task(), move.outcome());
    }

    /** A citizen who was asked for papers has brought them when the desk says that all is there. */
    private List<PaperTick> papersBrought(Scenario.Move move) {
      return move.papers() != null || "SUPPLEMENTED".equals(move.outcome()) ? ticks(move.papers()) : null;
    }

    private List<PaperTick> ticks(List<String> ids) {
      if (ids == null) {
        return cast.requiredPapers(procedureKey, scenario.application());
      }
      return ids.stream().map(id -> new PaperTick(id, true, procedure.paper(id)
          .orElseThrow(() -> new NotPlayable("rehearsal.no-paper", id)).copyKind().name(), 1, null,
          List.of())).toList();
    }

    private List<Act.Item> items(List<Scenario.Item> items) {
      return items.stream().map(item -> new Act.Item(item.kind(), item.text())).toList();
    }

    private void compare(Scenario.Expected expect) {
      CaseFile file = cases.get(caseCode);
      List<LedgerLine> ledger = deadlines.ledger(caseCode);
      if (expect.path() != null) {
        differs(what("path"), expect.path(), cast.path(caseCode));
      }
      compareActivities(expect);
      if (expect.dueDates() != null) {
        expect.dueDates().forEach((step, due) -> differs(dueOf(step), due, dueDate(step, file, ledger)));
      }
      if (expect.state() != null) {
        differs(what("state"), expect.state(), file.state().name());
      }
      if (expect.result() != null) {
        differs(what("result"), expect.result(), file.result());
      }
      assess(what("at-last"), expect.eligibility());
      if (expect.requiredPapers() != null) {
        differs(what("papers"), expect.requiredPapers(),
            cast.requiredPapers(procedureKey, scenario.application()).stream().map(PaperTick::kind).toList());
      }
      List<CalculationLine> lines = assessment.lines(caseCode);
      if (expect.amount() != null) {
        differs(what("amount"), new Vnd(expect.amount().longValue()), Assessment.total(lines));
      }
      if (expect.firstPeriod() != null) {
        differs(what("first-period"), expect.firstPeriod(), lines.stream()
            .filter(line -> line.periods() == 0 || lines.size() == 1).map(CalculationLine::firstPeriod).findFirst()
            .orElse(null));
      }
      rows(what("lines"), asRows(expect.lines()), lines.stream().map(Player::row).toList());
      if (expect.documents() != null) {
        differs(what("documents"), expect.documents().stream().sorted().toList(), documents.of(caseCode).stream()
            .filter(each -> each.status() != DocumentStatus.REPLACED).map(DocumentView::kind).sorted().toList());
      }
      rows(what("entitlements"), expect.entitlements(), entitlements.of(caseCode).stream().map(Player::row).toList());
      if (caseBefore != null) {
        rows(what("entitlements-before"), expect.entitlementsBefore(),
            entitlements.of(caseBefore).stream().map(Player::row).toList());
      }
      rows(what("payments"), expect.payments(), payments.of(caseCode).stream().map(Player::row).toList());
      List<String> open = cast.openTasks(caseCode).stream().map(cast::placeOf).toList();
      if (expect.open() != null) {
        differs(what("open"), expect.open(), open);
      }
      if (expect.offices() != null) {
        differs(what("offices"), expect.offices(),
            record.handOvers(caseCode).stream().map(HandOver::fromOffice).toList());
      }
      always(file, open);
    }

    /** What holds of every case, whatever its scenario says. */
    private void always(CaseFile file, List<String> open) {
      differs(what("broken-log"), null, record.firstBrokenEntry(caseCode).orElse(null));
      List<String> numbers = documents.of(caseCode).stream().filter(each -> each.number() != null)
          .map(each -> each.officeId() + " " + each.number() + " " + each.symbol()).toList();
      differs(what("numbers"), numbers.stream().distinct().toList(), numbers);
      if (file.state().isFinal()) {
        differs(what("left-tasks"), List.of(), open);
        differs(what("left-process"), false, cast.isRunning(caseCode));
        differs(what("left-drafts"), List.of(), documents.of(caseCode).stream()
            .filter(each -> each.status() == DocumentStatus.DRAFT || each.status() == DocumentStatus.SIGNED)
            .map(DocumentView::kind).toList());
        differs(what("left-pause"), false, file.paused());
      }
    }

    private void compareActivities(Scenario.Expected expect) {
      Map<String, List<String>> passed = cast.passed(caseCode);
      if (expect.passed() != null) {
        expect.passed().forEach((process, ids) -> ids.stream()
            .filter(id -> !passed.getOrDefault(process, List.of()).contains(id))
            .forEach(id -> say("not-passed", process, id)));
      }
      if (expect.notPassed() != null) {
        expect.notPassed().forEach((process, ids) -> ids.stream()
            .filter(id -> passed.getOrDefault(process, List.of()).contains(id))
            .forEach(id -> say("passed", process, id)));
      }
    }

    private Finding dueOf(String step) {
      Step known = procedure.steps().get(step);
      return "case".equals(step) ? what("promised") : what("due", known == null ? step : known.name());
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

    private void rows(Finding what, List<Map<String, Object>> expected, List<Map<String, Object>> actual) {
      if (expected == null) {
        return;
      }
      List<Map<String, Object>> left = new ArrayList<>(actual);
      for (Map<String, Object> wanted : expected) {
        boolean found = left.stream().filter(row -> matches(wanted, row)).findFirst().map(left::remove).orElse(false);
        if (!found) {
          say("row-missing", what, wanted, actual);
        }
      }
      if (!left.isEmpty()) {
        say("row-more", what, left);
      }
    }

    private List<Map<String, Object>> asRows(List<Object> lines) {
      return lines == null ? null : lines.stream().map(Player::asRow).toList();
    }

    private boolean matches(Map<String, Object> wanted, Map<String, Object> row) {
      return wanted.entrySet().stream().allMatch(each -> row.containsKey(each.getKey())
          && Objects.equals(plain(each.getValue()), plain(row.get(each.getKey()))));
    }

    private void differs(Finding what, Object expected, Object actual) {
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
        say("differs", what, expected, actual);
      }
    }

    private void say(String code, Object... arguments) {
      wrong.add(Finding.of("rehearsal.said." + code, arguments));
    }
  }

  private static Finding what(String code, Object... arguments) {
    return Finding.of("rehearsal.what." + code, arguments);
  }

  /** What a refusal of invented people says, in full. */
  private static Finding words(DomainException refusal) {
    Finding said = Finding.of(refusal.code(), refusal.arguments());
    return refusal.problems().isEmpty() ? said : Finding.list(refusal.problems().stream()
        .map(each -> what("field", each.field(), Finding.of(each.code(), each.arguments().toArray()))).toList());
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
