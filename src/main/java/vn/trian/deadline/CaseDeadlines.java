package vn.trian.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.model.Reckoning;
import vn.trian.deadline.model.Words;
import vn.trian.deadline.model.WorkingCalendar;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/**
 * The clock and the deadline ledger of each case. Every change of a due day leaves a line with its arithmetic.
 *
 * <p>The day promised on the receipt is the end of a chain, each step starting on the last day of the one
 * before (no source states this rule; offices print the sum). It never moves to an earlier day, and to a
 * later one only after a pause, the return of a step or an extension.
 *
 * <p>Callers hold the lock of the case; two that do not end in an optimistic locking failure of the second.
 */
@Service
@Transactional
public class CaseDeadlines {

  private static final Words NO_LIMIT = new Words("Pháp luật không quy định thời hạn cho bước này",
      "The law sets no limit for this step");
  /** After these somebody has the next move. */
  private static final Set<LedgerKind> TURNS = EnumSet.of(LedgerKind.STEP_OPENED, LedgerKind.PAUSED);
  /** "two working days or less left" is amber. */
  private static final int AMBER_DAYS = 2;
  private static final int EXPLANATION_LENGTH = 4000;

  private final Calendars calendars;
  private final ClockTable clocks;
  private final LedgerTable entries;

  CaseDeadlines(Calendars calendars, ClockTable clocks, LedgerTable entries) {
    this.calendars = calendars;
    this.clocks = clocks;
    this.entries = entries;
  }

  /**
   * Starts the clock of a case whose papers are complete.
   *
   * @param receivedAt receipt of complete papers; its day is not counted
   * @param route      steps in order
   * @return day promised to the citizen; null when no step of the route has a limit
   * @throws DomainException CONFLICT {@code deadline-already-planned} when the case has a plan
   */
  public LocalDate plan(String caseCode, Instant receivedAt, List<PlannedStep> route, String actor) {
    ClockEntity clock = clocks.findById(caseCode).orElseGet(() -> new ClockEntity(caseCode));
    if (clock.isPlanned()) {
      throw new DomainException(Kind.CONFLICT, "deadline-already-planned", caseCode);
    }
    WorkingCalendar calendar = calendars.working();
    LocalDate received = day(receivedAt);
    LocalDate dueOn = chain(calendar, received, route);
    clock.goOn();
    clock.plan(route, dueOn);
    LocalDate start = received;
    for (PlannedStep step : route) {
      LocalDate stepDueOn = null;
      Words explanation = NO_LIMIT;
      if (step.limit() != null) {
        Reckoning reckoning = calendar.reckon(start, step.limit());
        explanation = reckoning.sentence(
            start.equals(received) ? Reckoning.RECEIVED : Reckoning.TO_BE_RECEIVED);
        stepDueOn = reckoning.dueOn();
        start = stepDueOn;
      }
      write(clock, LedgerKind.PLANNED, step, true, receivedAt, stepDueOn, explanation, actor);
    }
    clocks.save(clock);
    return dueOn;
  }

  /**
   * Opens a step on the day it is received at its level; that day is not counted. A step still running is
   * closed. The promised day stays unless the clock was paused or the step ran before (a return); then the
   * steps still to come chain anew. An open pause ends.
   *
   * @param following steps that come after, in order
   */
  public Due openStep(String caseCode, PlannedStep step, List<PlannedStep> following, Instant at, String actor) {
    ClockEntity clock = clocks.findById(caseCode).orElseGet(() -> new ClockEntity(caseCode));
    if (clock.running() != null) {
      close(clock, at, actor);
    }
    LocalDate day = day(at);
    boolean again = clock.isPaused()
        || entries.existsByCaseCodeAndKindAndStep(caseCode, LedgerKind.STEP_OPENED, step.step());
    if (clock.isPaused()) {
      clock.goOn();
      write(clock, LedgerKind.RESUMED, null, false, at, null,
          Words.of("Hết tạm dừng ngày %s khi nhận lại hồ sơ", "Goes on again on %s with the file received",
              Texts.day(day)), actor);
    }
    WorkingCalendar calendar = calendars.working();
    Words explanation = NO_LIMIT;
    LocalDate dueOn = null;
    if (step.limit() != null) {
      Reckoning reckoning = calendar.reckon(day, step.limit());
      explanation = reckoning.sentence(Reckoning.RECEIVED);
      dueOn = reckoning.dueOn();
    }
    clock.open(step, following, day, dueOn);
    if (again || !clock.isPlanned() && clock.caseDueOn() == null) {
      explanation = explanation.then(promiseAgain(clock, chain(calendar, day, withFirst(step, following))));
    }
    write(clock, LedgerKind.STEP_OPENED, step, true, at, dueOn, explanation, actor);
    clocks.save(clock);
    return clock.due();
  }

