package vn.trian.workflow.rehearsal;

import static vn.trian.workflow.rehearsal.Discrepancies.what;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import vn.trian.casefile.PaperTick;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Act;

/** Plays scenarios, move by move, and tells in what they came out otherwise than they say. */
public class Player {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  /** The one message that people can send a case. */
  private static final String WITHDRAWAL = "applicantWithdrew";

  private final Cast cast;
  private final Slate slate;
  private final Procedures procedures;
  private final Critic critic;
  private final MovableClock clock;

  public Player(Cast cast, Slate slate, Procedures procedures, Critic critic, MovableClock clock) {
    this.cast = cast;
    this.slate = slate;
    this.procedures = procedures;
    this.critic = critic;
    this.clock = clock;
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

  /** Nine o'clock of a day, or a given moment; without any, the minute after what happened before. */
  private static LocalDateTime moment(String on, LocalDateTime before) {
    if (on == null) {
      return Objects.requireNonNull(before, "on").plusMinutes(1);
    }
    return on.contains("T") ? LocalDateTime.parse(on) : LocalDate.parse(on).atTime(MORNING);
  }

  /** One scenario being played. */
  private final class Performance {

    private final Scenario scenario;
    private final String caseBefore;
    private final Procedure procedure;
    private final List<String> happened = new ArrayList<>();
    private final Discrepancies wrong = new Discrepancies();
    private String caseCode;

    Performance(String procedureKey, Scenario scenario, String caseBefore) {
      this.scenario = scenario;
      this.caseBefore = caseBefore;
      this.procedure = procedures.active(procedureKey).procedure();
    }

    Played played() {
      try {
        handIn();
        if (caseCode != null) {
          walk();
        }
      } catch (NotPlayable missing) {
        wrong.add(missing.finding());
      }
      return new Played(scenario, caseCode, wrong.found(), happened);
    }

    private void handIn() {
      cast.comes(moment(scenario.filedAt().on(), clock.now()));
      List<String> before = slate.rowCounts();
      Scenario.RefusedAtDesk refused = scenario.expect().refusedAtDesk();
      try {
        Act act = new Act(scenario.desk(), scenario.reasonCode(), scenario.reason(), scenario.asked(), null,
            scenario.application(), ticks(scenario.papers()), scenario.confirmDuplicate());
        caseCode = cast.receive(procedure.key(), scenario.filedAt().office(), act).caseCode();
      } catch (DomainException refusal) {
        refusedAtDesk(refused, refusal, before);
        return;
      }
      happened(scenario.filedAt().office() + ": " + scenario.desk() + " → " + caseCode);
      if (refused != null) {
        wrong.add("desk-accepted", refused.field());
      }
    }

    private void refusedAtDesk(Scenario.RefusedAtDesk expected, DomainException refusal, List<String> before) {
      if (expected == null) {
        wrong.add("desk-refused", Discrepancies.words(refusal));
        return;
      }
      List<String> fields = refusal.problems().stream().map(problem -> problem.field()).distinct().toList();
      if (expected.field() != null && !fields.containsAll(expected.field())) {
        wrong.add("desk-fields", expected.field(), Discrepancies.words(refusal));
      }
      wrong.compareIfSaid(what("desk-code"), expected.code(), refusal.code());
      wrong.compare(what("data-after"), before, slate.rowCounts());
    }

    private void walk() {
      Critic.Review review = critic.review(procedure, scenario, caseCode, caseBefore, wrong);
      for (Scenario.Move move : scenario.walk()) {
        try {
          cast.comes(moment(move.on(), clock.now()));
          move(move, review);
        } catch (DomainException refusal) {
          wrong.add("refused", move.where(), Discrepancies.words(refusal));
          break;
        } catch (NotPlayable missing) {
          wrong.add("stuck", move.where(), missing.finding());
          break;
        }
      }
      review.atLast();
    }

    private void move(Scenario.Move move, Critic.Review review) {
      if (move.message() != null) {
        message(move);
      } else if (move.timer() != null) {
        cast.fire(caseCode, move.timer());
        happened("timer " + move.timer());
      } else {
        task(move, review);
      }
    }

    private void message(Scenario.Move move) {
      if (!WITHDRAWAL.equals(move.message())) {
        throw new NotPlayable("rehearsal.no-message", move.message());
      }
      cast.withdraw(caseCode, scenario.filedAt().office(),
          move.reason() == null ? "Người nộp đề nghị rút hồ sơ." : move.reason());
      happened("message " + move.message());
    }

    private void task(Scenario.Move move, Critic.Review review) {
      Task task = cast.task(caseCode, move.task());
      review.oneDueDay(move, task);
      String who = move.by() == null ? cast.whoFor(task).login() : move.by();
      Act act = new Act(move.outcome(), move.reasonCode(), move.reason(), move.asked(), move.otherBody(), move.data(),
          papersBrought(move), false);
      if (move.refused() != null) {
        refused(move, task, act, who);
        return;
      }
      review.beforeDone(move, task);
      cast.act(task, act, who);
      happened(who + ": " + move.task() + " " + move.outcome());
    }

    private void refused(Scenario.Move move, Task task, Act act, String who) {
      List<String> before = slate.rowCounts();
      try {
        cast.act(task, act, who);
        wrong.add("not-refused", move.where(), move.refused());
      } catch (DomainException refusal) {
        wrong.compare(what("code", move.where()), move.refused(), refusal.code());
        wrong.compare(what("data-after"), before, slate.rowCounts());
      }
    }

    /** A citizen who was asked for papers has brought them when the desk says that all is there. */
    private List<PaperTick> papersBrought(Scenario.Move move) {
      return move.papers() != null || "SUPPLEMENTED".equals(move.outcome()) ? ticks(move.papers()) : null;
    }

    private List<PaperTick> ticks(List<String> ids) {
      if (ids == null) {
        return cast.requiredPapers(procedure.key(), scenario.application());
      }
      return ids.stream().map(id -> new PaperTick(id, true, procedure.paper(id)
          .orElseThrow(() -> new NotPlayable("rehearsal.no-paper", id)).copyKind().name(), 1, null,
          List.of())).toList();
    }

    private void happened(String what) {
      happened.add(clock.now() + " " + what);
    }
  }
}
