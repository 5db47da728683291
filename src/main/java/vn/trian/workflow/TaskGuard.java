package vn.trian.workflow;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Statement;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** What every action on a task begins with: for these eyes, locked, held by nobody else, in other hands than before. */
@Component
class TaskGuard {

  private final EntityManager entities;
  private final WorkItemRepository items;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final Procedures procedures;
  private final Conflicts conflicts;

  TaskGuard(EntityManager entities, WorkItemRepository items, CaseFiles cases, CaseRecord record,
      Procedures procedures, Conflicts conflicts) {
    this.entities = entities;
    this.items = items;
    this.cases = cases;
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
    WorkItem item = items.findById(taskId).filter(isSeen).orElseThrow(() -> conflicts.gone(taskId, actor));
    cases.lock(item.caseCode());
    try {
      entities.refresh(item);
    } catch (EntityNotFoundException gone) {
      throw conflicts.gone(taskId, actor);
    }
    return item;
  }

  void refuseIfTaken(WorkItem item, Actor actor) {
    if (item.assignee() != null && !item.assignee().equals(actor.login())) {
      throw conflicts.taken(item);
    }
  }

  /** Who prepared or checked a proposal does not sign it. */
  void refuseSameHands(WorkItem item, String login) {
    heldBefore(item, login).ifPresent(said -> {
      throw new DomainException(Kind.FORBIDDEN, "four-eyes",
          procedures.release(cases.get(item.caseCode()).releaseId()).procedure().step(item.step()).name());
    });
  }

  /** What somebody said on the proposal that a task checks or signs; empty when they may check or sign it. */
  Optional<Statement> heldBefore(WorkItem item, String login) {
    if ("prepare".equals(item.phase())) {
      return Optional.empty();
    }
    List<Statement> ofStep = record.statements(item.caseCode()).stream()
        .filter(said -> said.step().equals(item.step())).toList();
    for (int i = ofStep.size() - 1; i >= 0; i--) {
      Statement said = ofStep.get(i);
      if (said.actor().equals(login) && !Outcomes.SEND_BACK.equals(said.outcome())) {
        return Optional.of(said);
      }
      if ("prepare".equals(said.phase())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
