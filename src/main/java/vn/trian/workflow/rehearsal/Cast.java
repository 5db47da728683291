package vn.trian.workflow.rehearsal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.PaperTick;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;
import vn.trian.shared.Texts;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;

/** Does what officers do, through the one way in, as whoever of the people on file is in charge. */
public class Cast {

  private final Desk desk;
  private final Procedures procedures;
  private final CaseContexts contexts;
  private final Expressions feel;
  private final Actors actors;
  private final Officers officers;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final ManagementService management;
  private final MovableClock clock;

  public Cast(Desk desk, Procedures procedures, CaseContexts contexts, Expressions feel, Actors actors,
      Officers officers, TaskService tasks, RuntimeService runtime, HistoryService history,
      ManagementService management, MovableClock clock) {
    this.desk = desk;
    this.procedures = procedures;
    this.contexts = contexts;
    this.feel = feel;
    this.actors = actors;
    this.officers = officers;
    this.tasks = tasks;
    this.runtime = runtime;
    this.history = history;
    this.management = management;
    this.clock = clock;
  }

  /** The day goes on; a moment that has passed is left alone. */
  public void comes(LocalDateTime moment) {
    if (moment.isAfter(clock.now())) {
      clock.moveTo(moment);
    }
  }

  /** Hands a dossier in at the one-stop desk of an office. */
  public Done receive(String procedureKey, String office, Act act) {
    Actor officer = deskOfficer(office);
    return as(officer, () -> desk.receive(procedureKey, act, UUID.randomUUID().toString(), officer));
  }

  /** Completes the open task at a place as somebody of the group that it waits for. */
  public Done act(String caseCode, String place, Act act) {
    return act(task(caseCode, place), act, null);
  }

  /** Completes a task; without a login as somebody of the group that it waits for. */
  public Done act(Task task, Act act, String login) {
    Actor actor = login == null ? whoFor(task) : actors.named(login);
    return as(actor, () -> desk.act(task.getId(), act, UUID.randomUUID().toString(), actor));
  }

  /**
   * Completes a task as the first of its groups who is not refused for having had a hand in it before.
   *
   * @throws NotPlayable when nobody belongs to its groups
   */
  public Done actAsSomebody(String caseCode, String taskId, Act act) {
    Task task = openTasks(caseCode).stream().filter(each -> each.getId().equals(taskId)).findFirst()
        .orElseThrow(() -> new NotPlayable("rehearsal.no-task", taskId, List.of()));
    DomainException sameHands = null;
    for (Actor actor : candidates(task)) {
      try {
        return act(task, act, actor.login());
      } catch (DomainException refusal) {
        if (refusal.kind() != DomainException.Kind.FORBIDDEN) {
          throw refusal;
        }
        sameHands = refusal;
      }
    }
    if (sameHands == null) {
      throw new NotPlayable("rehearsal.nobody", groups(task));
    }
    throw sameHands;
  }

  /** The applicant takes the file back at the desk that took it in. */
  public Done withdraw(String caseCode, String office, String reason) {
    Actor officer = deskOfficer(office);
    return as(officer, () -> desk.withdraw(caseCode, reason, UUID.randomUUID().toString(), officer));
  }

  /** Fires the timer or background job that waits at an activity of a case, and what it leads to. */
  public void fire(String caseCode, String activity) {
    List<Job> waiting = jobs(caseCode).stream()
        .filter(job -> activity.equals(activityOf(job))).toList();
    if (waiting.size() != 1) {
      throw new NotPlayable("rehearsal.no-timer", activity, waiting.size(),
          jobs(caseCode).stream().map(this::activityOf).toList());
    }
    management.executeJob(waiting.get(0).getId());
  }

  /**
   * Fires the next timer or background job of a case that comes until a moment, at its moment.
   *
   * @param until null = whenever it comes
   * @return whether there was one
   */
  public boolean fireNext(String caseCode, LocalDateTime until) {
    Optional<Job> next = jobs(caseCode).stream().min(Comparator.comparing(Cast::moment));
    if (next.isEmpty() || until != null && moment(next.get()).isAfter(until)) {
      return false;
    }
    comes(moment(next.get()));
    management.executeJob(next.get().getId());
    return true;
  }

  private static LocalDateTime moment(Job job) {
    return job.getDuedate() == null ? LocalDateTime.MIN
        : LocalDateTime.ofInstant(job.getDuedate().toInstant(), Texts.VIET_NAM);
  }

  /** Jobs of a case, those of called processes included. */
  public List<Job> jobs(String caseCode) {
    List<Job> jobs = new ArrayList<>();
    for (HistoricProcessInstance instance : instances(caseCode)) {
      jobs.addAll(management.createJobQuery().processInstanceId(instance.getId()).list());
    }
    return jobs;
  }

  private String activityOf(Job job) {
    return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
        .getActivityId();
  }

  /**
   * The open task of a case at a place.
   *
   * @param place activity of the procedure's own process and user task, such as {@code confirmFile/prepare}; for a
   *              user task of the own process its id
   */
  public Task task(String caseCode, String place) {
    List<Task> open = openTasks(caseCode);
    return open.stream().filter(task -> isAt(place, placeOf(task))).findFirst()
        .orElseThrow(() -> new NotPlayable("rehearsal.no-task", place,
            open.stream().map(this::placeOf).toList()));
  }

