package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.CaseSteps;
import vn.trian.casefile.OnlyOnce;
import vn.trian.casefile.Statement;
import vn.trian.deadline.Promises;
import vn.trian.procedure.DelayReason;
import vn.trian.procedure.Extensions;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/**
 * Apologies for promises that will not be kept. One working day before the promised day a draft waits for the head of
 * the office that holds the case; only the head releases it. A draft is of one promise: it is none any more as soon as
 * the promise moves, the clock stands still or the result is there, without anybody having to take it away.
 */
@Service
public class Apologies {

  private final ApologyRepository rows;
  private final CaseFiles cases;
  private final CaseSteps steps;
  private final CaseRecord record;
  private final CaseDocuments documents;
  private final Promises promises;
  private final Procedures procedures;
  private final RuntimeService runtime;
  private final Conflicts conflicts;
  private final OnlyOnce once;
  private final Clock clock;

  Apologies(ApologyRepository rows, CaseFiles cases, CaseSteps steps, CaseRecord record, CaseDocuments documents,
      Promises promises, Procedures procedures, RuntimeService runtime, Conflicts conflicts, OnlyOnce once,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.steps = steps;
    this.record = record;
    this.documents = documents;
    this.promises = promises;
    this.procedures = procedures;
    this.runtime = runtime;
    this.conflicts = conflicts;
    this.once = once;
    this.clock = clock;
  }

  /** The draft that waits for the head of the office that holds a case. */
  @Transactional(readOnly = true)
  public Optional<Apology> waiting(CaseFile file) {
    return isOwed(file) ? row(file).filter(apology -> apology.is(Apology.State.WAITING)) : Optional.empty();
  }

  /** Day that a draft proposes; computed anew when the one it was made with is over. */
  @Transactional(readOnly = true)
  public LocalDate proposedDay(CaseFile file, Apology draft) {
    LocalDate today = LocalDate.now(clock);
    return draft.newDay().isAfter(today) ? draft.newDay() : promises.proposal(file.code(), today);
  }

  /** The newest apology that the citizen was sent. */
  @Transactional(readOnly = true)
  public Optional<Apology> released(String caseCode) {
    return rows.findFirstByCaseCodeAndStateOrderByPromisedOnDesc(caseCode, Apology.State.RELEASED);
  }

  /** What holds of extensions in a case, by its own release. */
  @Transactional(readOnly = true)
  public Extensions rule(CaseFile file) {
    return procedures.release(file.releaseId()).procedure().extensions();
  }

  /** PDF of the letter as it would read, without number and date; the caller has checked that the case may be seen. */
  @Transactional(readOnly = true)
  public byte[] preview(CaseFile file, NewPromise promise, Actor actor) {
    LocalDate day = Optional.ofNullable(promise.day())
        .or(() -> waiting(file).map(draft -> proposedDay(file, draft))).orElse(file.dueOn());
    String reason = reason(rule(file), promise).map(Label::vi).orElse("");
    return documents.previewApology(file, file.dueOn(), day, reason, actor, Heads.leads(actor));
  }

  @Transactional(readOnly = true)
  boolean mayExtend(CaseFile file, Actor actor) {
    return isHeadOfHolder(file, actor) && isExtendable(file) && isAllowed(file);
  }

  @Transactional(readOnly = true)
  boolean mayPropose(CaseFile file, Actor actor) {
    return isOfficerOf(file, actor) && waiting(file).isPresent();
  }

