package vn.trian.workflow;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseHolds;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Hand;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * What every action on a task begins with: for these eyes, locked, not held back by a head, taken by nobody else, in
 * other hands than before.
 */
@Component
class TaskGuard {

  private final EntityManager entities;
  private final WorkItemRepository items;
  private final CaseFiles cases;
  private final CaseHolds holds;
  private final CaseRecord record;
  private final Procedures procedures;
  private final Conflicts conflicts;

  TaskGuard(EntityManager entities, WorkItemRepository items, CaseFiles cases, CaseHolds holds,
      CaseRecord record, Procedures procedures, Conflicts conflicts) {
    this.entities = entities;
    this.items = items;
    this.cases = cases;
    this.holds = holds;
    this.record = record;
    this.procedures = procedures;
    this.conflicts = conflicts;
  }

  /** A task of the actor's own groups. */
  WorkItem locked(String taskId, Actor actor) {
    return locked(taskId, actor, item -> item.isFor(actor.groups()));
  }

  /** Locks the case of a task, then reads the task: what was true before the lock may be true no more. */
  WorkItem locked(String taskId, Actor actor, Predicate<WorkItem> isSeen) {
    WorkItem item = seen(taskId, actor, isSeen);
    CaseFile file = cases.lock(item.caseCode());
    try {
      entities.refresh(item);
    } catch (EntityNotFoundException gone) {
      throw conflicts.gone(taskId, actor);
    }
    holds.refuseIfHeld(file);
    return item;
  }

  /** A task as it is now, of a case that goes on; what was true now may be true no more when somebody acts. */
  WorkItem unlocked(String taskId, Actor actor, Predicate<WorkItem> isSeen) {
    WorkItem item = seen(taskId, actor, isSeen);
    holds.refuseIfHeld(cases.get(item.caseCode()));
    return item;
  }

  private WorkItem seen(String taskId, Actor actor, Predicate<WorkItem> isSeen) {
    return items.findById(taskId).filter(isSeen).orElseThrow(() -> conflicts.gone(taskId, actor));
  }

  /** Whoever stands in for an absent colleague has that colleague's tasks for the taking. */
  void refuseIfTaken(WorkItem item, Actor actor) {
    if (item.assignee() != null && !item.assignee().equals(actor.login())
        && actor.standsInFor(item.assignee()).isEmpty()) {
      throw conflicts.taken(item);
    }
  }

  /** Who prepared or checked a proposal does not sign it, whomever they stand in for. */
  void refuseSameHands(WorkItem item, String login) {
    if (hadHand(item, login, handsOn(item))) {
      throw new DomainException(Kind.FORBIDDEN, "four-eyes",
          procedures.release(cases.get(item.caseCode()).releaseId()).procedure().step(item.step()).name());
    }
  }

  /** All hands that the case of a task went through. */
  List<Hand> handsOn(WorkItem item) {
    return record.hands(List.of(item.caseCode())).getOrDefault(item.caseCode(), List.of());
  }

  /**
   * Whether somebody had a hand in the proposal that a task checks or signs.
   *
   * @param hands those that the case went through, oldest first
   */
  static boolean hadHand(WorkItem item, String login, List<Hand> hands) {
    if ("prepare".equals(item.phase())) {
      return false;
    }
    List<Hand> ofStep = hands.stream().filter(hand -> hand.step().equals(item.step())).toList();
    for (int i = ofStep.size() - 1; i >= 0; i--) {
      Hand hand = ofStep.get(i);
      if (hand.actor().equals(login) && !Outcomes.SEND_BACK.equals(hand.outcome())) {
        return true;
      }
      if ("prepare".equals(hand.phase())) {
        return false;
      }
    }
    return false;
  }
}
