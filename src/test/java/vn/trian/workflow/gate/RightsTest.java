package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.trian.document.Documents;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;
import vn.trian.workflow.WorkList;
import vn.trian.workflow.gate.SampleCases.Waiting;
import vn.trian.workflow.gate.Visitor.Answer;

/** Who sees and may do what, asked from outside over HTTP. */
@OverHttp
class RightsTest {

  /** The engine's clock is one for all contexts of this JVM; tests that play other days may have stopped it. */
  @BeforeAll
  static void theEngineKeepsRealTime() {
    ClockUtil.reset();
  }


  private static final String ENGINE = "/camunda/api/engine/engine/default/";
  private static final String INVENTED = "7e57ab1e-0000-11f1-a629-02fc00000001";
  private static final Map<String, Visitor> VISITORS = new HashMap<>();

  @LocalServerPort private int port;
  @Autowired private Desk desk;
  @Autowired private WorkList work;
  @Autowired private Actors actors;
  @Autowired private SampleCases samples;
  @Autowired private Documents documents;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private IdentityService identity;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;

  // -- who is not logged in ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"GET,/engine-rest/engine", "GET,/engine-rest/task", "POST,/engine-rest/task",
      "GET,/camunda/api/engine/engine/", "GET,/camunda/api/engine/engine/default/task",
      "POST,/camunda/api/engine/engine/default/task/x/claim", "GET,/camunda/api/cockpit/plugin/base/default/incident",
      "GET,/camunda/api/engine/engine/default/filter", "GET,/api/tasks/x/frame", "GET,/api/options/communes",
      "GET,/api/lookup/person?q=a", "GET,/api/papers/" + INVENTED, "GET,/api/documents/" + INVENTED + ".pdf"})
  @DisplayName("Chưa đăng nhập: các giao diện trả lời 401")
  void interfacesAskForALogin(String method, String path) {
    assertThat(Visitor.anonymous(port).send(method, path, null, Map.of()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lists", "/cases", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
      "/camunda/app/admin/default/", "/camunda/app/welcome/default/"})
  @DisplayName("Chưa đăng nhập: các trang dẫn đến trang đăng nhập")
  void pagesLeadToTheLogin(String path) {
    Answer answer = Visitor.anonymous(port).get(path);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).endsWith("/login");
  }

  @Test
  @DisplayName("Trang thiết lập ban đầu của Camunda và đăng nhập riêng của nó đóng với mọi người")
  void theSetUpPageAndTheOtherLoginAreClosed() {
    String user = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evilevilevil\"}}";
    for (String who : new String[] {null, "canbo.dongkinh", "giamsat.so", "admin"}) {
      Visitor visitor = who == null ? Visitor.anonymous(port) : as(who);
      assertThat(visitor.send("POST", "/camunda/api/admin/setup/default/user/create", user).status())
          .as(String.valueOf(who)).isIn(401, 403);
      assertThat(visitor.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
          "username=admin&password=demo", Map.of("Content-Type", "application/x-www-form-urlencoded")).status())
          .as(String.valueOf(who)).isIn(401, 403);
    }
    assertThat(identity.createUserQuery().userId("evil").count()).isZero();
  }

  @Test
  @DisplayName("/engine-rest không nhận phiên đăng nhập của trình duyệt, và không nhận mật khẩu của cán bộ")
  void engineRestTakesNoSession() {
    assertThat(as("admin").get("/engine-rest/engine").status()).isEqualTo(401);
    assertThat(rest("GET", "/engine-rest/process-definition/count", "canbo.dongkinh").status()).isEqualTo(403);
    assertThat(rest("GET", "/engine-rest/process-definition/count", "admin").status()).isEqualTo(200);
    assertThat(rest("GET", "/engine-rest/engine/default/process-definition/count", "admin").status()).isEqualTo(200);
    assertThat(rest("DELETE", "/engine-rest/process-definition/x?cascade=true", "admin").status()).isEqualTo(403);
    assertThat(rest("POST", "/engine-rest/deployment/create", "canbo.dongkinh").status()).isEqualTo(403);
    assertThat(rest("POST", "/engine-rest/deployment/x1/redeploy", "admin").status()).isEqualTo(403);
    assertThat(rest("POST", "/engine-rest/task/x/complete", "admin").status()).isEqualTo(403);
  }

  // -- whose tasks -------------------------------------------------------------------------------------------

  @Test
  @DisplayName("Danh sách công việc chỉ có việc của cơ quan và nhiệm vụ mình; số lượng cũng vậy")
  void listsShowTheOwnOfficeAndRoleOnly() {
    Waiting waiting = waiting();
    assertThat(listed(as("canbo.dongkinh"), TaskScope.ALL)).contains(waiting.task());
    assertThat(listed(as("canbo.dongkinh"), TaskScope.QUEUE)).contains(waiting.task());
    assertThat(cards(as("canbo.dongkinh"), waiting.task())).isEqualTo(1);
    for (String other
        : List.of("canbo.maipha", "motcua.dongkinh", "chutich.dongkinh", "canbo.tpls", "truongphong.so")) {
      for (TaskScope scope : TaskScope.values()) {
        assertThat(listed(as(other), scope)).as(other + " " + scope).doesNotContain(waiting.task());
      }
      assertThat(cards(as(other), waiting.task())).as(other).isZero();
    }
    assertThat(counted(as("canbo.maipha"), "GET", TaskScope.ALL))
        .isEqualTo(listed(as("canbo.maipha"), TaskScope.ALL).size());
    assertThat(counted(as("canbo.dongkinh"), "GET", TaskScope.ALL))
        .isEqualTo(counted(as("canbo.dongkinh"), "POST", TaskScope.ALL))
        .isEqualTo(listed(as("canbo.dongkinh"), TaskScope.ALL).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"candidateGroup\":\"COMMUNE_SOCIAL_OFFICER-dongkinh\"}",
      "{\"assignee\":\"canbo.dongkinh\"}",
      "{\"nameLike\":\"%\"}", "{\"taskDefinitionKeyLike\":\"%\"}", "{\"processDefinitionKey\":\"levelStep\"}",
      "{\"processVariables\":[{\"name\":\"commune\",\"operator\":\"eq\",\"value\":\"dongkinh\"}]}"})
  @DisplayName("Không tiêu chí tìm kiếm nào mở rộng danh sách ra ngoài cơ quan mình")
  void noCriterionWidensAList(String criteria) {
    Waiting waiting = waiting();
    desk.claim(waiting.task(), actor("canbo.dongkinh"));
    for (TaskScope scope : TaskScope.values()) {
      Answer answer = as("canbo.maipha").send("POST", ENGINE + "filter/" + filter(scope) + "/list?maxResults=50",
          criteria);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain(waiting.task());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"candidateGroups", "candidateUser", "involvedUser", "or", "taskIdIn", "withoutAuthorization",
      "includeAssignedTasks", "tenantId", "assigneeNotIn"})
  @DisplayName("Tiêu chí mà Tasklist không dùng thì không nhận")
  void otherCriteriaAreRefused(String criterion) {
    assertThat(as("canbo.dongkinh").send("POST", ENGINE + "filter/" + filter(TaskScope.ALL) + "/list",
        Map.of(criterion, "x")).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "GET,/form", "GET,/deployed-form", "GET,/identity-links", "GET,/comment"})
  @DisplayName("Một công việc: cán bộ được giao mở được; việc của nơi khác và việc không có trả lời như nhau")
  void foreignTasksAndInventedOnesAnswerAlike(String method, String what) {
    Waiting waiting = waiting();
    assertThat(as("canbo.dongkinh").send(method, ENGINE + "task/" + waiting.task() + what, null).status())
        .isEqualTo(200);
    for (String other : List.of("canbo.maipha", "motcua.dongkinh", "canbo.so")) {
      alike(other, method, id -> ENGINE + "task/" + id + what, waiting.task(), INVENTED, null);
    }
  }

  @Test
  @DisplayName("Biểu mẫu, kết quả và nhận việc qua /api: việc của nơi khác như không có")
  void theApiTellsNothingOfForeignTasks() {
    Waiting waiting = waiting();
    assertThat(as("canbo.dongkinh").get("/api/tasks/" + waiting.task() + "/frame").status()).isEqualTo(200);
    for (String other : List.of("canbo.maipha", "motcua.dongkinh", "giamsat.so", "admin")) {
      alike(other, "GET", id -> "/api/tasks/" + id + "/frame", waiting.task(), INVENTED, null);
      alike(other, "POST", id -> "/api/tasks/" + id + "/assess", waiting.task(), INVENTED, "{}");
      alike(other, "POST", id -> "/api/tasks/" + id + "/claim", waiting.task(), INVENTED, "");
      alike(other, "POST", id -> "/api/tasks/" + id + "/unclaim", waiting.task(), INVENTED, "");
      alike(other, "POST", id -> "/api/tasks/" + id + "/outcome", waiting.task(), INVENTED,
          "{\"outcome\":\"APPROVE\"}");
    }
    assertThat(task(waiting).getAssignee()).isNull();
  }

  @Test
  @DisplayName("Giấy tờ, văn bản và hồ sơ: cơ quan khác không thấy; cấp trên thấy")
  void papersAndDocumentsStayWithTheCase() {
    Waiting waiting = waiting();
    UUID document = documents.of(waiting.code()).get(0).id();
    UnaryOperator<String> paper = id -> "/api/papers/" + id;
    UnaryOperator<String> preview = id -> "/api/papers/" + id + "/preview";
    UnaryOperator<String> pdf = id -> "/api/documents/" + id + ".pdf";
    UnaryOperator<String> word = id -> "/api/documents/" + id + ".docx";
    for (String own : List.of("motcua.dongkinh", "canbo.dongkinh", "canbo.tpls", "canbo.so", "giamsat.dongkinh")) {
      assertThat(as(own).get(paper.apply(waiting.paper().toString())).status()).as(own).isEqualTo(200);
      assertThat(as(own).get(pdf.apply(document.toString())).status()).as(own).isEqualTo(200);
    }
    for (String other : List.of("canbo.maipha", "canbo.caoloc", "admin")) {
      alike(other, "GET", paper, waiting.paper().toString(), INVENTED, null);
      alike(other, "GET", preview, waiting.paper().toString(), INVENTED, null);
      alike(other, "GET", pdf, document.toString(), INVENTED, null);
      alike(other, "GET", word, document.toString(), INVENTED, null);
      alike(other, "GET", code -> "/cases/" + code, waiting.code(), "000.12.34.H37-991122-9999", null);
    }
    UUID loose = samples.upload("canbo.dongkinh");
    assertThat(as("canbo.dongkinh").get(paper.apply(loose.toString())).status()).isEqualTo(200);
    alike("motcua.dongkinh", "GET", paper, loose.toString(), INVENTED, null);
    as("motcua.dongkinh").send("DELETE", paper.apply(loose.toString()), null);
    assertThat(as("canbo.dongkinh").get(paper.apply(loose.toString())).status()).isEqualTo(200);
  }

  // -- what Tasklist does -----------------------------------------------------------------------------------

  @Test
  @DisplayName("Nhận và trả việc bằng nút của Tasklist đi qua bàn làm việc: ghi sổ, báo người đang giữ")
  void tasklistsOwnButtonsLeadToTheDesk() {
    Waiting waiting = signable();
    Visitor chair = as("chutich.dongkinh");
    String path = ENGINE + "task/" + waiting.task();
    assertThat(chair.send("POST", path + "/claim", Map.of("userId", "phochutich.dongkinh")).status()).isEqualTo(403);
    assertThat(task(waiting).getAssignee()).isNull();

    assertThat(chair.send("POST", path + "/claim", Map.of("userId", "chutich.dongkinh")).status()).isEqualTo(204);
    assertThat(task(waiting).getAssignee()).isEqualTo("chutich.dongkinh");
    assertThat(work.visible(waiting.task(), actor("chutich.dongkinh")).assignee()).isEqualTo("chutich.dongkinh");
    assertThat(listed(chair, TaskScope.MINE)).contains(waiting.task());
    assertThat(listed(chair, TaskScope.QUEUE)).doesNotContain(waiting.task());
    JsonNode log = chair.get(ENGINE + "history/user-operation?taskId=" + waiting.task()).json();
    assertThat(log.get(0).get("operationType").asText()).isEqualTo("Claim");
    assertThat(log.get(0).get("userId").asText()).isEqualTo("chutich.dongkinh");

    Answer late = as("phochutich.dongkinh").send("POST", path + "/claim", Map.of("userId", "phochutich.dongkinh"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("message").asText()).contains(actor("chutich.dongkinh").name());
    assertThat(as("phochutich.dongkinh").send("POST", path + "/unclaim", null).status()).isEqualTo(409);
    Answer foreign = as("canbo.maipha").send("POST", path + "/claim", Map.of("userId", "canbo.maipha"));
    Answer invented = as("canbo.maipha").send("POST", ENGINE + "task/" + INVENTED + "/claim",
        Map.of("userId", "canbo.maipha"));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(invented.body());

    assertThat(chair.send("POST", path + "/unclaim", null).status()).isEqualTo(204);
    assertThat(task(waiting).getAssignee()).isNull();
  }

  @Test
  @DisplayName("Danh sách theo hạn: sắp đến hạn, quá hạn, chờ bổ sung; hạn gần nhất đứng đầu")
  void listsGoByTheLimit() {
    String late = due(waiting(), -1, null);
    String today = due(waiting(), 0, null);
    String soon = due(waiting(), 2, null);
    String later = due(waiting(), 3, null);
    String waits = due(waiting(), null, TaskScope.WAITING_PRIORITY);
    String unlimited = due(waiting(), null, null);
    List<String> all = List.of(late, today, soon, later, waits, unlimited);
    Visitor officer = as("canbo.dongkinh");
    assertThat(among(all, listed(officer, TaskScope.LATE))).containsExactly(late);
    assertThat(among(all, listed(officer, TaskScope.DUE_SOON))).containsExactly(today, soon);
    assertThat(among(all, listed(officer, TaskScope.WAITING))).containsExactly(waits);
    assertThat(among(all, listed(officer, TaskScope.QUEUE))).hasSize(5).doesNotContain(waits);
    List<String> byLimit = among(all, listed(officer, TaskScope.ALL));
    assertThat(byLimit).containsSubsequence(late, today, soon, later).endsWith(waits);

    List<String> newest = among(all, listed(officer, TaskScope.ALL,
        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}"));
    assertThat(newest).containsExactly(unlimited, waits, later, soon, today, late);
  }

  @Test
  @DisplayName("Hộp thoại tiếp nhận chỉ có thủ tục mà bộ phận một cửa của mình tiếp nhận")
  void theStartDialogOffersWhatTheDeskTakesIn() {
    String path = ENGINE + "process-definition?latest=true&active=true&startableInTasklist=true"
        + "&startablePermissionCheck=true&firstResult=0&maxResults=15";
    assertThat(keys(as("motcua.dongkinh").get(path))).contains("worshipAllowance").doesNotContain("orthopedicDevice");
    assertThat(keys(as("motcua.tpls").get(path))).containsExactly("orthopedicDevice");
    assertThat(keys(as("motcua.tpls").get(path + "&keysIn=worshipAllowance"))).containsExactly("orthopedicDevice");
    assertThat(keys(as("canbo.dongkinh").get(path))).isEmpty();
  }

  @Test
  @DisplayName("Bộ lọc của Tasklist không sửa, không thêm, không xóa được")
  void filtersCannotBeChanged() {
    String filter = "{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{},\"properties\":{}}";
    for (String who : List.of("canbo.dongkinh", "giamsat.so", "admin")) {
      assertThat(as(who).send("POST", ENGINE + "filter/create", filter).status()).isEqualTo(403);
      assertThat(as(who).send("PUT", ENGINE + "filter/" + filter(TaskScope.ALL), filter).status()).isEqualTo(403);
      assertThat(as(who).send("DELETE", ENGINE + "filter/" + filter(TaskScope.ALL), null).status()).isEqualTo(403);
    }
    JsonNode links = as("canbo.dongkinh").send("OPTIONS", ENGINE + "filter", null).json().get("links");
    assertThat(links).noneMatch(link -> link.get("rel").asText().equals("create"));
  }

  // -- what is closed ---------------------------------------------------------------------------------------

  private static Set<Endpoint> paths() {
    return JerseyPaths.below("", List.of(NamedProcessEngineRestServiceImpl.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"giamsat.so", "admin"})
  @DisplayName("Giám sát và quản trị không thay được gì ở hồ sơ đang chạy")
  void nobodyChangesARunningCase(String who) {
    Waiting waiting = waiting();
    String instance = task(waiting).getProcessInstanceId();
    Visitor visitor = as(who);
    for (Endpoint each : paths()) {
      Endpoint pair = new Endpoint(each.method(), each.path().replaceFirst("^/", "").replaceFirst("\\{}", "default")
          .replace("{}", "x"));
      boolean changes = pair.path().matches("engine/default/(task|process-instance|execution|modification|migration|"
          + "message|signal|external-task|variable-instance|deployment|process-definition|filter|batch|"
          + "decision-definition|"
          + "condition|history|optimize|incident|event-subscription|case-.*)(/.*)?") && !pair.method().equals("GET");
      boolean query = pair.method().equals("POST")
          && pair.path().matches("engine/default/(task|process-instance|external-task|variable-instance)(/count)?"
              + "|engine/default/history/task/count");
      if (changes && !query) {
        String path = pair.path().replaceFirst("default/task/x", "default/task/" + waiting.task())
            .replaceFirst("default/process-instance/x", "default/process-instance/" + instance)
            .replaceFirst("default/execution/x", "default/execution/" + instance);
        Answer answer = visitor.send(pair.method(), "/camunda/api/engine/" + path,
            pair.method().equals("DELETE") || pair.method().equals("OPTIONS") ? null : "{}");
        assertThat(answer.status()).as(pair + " " + answer).isEqualTo(403);
      }
    }
    assertThat(task(waiting).getAssignee()).isNull();
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isEqualTo(1);
  }

  @Test
  @DisplayName("Lối thứ hai: nếu cổng có sót, máy quy trình vẫn từ chối thay đổi ngoài bàn làm việc")
  void theEngineItselfRefusesWhatDoesNotComeFromTheDesk() {
    Waiting waiting = waiting();
    Stream.<Runnable>of(() -> tasks.complete(waiting.task()), () -> tasks.claim(waiting.task(), "canbo.dongkinh"),
        () -> tasks.setAssignee(waiting.task(), "canbo.dongkinh"),
        () -> tasks.delegateTask(waiting.task(), "canbo.dongkinh")).forEach(act -> {
          assertThatThrownBy(act::run)
              .rootCause().hasMessageContaining("use-the-form");
        });
    assertThat(task(waiting).getAssignee()).isNull();
  }

  @Test
  @DisplayName("Cockpit và Admin: cán bộ và giám sát cấp xã không vào được; giám sát cấp tỉnh chỉ xem")
  void cockpitIsForSupervisorsAndAdmins() {
    for (String path : List.of("/camunda/app/cockpit/default/", "/camunda/app/admin/default/",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics")) {
      assertThat(as("canbo.dongkinh").get(path).status()).as(path).isEqualTo(403);
    }
    String statistics = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count";
    assertThat(as("giamsat.dongkinh").get(statistics).status()).isEqualTo(403);
    assertThat(as("giamsat.so").get(statistics).status()).isEqualTo(200);
    assertThat(as("admin").get(statistics).status()).isEqualTo(200);
    assertThat(as("giamsat.so").get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
    assertThat(as("giamsat.so").get("/camunda/app/admin/default/").status()).isEqualTo(403);
    assertThat(as("giamsat.so").get(ENGINE + "filter").status()).isEqualTo(403);
    assertThat(as("giamsat.so").send("PUT", ENGINE + "job/x/retries", "{\"retries\":1}").status()).isEqualTo(403);
    assertThat(as("giamsat.so").send("POST", ENGINE + "authorization/create", "{}").status()).isEqualTo(403);
    assertThat(as("admin").send("PUT", ENGINE + "job/" + INVENTED + "/retries", "{\"retries\":1}").status())
        .isNotEqualTo(403);
    assertThat(as("admin").get("/camunda/app/tasklist/default/").status()).isNotEqualTo(200);
  }

  // -- forged requests ---------------------------------------------------------------------------------------

  @Test
  @DisplayName("Yêu cầu giả mạo: thiếu hoặc sai mã thì 403 và không có gì thay đổi, ở /api và ở Tasklist")
  void forgedRequestsDoNothing() {
    Waiting waiting = waiting();
    Visitor officer = Visitor.loggedIn(port, "canbo.dongkinh");
    String foreignToken = as("canbo.maipha").cookie("TA-XSRF-TOKEN");
    List<Map<String, String>> headers = List.of(Map.of(), Map.of("X-TA-XSRF-TOKEN", "wrong"),
        Map.of("X-TA-XSRF-TOKEN", foreignToken), Map.of("Content-Type", "text/plain"),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
    for (Map<String, String> each : headers) {
      for (String what : List.of("/claim", "/outcome", "/unclaim")) {
        assertThat(officer.send("POST", "/api/tasks/" + waiting.task() + what, "{\"outcome\":\"APPROVE\"}", each)
            .status()).as(each + what).isEqualTo(403);
      }
    }
    assertThat(officer.send("POST", "/api/tasks/" + waiting.task() + "/claim", "", Map.of()).json().get("detail")
        .asText()).contains("tải lại trang rồi làm lại");
    assertThat(officer.get("/api/tasks/" + waiting.task() + "/claim").status()).isNotEqualTo(200);
    assertThat(task(waiting).getAssignee()).isNull();

    for (Map<String, String> each : List.<Map<String, String>>of(Map.of("Content-Type", "application/json"),
        Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", "wrong"))) {
      // the engine's web applications end the session of whoever sends a forged request
      Visitor victim = Visitor.loggedIn(port, "canbo.dongkinh");
      assertThat(victim.send("POST", ENGINE + "task/" + waiting.task() + "/claim", "{\"userId\":\"canbo.dongkinh\"}",
          each).status()).isEqualTo(403);
    }
    assertThat(task(waiting).getAssignee()).isNull();
    assertThat(officer.send("POST", "/api/tasks/" + waiting.task() + "/claim", "").status()).isEqualTo(200);
    assertThat(task(waiting).getAssignee()).isEqualTo("canbo.dongkinh");
  }

  // -- what is sent ------------------------------------------------------------------------------------------

  static Stream<String> badBodies() {
    String deep = "[".repeat(9) + "]".repeat(9);
    return Stream.of("{\"orQueries\":[]}", "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "{\"assigneeExpression\":\"${x}\"}", "{\"processVariables\":[{\"dueBeforeExpression\":\"${now()}\"}]}",
        "{\"or\\u0051ueries\":[]}", "{\"ORQUERIES\":[]}", "{\"name\":\"a\",\"name\":\"b\"}", "{\"a\":" + deep + "}",
        "{\"name\":\"" + "x".repeat(66_000) + "\"}", "{", "not json", "{} {}", "{\"a\":1}}");
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  @DisplayName("Nội dung gửi tới máy quy trình: quá lớn, quá sâu, trùng khóa, có biểu thức thì không nhận")
  void badBodiesAreRefused(String body) {
    for (String who : List.of("canbo.dongkinh", "giamsat.so", "admin")) {
      Answer answer = as(who).send("POST", ENGINE + (who.startsWith("canbo")
          ? "filter/" + filter(TaskScope.ALL) + "/list?maxResults=10" : "task?maxResults=10"), body);
      assertThat(answer.status()).as(who + " " + body.substring(0, Math.min(60, body.length()))).isEqualTo(400);
      assertThat(answer.json().get("message").asText()).isNotBlank();
    }
    assertThat(rest("POST", "/engine-rest/task", "admin", body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assigneeExpression=%24%7Bx%7D", "dueBeforeExpression=x", "assigneeExpressio%6E=x",
      "orQueries=x", "maxResults=1&candidateGroupEXPRESSION=x"})
  @DisplayName("Biểu thức trong địa chỉ cũng không nhận")
  void expressionsInTheAddressAreRefused(String query) {
    assertThat(as("admin").get(ENGINE + "task/count?" + query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"task/x/complete", "task/../task/x/complete", "task/x/./complete", "task%2Fx%2Fcomplete",
      "task/x%2Fcomplete", "task//x/complete", "task/x;a=b/complete", "task/x/complete/", "TASK/x/complete",
      "task/x/%63omplete", "../default/task/x/complete", "task/%2e%2e/task/x/complete", "task/x/complete%00"})
  @DisplayName("Cách viết khác của địa chỉ không mở được cổng")
  void otherSpellingsOfAPathOpenNothing(String path) {
    Waiting waiting = waiting();
    String spelled = path.replace("/x/", "/" + waiting.task() + "/").replace("%2Fx%2F", "%2F" + waiting.task() + "%2F")
        .replace("/x%2F", "/" + waiting.task() + "%2F").replace("/x;", "/" + waiting.task() + ";");
    assertThat(as("canbo.dongkinh").send("POST", ENGINE + spelled, "{}").status()).isIn(400, 403, 404);
    assertThat(task(waiting)).isNotNull();
  }

  // -- users -------------------------------------------------------------------------------------------------

  @Test
  @DisplayName("Mật khẩu: chỉ đổi được của mình, phải biết mật khẩu cũ, mật khẩu mới đủ dài")
  void passwordsAreChangedByTheirOwners() {
    Visitor officer = Visitor.loggedIn(port, "vanthu.maipha");
    String own = ENGINE + "user/vanthu.maipha/credentials";
    assertThat(officer.send("PUT", ENGINE + "user/canbo.maipha/credentials",
        Map.of("password", "một mật khẩu dài", "authenticatedUserPassword", "demo")).status()).isEqualTo(403);
    assertThat(officer.send("PUT", own, Map.of("password", "một mật khẩu dài", "authenticatedUserPassword", "wrong"))
        .status()).isEqualTo(403);
    assertThat(officer.send("PUT", own, Map.of("password", "ngắn", "authenticatedUserPassword", "demo")).status())
        .isEqualTo(400);
    assertThat(identity.checkPassword("vanthu.maipha", "một mật khẩu dài")).isFalse();
    assertThat(officer.send("PUT", ENGINE + "user/vanthu.maipha/profile", Map.of("firstName", "Giám", "lastName",
        "đốc")).status()).isEqualTo(403);
    assertThat(officer.send("DELETE", ENGINE + "user/vanthu.maipha", null).status()).isEqualTo(403);
    assertThat(officer.get(ENGINE + "user/canbo.maipha/profile").status()).isEqualTo(403);
    assertThat(officer.send("POST", ENGINE + "group", Map.of("member", "canbo.maipha")).status()).isEqualTo(403);
    assertThat(officer.get(ENGINE + "group/count?member=vanthu.maipha&member=canbo.maipha").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("Máy quy trình khởi động với đủ các khóa an toàn")
  void theEngineRunsBehindTheFence() {
    ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
    assertThat(settings.isEnableXxeProcessing()).isFalse();
    assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
    assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(settings.isAuthorizationEnabled()).isTrue();
    assertThat(settings.isEnablePasswordPolicy()).isTrue();
    assertThat(settings.getExpressionManager().getClass().getSimpleName()).isEqualTo("FencedExpressions");
    assertThat(settings.getScriptEngineResolver().getClass().getSimpleName()).isEqualTo("NoScripts");
  }

  // -- helpers -----------------------------------------------------------------------------------------------

  private Visitor as(String login) {
    return VISITORS.computeIfAbsent(login, each -> Visitor.loggedIn(port, each));
  }

  private Actor actor(String login) {
    return actors.named(login);
  }

  private Answer rest(String method, String path, String login) {
    return rest(method, path, login, method.equals("GET") || method.equals("DELETE") ? null : "{}");
  }

  private Answer rest(String method, String path, String login, String body) {
    String basic = Base64.getEncoder().encodeToString((login + ":demo").getBytes());
    return Visitor.anonymous(port).send(method, path, body,
        Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"));
  }

  /** Both answers are 404 and the same to the letter, apart from the id itself. */
  private void alike(String who, String method, UnaryOperator<String> path, String foreign, String invented,
      String body) {
    Answer one = as(who).send(method, path.apply(foreign), body);
    Answer other = as(who).send(method, path.apply(invented), body);
    assertThat(one.status()).as(who + " " + method + " " + path.apply(foreign) + " " + one).isEqualTo(404);
    assertThat(other.status()).as(who + " " + other).isEqualTo(404);
    assertThat(one.body().replace(foreign, "ID").replaceAll("\"(instance|timestamp)\":\"[^\"]*\"", ""))
        .isEqualTo(other.body().replace(invented, "ID").replaceAll("\"(instance|timestamp)\":\"[^\"]*\"", ""));
  }

  private String filter(TaskScope scope) {
    for (JsonNode each : as("canbo.dongkinh").get(ENGINE + "filter?maxResults=50").json()) {
      if (scope.name().equals(each.get("properties").path("scope").asText())) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("no filter for " + scope);
  }

  private List<String> listed(Visitor visitor, TaskScope scope) {
    return listed(visitor, scope, "{}");
  }

  private List<String> listed(Visitor visitor, TaskScope scope, String criteria) {
    Answer answer = visitor.send("POST", ENGINE + "filter/" + filter(scope) + "/list?maxResults=500", criteria);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    answer.json().forEach(each -> ids.add(each.get("id").asText()));
    return ids;
  }

  private int counted(Visitor visitor, String method, TaskScope scope) {
    Answer answer = visitor.send(method, ENGINE + "filter/" + filter(scope) + "/count",
        method.equals("POST") ? "{}" : null);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().get("count").asInt();
  }

  private int cards(Visitor visitor, String task) {
    return visitor.get("/api/work-items?taskIds=" + task).json().size();
  }

  private static Set<String> keys(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    Set<String> keys = new HashSet<>();
    answer.json().forEach(each -> keys.add(each.get("key").asText()));
    return keys;
  }

  private static List<String> among(List<String> wanted, List<String> found) {
    return found.stream().filter(wanted::contains).toList();
  }

  private Task task(Waiting waiting) {
    return tasks.createTaskQuery().taskId(waiting.task()).singleResult();
  }

  /** Sets the due day of a task, counted from today; null takes it away. */
  private String due(Waiting waiting, Integer days, Integer priority) {
    Task task = task(waiting);
    task.setDueDate(days == null ? null : Date.from(LocalDate.now(clock).plusDays(days).atTime(23, 59, 59)
        .atZone(clock.getZone()).toInstant()));
    if (priority != null) {
      task.setPriority(priority);
    }
    tasks.saveTask(task);
    return waiting.task();
  }

  /** A case that waits for the social officer of phường Đông Kinh. */
  private Waiting waiting() {
    return samples.waiting("dongkinh");
  }

  private Waiting signable() {
    return samples.signable("dongkinh");
  }
}