  /**
   * Stops the clock while the citizen or another body has the next move. A clock that stands already keeps
   * the day it stopped on and gets another line. May come before {@link #plan}.
   *
   * @param reason shown in the ledger
   */
  public void pause(String caseCode, Label reason, Instant at, String actor) {
    ClockEntity clock = clocks.findById(caseCode).orElseGet(() -> new ClockEntity(caseCode));
    clock.pause(day(at));
    write(clock, LedgerKind.PAUSED, clock.running(), false, at, clock.stepDueOn(),
        Words.of("Tạm dừng tính thời hạn từ ngày %s: ", "The clock stands still from %s: ", Texts.day(day(at)))
            .then(new Words(reason.vi(), reason.in("en"))), actor);
    clocks.save(clock);
  }

  /**
   * Lets the clock go on when the papers are complete ("kể từ ngày nhận đủ giấy tờ"): the limit of the
   * running step starts again in full and the following steps chain after it. That a limit restarts is
   * read out of this wording, no source says it outright. Nothing happens when the clock runs.
   *
   * @throws DomainException NOT_FOUND {@code clock-unknown}
   */
  public Due resume(String caseCode, Instant at, String actor) {
    ClockEntity clock = clock(caseCode);
    if (!clock.isPaused()) {
      return clock.due();
    }
    LocalDate day = day(at);
    clock.goOn();
    WorkingCalendar calendar = calendars.working();
    PlannedStep running = clock.running();
    Words explanation = new Words("Hết tạm dừng", "Goes on again");
    if (running != null && running.limit() != null) {
      Reckoning reckoning = calendar.reckon(day, running.limit());
      clock.restartStep(day, reckoning.dueOn());
      explanation = explanation.then(new Words(", thời hạn của bước tính lại từ đầu. ",
          ", the limit of the step starts anew. ")).then(reckoning.sentence(Reckoning.COMPLETE));
    } else {
      if (running != null) {
        clock.restartStep(day, null);
      }
      explanation = explanation.then(Words.of(" ngày %s", " on %s", Texts.day(day)));
    }
    List<PlannedStep> left =
        running == null ? clock.remainingSteps() : withFirst(running, clock.remainingSteps());
    explanation = explanation.then(promiseAgain(clock, chain(calendar, day, left)));
    write(clock, LedgerKind.RESUMED, running, true, at, clock.stepDueOn(), explanation, actor);
    return clock.due();
  }

  /**
   * The running step is called otherwise from now on, as in another release of its procedure. Its limit and all days
   * stay as they are, and so does what the ledger says. Nothing happens when no step runs.
   */
  public void rename(String caseCode, String step, String name) {
    clocks.findById(caseCode).filter(clock -> clock.running() != null).ifPresent(clock -> clock.rename(step, name));
  }

  /**
   * Closes the running step. A step closed while the clock stands is measured at the day it stopped.
   *
   * @throws DomainException NOT_FOUND {@code clock-unknown}
   */
  public StepEnd closeStep(String caseCode, Instant at, String actor) {
    ClockEntity clock = clock(caseCode);
    LocalDate beganOn = clock.stepBeganOn();
    return new StepEnd(clock.running() == null ? Timeliness.ON_TIME : close(clock, at, actor), beganOn, day(at));
  }

