package vn.trian.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.OnlyOnce;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;

/** Who has a task: taking it, giving it back, handing it to a colleague. */
@Service
class TaskHolders {

  private static final String CLAIM = "CLAIM";
  private static final String UNCLAIM = "UNCLAIM";
  private static final String REASSIGN = "REASSIGN";

  /** How the log calls that a task changes hands. */
  static final Set<String> ACTIONS = Set.of(CLAIM, UNCLAIM, REASSIGN);

  private final WorkItemRepository items;
  private final TaskGuard guard;
  private final Conflicts conflicts;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final OnlyOnce once;
  private final Procedures procedures;
  private final Officers officers;
  private final Actors actors;
  private final TaskService tasks;
  private final GuardedActions guarded;

  TaskHolders(WorkItemRepository items, TaskGuard guard, Conflicts conflicts, CaseFiles cases, CaseRecord record,
      OnlyOnce once, Procedures procedures, Officers officers, Actors actors, TaskService tasks,
      GuardedActions guarded) {
    this.items = items;
    this.guard = guard;
    this.conflicts = conflicts;
    this.cases = cases;
    this.record = record;
    this.once = once;
    this.procedures = procedures;
    this.officers = officers;
    this.actors = actors;
    this.tasks = tasks;
    this.guarded = guarded;
  }

  @Transactional
  Void claim(String taskId, String key, Actor actor) {
    return once.act(key, actor, List.of("claim", taskId), Void.class, () -> claim(taskId, actor));
  }

  @Transactional
  Void claim(String taskId, Actor actor) {
    WorkItem item = guard.locked(taskId, actor);
    if (actor.login().equals(item.assignee())) {
      return null;
    }
    guard.refuseIfTaken(item, actor);
    guard.refuseSameHands(item, actor.login());
    guarded.within(() -> {
      tasks.claim(taskId, actor.login());
      return null;
    });
    record.receive(item.caseCode(), actor);
    record.log(item.caseCode(), actor, CLAIM, nameOf(item).after("Nhận việc: ", "Taken: "));
    return null;
  }

  @Transactional
  Void unclaim(String taskId, String key, Actor actor) {
    return once.act(key, actor, List.of("unclaim", taskId), Void.class, () -> unclaim(taskId, actor));
  }

  @Transactional
  Void unclaim(String taskId, Actor actor) {
    WorkItem item = guard.locked(taskId, actor);
    if (item.assignee() == null) {
      return null;
    }
    guard.refuseIfTaken(item, actor);
    assign(item, null);
    record.log(item.caseCode(), actor, UNCLAIM, nameOf(item).after("Trả lại hàng đợi: ", "Given back: "));
    return null;
  }

  @Transactional
  Done reassign(String taskId, HandOn wanted, String key, Actor actor) {
    return once.act(key, actor, List.of("reassign", taskId, wanted), Done.class,
        () -> reassign(taskId, wanted, actor));
  }

  private Done reassign(String taskId, HandOn wanted, Actor actor) {
    WorkItem item = guard.locked(taskId, actor, each -> each.isFor(actor.groups()) || isHead(actor, each));
    requireMay(item, wanted, actor);
    if (!Objects.equals(item.assignee(), wanted.expected())) {
      throw item.assignee() == null ? conflicts.changed(item.caseCode()) : conflicts.taken(item);
    }
    if (wanted.reason() == null) {
      throw new DomainException(Kind.INVALID, "reason-missing");
    }
    Officer successor = successor(item, wanted.assignee());
    assign(item, successor.login());
    record.receive(item.caseCode(), actors.named(successor.login()));
    record.log(item.caseCode(), actor, REASSIGN, said(item, successor, wanted.reason()));
    return new Done(item.caseCode(), "done-handed-on", List.of(Label.same(successor.fullName())), null, List.of());
  }

  /** Colleagues to whom this person may hand a task, as they were recorded; empty when none, or when they may not. */
  @Transactional(readOnly = true)
  List<Officer> successors(String taskId, Actor actor) {
    return items.findById(taskId).filter(item -> actor.login().equals(item.assignee()) || isHead(actor, item))
        .map(item -> officers.at(item.officeId()).stream()
            .filter(each -> !each.login().equals(item.assignee()) && mayDo(item, each)).toList())
        .orElse(List.of());
  }

  /** Right first: whoever only belongs to the same group learns nothing of how the task changes hands. */
  private void requireMay(WorkItem item, HandOn wanted, Actor actor) {
    boolean held = actor.login().equals(wanted.expected()) || actor.login().equals(item.assignee());
    if (!held && !isHead(actor, item)) {
      throw new DomainException(Kind.FORBIDDEN, "only-holder-or-head");
    }
  }

  private Officer successor(WorkItem item, String login) {
    Officer successor = officers.at(item.officeId()).stream()
        .filter(each -> each.login().equals(login) && item.isFor(actors.named(login).groups())).findFirst()
        .orElseThrow(() -> new DomainException(Kind.INVALID, "not-a-colleague"));
    if (login.equals(item.assignee())) {
      throw new DomainException(Kind.INVALID, "has-it-already", successor.fullName());
    }
    guard.refuseSameHands(item, login);
    return successor;
  }

  private boolean mayDo(WorkItem item, Officer officer) {
    return item.isFor(actors.named(officer.login()).groups())
        && guard.heldBefore(item, officer.login()).isEmpty();
  }

  /** The head of the office or the deputy; among the officers of a room also the head of the room. */
  private static boolean isHead(Actor actor, WorkItem item) {
    return actor.officeId().equals(item.officeId()) && (Heads.leads(actor) || actor.holds(Role.DEPT_HEAD)
        && item.isFor(Set.of(Actor.group(Role.DEPT_OFFICER, item.officeId()))));
  }

  private void assign(WorkItem item, String login) {
    guarded.within(() -> {
      tasks.setAssignee(item.taskId(), login);
      return null;
    });
  }

  private Label said(WorkItem item, Officer successor, String reason) {
    return nameOf(item).after("Giao việc cho " + successor.fullName() + ": ",
        "Handed to " + successor.fullName() + ": ").before(". Lý do: " + reason, ". Reason: " + reason);
  }

  private Label nameOf(WorkItem item) {
    return procedures.release(cases.get(item.caseCode()).releaseId()).procedure().step(item.step())
        .taskName(item.phase());
  }
}
