package vn.trian.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseAction;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.organization.Officers;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** Tells whoever comes too late who did what, and when. */
@Component
class Conflicts {

  private static final String COMPLETED = "completed";
  private static final Label MACHINE = new Label(Actor.SYSTEM.name(), "The system");

  private final HistoryService history;
  private final CaseRecord record;
  private final CaseFiles cases;
  private final Officers officers;
  private final Reach reach;

  Conflicts(HistoryService history, CaseRecord record, CaseFiles cases, Officers officers, Reach reach) {
    this.history = history;
    this.record = record;
    this.cases = cases;
    this.officers = officers;
    this.reach = reach;
  }

  /** Who has a task, and since when. */
  DomainException taken(WorkItem item) {
    return new DomainException(Kind.CONFLICT, "task-taken", officers.nameOf(item.assignee()),
        Texts.moment(item.takenAt()));
  }

  /** What last happened to a case; somebody else did it a moment ago. */
  DomainException changed(String caseCode) {
    return last(caseCode)
        .map(entry -> new DomainException(Kind.CONFLICT, "case-changed", said(entry)))
        .orElseGet(Conflicts::busy);
  }

  /**
   * The case is in a state in which the action makes no sense any more.
   *
   * @param code of a sentence with the state, who, what and when
   */
  DomainException tooLate(String code, String caseCode, Label state) {
    return last(caseCode).map(entry -> {
      Object[] said = said(entry);
      return new DomainException(Kind.CONFLICT, code, state, said[0], said[1], said[2]);
    }).orElseGet(Conflicts::busy);
  }

  /**
   * A task that is no longer there: what became of it is said only to those who may see the case, to all others it
   * never was.
   */
  DomainException gone(String taskId, Actor actor) {
    HistoricTaskInstance past = history.createHistoricTaskInstanceQuery().taskId(taskId).finished().singleResult();
    if (past != null) {
      String code = history.createHistoricProcessInstanceQuery().processInstanceId(past.getProcessInstanceId())
          .singleResult().getBusinessKey();
      boolean seen = cases.find(code).filter(file -> reach.sees(actor, file.receivingOffice(), file.office()))
          .isPresent();
      if (seen) {
        return COMPLETED.equals(past.getDeleteReason()) ? done(code, past) : changed(code);
      }
    }
    return new DomainException(Kind.NOT_FOUND, "task-unknown");
  }

  /** All tries met somebody else; nothing more is known. */
  static DomainException busy() {
    return new DomainException(Kind.CONFLICT, "somebody-was-faster");
  }

  private DomainException done(String caseCode, HistoricTaskInstance past) {
    Instant end = past.getEndTime().toInstant();
    // the log is written in the transaction that completes the task
    return record.log(caseCode).stream()
        .filter(entry -> entry.actor().equals(past.getAssignee()) && !TaskHolders.ACTIONS.contains(entry.action()))
        .min(Comparator.comparing((CaseAction entry) -> Duration.between(entry.doneAt(), end).abs())
            .thenComparing(CaseAction::seq, Comparator.reverseOrder()))
        .map(entry -> new DomainException(Kind.CONFLICT, "task-done", said(entry)))
        .orElseGet(() -> changed(caseCode));
  }

  /** The newest entry that a person made, or else the newest of all. */
  private Optional<CaseAction> last(String caseCode) {
    List<CaseAction> entries = record.log(caseCode);
    Comparator<CaseAction> newest = Comparator.comparingInt(CaseAction::seq);
    return entries.stream().filter(entry -> !Actor.SYSTEM.login().equals(entry.actor())).max(newest)
        .or(() -> entries.stream().max(newest));
  }

  private static Object[] said(CaseAction entry) {
    Object who = Actor.SYSTEM.login().equals(entry.actor()) ? MACHINE : entry.doer();
    return new Object[] {who, entry.summary(), Texts.moment(entry.doneAt())};
  }
}
