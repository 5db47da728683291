package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.workflow.gate.Visitor.Answer;

/** What no browser of ours sends; on PostgreSQL, which takes fewer characters than H2. */
@OverHttpOnPostgres
class HostileInputTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate sql;

  @BeforeEach
  void forgetTries() {
    sql.update("delete from trian.login_tally");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x/..;/camunda/api/engine/engine/default/task", "/assets/..;/engine-rest/task",
      "/assets/%2e%2e/camunda/api/engine/engine/default/task", "//camunda/api/admin/setup/default/user/create",
      "/camunda//api/engine/engine/default/task", "/camunda/%61pi/engine/engine/default/task", "/camund%61/app/admin/",
      "/eng%69ne-rest/task", "/./engine-rest/task", "/login;a=b", "/cases?q=a%00",
      "/camunda/api/engine/engine/default/filter?assigneeExpression%00=1", "/cases/%0d%0aSet-Cookie:x"})
  @DisplayName("Địa chỉ đọc được theo hai cách: 400, bằng câu chữ của ta, với mọi người")
  void addressesHaveOneReading(String path) {
    for (Visitor visitor : new Visitor[] {Visitor.anonymous(port), Visitor.loggedIn(port, "admin")}) {
      Answer answer = visitor.get(path);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().path("type").asText()).isEqualTo("urn:trian:address-odd");
    }
  }

  @Test
  @DisplayName("Ký tự không in được trong câu hỏi, biểu mẫu, JSON: bỏ đi, không thành lỗi máy chủ")
  void charactersThatNoPaperShowsAreLeftOut() {
    Visitor officer = Visitor.loggedIn(port, "canbo.dongkinh");
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded",
        "X-TA-XSRF-TOKEN", officer.cookie("TA-XSRF-TOKEN"));
    assertThat(officer.send("POST", "/track", "code=a%00b&secret=c%00", form).status()).isEqualTo(404);
    assertThat(officer.send("POST", "/api/tasks/x/outcome",
        "{\"outcome\":\"A\\u0000\",\"data\":{\"a\":\"\\u0000\"}}").status()).isEqualTo(404);
    assertThat(officer.send("POST", "/api/procedures/worshipAllowance/papers",
        "{\"data\":{\"applicant\":{\"fullName\":\"\\u0000\\ud800\"}}}").status()).isLessThan(500);
    assertThat(Visitor.anonymous(port).tryLogin("canbo\0.dongkinh", "x").location()).endsWith("/login?error");
    String basic = Base64.getEncoder().encodeToString("a\0:b".getBytes(StandardCharsets.UTF_8));
    assertThat(Visitor.anonymous(port).send("GET", "/engine-rest/engine", null,
        Map.of("Authorization", "Basic " + basic)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SESSION=AAAA", "SESSION=%00", "TA-LANG=../../x", "TA-LANG=%00", "TA-DEVICE=AAAA"})
  @DisplayName("Cookie bịa: như người chưa đăng nhập")
  void inventedCookiesAreNothing(String cookie) {
    for (String path : new String[] {"/login", "/track", "/cases", "/actuator/health", ENGINE + "filter"}) {
      assertThat(Visitor.anonymous(port).send("GET", path, null, Map.of("Cookie", cookie)).status())
          .as(path).isIn(200, 302, 401);
    }
  }

  @Test
  @DisplayName("JSON lồng quá sâu, khóa trùng, phần tử rỗng, trang số quá lớn: từ chối, không thành lỗi máy chủ")
  void shapesThatFormsNeverHave() {
    Visitor officer = Visitor.loggedIn(port, "chutich.dongkinh");
    String deep = "{\"data\":" + "[".repeat(900) + "]".repeat(900) + "}";
    assertThat(officer.send("POST", "/api/tasks/x/assess", deep).status()).isEqualTo(400);
    assertThat(officer.send("POST", "/api/tasks/x/outcome", "{\"outcome\":\"A\",\"outcome\":\"B\"}").status())
        .isEqualTo(400);
    assertThat(officer.send("POST", "/api/lists", "{\"taskIds\":[null]}").status()).isEqualTo(422);
    assertThat(officer.get("/lists?page=2147483647").status()).isEqualTo(200);
    assertThat(officer.get("/api/lookup/person").json().path("detail").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("Tên máy chủ giả: không dẫn người dùng đi đâu khác")
  void redirectsLeadToPaths() {
    Visitor visitor = Visitor.anonymous(port);
    assertThat(visitor.get("/cases?q=x").location()).isEqualTo("/login");
    assertThat(visitor.tryLogin("canbo.dongkinh", "demo").location()).isEqualTo("/cases?q=x&continue");
  }
}
