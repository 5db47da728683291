package vn.trian.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Hand;
import vn.trian.casefile.OnlyOnce;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.StandIn;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** Who has a task: taking it, giving it back, handing it to a colleague, taking it back from one. */
@Service
class TaskHolders {

  private static final String CLAIM = "CLAIM";
  private static final String UNCLAIM = "UNCLAIM";
  private static final String REASSIGN = "REASSIGN";
  private static final String TAKE_BACK = "TAKE_BACK";

  /** How the log calls that a task changes hands. */
  static final Set<String> ACTIONS = Set.of(CLAIM, UNCLAIM, REASSIGN, TAKE_BACK);

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
  Void claim(String taskId, Actor person) {
    WorkItem item = guard.locked(taskId, person);
    if (person.login().equals(item.assignee())) {
      return null;
    }
    guard.refuseIfTaken(item, person);
    guard.refuseSameHands(item, person.login());
    Actor actor = Capacities.of(item, person);
    if (item.assignee() == null) {
      guarded.within(actor, () -> {
        tasks.claim(taskId, actor.login());
        return null;
      });
      record.log(item.caseCode(), actor, CLAIM, nameOf(item).after("Nhận việc: ", "Taken: "));
    } else {
      assign(item, actor.login(), actor);
      record.log(item.caseCode(), actor, CLAIM, takenOver(item, actor.behalf()));
    }
    record.receive(item.caseCode(), actor);
    return null;
  }

  private Label takenOver(WorkItem item, StandIn absentee) {
    String days = Texts.day(absentee.firstDay()) + "–" + Texts.day(absentee.lastDay());
    return nameOf(item).after("Nhận việc của " + absentee.name() + " (vắng " + days + "): ",
        "Taken over from " + absentee.name() + " (away " + days + "): ");
  }

  @Transactional
  Void unclaim(String taskId, String key, Actor actor) {
    return once.act(key, actor, List.of("unclaim", taskId), Void.class, () -> unclaim(taskId, actor));
  }

  @Transactional
  Void unclaim(String taskId, Actor person) {
    WorkItem item = guard.locked(taskId, person);
    if (item.assignee() == null) {
      return null;
    }
    guard.refuseIfTaken(item, person);
    Actor actor = Capacities.of(item, person);
    assign(item, null, actor);
    record.log(item.caseCode(), actor, UNCLAIM, nameOf(item).after("Trả lại hàng đợi: ", "Given back: "));
    return null;
  }

  /** Puts a task back whose holder may not do it any more. */
  @Transactional
  void putBack(String taskId) {
    WorkItem item = guard.locked(taskId, Actor.SYSTEM, each -> true);
    String holder = item.assignee();
    if (holder == null || actors.find(holder).filter(actor -> item.isFor(actor.groups())).isPresent()) {
      return;
    }
    assign(item, null, Actor.SYSTEM);
    record.log(item.caseCode(), Actor.SYSTEM, UNCLAIM, nameOf(item)
        .after("Trả lại hàng đợi, " + officers.nameOf(holder) + " không còn nhiệm vụ này: ",
            "Given back, " + officers.nameOf(holder) + " does not have this role any more: "));
  }

  @Transactional
  Done reassign(String taskId, HandOn wanted, String key, Actor actor) {
    return once.act(key, actor, List.of("reassign", taskId, wanted), Done.class,
        () -> reassign(taskId, wanted, actor));
  }

  private Done reassign(String taskId, HandOn wanted, Actor person) {
    WorkItem item = guard.locked(taskId, person, each -> handsOn(person, each));
    requireRight(item, wanted, person);
    Actor actor = leads(person, item) ? person.as(role -> isHeadOf(role, item)) : person.forGroups(item.groups());
    return wanted.isToQueue() ? takeBack(item, wanted.reason(), actor) : handOn(item, wanted, actor);
  }

  /** Who would get a task now; meets the refusals that {@link #reassign} would meet. */
  @Transactional(readOnly = true)
  Officer foresee(String taskId, HandOn wanted, Actor actor) {
    WorkItem item = guard.unlocked(taskId, actor, each -> handsOn(actor, each));
    requireRight(item, wanted, actor);
    return successor(item, wanted.assignee());
  }

