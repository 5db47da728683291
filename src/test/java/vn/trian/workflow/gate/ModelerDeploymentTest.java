package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.organization.Role;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseState;
import vn.trian.procedure.ReleaseStore;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.gate.Visitor.Answer;
import vn.trian.workflow.release.ReleaseDesk;

/** What Camunda Modeler sends becomes a draft or is refused; every other way to deploy is closed. */
@OverHttp
class ModelerDeploymentTest {

  private static final String CREATE = "/engine-rest/deployment/create";
  private static final String KEY = "worshipAllowance";
  private static final Path DIAGRAM = Path.of("bpmn/worship-allowance/worship-allowance.bpmn");
  private static final String BOUNDARY = "----WebKitFormBoundaryTriAn";
  private static final Actor ADMIN = new Actor("admin", "Quản trị", "", Set.of(Role.ADMIN), "");

  @LocalServerPort private int port;
  @Autowired private ReleaseStore store;
  @Autowired private ReleaseDesk desk;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcTemplate jdbc;

  @AfterEach
  void nothingWaits() {
    store.all().stream().filter(each -> each.state() == ReleaseState.DRAFT)
        .forEach(each -> desk.discard(each.id(), null, ADMIN));
  }

  @Test
  @DisplayName("Sơ đồ gửi từ Camunda Modeler thành bản thảo chờ duyệt, động cơ chưa thấy gì")
  void whatModelerSendsIsADraft() throws IOException {
    Map<String, Integer> engine = engineRows();
    Answer answer = deployed(Map.of("deployment-name", "Thử từ Modeler"),
        Map.of("Worship allowance.bpmn", changed()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    ReleaseInfo draft = store.info(answer.json().get("id").asText());
    assertThat(draft.state()).isEqualTo(ReleaseState.DRAFT);
    assertThat(draft.procedureKey()).isEqualTo(KEY);
    assertThat(draft.createdBy()).isEqualTo("admin");
    assertThat(draft.note()).isEqualTo("Camunda Modeler: Thử từ Modeler");
    assertThat(answer.json().get("name").asText()).isEqualTo("Thử từ Modeler");
    assertThat(answer.json().get("deployedProcessDefinitions").isNull()).as("nothing is deployed yet").isTrue();
    assertThat(store.files(draft.id()).text("worship-allowance.bpmn")).as("under the name that it has in the procedure")
        .contains(new String(changed(), StandardCharsets.UTF_8));
    assertThat(store.files(draft.id()).has("Worship allowance.bpmn")).isFalse();
    assertThat(engineRows()).isEqualTo(engine);
  }

  @Test
  @DisplayName("Gửi lại y nguyên: Modeler được trả bản đang dùng, không có thêm bản nào")
  void theSameAgainIsNoNewRelease() throws IOException {
    int releases = store.all().size();
    Answer answer = deployed(Map.of(), Map.of("worship-allowance.bpmn", Files.readAllBytes(DIAGRAM)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(store.info(answer.json().get("id").asText()).state()).isEqualTo(ReleaseState.ACTIVE);
    assertThat(store.info(answer.json().get("id").asText()).procedureKey()).isEqualTo(KEY);
    assertThat(refusal(Map.of("enable-duplicate-filtering", "false"),
        Map.of("worship-allowance.bpmn", Files.readAllBytes(DIAGRAM)))).contains("giống hệt");
    assertThat(store.all()).hasSize(releases);
  }

  @Test
  @DisplayName("Cả thư mục dạng zip: thủ tục mới thành bản thảo")
  void aWholeFolderIsANewProcedure() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(Path.of("src/test/resources/procedures/grave-visit"))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(each.getFileName().toString()));
        zip.write(Files.readAllBytes(each));
      }
    }
    Answer answer = deployed(Map.of(), Map.of("grave-visit.zip", bytes.toByteArray()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(store.info(answer.json().get("id").asText()).procedureKey()).isEqualTo("graveVisit");
  }

  @Test
  @DisplayName("Mô hình có lỗi: Modeler hiện từng lỗi bằng tiếng Việt, không gì được lưu")
  void faultsAreShownInModeler() throws IOException {
    Map<String, Integer> before = allRows();
    String broken = Files.readString(DIAGRAM).replace("camunda:delegateExpression=\"${calculateAmount}\"",
        "camunda:class=\"java.lang.Thread\"");
    Answer answer = deployed(Map.of(), Map.of("worship-allowance.bpmn", broken.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("message").asText()).startsWith("ENGINE-09005 Could not parse BPMN process.")
        .contains("calculateAmount “Tính mức trợ cấp”: mô hình không được gọi mã chương trình");
    assertThat(answer.json().at("/details/worship-allowance.bpmn/errors/0/mainElementId").asText())
        .isEqualTo("calculateAmount");
    assertThat(allRows()).isEqualTo(before);
  }

  @Test
  @DisplayName("Tệp không rõ thuộc thủ tục nào bị từ chối và nói vì sao")
  void whoseItIsMustBeClear() throws IOException {
    Map<String, Integer> before = allRows();
    assertThat(refusal(Map.of(), Map.of("level-step.bpmn", Files.readAllBytes(Path.of("bpmn/common/level-step.bpmn")))))
        .contains("nhiều thủ tục");
    assertThat(refusal(Map.of(), Map.of("diagram_1.bpmn", Files.readString(DIAGRAM).replace(KEY, "unknownProcess")
        .replace("worship", "other").getBytes(StandardCharsets.UTF_8)))).contains("Không thủ tục nào");
    assertThat(refusal(Map.of("tenant-id", "one"), Map.of("worship-allowance.bpmn", changed()))).contains("Tenant");
    assertThat(refusal(Map.of(), Map.of())).contains("Chưa chọn tệp");
    assertThat(refusal(Map.of(), Map.of("x.bpmn", "not xml".getBytes(StandardCharsets.UTF_8)))).isNotBlank();
    assertThat(allRows()).isEqualTo(before);
  }

  @Test
  @DisplayName("Chỉ quản trị, bằng mật khẩu, từ chương trình: trang web khác không gửi thay được")
  void onlyAdministratorsAndOnlyFromAProgram() throws IOException {
    Map<String, Integer> before = allRows();
    byte[] body = body(Map.of(), Map.of("worship-allowance.bpmn", changed()));
    assertThat(send(CREATE, body, Map.of()).status()).isEqualTo(401);
    assertThat(send(CREATE, body, basic("canbo.dongkinh")).status()).isEqualTo(403);
    assertThat(send(CREATE, body, basic("giamsat.so")).status()).isEqualTo(403);
    assertThat(send(CREATE, "--nothing".getBytes(StandardCharsets.UTF_8), basic("giamsat.so")).status())
        .as("before its body is read").isEqualTo(403);
    Map<String, String> foreign = new LinkedHashMap<>(basic("admin"));
    foreign.put("Origin", "https://evil.example");
    assertThat(send(CREATE, body, foreign).status()).isEqualTo(403);
    assertThat(allRows()).isEqualTo(before);
  }

  @TestFactory
  @DisplayName("Không đường nào khác đưa được mô hình vào động cơ qua HTTP")
  Stream<DynamicTest> noOtherDoor() {
    String deployment = repository.createDeploymentQuery().list().get(0).getId();
    String engine = "/camunda/api/engine/engine/default";
    return Stream.of("POST " + engine + "/deployment/create", "POST " + engine + "/deployment/" + deployment
            + "/redeploy", "DELETE " + engine + "/deployment/" + deployment + "?cascade=true",
        "POST /engine-rest/deployment/" + deployment + "/redeploy", "DELETE /engine-rest/deployment/" + deployment,
        "POST /engine-rest/engine/default/deployment/" + deployment + "/redeploy",
        "POST /engine-rest/engine/other/deployment/create", "POST /engine-rest/deployment/create/x",
        "POST /engine-rest//deployment/create", "POST /engine-rest/deployment/%63reate", "PUT /engine-rest/deployment",
        "PUT /engine-rest/deployment/create", "POST /engine-rest/deployment",
        "POST /camunda/api/cockpit/plugin/base/default/deployment/create")
        .map(door -> DynamicTest.dynamicTest(door.replace(deployment, "{id}"), () -> {
          Map<String, Integer> before = allRows();
          String[] words = door.split(" ");
          byte[] body = body(Map.of(), Map.of("worship-allowance.bpmn", changed()));
          Map<String, String> headers = new LinkedHashMap<>(basic("admin"));
          headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
          Visitor admin = Visitor.loggedIn(port, "admin");
          headers.put("X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN"));
          assertThat(admin.sendBytes(words[0], words[1], words[0].equals("DELETE") ? null : body, headers).status())
              .isIn(400, 403, 404, 405, 415);
          assertThat(allRows()).isEqualTo(before);
        }));
  }

  @TestFactory
  @DisplayName("Không lời gọi nào của chính động cơ đi vòng qua cổng")
  Stream<DynamicTest> noWayInsideTheEngine() {
    Map<String, Runnable> ways = new LinkedHashMap<>();
    String text = new String(changed(), StandardCharsets.UTF_8);
    String deployment = repository.createDeploymentQuery().list().get(0).getId();
    ways.put("text", () -> builder().addString("a.bpmn", text).deploy());
    ways.put("bytes", () -> builder().addInputStream("a.bpmn", new ByteArrayInputStream(changed())).deployWithResult());
    ways.put("class path", () -> builder().addClasspathResource("bpmn/common/level-step.bpmn").deploy());
    ways.put("model", () -> builder().addModelInstance("a.bpmn", Bpmn.readModelFromStream(
        new ByteArrayInputStream(changed()))).deploy());
    ways.put("zip", () -> builder().addZipInputStream(new ZipInputStream(new ByteArrayInputStream(zipped()))).deploy());
    ways.put("again", () ->
        repository.createDeployment().nameFromDeployment(deployment).addDeploymentResources(deployment).deploy());
    ways.put("only what changed", () -> builder().name("x").enableDuplicateFiltering(true).addString("a.dmn",
        "<definitions/>").deploy());
    ways.put("a form", () -> builder().addString("a.form", "{}").deploy());
    ways.put("a script", () -> builder().addString("a.groovy", "1").deploy());
    return ways.entrySet().stream().map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
      Map<String, Integer> before = allRows();
      assertThatThrownBy(way.getValue()::run).isInstanceOf(DomainException.class).hasMessage("deployment-not-admitted");
      assertThat(allRows()).isEqualTo(before);
    }));
  }

  private DeploymentBuilder builder() {
    return repository.createDeployment().name("around the gate");
  }

  private static byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.bpmn"));
      zip.write(changed());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] changed() {
    try {
      return Files.readString(DIAGRAM).replace("name=\"Tính mức trợ cấp\"", "name=\"Tính số tiền trợ cấp\"")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String refusal(Map<String, String> words, Map<String, byte[]> files) {
    Answer answer = deployed(words, files);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().get("type").asText()).isNotBlank();
    return answer.json().get("message").asText();
  }

  /** As Modeler does: words first, then the diagram and what goes with it, each under its own name. */
  private Answer deployed(Map<String, String> words, Map<String, byte[]> files) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("deployment-name", "diagram",
        "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true"));
    all.putAll(words);
    return send(CREATE, body(all, files), basic("admin"));
  }

  private Answer send(String path, byte[] body, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    all.put("accept", "application/json");
    return Visitor.anonymous(port).sendBytes("POST", path, body, all);
  }

  private static Map<String, String> basic(String login) {
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString((login + ":demo").getBytes()));
  }

  private static byte[] body(Map<String, String> words, Map<String, byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    words.forEach((name, word) -> body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
        + name + "\"\r\n\r\n" + word + "\r\n").getBytes(StandardCharsets.UTF_8)));
    files.forEach((name, bytes) -> {
      body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
          + "\"\r\nContent-Type: text/xml\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(bytes);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    });
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private Map<String, Integer> engineRows() {
    return rows("ACT_RE_DEPLOYMENT", "ACT_GE_BYTEARRAY", "ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF");
  }

  private Map<String, Integer> allRows() {
    return rows("ACT_RE_DEPLOYMENT", "ACT_GE_BYTEARRAY", "ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF",
        "trian.procedure_release", "trian.release_file");
  }

  private Map<String, Integer> rows(String... tables) {
    Map<String, Integer> rows = new TreeMap<>();
    for (String table : tables) {
      rows.put(table, jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }
    return rows;
  }
}