  /**
   * Promises the citizen a later day, as the apology letter does. The due day of the step stays.
   *
   * @throws DomainException INVALID {@code extension-not-later} when the day is not after the one promised
   *     or not after today, {@code extension-on-day-off} when it is not worked (second argument: next working day);
   *     NOT_FOUND {@code clock-unknown}
   */
  public Due extend(String caseCode, LocalDate newDate, Label reason, Instant at, String actor) {
    ClockEntity clock = clock(caseCode);
    LocalDate old = clock.caseDueOn();
    LocalDate today = day(at);
    LocalDate after = old != null && old.isAfter(today) ? old : today;
    if (!newDate.isAfter(after)) {
      throw new DomainException(Kind.INVALID, "extension-not-later", Texts.day(newDate), Texts.day(after));
    }
    if (!calendars.isWorkingDay(newDate)) {
      throw new DomainException(Kind.INVALID, "extension-on-day-off", Texts.day(newDate),
          Texts.day(calendars.plusWorkingDays(newDate, 1)));
    }
    clock.promise(newDate);
    Words explanation = old == null
        ? Words.of("Hẹn trả kết quả ngày %s: ", "Result promised for %s: ", Texts.day(newDate))
        : Words.of("Hẹn lại ngày trả kết quả từ ngày %s sang ngày %s: ",
            "Result promised for %2$s instead of %1$s: ", Texts.day(old), Texts.day(newDate));
    write(clock, LedgerKind.EXTENDED, null, false, at, clock.stepDueOn(),
        explanation.then(new Words(reason.vi(), reason.in("en"))), actor);
    return clock.due();
  }

  /**
   * Ends the clock: the result is there. The running step is closed first.
   *
   * @return how the case stands to the day promised; a case decided while the clock stands is measured at
   *     the day it stopped
   * @throws DomainException NOT_FOUND {@code clock-unknown}
   */
  public Timeliness decide(String caseCode, Instant at, String actor) {
    ClockEntity clock = clock(caseCode);
    if (clock.running() != null) {
      close(clock, at, actor);
    }
    Measure measure = Measure.of(calendars.working(), clock, clock.caseDueOn(), day(at));
    clock.decide(day(at));
    write(clock, LedgerKind.DECIDED, null, false, at, null,
        new Words("Có kết quả ", "Result there ").then(measure.words()), actor);
    return measure.timeliness();
  }

  /** What the case owes now; empty when its clock never ran. */
  @Transactional(readOnly = true)
  public Optional<Due> current(String caseCode) {
    return clocks.findById(caseCode).map(ClockEntity::due);
  }

  /** Day since which the next move is awaited: the running step was opened or its clock last stopped. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> awaitedSince(String caseCode) {
    return entries.findFirstByCaseCodeAndKindInOrderBySeqDesc(caseCode, TURNS).map(line -> line.view().day());
  }

  /** All lines of a case in order; empty when its clock never ran. */
  @Transactional(readOnly = true)
  public List<LedgerLine> ledger(String caseCode) {
    return entries.findByCaseCodeOrderBySeq(caseCode).stream().map(LedgerEntity::view).toList();
  }

  /** Day to warn on, and to have the draft of the apology ready: one working day before the due day. */
  @Transactional(readOnly = true)
  public LocalDate warnOn(LocalDate due) {
    return calendars.minusWorkingDays(due, 1);
  }

  /**
   * Time left at a glance.
   *
   * @param dueOn last day on time, inclusive; null for none
   */
  @Transactional(readOnly = true)
  public Color color(LocalDate dueOn, LocalDate today, boolean paused) {
    if (paused || dueOn == null) {
      return Color.GREY;
    }
    if (today.isAfter(dueOn)) {
      return Color.RED;
    }
    return dueOn.isAfter(soonUntil(today)) ? Color.GREEN : Color.AMBER;
  }

