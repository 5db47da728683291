package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** What officers do with a whole case rather than with one of its tasks. */
@Service
class CaseActions {

  static final String WITHDRAWN_MESSAGE = "applicantWithdrew";

  /** From the signature on there is an answer, and it is delivered. */
  private static final Set<CaseState> TOO_LATE = Set.of(CaseState.DECIDED, CaseState.REJECTED, CaseState.ISSUED);

  private final CaseFiles cases;
  private final CaseSteps steps;
  private final CaseRecord record;
  private final CaseDocuments documents;
  private final Conflicts conflicts;
  private final OnlyOnce once;
  private final RuntimeService runtime;
  private final GuardedActions guarded;
  private final Clock clock;

  CaseActions(CaseFiles cases, CaseSteps steps, CaseRecord record, CaseDocuments documents, Conflicts conflicts,
      OnlyOnce once, RuntimeService runtime, GuardedActions guarded, Clock clock) {
    this.cases = cases;
    this.steps = steps;
    this.record = record;
    this.documents = documents;
    this.conflicts = conflicts;
    this.once = once;
    this.runtime = runtime;
    this.guarded = guarded;
    this.clock = clock;
  }

  @Transactional
  Done withdraw(String caseCode, String reason, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("withdraw", caseCode, reason), Done.class,
        () -> withdraw(caseCode, reason, actor));
  }

  private Done withdraw(String caseCode, String reason, Actor actor) {
    CaseFile visible = cases.visible(caseCode, actor);
    if (!isOwnDesk(visible, actor)) {
      throw new DomainException(Kind.FORBIDDEN, "only-own-desk");
    }
    CaseFile file = cases.lock(caseCode);
    if (isTooLate(file)) {
      throw conflicts.tooLate("too-late-to-withdraw", caseCode, file.state().label());
    }
    if (reason == null || reason.isBlank()) {
      throw new DomainException(Kind.INVALID, "reason-missing");
    }
    record.say(caseCode, new Statement.Said(Intake.STEP, "Rút hồ sơ", "prepare", "WITHDRAW", "Người nộp rút hồ sơ",
        null, reason.strip(), Map.of(), Map.of()), actor);
    record.log(caseCode, actor, "WITHDRAW", new Label("Người nộp rút hồ sơ", "Withdrawn by the applicant"));
    guarded.within(() -> {
      runtime.createMessageCorrelation(WITHDRAWN_MESSAGE).processInstanceBusinessKey(caseCode)
          .processInstanceVariableEquals("caseCode", caseCode).correlate();
      return null;
    });
    return new Done(caseCode, "done-withdrawn", List.of(Label.same(caseCode)), null,
        Done.Link.to(documents.links(caseCode)));
  }

  /** Whether this person can write down now that the applicant takes the file back. */
  boolean mayWithdraw(CaseFile file, Actor actor) {
    return isOwnDesk(file, actor) && !isTooLate(file);
  }

  private static boolean isOwnDesk(CaseFile file, Actor actor) {
    return file.receivingOffice().equals(actor.officeId())
        && (actor.holds(Role.ONE_STOP_OFFICER) || actor.holds(Role.DIVISION_ONE_STOP_OFFICER));
  }

  private static boolean isTooLate(CaseFile file) {
    return file.state().isFinal() || TOO_LATE.contains(file.state());
  }

  boolean mayExtend(CaseFile file, Actor actor) {
    return isHeadOfHolder(file, actor) && !file.state().isFinal() && file.dueOn() != null;
  }

  private static boolean isHeadOfHolder(CaseFile file, Actor actor) {
    return file.office().equals(actor.officeId()) && Heads.leads(actor);
  }

  /** The head of the office that holds the case promises a new day and says why. */
  @Transactional
  Done extend(String caseCode, LocalDate newDay, String reason, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("extend", caseCode, newDay, reason), Done.class,
        () -> extend(caseCode, newDay, reason, actor));
  }

  private Done extend(String caseCode, LocalDate newDay, String reason, Actor actor) {
    CaseFile visible = cases.visible(caseCode, actor);
    if (!isHeadOfHolder(visible, actor)) {
      throw new DomainException(Kind.FORBIDDEN, "only-head-extends");
    }
    CaseFile file = cases.lock(caseCode);
    if (file.state().isFinal() || file.dueOn() == null) {
      throw conflicts.tooLate("nothing-to-extend", caseCode, file.state().label());
    }
    if (newDay == null || !newDay.isAfter(file.dueOn()) || !newDay.isAfter(LocalDate.now(clock))) {
      throw new DomainException(Kind.INVALID, "new-day-too-early", Texts.day(file.dueOn()));
    }
    if (reason == null || reason.isBlank()) {
      throw new DomainException(Kind.INVALID, "reason-missing");
    }
    LocalDate oldDay = file.dueOn();
    steps.extend(file, newDay, reason.strip(), actor);
    documents.apologize(file, oldDay, newDay, reason.strip(), actor);
    record.say(caseCode, new Statement.Said(String.valueOf(file.step()), String.valueOf(file.stepName()), "prepare",
        "EXTEND", "Xin lỗi, hẹn lại ngày " + Texts.day(newDay), null, reason.strip(), Map.of(), Map.of()), actor);
    String named = Texts.day(newDay);
    record.log(caseCode, actor, "EXTEND",
        new Label("Hẹn lại ngày trả kết quả: " + named, "New day for the result: " + named));
    return new Done(caseCode, "done-extended", List.of(Label.same(named)), null,
        Done.Link.to(documents.links(caseCode)));
  }
}