  private static boolean isAt(String wanted, String place) {
    return wanted.equals(place) || wanted.equals(place + "/prepare");
  }

  /** All open tasks of a case, in its called processes too, the oldest first. */
  public List<Task> openTasks(String caseCode) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseCode).orderByTaskCreateTime().asc().list();
  }

  /** Where a task stands, as {@link #task} takes it. */
  public String placeOf(Task task) {
    String outermost = null;
    String instance = task.getProcessInstanceId();
    for (HistoricActivityInstance caller = caller(instance); caller != null; caller = caller(instance)) {
      outermost = caller.getActivityId();
      instance = caller.getProcessInstanceId();
    }
    return outermost == null ? task.getTaskDefinitionKey() : outermost + "/" + task.getTaskDefinitionKey();
  }

  private HistoricActivityInstance caller(String instance) {
    String above = history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult()
        .getSuperProcessInstanceId();
    return above == null ? null : history.createHistoricActivityInstanceQuery().processInstanceId(above)
        .activityType("callActivity").list().stream()
        .filter(each -> instance.equals(each.getCalledProcessInstanceId())).findFirst().orElse(null);
  }

  /** Groups that a task waits for; heads before their deputies. */
  public List<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
        .filter(group -> group != null)
        .sorted(Comparator.comparing((String group) -> group.contains("DEPUTY") || group.contains("VICE"))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Everybody who may take a task, heads before their deputies. */
  public List<Actor> candidates(Task task) {
    return groups(task).stream().flatMap(group -> {
      int dash = group.indexOf('-');
      return officers.holding(group.substring(dash + 1), Role.valueOf(group.substring(0, dash))).stream();
    }).map(Officer::login).distinct().map(actors::named).toList();
  }

  /**
   * Who does a task when nobody is named.
   *
   * @throws NotPlayable when nobody belongs to its groups
   */
  public Actor whoFor(Task task) {
    return candidates(task).stream().findFirst()
        .orElseThrow(() -> new NotPlayable("rehearsal.nobody", groups(task)));
  }

  /**
   * Who takes dossiers in at an office.
   *
   * @throws NotPlayable when the office has no desk
   */
  public Actor deskOfficer(String office) {
    return officers.at(office).stream()
        .filter(each -> each.holds(Role.ONE_STOP_OFFICER) || each.holds(Role.DIVISION_ONE_STOP_OFFICER))
        .findFirst().map(each -> actors.named(each.login()))
        .orElseThrow(() -> new NotPlayable("rehearsal.no-desk", office));
  }

  /** Somebody by login. */
  public Actor officer(String login) {
    return actors.named(login);
  }

  /** The checklist with every paper that the application requires ticked as received. */
  public List<PaperTick> requiredPapers(String procedureKey, Map<String, Object> application) {
    Procedure procedure = procedures.active(procedureKey).procedure();
    Map<String, Object> context = new LinkedHashMap<>(contexts.ofApplication(procedure, application, null));
    return procedure.papersFor(context, feel).stream()
        .filter(Procedure.AskedPaper::required)
        .map(asked -> new PaperTick(asked.paper().id(), true, asked.paper().copyKind().name(), 1, null, List.of()))
        .toList();
  }

  /** Ids of the activities that a case passed, by process, in the order they began; gateways and ends included. */
  public Map<String, List<String>> passed(String caseCode) {
    Map<String, List<String>> passed = new LinkedHashMap<>();
    for (HistoricProcessInstance instance : instances(caseCode)) {
      history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
          .orderPartiallyByOccurrence().asc().list().forEach(each -> passed
              .computeIfAbsent(instance.getProcessDefinitionKey(), key -> new ArrayList<>()).add(each.getActivityId()));
    }
    return passed;
  }

  /** The way of a case through the procedure's own diagram: call activities, user tasks and waits for messages. */
  public List<String> path(String caseCode) {
    HistoricProcessInstance own = instances(caseCode).stream()
        .filter(each -> each.getSuperProcessInstanceId() == null).findFirst()
        .orElseThrow(() -> new NotPlayable("rehearsal.no-process", caseCode));
    return history.createHistoricActivityInstanceQuery().processInstanceId(own.getId())
        .orderPartiallyByOccurrence().asc().list().stream()
        .filter(each -> List.of("callActivity", "userTask", "receiveTask").contains(each.getActivityType()))
        .map(HistoricActivityInstance::getActivityId).toList();
  }

  /** Process instances of a case, the procedure's own and the called ones, in the order they began. */
  public List<HistoricProcessInstance> instances(String caseCode) {
    return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseCode)
        .orderByProcessInstanceStartTime().asc().list();
  }

  /** Whether a process of the case has not ended. */
  public boolean isRunning(String caseCode) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseCode).count() > 0;
  }

  /** Acts on this thread as somebody who is logged in. */
  public <T> T as(Actor actor, Supplier<T> action) {
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(actor.login(), null, List.of()));
    try {
      return action.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