  /** Last due day that is amber on a day: what is due until then is due soon. */
  @Transactional(readOnly = true)
  public LocalDate soonUntil(LocalDate today) {
    return calendars.plusWorkingDays(today, AMBER_DAYS);
  }

  /**
   * Time left in words.
   *
   * @param dueOn last day on time, inclusive; null for none
   */
  @Transactional(readOnly = true)
  public TimeLeft timeLeft(LocalDate dueOn, LocalDate today, boolean paused) {
    String color = color(dueOn, today, paused).name().toLowerCase(Locale.ROOT);
    if (paused) {
      return new TimeLeft(color, "time.paused", 0);
    }
    if (dueOn == null) {
      return new TimeLeft(color, "time.none", 0);
    }
    if (dueOn.isBefore(today)) {
      int over = calendars.workingDaysBetween(dueOn, today);
      // over a weekend no working day has passed yet, but late it is
      return new TimeLeft(color, over == 0 ? "time.over" : "time.late", over);
    }
    return dueOn.equals(today) ? new TimeLeft(color, "time.today", 0)
        : new TimeLeft(color, "time.left", calendars.workingDaysBetween(today, dueOn));
  }

  private Timeliness close(ClockEntity clock, Instant at, String actor) {
    PlannedStep step = clock.running();
    LocalDate dueOn = clock.stepDueOn();
    Measure measure = Measure.of(calendars.working(), clock, dueOn, day(at));
    clock.close();
    write(clock, LedgerKind.STEP_CLOSED, step, false, at, dueOn,
        new Words("Xong ", "Done ").then(measure.words()), actor);
    return measure.timeliness();
  }

  /** Moves the promise to a later day and says so; an earlier result changes nothing and says nothing. */
  private static Words promiseAgain(ClockEntity clock, LocalDate dueOn) {
    LocalDate old = clock.caseDueOn();
    if (dueOn == null || old != null && !dueOn.isAfter(old)) {
      return Words.NONE;
    }
    clock.promise(dueOn);
    return old == null
        ? Words.of("; dự kiến trả kết quả ngày %s", "; result expected on %s", Texts.day(dueOn))
        : Words.of("; ngày trả kết quả chuyển từ %s sang %s", "; the day of the result moves from %s to %s",
            Texts.day(old), Texts.day(dueOn));
  }

  /** End of the chain; null when no step has a limit. */
  static LocalDate chain(WorkingCalendar calendar, LocalDate start, List<PlannedStep> steps) {
    LocalDate end = null;
    for (PlannedStep step : steps) {
      if (step.limit() != null) {
        end = calendar.due(end == null ? start : end, step.limit());
      }
    }
    return end;
  }

  static List<PlannedStep> withFirst(PlannedStep first, List<PlannedStep> rest) {
    var all = new ArrayList<PlannedStep>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private void write(ClockEntity clock, LedgerKind kind, PlannedStep step, boolean limitApplied, Instant at,
      LocalDate stepDueOn, Words explanation, String actor) {
    Limit limit = limitApplied && step != null ? step.limit() : null;
    entries.save(new LedgerEntity(clock.caseCode(), new LedgerLine(clock.nextSeq(), kind,
        step == null ? null : step.step(), step == null ? null : step.name(), at, day(at),
        limit == null ? null : limit.amount(), limit == null ? null : limit.unit(),
        stepDueOn, clock.caseDueOn(), fitting(explanation.vi()), fitting(explanation.en()),
        limit == null || limit.legalBasis().isEmpty() ? null : limit.legalBasis(),
        limit == null ? null : limit.confidence(), actor)));
  }

  private static String fitting(String explanation) {
    return explanation.length() <= EXPLANATION_LENGTH
        ? explanation
        : explanation.substring(0, EXPLANATION_LENGTH - 1) + "…";
  }

  private ClockEntity clock(String caseCode) {
    return clocks.findById(caseCode)
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "clock-unknown", caseCode));
  }

  private LocalDate day(Instant at) {
    return at.atZone(Texts.VIET_NAM).toLocalDate();
  }
}
