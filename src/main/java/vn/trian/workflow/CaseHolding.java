package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseHold;
import vn.trian.casefile.CaseHolds;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.OnlyOnce;
import vn.trian.organization.Offices;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;

/**
 * A head holds a case back, and lets it go on. While it is held its processes are suspended, timers among them; the
 * dates of the case run on. A head of an office below does not end what one above began.
 */
@Service
class CaseHolding {

  private static final String HOLD = "HOLD";
  private static final String RESUME = "RESUME";

  private final CaseFiles cases;
  private final CaseHolds holds;
  private final CaseRecord record;
  private final Conflicts conflicts;
  private final OnlyOnce once;
  private final Offices offices;
  private final RuntimeService runtime;
  private final GuardedActions guarded;
  private final Clock clock;

  CaseHolding(CaseFiles cases, CaseHolds holds, CaseRecord record, Conflicts conflicts, OnlyOnce once,
      Offices offices, RuntimeService runtime, GuardedActions guarded, Clock clock) {
    this.cases = cases;
    this.holds = holds;
    this.record = record;
    this.conflicts = conflicts;
    this.once = once;
    this.offices = offices;
    this.runtime = runtime;
    this.guarded = guarded;
    this.clock = clock;
  }

  @Transactional
  Done hold(String caseCode, Hold wanted, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("hold", caseCode, wanted), Done.class, () -> {
      CaseFile file = holdable(caseCode, wanted, true, actor);
      String reason = wanted.words();
      holds.begin(file, reason, actor);
      suspend(caseCode);
      record.log(caseCode, actor, HOLD, new Label("Tạm giữ hồ sơ. Lý do: " + reason, "Held. Reason: " + reason));
      return done(file, "done-held");
    });
  }

  @Transactional
  Done resume(String caseCode, Hold wanted, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("resume", caseCode, wanted), Done.class, () -> {
      CaseFile file = held(caseCode, true, actor);
      String reason = wanted.words();
      holds.end(file, reason, actor);
      activate(caseCode);
      record.log(caseCode, actor, RESUME,
          new Label("Cho hồ sơ tiếp tục. Lý do: " + reason, "Let go on. Reason: " + reason));
      return done(file, "done-resumed");
    });
  }

  /** Meets the refusal that {@link #hold} would meet now. */
  @Transactional(readOnly = true)
  void foreseeHold(String caseCode, Hold wanted, Actor actor) {
    holdable(caseCode, wanted, false, actor);
    wanted.words();
  }

  /** Meets the refusal that {@link #resume} would meet now. */
  @Transactional(readOnly = true)
  void foreseeResume(String caseCode, Hold wanted, Actor actor) {
    held(caseCode, false, actor);
    wanted.words();
  }

  /** Whether this person can hold the case back now. */
  boolean mayHold(CaseFile file, Actor actor) {
    return leadsOver(file.office(), actor) && !file.held() && !file.state().isFinal();
  }

  /** Whether this person can let the case go on now. */
  boolean mayResume(CaseFile file, Actor actor) {
    return holds.current(file).filter(hold -> leadsOver(hold.officeId(), actor)).isPresent();
  }

  /** What somebody saw comes before what they may: a case that went on meanwhile may be out of their hands by now. */
  private CaseFile holdable(String caseCode, Hold wanted, boolean locked, Actor actor) {
    CaseFile file = cases.visible(caseCode, actor);
    if (wanted.step() != null && !wanted.step().equals(Objects.toString(file.step(), ""))) {
      throw conflicts.changed(caseCode);
    }
    requireLeads(file, actor);
    if (wanted.step() == null) {
      throw new DomainException(Kind.INVALID, "hold-step-missing");
    }
    CaseFile current = locked ? cases.lock(caseCode) : file;
    if (current.state().isFinal()) {
      throw conflicts.tooLate("nothing-to-hold", caseCode, current.state().label());
    }
    holds.refuseIfHeld(current);
    return current;
  }

  private CaseFile held(String caseCode, boolean locked, Actor actor) {
    CaseFile file = cases.visible(caseCode, actor);
    requireLeads(file, actor);
    CaseFile current = locked ? cases.lock(caseCode) : file;
    CaseHold hold = holds.current(current)
        .orElseThrow(() -> conflicts.tooLate("nothing-held", caseCode, current.state().label()));
    if (!leadsOver(hold.officeId(), actor)) {
      throw new DomainException(Kind.FORBIDDEN, "held-from-above", hold.heldByName(), holds.officeOf(hold));
    }
    return current;
  }

  private void requireLeads(CaseFile file, Actor actor) {
    if (!leadsOver(file.office(), actor)) {
      throw new DomainException(Kind.FORBIDDEN, "only-head-holds");
    }
  }

  private boolean leadsOver(String office, Actor actor) {
    return Heads.leads(actor) && offices.isAtOrBelow(office, actor.officeId(), LocalDate.now(clock));
  }

  private void suspend(String caseCode) {
    guarded.within(() -> {
      processes(caseCode).forEach(each -> runtime.suspendProcessInstanceById(each.getId()));
      return null;
    });
  }

  private void activate(String caseCode) {
    guarded.within(() -> {
      processes(caseCode).forEach(each -> runtime.activateProcessInstanceById(each.getId()));
      return null;
    });
  }

  /** The procedure's own process and those that it called: suspending the one leaves the others at work. */
  private List<ProcessInstance> processes(String caseCode) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseCode).list();
  }

  private static Done done(CaseFile file, String code) {
    return new Done(file.code(), code, List.of(Label.same(file.code())), null, List.of());
  }
}
