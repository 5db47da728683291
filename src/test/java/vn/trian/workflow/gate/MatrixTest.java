package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.servlet.ServletContext;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseNotes;
import vn.trian.document.Documents;
import vn.trian.organization.Officers;
import vn.trian.procedure.ReleaseStore;
import vn.trian.report.ReportDesk;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Lists;
import vn.trian.workflow.gate.Matrix.Answered;
import vn.trian.workflow.gate.Matrix.Asker;
import vn.trian.workflow.gate.Matrix.Row;
import vn.trian.workflow.gate.Visitor.Answer;

/** Every endpoint × everybody × everything they could ask it about, made from {@code security/matrix.yaml}. */
@OverHttp
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Bảng quyền: mọi địa chỉ × mọi người × mọi hồ sơ")
class MatrixTest {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Matrix matrix = Matrix.read();
  private final Map<String, Visitor> visitors = new HashMap<>();
  private Things things;
  private KnownPasswords passwords;

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private ServletContext context;
  @Autowired private SampleCases samples;
  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private Documents documents;
  @Autowired private CaseFiles cases;
  @Autowired private CaseNotes notes;
  @Autowired private Lists lists;
  @Autowired private ReportDesk reports;
  @Autowired private ReleaseStore releases;
  @Autowired private FilterService filters;
  @Autowired private ProcessEngine engine;
  @Autowired private Officers officers;
  @Autowired private JdbcTemplate sql;

  @BeforeAll
  void begin() {
    ClockUtil.reset();
    passwords = KnownPasswords.of(engine);
    things = new Things(samples, desk, actors, documents, cases, notes, lists, reports, releases, filters);
    visitors.put("deactivated", Visitor.loggedIn(port, matrix.asker("deactivated").login()));
    inOffice("deactivated", false);
  }

  /** Log-ins with a wrong password are part of the table; their throttle is another test's. */
  private void forgetTries() {
    sql.update("delete from trian.login_tally");
  }

  @AfterAll
  void end() {
    passwords.close();
    forgetTries();
    inOffice("deactivated", true);
  }

  private void inOffice(String asker, boolean active) {
    sql.update("update trian.officer set active = ? where login = ?", active, matrix.asker(asker).login());
    ReflectionTestUtils.invokeMethod(ReflectionTestUtils.getField(officers, "rows"), "forget");
  }

  @Test
  @DisplayName("Địa chỉ nào của ứng dụng cũng có đúng một dòng trong bảng, dòng nào cũng có địa chỉ")
  void theTableHasEveryEndpointOnce() throws Exception {
    Map<Endpoint, Long> rows = matrix.rows().stream()
        .collect(Collectors.groupingBy(Row::endpoint, LinkedHashMap::new, Collectors.counting()));
    assertThat(rows).allSatisfy((endpoint, times) -> assertThat(times).as(endpoint.toString()).isEqualTo(1));
    Set<Endpoint> answered = Endpoints.of(application, context);
    assertThat(answered.stream().filter(endpoint -> !rows.containsKey(endpoint))).as("without a row").isEmpty();
    assertThat(rows.keySet().stream().filter(row -> !answered.contains(row))).as("answered by nothing").isEmpty();
    assertThat(answered).hasSizeGreaterThan(1_500);
  }

  @TestFactory
  @DisplayName("Mỗi ô của bảng được trả lời đúng")
  Stream<DynamicNode> cells() {
    return matrix.rows().stream().map(row -> dynamicContainer(row.toString(), matrix.askers(row).stream()
        .flatMap(asker -> matrix.things(row).stream().map(thing -> dynamicTest(
            (asker.name() + " " + thing).strip() + " " + matrix.expected(row, asker, thing),
            () -> check(row, asker, thing))))));
  }

  private void check(Row row, Asker asker, String thing) {
    if (row.address().matches("/login|.*/credentials")) {
      forgetTries();
    }
    Answered expected = matrix.expected(row, asker, thing);
    Answer answer = ask(row, asker, thing);
    if (row.ends()) {
      // a new session for what comes next; who may have none needs a new token at least
      visitors.computeIfPresent(asker.name(), (name, visitor) -> {
        visitor.get("/login");
        return name.equals("deactivated") ? visitor : null;
      });
    }
    String what = row + " " + asker.name() + " " + thing + ": " + answer.status() + " " + answer.body();
    assertThat(answer.status()).as(what).isNotEqualTo(429);
    assertThat(answered(row, asker, answer)).as(what).isEqualTo(expected);
    assertThat(answer.status()).as(what).isLessThan(500);
    if (expected == Answered.UNKNOWN && !thing.equals("invented")) {
      assertThat(told(row, asker, thing, answer)).as(what)
          .isEqualTo(told(row, asker, "invented", ask(row, asker, "invented")));
    }
  }