  private static boolean handsOn(Actor actor, WorkItem item) {
    return item.isFor(actor.groups()) || leads(actor, item);
  }

  private void requireRight(WorkItem item, HandOn wanted, Actor actor) {
    requireMay(item, wanted, actor);
    if (!Objects.equals(item.assignee(), wanted.expected())) {
      throw item.assignee() == null ? conflicts.changed(item.caseCode()) : conflicts.taken(item);
    }
    if (wanted.reason() == null) {
      throw new DomainException(Kind.INVALID, "reason-missing");
    }
  }

  private Done takeBack(WorkItem item, String reason, Actor actor) {
    if (item.assignee() == null) {
      throw new DomainException(Kind.INVALID, "in-queue-already");
    }
    String holder = officers.nameOf(item.assignee());
    assign(item, null, actor);
    record.log(item.caseCode(), actor, TAKE_BACK, because(reason, nameOf(item)
        .after("Thu về hàng đợi việc của " + holder + ": ", "Taken back to the queue from " + holder + ": ")));
    return new Done(item.caseCode(), "done-taken-back", List.of(), null, List.of());
  }

  private Done handOn(WorkItem item, HandOn wanted, Actor actor) {
    Officer successor = successor(item, wanted.assignee());
    assign(item, successor.login(), actor);
    record.receive(item.caseCode(), actors.named(successor.login()).forGroups(item.groups()));
    record.log(item.caseCode(), actor, REASSIGN, because(wanted.reason(), nameOf(item)
        .after("Giao việc cho " + successor.fullName() + ": ", "Handed to " + successor.fullName() + ": ")));
    return new Done(item.caseCode(), "done-handed-on", List.of(Label.same(successor.fullName())), null, List.of());
  }

  /** Colleagues to whom this person may hand a task, as they were recorded; empty when none, or when they may not. */
  @Transactional(readOnly = true)
  List<Officer> successors(String taskId, Actor actor) {
    return items.findById(taskId).filter(item -> actor.login().equals(item.assignee()) || leads(actor, item))
        .filter(item -> !cases.get(item.caseCode()).held())
        .map(item -> {
          List<Hand> hands = guard.handsOn(item);
          return officers.at(item.officeId()).stream()
              .filter(each -> !each.login().equals(item.assignee()))
              .filter(each -> item.isFor(actors.named(each.login()).groups())
                  && !TaskGuard.hadHand(item, each.login(), hands)).toList();
        }).orElse(List.of());
  }

  /** Whether this person may put a task that a colleague has back into the queue; own tasks are given back. */
  @Transactional(readOnly = true)
  boolean mayTakeBack(String taskId, Actor actor) {
    return items.findById(taskId).filter(item -> item.assignee() != null
        && !item.assignee().equals(actor.login()) && leads(actor, item)).isPresent();
  }

  /** Right first: whoever only belongs to the same group learns nothing of how the task changes hands. */
  private void requireMay(WorkItem item, HandOn wanted, Actor actor) {
    boolean held = actor.login().equals(wanted.expected()) || actor.login().equals(item.assignee());
    if (!held && !leads(actor, item)) {
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

  /** The head of the office or the deputy; among the officers of a room also the head of the room. */
  static boolean leads(Actor actor, WorkItem item) {
    return actor.officeId().equals(item.officeId())
        && actor.roles().stream().anyMatch(role -> isHeadOf(role, item));
  }

  private static boolean isHeadOf(Role role, WorkItem item) {
    return role.leads() || role == Role.DEPT_HEAD
        && item.isFor(Set.of(Actor.group(Role.DEPT_OFFICER, item.officeId())));
  }

  private void assign(WorkItem item, String login, Actor by) {
    guarded.within(by, () -> {
      tasks.setAssignee(item.taskId(), login);
      return null;
    });
  }

  private static Label because(String reason, Label done) {
    return done.before(". Lý do: " + reason, ". Reason: " + reason);
  }

  private Label nameOf(WorkItem item) {
    return procedures.release(cases.get(item.caseCode()).releaseId()).procedure().step(item.step())
        .taskName(item.phase());
  }
}
