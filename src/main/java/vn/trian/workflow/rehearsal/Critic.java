package vn.trian.workflow.rehearsal;

import static vn.trian.workflow.rehearsal.Discrepancies.what;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Eligibility;
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
import vn.trian.payment.PaymentLines;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.shared.Vnd;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/**
 * Holds what comes of a case against what its scenario says: its way, days, sums, documents and rows; and against what
 * has to be true of every case. Reads only; what happens to the case is {@link Player}'s.
 */
public class Critic {

  private final Cast cast;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final CaseDeadlines deadlines;
  private final CaseDocuments documents;
  private final Assessment assessment;
  private final Entitlements entitlements;
  private final PaymentLines payments;
  private final WorkList work;
  private final Clock clock;
  private final TransactionTemplate reading;

  public Critic(Cast cast, CaseFiles cases, CaseRecord record, CaseDeadlines deadlines, CaseDocuments documents,
      Assessment assessment, Entitlements entitlements, PaymentLines payments, WorkList work, MovableClock clock,
      PlatformTransactionManager transactions) {
    this.cast = cast;
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
   * Begins to watch a case that was just handed in.
   *
   * @param caseBefore code of the case that the scenario builds on; null for none
   * @param wrong      where everything goes that is otherwise than the scenario says
   */
  Review review(Procedure procedure, Scenario scenario, String caseCode, String caseBefore, Discrepancies wrong) {
    return new Review(procedure, scenario, caseCode, caseBefore, wrong);
  }

  /** The look at one case, from the desk to its end. */
  final class Review {

    private final Procedure procedure;
    private final Scenario scenario;
    private final Scenario.Expected expect;
    private final String caseCode;
    private final String caseBefore;
    private final Discrepancies wrong;
    private Eligibility eligibility;

    private Review(Procedure procedure, Scenario scenario, String caseCode, String caseBefore, Discrepancies wrong) {
      this.procedure = procedure;
      this.scenario = scenario;
      this.expect = scenario.expect();
      this.caseCode = caseCode;
      this.caseBefore = caseBefore;
      this.wrong = wrong;
    }

    /** Lists, cards and heads of tasks speak of the same day; of none while the clock stands. */
    void oneDueDay(Scenario.Move move, Task task) {
      CaseFile file = cases.get(caseCode);
      LocalDate listed = work.ofCase(caseCode).stream().filter(item -> item.taskId().equals(task.getId()))
          .map(WorkItem::dueOn).filter(Objects::nonNull).findFirst().orElse(null);
      LocalDate counted = file.stepDueOn() == null ? listed : file.stepDueOn();
      wrong.compare(what("listed-due", move.where()), file.paused() ? null : counted, listed);
    }

    /** When a task is due, and what the eligibility decision says of the answers that are about to be given. */
    void beforeDone(Scenario.Move move, Task task) {
      wrong.compareIfSaid(what("task-due", move.where()), move.due(),
          task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone()));
      String stepId = move.task().split("/")[0];
      Step step = procedure.steps().get(stepId);
      boolean proposal = step != null && (step.eligibility() || step.sign() != null)
          && !move.task().endsWith("/check") && !move.task().endsWith("/sign");
      if (proposal) {
        reading.executeWithoutResult(status -> eligibility = assessment.eligibility(cases.get(caseCode),
            Map.of(stepId, move.data())).orElse(null));
        eligibility(move.where(), move.eligibility());
      }
    }

    private void eligibility(Finding when, Map<String, String> expected) {
      if (expected != null) {
        expected.forEach((output, value) -> wrong.compare(what("eligibility", when, output), value,
            eligibility == null ? null : Discrepancies.plain(eligibility.outputs().get(output))));
      }
    }

    /** What has come of the case when the last move is done. */
    void atLast() {
      reading.executeWithoutResult(status -> {
        CaseFile file = cases.get(caseCode);
        List<String> open = cast.openTasks(caseCode).stream().map(cast::placeOf).toList();
        way();
        days(file);
        wrong.compareIfSaid(what("state"), expect.state(), file.state().name());
        wrong.compareIfSaid(what("result"), expect.result(), file.result());
        eligibility(what("at-last"), expect.eligibility());
        requiredPapers();
        sums();
        documents();
        grants();
        wrong.compareIfSaid(what("open"), expect.open(), open);
        if (expect.offices() != null) {
          wrong.compare(what("offices"), expect.offices(),
              record.handOvers(caseCode).stream().map(HandOver::fromOffice).toList());
        }
        always(file, open);
      });
    }

    private void way() {
      if (expect.path() != null) {
        wrong.compare(what("path"), expect.path(), cast.path(caseCode));
      }
      Map<String, List<String>> passed = cast.passed(caseCode);
      if (expect.passed() != null) {
        expect.passed().forEach((process, ids) -> ids.stream()
            .filter(id -> !passed.getOrDefault(process, List.of()).contains(id))
            .forEach(id -> wrong.add("not-passed", process, id)));
      }
      if (expect.notPassed() != null) {
        expect.notPassed().forEach((process, ids) -> ids.stream()
            .filter(id -> passed.getOrDefault(process, List.of()).contains(id))
            .forEach(id -> wrong.add("passed", process, id)));
      }
    }

    private void days(CaseFile file) {
      if (expect.dueDates() == null) {
        return;
      }
      List<LedgerLine> ledger = deadlines.ledger(caseCode);
      expect.dueDates().forEach((step, due) -> {
        Step known = procedure.steps().get(step);
        if (Scenario.PROMISED.equals(step)) {
          wrong.compare(what("promised"), due, file.dueOn());
        } else {
          wrong.compare(what("due", known == null ? step : known.name()), due, setLast(step, ledger));
        }
      });
    }

    /** The due day of a step as it was set last. */
    private static LocalDate setLast(String step, List<LedgerLine> ledger) {
      return ledger.stream()
          .filter(line -> step.equals(line.step()))
          .filter(line -> line.kind() == LedgerKind.STEP_OPENED || line.kind() == LedgerKind.RESUMED)
          .reduce((first, second) -> second).map(LedgerLine::stepDueOn).orElse(null);
    }

    private void requiredPapers() {
      if (expect.requiredPapers() != null) {
        wrong.compare(what("papers"), expect.requiredPapers(),
            cast.requiredPapers(procedure.key(), scenario.application()).stream().map(PaperTick::kind).toList());
      }
    }

    private void sums() {
      List<CalculationLine> lines = assessment.lines(caseCode);
      if (expect.amount() != null) {
        wrong.compare(what("amount"), new Vnd(expect.amount().longValue()), Assessment.total(lines));
      }
      if (expect.firstPeriod() != null) {
        wrong.compare(what("first-period"), expect.firstPeriod(), lines.stream()
            .filter(line -> line.periods() == 0 || lines.size() == 1).map(CalculationLine::firstPeriod).findFirst()
            .orElse(null));
      }
      wrong.compareRows(what("lines"), expect.lines(), lines.stream().map(CaseRows::of).toList());
    }

    private void documents() {
      if (expect.documents() != null) {
        wrong.compare(what("documents"), expect.documents().stream().sorted().toList(),
            documents.of(caseCode).stream().filter(each -> each.status() != DocumentStatus.REPLACED)
                .map(DocumentView::kind).sorted().toList());
      }
    }

    private void grants() {
      wrong.compareRows(what("entitlements"), expect.entitlements(),
          entitlements.of(caseCode).stream().map(CaseRows::of).toList());
      if (caseBefore != null) {
        wrong.compareRows(what("entitlements-before"), expect.entitlementsBefore(),
            entitlements.of(caseBefore).stream().map(CaseRows::of).toList());
      }
      wrong.compareRows(what("payments"), expect.payments(),
          payments.of(caseCode).stream().map(CaseRows::of).toList());
    }

    /** What holds of every case, whatever its scenario says. */
    private void always(CaseFile file, List<String> open) {
      wrong.compare(what("broken-log"), null, record.firstBrokenEntry(caseCode).orElse(null));
      List<String> numbers = documents.of(caseCode).stream().filter(each -> each.number() != null)
          .map(each -> each.officeId() + " " + each.number() + " " + each.symbol()).toList();
      wrong.compare(what("numbers"), numbers.stream().distinct().toList(), numbers);
      if (file.state().isFinal()) {
        wrong.compare(what("left-tasks"), List.of(), open);
        wrong.compare(what("left-process"), false, cast.isRunning(caseCode));
        wrong.compare(what("left-drafts"), List.of(), documents.of(caseCode).stream()
            .filter(each -> each.status() == DocumentStatus.DRAFT || each.status() == DocumentStatus.SIGNED)
            .map(DocumentView::kind).toList());
        wrong.compare(what("left-pause"), false, file.paused());
      }
    }
  }
}