  /** All that an answer says, but for the id that was asked about and what differs from one answer to the next. */
  private String told(Row row, Asker asker, String thing, Answer answer) {
    String id = things.id(row.kind(matrix.kinds()).orElse(""), thing, asker.login());
    return answer.status() + answer.type() + answer.body().replace(id, "ID")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"|\"(instance|timestamp)\":\"[^\"]*\"", "");
  }

  @TestFactory
  @DisplayName("Yêu cầu giả mạo: mọi thao tác thay đổi đều bị từ chối khi thiếu mã, sai mã hoặc mã của phiên khác")
  Stream<DynamicNode> forged() {
    return matrix.rows().stream()
        .filter(row -> row.changes() && !row.who().contains("closed") && !row.address().startsWith("/engine-rest"))
        .map(row -> dynamicContainer(row.toString(), Stream.of("none", "wrong", "another's", "text/plain", "overridden")
            .map(token -> dynamicTest(token, () -> forge(row, token)))));
  }

  @TestFactory
  @DisplayName("Yêu cầu giả mạo bằng GET: địa chỉ của thao tác thay đổi không trả lời GET, dù ghi phương thức khác")
  Stream<DynamicNode> changesByGet() {
    Set<String> read = matrix.rows().stream().filter(row -> !row.changes()).map(MatrixTest::pattern)
        .collect(Collectors.toSet());
    return matrix.rows().stream()
        .filter(row -> row.changes() && !row.who().contains("closed") && !row.address().startsWith("/engine-rest"))
        .filter(row -> !read.contains(pattern(row)))
        .map(row -> dynamicTest(row.toString(), () -> changeByGet(row)));
  }

  /** The address, whatever its parts are called. */
  private static String pattern(Row row) {
    return row.address().replaceAll("\\{[^}]+}", "{}");
  }

  private void changeByGet(Row row) {
    Asker victim = victim(row);
    Answer answer = visitor(victim).send("GET", things.address(matrix, row, matrix.things(row).get(0), victim)
        + "?_method=" + row.method(), null, overridden(row.method()));
    assertThat(answer.status()).as(row + " " + answer.body()).isIn(403, 404, 405);
  }

  private static Map<String, String> overridden(String method) {
    return Map.of("X-HTTP-Method-Override", method, "X-HTTP-Method", method, "X-Method-Override", method);
  }

  private Asker victim(Row row) {
    return matrix.asker(row.who().contains("admin") ? "admin"
        : row.who().contains("supervisor") ? "supervisor" : "head");
  }

  private void forge(Row row, String token) {
    Asker victim = victim(row);
    // the engine's web applications end the session of whoever sends a forged request
    Visitor visitor = row.isOfEngine() ? Visitor.loggedIn(port, victim.login()) : visitor(victim);
    String name = row.isOfEngine() ? "XSRF-TOKEN" : "TA-XSRF-TOKEN";
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", token.equals("text/plain") ? "text/plain" : row.isInterface() ? JSON : FORM);
    switch (token) {
      case "wrong" -> headers.put("X-" + name, "wrong");
      case "another's" -> headers.put("X-" + name, visitor(matrix.asker("neighbor")).cookie(name));
      case "overridden" -> headers.putAll(overridden("GET"));
      default -> { }
    }
    String thing = matrix.things(row).get(0);
    String body = row.method().equals("DELETE") ? null : row.isInterface() ? bodyOf(row, victim) : "key=1";
    String address = things.address(matrix, row, thing, victim) + (token.equals("overridden") ? "?_method=GET" : "");
    Answer answer = visitor.send(row.method(), address, body, headers);
    assertThat(answer.status()).as(row + " " + token + " " + answer.body()).isEqualTo(403);
  }

  private static Answered answered(Row row, Asker asker, Answer answer) {
    boolean toLogin = answer.status() == 302 && answer.location().endsWith("/login");
    if (answer.status() == 401 || toLogin) {
      return Answered.LOGIN;
    }
    if (answer.status() == 403 && !(row.isOfEngine() && isOfTheEngineItself(answer))) {
      return Answered.NO;
    }
    // the engine's interface is asked with invented ids where the table says nothing of the kind
    boolean someId = row.address().matches(".*\\{(id|file)}.*|.*\\*\\*")
        || row.isOfEngine() && asker.hands().contains("admin");
    return answer.status() == 404 && !someId ? Answered.UNKNOWN : Answered.IN;
  }

  private static boolean isOfTheEngineItself(Answer answer) {
    return answer.body().contains("\"type\"") && !answer.body().contains("gate-closed");
  }

  private Answer ask(Row row, Asker asker, String thing) {
    String address = things.address(matrix, row, thing, asker);
    String method = row.method().equals(Endpoints.ANY) ? "GET" : row.method();
    Visitor visitor = row.ends() && !asker.login().isEmpty() && !asker.name().equals("deactivated")
        ? Visitor.loggedIn(port, asker.login()) : visitor(asker);
    Map<String, String> headers = new HashMap<>();
    headers.put("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
    headers.put("X-TA-XSRF-TOKEN", visitor.cookie("TA-XSRF-TOKEN"));
    if (asker.name().equals("machine")) {
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString((asker.login() + ":demo").getBytes()));
    }
    String body = null;
    if (Set.of("POST", "PUT").contains(method)) {
      body = row.isInterface() ? bodyOf(row, asker) : "key=" + UUID.randomUUID();
      headers.put("Content-Type", row.isInterface() ? JSON : FORM);
    }
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    return visitor.send(method, address, body, headers);
  }

  private static String bodyOf(Row row, Asker asker) {
    return row.address().endsWith("/{engine}/group") ? "{\"member\":\"" + asker.login() + "\"}" : "{}";
  }

  private Visitor visitor(Asker asker) {
    return visitors.computeIfAbsent(asker.name(), name -> {
      if (Set.of("anonymous", "citizen", "machine").contains(name)) {
        Visitor visitor = Visitor.anonymous(port);
        visitor.get("/login");
        return visitor;
      }
      return Visitor.loggedIn(port, asker.login());
    });
  }
}
