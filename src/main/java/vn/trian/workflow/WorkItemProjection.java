package vn.trian.workflow;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseOffices;
import vn.trian.casefile.CaseState;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.shared.Level;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.engine.TaskEvents;
import vn.trian.workflow.gate.TaskScope;

/** Keeps the list of open tasks in step with the engine, in the engine's own transaction. */
@Component
class WorkItemProjection implements TaskEvents {

  private final WorkItemRepository items;
  private final EntityManager entities;
  private final CaseFiles cases;
  private final CaseOffices offices;
  private final Procedures procedures;
  private final GuardedActions guarded;
  private final Waits waits;
  private final Clock clock;

  WorkItemProjection(WorkItemRepository items, EntityManager entities, CaseFiles cases, CaseOffices offices,
      Procedures procedures, GuardedActions guarded, Waits waits, Clock clock) {
    this.items = items;
    this.entities = entities;
    this.cases = cases;
    this.offices = offices;
    this.procedures = procedures;
    this.guarded = guarded;
    this.waits = waits;
    this.clock = clock;
  }

  @Override
  public void created(DelegateTask task) {
    CaseVariables variables = CaseVariables.of(task);
    CaseFile file = cases.get(variables.caseCode());
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    StepPhase at = StepPhase.of(task, variables.step());
    Step step = procedure.step(at.step());
    String name = step.taskName(at.phase()).vi();
    boolean waiting = step.waitsFor() != null || file.state() == CaseState.SUPPLEMENT_REQUESTED
        || file.state() == CaseState.SUSPENDED;
    Set<String> groups = task.getCandidates().stream()
        .map(link -> link.getGroupId()).filter(Objects::nonNull).collect(Collectors.toSet());

    task.setName(name);
    task.setDescription(file.code() + " · " + file.ownerName());
    LocalDate dueOn = file.paused() ? null : dueOn(file, step);
    if (dueOn != null) {
      ZonedDateTime endOfDay = dueOn.atTime(LocalTime.of(23, 59, 59)).atZone(clock.getZone());
      task.setDueDate(Date.from(endOfDay.toInstant()));
    }
    if (waiting) {
      task.setPriority(TaskScope.WAITING_PRIORITY);
    }
    Holder holder = holder(file, step, groups);
    items.save(new WorkItem(task.getId(), file.code(), file.procedureKey(), at, name, holder.level(),
        holder.officeId(), clock.instant(), dueOn, file.ownerName(), waiting,
        "prepare".equals(at.phase()) ? null : variables.text(CaseVariables.PROPOSAL), groups));
    waits.changed(file.code());
  }

  /** A step without a limit of its own is done by the day that the receipt promises, unless others have to do it. */
  private static LocalDate dueOn(CaseFile file, Step step) {
    return file.stepDueOn() != null || step.waitsFor() != null ? file.stepDueOn() : file.dueOn();
  }

  /** A shared step happens at any level; the group that gets the task tells at which, and at which office. */
  private Holder holder(CaseFile file, Step step, Set<String> groups) {
    return groups.stream().sorted().findFirst().map(group -> {
      int dash = group.indexOf('-');
      return new Holder(Role.valueOf(group.substring(0, dash)).level(), group.substring(dash + 1));
    }).orElseGet(() -> new Holder(step.level(), offices.officeFor(file, step.level()).id()));
  }

  private record Holder(Level level, String officeId) {}

  @Override
  public void assigned(DelegateTask task) {
    guarded.require();
    items.findById(task.getId()).ifPresent(item -> item.takenBy(task.getAssignee(), clock.instant()));
  }

  @Override
  public void completed(DelegateTask task) {
    guarded.require();
    items.findById(task.getId()).ifPresent(item -> {
      if (item.place() != null) {
        LocalDate begunOn = LocalDate.ofInstant(item.createdAt(), clock.getZone());
        entities.persist(new WorkDone(item, begunOn, LocalDate.now(clock)));
      }
      gone(item);
    });
  }

  @Override
  public void removed(DelegateTask task) {
    items.findById(task.getId()).ifPresent(this::gone);
  }

  private void gone(WorkItem item) {
    items.delete(item);
    waits.changed(item.caseCode());
  }
}
