package vn.trian.workflow;

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
import vn.trian.casefile.CaseHolds;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;
import vn.trian.casefile.OnlyOnce;
import vn.trian.casefile.Statement;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;

/** What officers do with a whole case rather than with one of its tasks. */
@Service
class CaseActions {

  static final String WITHDRAWN_MESSAGE = "applicantWithdrew";

  /** From the signature on there is an answer, and it is delivered. */
  private static final Set<CaseState> TOO_LATE = Set.of(CaseState.DECIDED, CaseState.REJECTED, CaseState.ISSUED);

  private static final Set<Role> DESKS = Set.of(Role.ONE_STOP_OFFICER, Role.DIVISION_ONE_STOP_OFFICER);

  private final CaseFiles cases;
  private final CaseHolds holds;
  private final CaseRecord record;
  private final CaseDocuments documents;
  private final Conflicts conflicts;
  private final OnlyOnce once;
  private final RuntimeService runtime;
  private final GuardedActions guarded;

  CaseActions(CaseFiles cases, CaseHolds holds, CaseRecord record, CaseDocuments documents, Conflicts conflicts,
      OnlyOnce once, RuntimeService runtime, GuardedActions guarded) {
    this.cases = cases;
    this.holds = holds;
    this.record = record;
    this.documents = documents;
    this.conflicts = conflicts;
    this.once = once;
    this.runtime = runtime;
    this.guarded = guarded;
  }

  @Transactional
  Done withdraw(String caseCode, String reason, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("withdraw", caseCode, reason), Done.class,
        () -> withdraw(caseCode, reason, actor));
  }

  private Done withdraw(String caseCode, String reason, Actor person) {
    CaseFile visible = cases.visible(caseCode, person);
    if (!isOwnDesk(visible, person)) {
      throw new DomainException(Kind.FORBIDDEN, "only-own-desk");
    }
    Actor actor = person.as(DESKS::contains);
    CaseFile file = cases.lock(caseCode);
    holds.refuseIfHeld(file);
    if (isTooLate(file)) {
      throw conflicts.tooLate("too-late-to-withdraw", caseCode, file.state().label());
    }
    if (reason == null || reason.isBlank()) {
      throw new DomainException(Kind.INVALID, "reason-missing");
    }
    record.say(caseCode, new Statement.Said(Intake.STEP, "Rút hồ sơ", "prepare", "WITHDRAW", "Người nộp rút hồ sơ",
        null, reason.strip(), Map.of(), Map.of()), actor);
    record.log(caseCode, actor, "WITHDRAW", new Label("Người nộp rút hồ sơ", "Withdrawn by the applicant"));
    guarded.within(actor, () -> {
      runtime.createMessageCorrelation(WITHDRAWN_MESSAGE).processInstanceBusinessKey(caseCode)
          .processInstanceVariableEquals("caseCode", caseCode).correlate();
      return null;
    });
    return new Done(caseCode, "done-withdrawn", List.of(Label.same(caseCode)), null,
        Done.Link.to(documents.links(caseCode)));
  }

  /** Whether this person can write down now that the applicant takes the file back. */
  boolean mayWithdraw(CaseFile file, Actor actor) {
    return isOwnDesk(file, actor) && !isTooLate(file) && !file.held();
  }

  private static boolean isOwnDesk(CaseFile file, Actor actor) {
    return file.receivingOffice().equals(actor.officeId()) && DESKS.stream().anyMatch(actor::holds);
  }

  private static boolean isTooLate(CaseFile file) {
    return file.state().isFinal() || TOO_LATE.contains(file.state());
  }
}
