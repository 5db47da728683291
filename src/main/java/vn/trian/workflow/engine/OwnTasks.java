package vn.trian.workflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Whoever is of a candidate group of a task, or has it, may see it. By itself the engine writes a row for each task and
 * group that says so, and compares every task with all rows of whoever looks: with 36,000 tasks in one office a list
 * took more than a minute. Here the candidates of the task decide, and no rows are written.
 */
final class OwnTasks {

  private OwnTasks() {}

  static void decide(ProcessEngineConfigurationImpl configuration) {
    configuration.setResourceAuthorizationProvider(new NoRowsForTasks());
    configuration.setCustomSessionFactories(List.of(new Managers()));
  }

  /** To be called when the engine has its own checkers. */
  static void check(ProcessEngineConfigurationImpl configuration) {
    configuration.getCommandCheckers().replaceAll(
        each -> each.getClass() == AuthorizationCommandChecker.class ? new ByCandidates() : each);
  }

  /** Of whoever acts on this thread; false for nobody. */
  private static boolean isOwn(TaskEntity task) {
    Authentication looking = Context.getCommandContext().getAuthentication();
    return looking != null && looking.getUserId() != null && (looking.getUserId().equals(task.getAssignee())
        || looking.getGroupIds() != null && task.getCandidates().stream()
            .anyMatch(each -> each.getGroupId() != null && looking.getGroupIds().contains(each.getGroupId())));
  }

  private static final class ByCandidates extends AuthorizationCommandChecker {

    @Override
    public void checkReadTask(TaskEntity task) {
      if (!isOwn(task)) {
        super.checkReadTask(task);
      }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
      if (!isOwn(task)) {
        super.checkReadTaskVariable(task);
      }
    }
  }

  /** Lists that are narrowed to own groups, to oneself or to one own task need no further comparison. */
  private static final class OwnLists extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
      super.configureTaskQuery(query);
      if (isAuthCheckExecuted() && (asksForOwn(query, getCurrentAuthentication()) || asksForOwn(query.getTaskId()))) {
        query.getAuthCheck().setAuthorizationCheckEnabled(false);
      }
    }

    private boolean asksForOwn(String taskId) {
      TaskEntity task = taskId == null ? null : getTaskManager().findTaskById(taskId);
      return task != null && isOwn(task);
    }

    /** What a query asks for besides only narrows it further. */
    private static boolean asksForOwn(TaskQueryImpl query, Authentication looking) {
      List<String> groups = query.getCandidateGroups();
      return looking.getUserId().equals(query.getAssignee())
          || groups != null && !groups.isEmpty() && looking.getGroupIds() != null
              && Set.copyOf(looking.getGroupIds()).containsAll(groups);
    }
  }

  private static final class Managers implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new OwnLists();
    }
  }

  private static final class NoRowsForTasks extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
      return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
      return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
      return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
      return NONE;
    }
  }
}
