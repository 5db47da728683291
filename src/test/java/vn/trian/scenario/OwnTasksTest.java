package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.workflow.Desk;

/** What the engine itself lets people see of tasks, should a request ever come past the gate. */
@OnStage
class OwnTasksTest extends SharedModels {

  private static final String OWN = "COMMUNE_SOCIAL_OFFICER-dongkinh";
  private static final String FOREIGN = "COMMUNE_SOCIAL_OFFICER-maipha";

  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private AuthorizationService authorizations;
  @Autowired private Desk desk;

  private Task task;

  @BeforeEach
  void aTaskOfDongKinh() {
    task = tasks.createTaskQuery().taskId(item(accepted()).taskId()).singleResult();
  }

  @Test
  @DisplayName("Danh sách theo nhóm của mình thì thấy; theo nhóm khác, theo tên người khác hay không nêu nhóm thì không")
  void lists() {
    assertThat(found("canbo.dongkinh", OWN, ofCase().taskCandidateGroup(OWN))).isEqualTo(1);
    assertThat(found("canbo.dongkinh", OWN, ofCase().taskCandidateGroupIn(List.of(OWN, FOREIGN)))).isZero();
    assertThat(found("canbo.dongkinh", OWN, ofCase())).isZero();
    assertThat(found("canbo.maipha", FOREIGN, ofCase().taskCandidateGroup(OWN))).isZero();
    assertThat(found("canbo.maipha", FOREIGN, ofCase().or().taskCandidateGroup(FOREIGN).taskNameLike("%").endOr()))
        .isZero();

    desk.claim(task.getId(), stage.officer("canbo.dongkinh"));
    assertThat(found("canbo.dongkinh", "-", ofCase().taskAssignee("canbo.dongkinh"))).isEqualTo(1);
    assertThat(found("canbo.maipha", FOREIGN, ofCase().taskAssignee("canbo.dongkinh"))).isZero();
  }

  @Test
  @DisplayName("Một việc: người thuộc nhóm hay đang giữ thì mở được, người khác không")
  void oneTask() {
    assertThat(as("canbo.dongkinh", OWN, () -> tasks.getIdentityLinksForTask(task.getId()))).isNotEmpty();
    assertThat(as("canbo.dongkinh", OWN, () -> tasks.getVariables(task.getId()))).isNotEmpty();
    assertThat(found("canbo.dongkinh", OWN, tasks.createTaskQuery().taskId(task.getId()))).isEqualTo(1);
    assertThat(found("canbo.maipha", FOREIGN, tasks.createTaskQuery().taskId(task.getId()))).isZero();
    assertThatThrownBy(() -> as("canbo.maipha", FOREIGN, () -> tasks.getIdentityLinksForTask(task.getId())))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> as("canbo.maipha", FOREIGN, () -> tasks.getVariables(task.getId())))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> as("canbo.dongkinh", OWN, () -> {
      tasks.setVariable(task.getId(), "outcome", "APPROVE");
      return null;
    })).isInstanceOf(AuthorizationException.class);
  }

  @Test
  @DisplayName("Không có dòng phân quyền nào cho từng việc, kể cả khi có người nhận")
  void noRows() {
    desk.claim(task.getId(), stage.officer("canbo.dongkinh"));
    assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).count())
        .isZero();
  }

  private TaskQuery ofCase() {
    return tasks.createTaskQuery().processInstanceId(task.getProcessInstanceId());
  }

  private long found(String login, String group, TaskQuery query) {
    return as(login, group, query::count);
  }

  private <T> T as(String login, String group, Supplier<T> action) {
    identity.setAuthentication(login, List.of(group));
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
