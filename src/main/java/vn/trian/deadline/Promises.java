package vn.trian.deadline;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** What may become of the day promised to the citizen. Only looks; {@link CaseDeadlines} keeps the ledger. */
@Service
@Transactional(readOnly = true)
public class Promises {

  private final Calendars calendars;
  private final ClockTable clocks;
  private final LedgerTable entries;

  Promises(Calendars calendars, ClockTable clocks, LedgerTable entries) {
    this.calendars = calendars;
    this.clocks = clocks;
    this.entries = entries;
  }

  /** Last promised day that is warned of on a day or before: the working day after it. */
  public LocalDate warnedUntil(LocalDate today) {
    return calendars.plusWorkingDays(today, 1);
  }

  /** How often the promised day of a case was put off with an apology. */
  public int extensions(String caseCode) {
    return entries.countByCaseCodeAndKind(caseCode, LedgerKind.EXTENDED);
  }

  /**
   * A new day that can be kept when every step still to come takes the whole of its limit, the running one beginning
   * anew on the given day. At least one working day after that day and after the day promised before.
   *
   * @throws DomainException NOT_FOUND {@code clock-unknown}
   */
  public LocalDate proposal(String caseCode, LocalDate today) {
    ClockEntity clock = clocks.findById(caseCode)
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "clock-unknown", caseCode));
    LocalDate old = clock.caseDueOn();
    LocalDate earliest = calendars.plusWorkingDays(old != null && old.isAfter(today) ? old : today, 1);
    PlannedStep running = clock.running();
    List<PlannedStep> left = running == null ? clock.remainingSteps()
        : CaseDeadlines.withFirst(running, clock.remainingSteps());
    LocalDate end = CaseDeadlines.chain(calendars.working(), today, left);
    return end != null && end.isAfter(earliest) ? end : earliest;
  }
}
