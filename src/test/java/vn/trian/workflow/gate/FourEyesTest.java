package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.support.Clients.Answer;
import vn.trian.support.SharedCases;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.WorkItem;

/** Nobody approves what they proposed, by whatever way they come to the signature: our pages' way and Tasklist's. */
@OverHttp
class FourEyesTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";
  /** Holds two roles in the commune that no other test of this kind looks at: the officer's and the vice chair's. */
  private static final String BOTH = "canbo.quanglac";
  private static final String CHAIR = "chutich.quanglac";

  @LocalServerPort private int port;
  @Autowired private AutowireCapableBeanFactory beans;
  @Autowired private Officers officers;
  @Autowired private CaseFiles cases;

  private SharedCases given;
  private HttpClients people;

  /** The engine's clock is one for all contexts of this JVM; tests that play other days may have stopped it. */
  @BeforeAll
  static void theEngineKeepsRealTime() {
    ClockUtil.reset();
  }

  @BeforeEach
  void begin() {
    given = beans.createBean(SharedCases.class);
    people = new HttpClients(port);
    if (!officers.find(BOTH).orElseThrow().holds(Role.COMMUNE_VICE_CHAIR)) {
      officers.appoint(BOTH, officers.find(BOTH).orElseThrow().fullName(), "quanglac", Role.COMMUNE_VICE_CHAIR,
          "Phó Chủ tịch");
    }
  }

  /** Request by which somebody tries; {@code %s} stands for the task. */
  static Stream<Arguments> ways() {
    String self = "{\"userId\":\"" + BOTH + "\"}";
    return Stream.of(
        Arguments.of("nhận việc", "/api/tasks/%s/claim", ""),
        Arguments.of("ký", "/api/tasks/%s/outcome", "{\"outcome\":\"SIGN\"}"),
        Arguments.of("trả lại", "/api/tasks/%s/outcome", "{\"outcome\":\"SEND_BACK\",\"reason\":\"Ghi rõ.\"}"),
        Arguments.of("tự giao việc", "/api/tasks/%s/assignee", "{\"assignee\":\"" + BOTH + "\",\"reason\":\"Thay.\"}"),
        Arguments.of("ký theo danh sách", "/api/lists", "{\"taskIds\":[\"%s\"]}"),
        Arguments.of("Tasklist: nhận việc", ENGINE + "task/%s/claim", self),
        Arguments.of("Tasklist: giao việc", ENGINE + "task/%s/assignee", self),
        Arguments.of("Tasklist: ủy quyền", ENGINE + "task/%s/delegate", self),
        Arguments.of("Tasklist: thêm người liên quan", ENGINE + "task/%s/identity-links",
            "{\"userId\":\"" + BOTH + "\",\"type\":\"candidate\"}"),
        Arguments.of("Tasklist: hoàn thành", ENGINE + "task/%s/complete",
            "{\"variables\":{\"outcome\":{\"value\":\"APPROVE\"}}}"),
        Arguments.of("Tasklist: gửi biểu mẫu", ENGINE + "task/%s/submit-form", "{\"variables\":{}}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  @DisplayName("Kiêm hai nhiệm vụ: người đề xuất không tự duyệt bằng bất cứ lối nào")
  void whoProposedDoesNotApprove(String way, String path, String body) {
    String code = given.waitsForTheChair("quanglac");
    WorkItem sign = given.open(code);

    Visitor.Answer answer = people.as(BOTH).send("POST", path.formatted(sign.taskId()),
        body.replace("%s", sign.taskId()));

    assertThat(answer.status()).as(way + ": " + answer).isEqualTo(403);
    assertThat(answer.json().get("type").asText())
        .isEqualTo(path.startsWith("/api") || way.endsWith("nhận việc")
            ? "urn:trian:four-eyes" : "urn:trian:gate-closed");
    assertUntouched(code, sign, null);
  }

  @Test
  @DisplayName("Người khác giao việc ký cho người đã đề xuất: không được, kể cả khi đang giữ việc; "
      + "không có trong danh sách")
  void nobodyHandsItToWhoeverProposedIt() {
    String code = given.waitsForTheChair("quanglac");
    WorkItem sign = given.open(code);
    Answer queued = people.reassign(CHAIR, sign.taskId(), new HandOn(BOTH, null, "Đi vắng."));
    assertThat(queued.status()).as(queued.said()).isEqualTo(403);
    assertThat(people.claim(CHAIR, sign.taskId()).isDone()).isTrue();
    Answer held = people.reassign(CHAIR, sign.taskId(), new HandOn(BOTH, CHAIR, "Đi vắng."));
    assertThat(held.status()).as(held.said()).isEqualTo(403);
    assertThat(people.as(CHAIR).get("/api/tasks/" + sign.taskId() + "/frame").json().at("/task/successors")
        .findValuesAsText("login")).containsExactly("phochutich.quanglac");
    assertUntouched(code, sign, CHAIR);
  }

  @Test
  @DisplayName("Một danh sách có hồ sơ do chính mình đề xuất thì không ký được hồ sơ nào")
  void aListWithAnOwnProposalIsRefusedAsAWhole() {
    String own = given.waitsForTheChair("quanglac");
    WorkItem sign = given.open(own);
    assertThat(people.as(BOTH).get("/lists").body()).contains(own);
    assertThat(people.signList(BOTH, List.of(sign.taskId())).status()).isEqualTo(403);
    assertUntouched(own, sign, null);
    assertThat(people.signList(CHAIR, List.of(sign.taskId())).isDone()).isTrue();
  }

  @Test
  @DisplayName("Quản trị đổi nhóm trong Camunda không cho ai quyền ký")
  void aChangeOfGroupsGivesNoSignature() {
    String code = given.waitsForTheChair("hoangvanthu");
    WorkItem sign = given.open(code);
    String proposer = "canbo.hoangvanthu";
    String member = ENGINE + "group/COMMUNE_CHAIR-hoangvanthu/members/" + proposer;
    people.as("admin").send("PUT", member, "{}");
    try {
      Visitor officer = people.as(proposer);
      assertThat(officer.send("POST", "/api/tasks/" + sign.taskId() + "/claim", "").status()).isIn(403, 404);
      assertThat(officer.send("POST", "/api/tasks/" + sign.taskId() + "/outcome", Map.of("outcome", "SIGN")).status())
          .isIn(403, 404);
      assertThat(officer.send("POST", ENGINE + "task/" + sign.taskId() + "/claim", Map.of("userId", proposer))
          .status()).isIn(403, 404);
      assertThat(officer.send("POST", ENGINE + "task/" + sign.taskId() + "/complete", "{}").status()).isEqualTo(403);
    } finally {
      people.as("admin").send("DELETE", member, null);
    }
    assertUntouched(code, sign, null);
  }

  @Test
  @DisplayName("Giao lại việc: chỉ người đang giữ hoặc lãnh đạo cơ quan; cơ quan khác không biết có việc ấy")
  void whoMayHandATaskOn() {
    String code = given.waitsForTheChair("quanglac");
    assertThat(people.claim(CHAIR, given.open(code).taskId()).isDone()).isTrue();
    String task = given.open(code).taskId();
    HandOn toDeputy = new HandOn("phochutich.quanglac", CHAIR, "Đi họp.");

    for (String other : List.of("motcua.quanglac", "vanthu.quanglac", "giamsat.quanglac", "chutich.maipha", "canbo.so",
        "admin")) {
      Answer foreign = people.reassign(other, task, toDeputy);
      assertThat(foreign.status()).as(other + ": " + foreign.said()).isEqualTo(404);
      assertThat(foreign.said()).isEqualTo(people.reassign(other, UUID.randomUUID().toString(), toDeputy).said());
    }
    assertThat(people.reassign(CHAIR, task, new HandOn("vanthu.quanglac", CHAIR, "Đi họp.")).status()).isEqualTo(422);
    assertThat(people.reassign(CHAIR, task, new HandOn("chutich.maipha", CHAIR, "Đi họp.")).status()).isEqualTo(422);
    assertThat(people.reassign(CHAIR, task, new HandOn(null, CHAIR, "Đi họp.")).status()).isEqualTo(422);
    assertThat(people.reassign(CHAIR, task, new HandOn(CHAIR, CHAIR, "Đi họp.")).status()).isEqualTo(422);
    assertThat(people.reassign(CHAIR, task, new HandOn("phochutich.quanglac", CHAIR, " ")).status()).isEqualTo(422);
    assertThat(given.open(code).assignee()).isEqualTo(CHAIR);

    assertThat(people.reassign(CHAIR, task, toDeputy).isDone()).isTrue();
    Answer late = people.reassign(CHAIR, task, toDeputy);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.said()).contains(officers.find("phochutich.quanglac").orElseThrow().fullName())
        .containsPattern("nhận lúc \\d\\d:\\d\\d \\d\\d/\\d\\d");
    assertThat(people.as(CHAIR).get("/cases/" + code).body()).contains("Lý do: Đi họp.");
  }

  @Test
  @DisplayName("Cùng nhóm mà không giữ việc và không phải lãnh đạo thì không giao lại được; trưởng phòng thì được")
  void colleaguesDoNotTakeFromEachOther() {
    String code = given.waitsForTheChair("quanglac");
    assertThat(people.act(CHAIR, given.open(code).taskId(), SharedCases.simple("SIGN")).isDone()).isTrue();
    String task = given.open(code).taskId();
    assertThat(people.claim("canbo.so", task).isDone()).isTrue();
    HandOn toSecond = new HandOn("canbo2.so", "canbo.so", "Cân đối công việc.");

    assertThat(people.reassign("canbo2.so", task, toSecond).status()).isEqualTo(403);
    assertThat(people.reassign("vanthu.so", task, toSecond).status()).isEqualTo(404);
    assertThat(people.reassign("truongphong.so", task, toSecond).isDone()).isTrue();
    assertThat(given.open(code).assignee()).isEqualTo("canbo2.so");
  }

  private void assertUntouched(String code, WorkItem sign, String holder) {
    WorkItem now = given.open(code);
    assertThat(now.taskId()).isEqualTo(sign.taskId());
    assertThat(now.assignee()).isEqualTo(holder);
    assertThat(cases.get(code).state()).isEqualTo(CaseState.AT_COMMUNE);
  }
}
