package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import vn.trian.organization.Officers;
import vn.trian.workflow.gate.Visitor.Answer;
import vn.trian.workflow.identity.IdentityBridge;

/** Log-ins and sessions, asked from outside over HTTP. */
@OverHttp
class LoginTest {

  private static final String OWN_API = "/api/options/communes";
  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate sql;
  @Autowired private IdentityService identity;
  @Autowired private Officers officers;
  @Autowired private IdentityBridge bridge;

  @AfterEach
  void forgetTries() {
    sql.update("delete from trian.login_tally");
  }

  @Test
  @DisplayName("Sau 10 mật khẩu sai mọi cửa đều đóng 15 phút, máy đã từng dùng vẫn vào được")
  void allDoorsShareTheTries() {
    Visitor desk = Visitor.loggedIn(port, "vanthu.hoangdong");
    for (int i = 0; i < 10; i++) {
      Answer answer = i % 2 == 0 ? Visitor.anonymous(port).tryLogin("vanthu.hoangdong", "wrong")
          : basic("vanthu.hoangdong", "wrong");
      assertThat(answer.status()).isIn(302, 401);
    }
    assertThat(Visitor.anonymous(port).tryLogin("vanthu.hoangdong", "demo").location()).contains("/login?wait=");
    Answer machine = basic("vanthu.hoangdong", "demo");
    assertThat(machine.status()).isEqualTo(429);
    assertThat(Visitor.anonymous(port).get("/login?wait=7").body()).contains("7 phút");
    assertThat(desk.tryLogin("vanthu.hoangdong", "demo").location()).doesNotContain("wait");
  }

