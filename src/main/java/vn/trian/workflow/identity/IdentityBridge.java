package vn.trian.workflow.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.workflow.gate.TaskScope;
import vn.trian.workflow.release.ReleaseActivated;

/**
 * Makes the engine's users, groups, authorizations and Tasklist filters follow the officers. Running it
 * again changes only what differs; what an admin added by hand stays.
 */
@Service
public class IdentityBridge {

  /** Everybody who works with Tasklist. */
  static final String OFFICERS = "officers";
  /** One-stop desks, which start cases. */
  static final String DESKS = "desks";
  /** Supervisors of the department, who may look into Cockpit. */
  static final String SUPERVISORS = "supervisors";
  static final String ADMINS = "camunda-admin";
  private static final Set<String> OURS = Set.of(OFFICERS, DESKS, SUPERVISORS, ADMINS);

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final Officers officers;
  private final Actors actors;
  private final Reach reach;
  private final Procedures procedures;
  private final TransactionTemplate transaction;
  private final boolean demo;
  private volatile List<Actor> inStepWith;
  private final DemoPassword demoPassword;

  IdentityBridge(IdentityService identity, AuthorizationService authorizations, FilterService filters,
      TaskService tasks, RepositoryService repository, Officers officers, Actors actors, Reach reach,
      Procedures procedures, PlatformTransactionManager transactions, ProcessEngineConfiguration engine,
      @Value("${trian.demo.password:}") String demoPassword) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
    this.repository = repository;
    this.officers = officers;
    this.actors = actors;
    this.reach = reach;
    this.procedures = procedures;
    this.transaction = new TransactionTemplate(transactions);
    this.demo = !demoPassword.isBlank();
    this.demoPassword = new DemoPassword((ProcessEngineConfigurationImpl) engine, demoPassword);
  }

  /**
   * Brings the engine in step with the officers and procedures of today. One thread at a time, to the end of its
   * transaction: two that add what they do not find would both add it.
   */
  public synchronized void synchronize() {
    transaction.executeWithoutResult(status -> follow());
  }

  private void follow() {
    Set<String> groups = known(identity.createGroupQuery().unlimitedList());
    group(groups, OFFICERS, "Cán bộ");
    group(groups, DESKS, "Bộ phận một cửa");
    group(groups, SUPERVISORS, "Giám sát cấp tỉnh");
    group(groups, ADMINS, "Quản trị hệ thống");
    Map<String, User> users = new HashMap<>();
    identity.createUserQuery().unlimitedList().forEach(user -> users.put(user.getId(), user));
    List<Actor> everybody = actors.all();
    for (Actor officer : everybody) {
      boolean fresh = user(users, officer);
      Set<String> wanted = groupsOf(officer);
      wanted.forEach(id -> group(groups, id, id));
      belong(officer.login(), fresh, wanted);
    }
    officers.former().stream().filter(users::containsKey).forEach(login -> belong(login, false, Set.of()));
    grants();
    filters();
    inStepWith = everybody;
  }

  /** Whether nobody came, went, changed or stands in for another since this node last brought the engine in step. */
  boolean isInStep() {
    return actors.all().equals(inStepWith);
  }

  private void belong(String login, boolean fresh, Set<String> wanted) {
    Set<String> present = fresh ? Set.of()
        : known(identity.createGroupQuery().groupMember(login).unlimitedList());
    wanted.stream().filter(id -> !present.contains(id)).forEach(id -> identity.createMembership(login, id));
    present.stream().filter(id -> !wanted.contains(id) && isOurs(id))
        .forEach(id -> identity.deleteMembership(login, id));
  }

  /** Groups that follow the officers; others were made by hand. Those of an office carry its id behind a dash. */
  private static boolean isOurs(String group) {
    return OURS.contains(group) || group.contains("-");
  }

  private Set<String> groupsOf(Actor actor) {
    Set<String> wanted = new LinkedHashSet<>();
    for (Role role : actor.roles()) {
      switch (role) {
        case ADMIN -> wanted.add(ADMINS);
        case SUPERVISOR -> {
          if (reach.isEverything(actor)) {
            wanted.add(SUPERVISORS);
          }
        }
        case ONE_STOP_OFFICER, DIVISION_ONE_STOP_OFFICER -> {
          wanted.add(OFFICERS);
          wanted.add(DESKS);
        }
        default -> wanted.add(OFFICERS);
      }
    }
    if (wanted.contains(OFFICERS)) {
      wanted.addAll(actor.groups());
    }
    return wanted;
  }

  private boolean user(Map<String, User> users, Actor officer) {
    User user = users.get(officer.login());
    if (user != null) {
      return false;
    }
    user = identity.newUser(officer.login());
    String[] names = officer.name().trim().split("\\s+", 2);
    user.setFirstName(names[0]);
    user.setLastName(names.length > 1 ? names[1] : "");
    if (demo) {
      demoPassword.give((UserEntity) user);
    }
    identity.saveUser(user);
    users.put(officer.login(), user);
    return true;
  }

  private void group(Set<String> groups, String id, String name) {
    if (groups.add(id)) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType("WORKFLOW");
      identity.saveGroup(group);
    }
  }

  /** Whoever may start cases of a procedure may do so from the moment it is at work. */
  @EventListener
  void activated(ReleaseActivated release) {
    if (inStepWith != null) {
      grants();
    }
  }

  private void grants() {
    grant(OFFICERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    // who took a task and gave it back; the gate shows it for tasks of one's own groups only
    grant(OFFICERS, Resources.OPERATION_LOG_CATEGORY, UserOperationLogEntry.CATEGORY_TASK_WORKER,
        UserOperationLogCategoryPermissions.READ);
    grant(DESKS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    for (Release release : procedures.active()) {
      String key = release.procedure().key();
      grant(DESKS, Resources.PROCESS_DEFINITION, key, Permissions.READ, Permissions.CREATE_INSTANCE);
      // its own process and those that it calls, which are drawn in Tasklist and Cockpit like any other; what was
      // granted before stays for cases that keep to an earlier release
      for (ProcessDefinition definition : repository.createProcessDefinitionQuery()
          .deploymentId(release.deploymentId()).unlimitedList()) {
        grant(OFFICERS, Resources.PROCESS_DEFINITION, definition.getKey(), Permissions.READ);
      }
    }
    grant(SUPERVISORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(SUPERVISORS, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY);
    grant(SUPERVISORS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ, Permissions.READ_HISTORY);
    grant(SUPERVISORS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
    grant(SUPERVISORS, Resources.TASK, Authorization.ANY, Permissions.READ);
    for (String group : List.of(OFFICERS, SUPERVISORS, ADMINS)) {
      grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
    }
    // whoever keeps the system running does not work on cases
    grant(ADMINS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(ADMINS, Resources.APPLICATION, "admin", Permissions.ACCESS);
    for (Resource resource : Resources.values()) {
      if (resource != Resources.APPLICATION) {
        grant(ADMINS, resource, Authorization.ANY, Permissions.ALL);
      }
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    boolean present = authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource)
        .resourceId(id).count() > 0;
    if (!present) {
      Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      authorization.setGroupId(group);
      authorization.setResource(resource);
      authorization.setResourceId(id);
      authorization.setPermissions(permissions);
      authorizations.saveAuthorization(authorization);
    }
  }

  /**
   * The ready-made lists. They hold no criteria themselves; the gate adds those of their scope for whoever asks.
   */
  private void filters() {
    Map<String, Filter> present = new HashMap<>();
    filters.createFilterQuery().unlimitedList().forEach(filter -> present.put(filter.getName(), filter));
    for (TaskScope scope : TaskScope.values()) {
      filter(present.get(scope.label().vi()), scope);
    }
  }

  private void filter(Filter present, TaskScope scope) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("description", scope.description().vi());
    properties.put("priority", scope.ordinal());
    properties.put("color", scope.color());
    properties.put("refresh", true);
    properties.put("variables", List.of());
    properties.put("showUndefinedVariable", false);
    properties.put(TaskScope.PROPERTY, scope.name());
    if (present != null && properties.equals(present.getProperties())) {
      return;
    }
    Filter filter = present == null ? filters.newTaskFilter(scope.label().vi()) : present;
    filter.setProperties(properties);
    filter.setQuery(tasks.createTaskQuery());
    filters.saveFilter(filter);
    if (present == null) {
      Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
      read.setResource(Resources.FILTER);
      read.setResourceId(filter.getId());
      read.addPermission(Permissions.READ);
      authorizations.saveAuthorization(read);
    }
  }

  private static Set<String> known(List<Group> groups) {
    Set<String> ids = new HashSet<>();
    groups.forEach(group -> ids.add(group.getId()));
    return ids;
  }
}
