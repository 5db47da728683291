package vn.trian.workflow.migration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Json;
import vn.trian.workflow.migration.Migration.State;
import vn.trian.workflow.migration.MovingCase.Verdict;
import vn.trian.workflow.release.ReleaseDesk;

/**
 * The one way in for moving running cases to another release: a plan is made, tried on every case without a trace, and
 * then done in the background. Only administrators pass.
 */
@Service
public class Migrations {

  private static final Set<ReleaseState> WORKED = Set.of(ReleaseState.ACTIVE, ReleaseState.RETIRED);
  private static final int CODE = 60;
  /** What the columns of a plan hold. */
  private static final int ROOM = 200_000;
  private static final int LISTED = 100;

  private final MigrationTable table;
  private final Plans plans;
  private final Outlines outlines;
  private final ReleaseStore store;
  private final Procedures procedures;
  private final Offices offices;
  private final Clock clock;

  Migrations(MigrationTable table, Plans plans, Outlines outlines, ReleaseStore store, Procedures procedures,
      Offices offices, Clock clock) {
    this.table = table;
    this.plans = plans;
    this.outlines = outlines;
    this.store = store;
    this.procedures = procedures;
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * Begins a plan with the pairs that the engine proposes, for all open cases.
   *
   * @param fromId release that cases keep to
   * @param toId   release that they shall keep to
   * @throws DomainException NOT_FOUND {@code release-unknown}; INVALID {@code migration-no-release},
   *     {@code migration-same-release}, {@code migration-other-procedure}, {@code migration-never-worked} when one was never at work
   */
  @Transactional
  public Migration plan(String fromId, String toId, Actor actor) {
    Person by = ReleaseDesk.require(actor);
    if (fromId.isBlank() || toId.isBlank()) {
      throw new DomainException(Kind.INVALID, "migration-no-release");
    }
    ReleaseInfo from = store.info(fromId);
    ReleaseInfo to = store.info(toId);
    if (from.id().equals(to.id())) {
      throw new DomainException(Kind.INVALID, "migration-same-release");
    }
    if (!from.procedureKey().equals(to.procedureKey())) {
      throw new DomainException(Kind.INVALID, "migration-other-procedure");
    }
    for (ReleaseInfo each : List.of(from, to)) {
      if (!WORKED.contains(each.state())) {
        throw new DomainException(Kind.INVALID, "migration-never-worked", each.version());
      }
    }
    Mapping mapping = plans.proposed(procedures.release(fromId), procedures.release(toId));
    Migration plan = new Migration(UUID.randomUUID().toString(), from.procedureKey(), fromId, toId, State.PLANNED,
        mapping, Selection.ALL, clock.instant(), by.login(), by.name(), null, null, null, null);
    table.insert(plan);
    return plan;
  }

  /**
   * Changes the pairs and the cases of a plan that was not begun; what trying it came to is forgotten.
   *
   * @throws DomainException CONFLICT {@code migration-begun}; INVALID {@code migration-too-many-codes},
   *     {@code migration-office-unknown}, {@code migration-pairs-wrong} for more pairs than any diagram has
   */
  @Transactional
  public Migration change(String id, Mapping mapping, Selection selection, Actor actor) {
    ReleaseDesk.require(actor);
    get(id);
    if (selection.codes().size() > Selection.MOST_CODES || Json.write(selection).length() > ROOM) {
      throw new DomainException(Kind.INVALID, "migration-too-many-codes", Selection.MOST_CODES);
    }
    if (selection.office() != null && offices.find(selection.office(), LocalDate.now(clock)).isEmpty()) {
      throw new DomainException(Kind.INVALID, "migration-office-unknown");
    }
    if (Json.write(mapping).length() > ROOM) {
      throw new DomainException(Kind.INVALID, "migration-pairs-wrong");
    }
    if (!table.change(id, mapping, selection)) {
      throw new DomainException(Kind.CONFLICT, "migration-begun");
    }
    table.forgetCases(id);
    return get(id);
  }

  /**
   * Has every case of a plan tried in the background.
   *
   * @throws DomainException CONFLICT {@code migration-begun}; INVALID {@code migration-pairs-wrong},
   *     {@code migration-no-cases}
   */
  @Transactional
  public Migration check(String id, Actor actor) {
    ReleaseDesk.require(actor);
    Migration plan = get(id);
    if (!table.step(id, Set.of(State.PLANNED, State.CHECKED), State.CHECKING)) {
      throw new DomainException(Kind.CONFLICT, "migration-begun");
    }
    if (!faults(plan).isEmpty()) {
      throw new DomainException(Kind.INVALID, "migration-pairs-wrong");
    }
    table.forgetCases(id);
    choose(plan);
    if (table.tally(id).cases() == 0) {
      throw new DomainException(Kind.INVALID, "migration-no-cases");
    }
    return get(id);
  }

  private void choose(Migration plan) {
    Selection selection = plan.selection();
    LocalDate today = LocalDate.now(clock);
    table.choose(plan.id(), plan.fromRelease(),
        selection.office() == null ? null : offices.atOrBelow(selection.office(), today), selection.place());
    if (selection.codes().isEmpty()) {
      return;
    }
    Set<String> codes = new LinkedHashSet<>();
    selection.codes().forEach(code -> codes.add(code.substring(0, Math.min(CODE, code.length()))));
    table.keepOnly(plan.id(), codes);
    Set<String> chosen = table.chosen(plan.id());
    Map<String, MigrationTable.Named> known = table.named(codes);
    codes.stream().filter(code -> !chosen.contains(code))
        .forEach(code -> table.leaveOut(plan.id(), code, whyNot(plan, known.get(code))));
  }

  private Reason whyNot(Migration plan, MigrationTable.Named named) {
    if (named == null) {
      return Reason.of("migration-code-unknown");
    }
    if (!named.procedureKey().equals(plan.procedureKey())) {
      return Reason.of("migration-code-other-procedure");
    }
    if (named.over()) {
      return Reason.of("migration-code-over");
    }
    if (named.releaseId().equals(plan.toRelease())) {
      return Reason.of("migration-code-there", store.info(plan.toRelease()).version());
    }
    return Reason.of(named.releaseId().equals(plan.fromRelease()) ? "migration-code-not-chosen"
        : "migration-code-other-release");
  }

  /**
   * Has the cases moved in the background: for the first time, after a stop, or once more those that stayed.
   *
   * @throws DomainException CONFLICT {@code migration-not-checked}
   */
  @Transactional
  public Migration start(String id, Actor actor) {
    Person by = ReleaseDesk.require(actor);
    State before = get(id).state();
    if (!table.step(id, Set.of(State.CHECKED, State.STOPPED, State.DONE), State.MOVING)) {
      throw new DomainException(Kind.CONFLICT, "migration-not-checked");
    }
    if (before == State.DONE) {
      table.waitAgain(id);
    }
    table.started(id, clock.instant(), by.login(), by.name());
    return get(id);
  }

  /**
   * Lets a plan rest; the case that is under way is finished.
   *
   * @throws DomainException CONFLICT {@code migration-not-running}
   */
  @Transactional
  public Migration stop(String id, Actor actor) {
    ReleaseDesk.require(actor);
    get(id);
    if (!table.step(id, Set.of(State.MOVING), State.STOPPED)
        && !table.step(id, Set.of(State.CHECKING), State.PLANNED)) {
      throw new DomainException(Kind.CONFLICT, "migration-not-running");
    }
    return get(id);
  }

  /** Puts a plan aside before any case moved; CONFLICT {@code migration-begun} after. */
  @Transactional
  public Migration discard(String id, Actor actor) {
    ReleaseDesk.require(actor);
    get(id);
    if (!table.step(id, Set.of(State.PLANNED, State.CHECKED), State.DISCARDED)) {
      throw new DomainException(Kind.CONFLICT, "migration-begun");
    }
    return get(id);
  }

  /**
   * A plan.
   *
   * @throws DomainException NOT_FOUND {@code migration-unknown}
   */
  @Transactional(readOnly = true)
  public Migration find(String id, Actor actor) {
    ReleaseDesk.require(actor);
    return get(id);
  }

  /** The newest plans of a procedure, at most 100. */
  @Transactional(readOnly = true)
  public List<Migration> ofProcedure(String procedureKey, Actor actor) {
    ReleaseDesk.require(actor);
    return table.ofProcedure(procedureKey, LISTED);
  }

  /** How far the cases of each plan of a procedure have come, by id of the plan. */
  @Transactional(readOnly = true)
  public Map<String, Tally> tallies(String procedureKey, Actor actor) {
    ReleaseDesk.require(actor);
    return table.tallies(procedureKey);
  }

  /** How far the cases of a plan have come. */
  @Transactional(readOnly = true)
  public Tally tally(String id, Actor actor) {
    ReleaseDesk.require(actor);
    return table.tally(id);
  }

  /** A page of the cases of a plan, what cannot move first; null for any state or verdict. */
  @Transactional(readOnly = true)
  public List<MovingCase> cases(String id, MovingCase.State state, Verdict verdict, int page, int size, Actor actor) {
    ReleaseDesk.require(actor);
    return table.cases(id, state, verdict, page, size);
  }

  /** Number of cases that {@link #cases} lists on all pages. */
  @Transactional(readOnly = true)
  public long count(String id, MovingCase.State state, Verdict verdict, Actor actor) {
    ReleaseDesk.require(actor);
    return table.count(id, state, verdict);
  }

  /** What is wrong with the pairs of a plan, by process and activity of the old release. */
  @Transactional(readOnly = true)
  public Map<String, Map<String, List<Reason>>> faults(Migration plan) {
    return plans.faults(old(plan), target(plan), plan.mapping());
  }

  /** The pairs that the engine proposes for a plan. */
  @Transactional(readOnly = true)
  public Mapping proposed(Migration plan, Actor actor) {
    ReleaseDesk.require(actor);
    return plans.proposed(old(plan), target(plan));
  }

  /** Processes of the old release of a plan. */
  @Transactional(readOnly = true)
  public Outlines.Outline before(Migration plan) {
    return outlines.of(old(plan));
  }

  /** Processes of the new release of a plan. */
  @Transactional(readOnly = true)
  public Outlines.Outline after(Migration plan) {
    return outlines.of(target(plan));
  }

  /** Where the open cases of a release stand, with how many stand there; "" stands nowhere. */
  @Transactional(readOnly = true)
  public Map<String, Long> places(String releaseId, Actor actor) {
    ReleaseDesk.require(actor);
    Map<String, Long> places = new LinkedHashMap<>();
    table.places(releaseId).forEach((place, cases) -> places.put(place == null ? "" : place, cases));
    return places;
  }

  /** How many open cases of the old release of a plan stand at which activity, by process. */
  @Transactional(readOnly = true)
  public Map<String, Map<String, Long>> standing(Migration plan) {
    Map<String, Map<String, Long>> standing = new LinkedHashMap<>();
    Outlines.Outline outline = outlines.of(old(plan));
    table.places(plan.fromRelease()).forEach((place, count) -> {
      String process = plan.procedureKey();
      for (String activity : place == null ? new String[0] : place.split("/")) {
        if (process != null) {
          standing.computeIfAbsent(process, key -> new LinkedHashMap<>()).merge(activity, count, Long::sum);
          process = outline.process(process).flatMap(each -> each.node(activity)).map(Outlines.Node::calls)
              .orElse(null);
        }
      }
    });
    return standing;
  }

  /**
   * The drawing of a process of a plan.
   *
   * @param old whether that of the old release
   * @throws DomainException NOT_FOUND {@code migration-unknown} when there is no such process
   */
  public byte[] drawing(Migration plan, String process, boolean old) {
    return outlines.drawing((old ? before(plan) : after(plan)).process(process)
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "migration-unknown")));
  }

  private Release old(Migration plan) {
    return procedures.release(plan.fromRelease());
  }

  private Release target(Migration plan) {
    return procedures.release(plan.toRelease());
  }

  private Migration get(String id) {
    return table.find(id).orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "migration-unknown"));
  }
}