  @Test
  @DisplayName("Tài khoản không có và mật khẩu sai được trả lời như nhau")
  void anUnknownLoginIsToldLikeAWrongPassword() {
    Answer unknown = Visitor.anonymous(port).tryLogin("khong-co-ai", "demo");
    Answer wrong = Visitor.anonymous(port).tryLogin("vanthu.maipha", "wrong");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.location()).isEqualTo(wrong.location());
  }

  @Test
  @DisplayName("Đăng nhập đổi mã phiên; mã cũ không dùng được")
  void aLoginBeginsANewSession() {
    Visitor visitor = Visitor.anonymous(port);
    visitor.get("/cases");
    String before = visitor.cookie("SESSION");
    visitor.tryLogin("canbo.maipha", "demo");
    assertThat(visitor.cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
    if (!before.isEmpty()) {
      assertThat(Visitor.anonymous(port).send("GET", OWN_API, null, Map.of("Cookie", "SESSION=" + before)).status())
          .isEqualTo(401);
    }
  }

  @Test
  @DisplayName("Cookie phiên không đọc được từ mã trang và không gửi sang trang khác")
  void theSessionCookieIsGuarded() {
    Visitor visitor = Visitor.anonymous(port);
    String cookie = visitor.tryLogin("canbo.maipha", "demo").cookies().stream()
        .filter(each -> each.startsWith("SESSION=")).findFirst().orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  @DisplayName("Phiên kết thúc sau 8 giờ dù vẫn làm việc, và sau 30 phút không làm gì")
  void sessionsEnd() {
    Visitor busy = Visitor.loggedIn(port, "canbo.maipha");
    assertThat(busy.get(OWN_API).status()).isEqualTo(200);
    age("creation_time", Duration.ofHours(8).plusMinutes(1), "canbo.maipha");
    assertThat(busy.get(OWN_API).status()).isEqualTo(401);
    assertThat(busy.get("/cases").location()).endsWith("/login");

    Visitor idle = Visitor.loggedIn(port, "canbo.maipha");
    age("last_access_time", Duration.ofMinutes(31), "canbo.maipha");
    assertThat(idle.get(OWN_API).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("Người thôi giữ chức mất quyền ở cả trang của ta và giao diện Camunda")
  void whoLeavesOfficeLosesAllPower() {
    Visitor officer = Visitor.loggedIn(port, "canbo.tamthanh");
    assertThat(officer.get(OWN_API).status()).isEqualTo(200);
    assertThat(officer.get(ENGINE + "filter").status()).isEqualTo(200);
    sql.update("update trian.officer set active = false where login = 'canbo.tamthanh'");
    try {
      snapshotGrowsOld(officers);
      followOfficers();
      assertThat(identity.createGroupQuery().groupMember("canbo.tamthanh").count()).isZero();
      assertThat(officer.get(OWN_API).status()).isEqualTo(401);
      assertThat(officer.get(ENGINE + "filter").status()).isEqualTo(401);
      assertThat(officer.get("/camunda/app/tasklist/default/").status()).isEqualTo(302);
      assertThat(Visitor.anonymous(port).tryLogin("canbo.tamthanh", "demo").location()).endsWith("?error");
    } finally {
      sql.update("update trian.officer set active = true where login = 'canbo.tamthanh'");
      snapshotGrowsOld(officers);
      followOfficers();
    }
  }

  @Test
  @DisplayName("Vai trò có hiệu lực như bây giờ, không như lúc đăng nhập")
  void rolesCountAsTheyAreNow() {
    Visitor supervisor = Visitor.loggedIn(port, "giamsat.so");
    assertThat(supervisor.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
    sql.update("update trian.officer set role = 'DEPT_CLERK' where login = 'giamsat.so'");
    try {
      snapshotGrowsOld(officers);
      assertThat(supervisor.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
      assertThat(supervisor.get(OWN_API).status()).isEqualTo(200);
    } finally {
      sql.update("update trian.officer set role = 'SUPERVISOR' where login = 'giamsat.so'");
      snapshotGrowsOld(officers);
    }
  }

  @Test
  @DisplayName("Đăng xuất mọi nơi kết thúc mọi phiên; đăng nhập lần thứ tư kết thúc phiên cũ nhất")
  void sessionsOfOnePersonAreCounted() {
    Visitor first = Visitor.loggedIn(port, "canbo.chilang");
    Visitor second = Visitor.loggedIn(port, "canbo.chilang");
    Visitor third = Visitor.loggedIn(port, "canbo.chilang");
    assertThat(first.get(OWN_API).status()).isEqualTo(200);
    Visitor fourth = Visitor.loggedIn(port, "canbo.chilang");
    assertThat(Stream.of(first, second, third, fourth).map(each -> each.get(OWN_API).status()).toList())
        .containsOnlyOnce(302).contains(200);
    assertThat(fourth.get(OWN_API).status()).isEqualTo(200);

    fourth.send("POST", "/logout/everywhere", "_csrf=" + fourth.cookie("TA-XSRF-TOKEN"),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(List.of(second.get(OWN_API).status(), third.get(OWN_API).status(), fourth.get(OWN_API).status()))
        .containsOnly(401);
  }

  @Test
  @DisplayName("Đổi mật khẩu kết thúc các phiên khác; mật khẩu lưu bằng Argon2id")
  void aNewPasswordEndsOtherSessions() {
    Map<String, Object> before = sql.queryForMap("select pwd_, salt_ from act_id_user where id_ = 'canbo.quanglac'");
    try {
      passwordChanges();
    } finally {
      // others of this run log in as well
      sql.update("update act_id_user set pwd_ = ?, salt_ = ? where id_ = 'canbo.quanglac'", before.get("PWD_"),
          before.get("SALT_"));
    }
  }

  private void passwordChanges() {
    Visitor here = Visitor.loggedIn(port, "canbo.quanglac");
    Visitor elsewhere = Visitor.loggedIn(port, "canbo.quanglac");
    assertThat(here.send("PUT", ENGINE + "user/canbo.quanglac/credentials",
        Map.of("password", "con đường làng quanh co", "authenticatedUserPassword", "demo")).status()).isEqualTo(204);
    assertThat(here.get(OWN_API).status()).isEqualTo(200);
    assertThat(elsewhere.get(OWN_API).status()).isEqualTo(401);
    UserEntity user = (UserEntity) identity.createUserQuery().userId("canbo.quanglac").singleResult();
    assertThat(user.getPassword()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Visitor.anonymous(port).tryLogin("canbo.quanglac", "demo").location()).endsWith("?error");
    assertThat(Visitor.anonymous(port).tryLogin("canbo.quanglac", "con đường làng quanh co").location())
        .doesNotContain("error");
  }

  private Answer basic(String login, String password) {
    String pair = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    return Visitor.anonymous(port).send("GET", "/engine-rest/engine", null, Map.of("Authorization", "Basic " + pair));
  }

  private void age(String column, Duration by, String login) {
    assertThat(sql.update("update trian.spring_session set " + column + " = " + column + " - ?, "
        + "expiry_time = case when ? = 'last_access_time' then expiry_time - ? else expiry_time end "
        + "where principal_name = ?", by.toMillis(), column, by.toMillis(), login)).isPositive();
  }

  /** What the watch does three times a minute. */
  private void followOfficers() {
    bridge.synchronize();
  }

  /** As if the half minute had passed for which officers are remembered. */
  private static void snapshotGrowsOld(Officers officers) {
    ReflectionTestUtils.invokeMethod(ReflectionTestUtils.getField(officers, "rows"), "forget");
  }
}
