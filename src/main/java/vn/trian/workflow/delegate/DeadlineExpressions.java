package vn.trian.workflow.delegate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.engine.Registered;

/** When the timers of a step fire. */
@Component("deadline")
@Registered
public class DeadlineExpressions {

  /** Steps without a limit get their timers here; nobody will see that day. */
  private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

  private final CaseFiles cases;
  private final CaseDeadlines deadlines;
  private final Clock clock;

  DeadlineExpressions(CaseFiles cases, CaseDeadlines deadlines, Clock clock) {
    this.cases = cases;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Begin of the last working day before the due day. */
  public Date warnAt(DelegateExecution execution) {
    LocalDate due = due(execution);
    return at(due.equals(NEVER) ? NEVER : deadlines.warnOn(due));
  }

  /** The moment the due day is over. */
  public Date escalateAt(DelegateExecution execution) {
    LocalDate due = due(execution);
    return at(due.equals(NEVER) ? NEVER : due.plusDays(1));
  }

  /** End of the due day as the task shows it; null when the step has no limit. */
  public Date dueAt(DelegateExecution execution) {
    LocalDate due = due(execution);
    return due.equals(NEVER) ? null
        : Date.from(due.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1));
  }

  /** No day is due while the clock stands. */
  private LocalDate due(DelegateExecution execution) {
    CaseFile file = cases.get(CaseVariables.of(execution).caseCode());
    return file.paused() || file.stepDueOn() == null ? NEVER : file.stepDueOn();
  }

  private Date at(LocalDate day) {
    return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
  }
}