  /** The head of the office that holds the case promises a new day and says why. */
  @Transactional
  Done extend(String caseCode, NewPromise promise, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("extend", caseCode, promise), Done.class,
        () -> extend(caseCode, promise, actor));
  }

  private Done extend(String caseCode, NewPromise promise, Actor actor) {
    CaseFile file = lockedFor(caseCode, actor, "only-head-extends", isHeadOfHolder(visible(caseCode, actor), actor));
    if (!isExtendable(file)) {
      throw conflicts.tooLate("nothing-to-extend", caseCode, file.state().label());
    }
    Extensions rule = rule(file);
    if (!isAllowed(file)) {
      throw new DomainException(Kind.CONFLICT, "extension-used-up", rule.most(), rule.legalBasis());
    }
    LocalDate oldDay = file.dueOn();
    LocalDate newDay = later(promise.day(), oldDay);
    Label reason = reason(rule, promise).orElseThrow(() -> new DomainException(Kind.INVALID, "reason-missing"));
    steps.extend(file, newDay, reason, actor);
    documents.apologize(file, oldDay, newDay, reason.vi(), actor);
    rows.findByCaseCodeAndPromisedOn(caseCode, oldDay)
        .orElseGet(() -> rows.save(
            new Apology(caseCode, oldDay, newDay, Apology.State.WAITING, clock.instant())))
        .release(promise, actor, clock.instant());
    String named = Texts.day(newDay);
    record.say(caseCode, new Statement.Said(String.valueOf(file.step()), String.valueOf(file.stepName()), "prepare",
        "EXTEND", "Xin lỗi, hẹn lại ngày " + named, null, reason.vi(), Map.of(), Map.of()), actor);
    record.log(caseCode, actor, "EXTEND",
        new Label("Hẹn lại ngày trả kết quả: " + named, "New day for the result: " + named));
    return done(caseCode, "done-extended", Label.same(named));
  }

  /** An officer of the office that holds the case says which day and reason the apology that waits should give. */
  @Transactional
  Done propose(String caseCode, NewPromise proposal, String key, Actor person) {
    return once.act(key, person, Arrays.asList("proposeApology", caseCode, proposal), Done.class, () -> {
      CaseFile file =
          lockedFor(caseCode, person, "only-officers-propose", isOfficerOf(visible(caseCode, person), person));
      Actor actor = person.as(Heads::appraises);
      Apology apology = waitingOrRefuse(file);
      if (proposal.day() != null) {
        later(proposal.day(), file.dueOn());
      }
      reason(rule(file), proposal);
      apology.propose(proposal, actor, clock.instant());
      record.log(caseCode, actor, "APOLOGY_PROPOSE",
          new Label("Đề xuất nội dung phiếu xin lỗi", "Proposed what the apology says"));
      return done(caseCode, "done-apology-proposed");
    });
  }

  /** The head decides that no apology is needed for this promise, as when the result will be ready in time. */
  @Transactional
  Done discard(String caseCode, String why, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("discardApology", caseCode, why), Done.class, () -> {
      CaseFile file =
          lockedFor(caseCode, actor, "only-head-discards", isHeadOfHolder(visible(caseCode, actor), actor));
      Apology apology = waitingOrRefuse(file);
      if (why == null || why.isBlank()) {
        throw new DomainException(Kind.INVALID, "reason-missing");
      }
      apology.discard(why.strip(), actor, clock.instant());
      record.log(caseCode, actor, "APOLOGY_DISCARD",
          new Label("Bỏ dự thảo phiếu xin lỗi", "Discarded the draft of an apology"));
      return done(caseCode, "done-apology-discarded");
    });
  }

  /** Cases that may need a draft today, some at a time, by code after a given one. */
  @Transactional(readOnly = true)
  List<String> owed(String after) {
    return rows.owed(promises.warnedUntil(LocalDate.now(clock)), after);
  }

  @Transactional
  void putAside() {
    rows.putAside();
  }

  /** Drafts the apology of a case when one is owed; whoever comes second finds it there. */
  @Transactional
  void draft(String caseCode) {
    CaseFile file = cases.lock(caseCode);
    LocalDate today = LocalDate.now(clock);
    boolean owed = isOwed(file) && !file.dueOn().isAfter(promises.warnedUntil(today));
    if (!owed || row(file).isPresent() || isHalted(caseCode)) {
      return;
    }
    boolean allowed = isAllowed(file);
    rows.saveAndFlush(new Apology(caseCode, file.dueOn(), promises.proposal(caseCode, today),
        allowed ? Apology.State.WAITING : Apology.State.NOT_ALLOWED, clock.instant()));
    if (allowed) {
      record.log(caseCode, Actor.SYSTEM, "APOLOGY_DRAFT",
          new Label("Dự thảo phiếu xin lỗi chờ người đứng đầu", "A draft apology waits for the head"));
    }
  }

  private CaseFile visible(String caseCode, Actor actor) {
    return cases.visible(caseCode, actor);
  }

  /** Who may is looked at before the lock, so that nobody else can hold a case up. */
  private CaseFile lockedFor(String caseCode, Actor actor, String refusal, boolean may) {
    if (!may) {
      throw new DomainException(Kind.FORBIDDEN, refusal);
    }
    CaseFile file = cases.lock(caseCode);
    if (!file.office().equals(actor.officeId())) {
      throw conflicts.changed(caseCode);
    }
    return file;
  }

  private Apology waitingOrRefuse(CaseFile file) {
    return waiting(file).orElseThrow(() -> new DomainException(Kind.CONFLICT, "no-apology-waits"));
  }

  private LocalDate later(LocalDate day, LocalDate promised) {
    if (day == null || !day.isAfter(promised) || !day.isAfter(LocalDate.now(clock))) {
      throw new DomainException(Kind.INVALID, "new-day-too-early", Texts.day(promised));
    }
    return day;
  }

  /** Name from the list and words; empty when neither is given. */
  private static Optional<Label> reason(Extensions rule, NewPromise promise) {
    if (promise.reasonCode() == null) {
      return Optional.ofNullable(promise.reason()).map(Label::same);
    }
    DelayReason known = rule.reason(promise.reasonCode())
        .orElseThrow(() -> new DomainException(Kind.INVALID, "delay-reason-unknown"));
    if (promise.reason() == null) {
      if (known.needsWords()) {
        throw new DomainException(Kind.INVALID, "reason-missing");
      }
      return Optional.of(known.name());
    }
    return Optional.of(known.name().before(". " + promise.reason(), ". " + promise.reason()));
  }

  private Optional<Apology> row(CaseFile file) {
    return rows.findByCaseCodeAndPromisedOn(file.code(), file.dueOn());
  }

  /** Whether a result is promised for a day, and time runs towards it. */
  private static boolean isOwed(CaseFile file) {
    return isExtendable(file) && !file.paused() && file.state() != CaseState.ISSUED;
  }

  private static boolean isExtendable(CaseFile file) {
    return !file.state().isFinal() && file.dueOn() != null;
  }

  private boolean isAllowed(CaseFile file) {
    return promises.extensions(file.code()) < rule(file).most();
  }

  private boolean isHalted(String caseCode) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseCode).suspended().count() > 0;
  }

  private static boolean isHeadOfHolder(CaseFile file, Actor actor) {
    return file.office().equals(actor.officeId()) && Heads.leads(actor);
  }

  private static boolean isOfficerOf(CaseFile file, Actor actor) {
    return file.office().equals(actor.officeId()) && Heads.appraises(actor);
  }

  private Done done(String caseCode, String code, Label... arguments) {
    return new Done(caseCode, code, List.of(arguments), null, Done.Link.to(documents.links(caseCode)));
  }
}
