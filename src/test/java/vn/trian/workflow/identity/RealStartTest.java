package vn.trian.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.TriAn;
import vn.trian.organization.Officers;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedures;
import vn.trian.security.PasswordCheck;
import vn.trian.startup.UnsafeStart;
import vn.trian.support.WebApps;

/** A start without the demo: how the first person gets in, and what must not come along. */
@ExtendWith(OutputCaptureExtension.class)
class RealStartTest {

  private static final Pattern TOLD = Pattern.compile("first administrator \"admin\" with the password (\\S+)");

  private static ConfigurableApplicationContext application;
  private static String log;
  /** What was in place when the web server opened its door for the first time. */
  private static Map<String, Long> atFirstConnection;

  @BeforeAll
  static void startWithAnEmptyDatabase(CapturedOutput output) {
    application = start();
    log = output.getAll();
  }

  @AfterAll
  static void stop() {
    WebApps.stayWhile(application::close);
  }

  /** The engine's own name is that of the shared application of other tests. */
  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(TriAn.class).profiles("office").listeners(new Door())
        .run("--server.port=0", "--spring.datasource.url=jdbc:h2:mem:real;DB_CLOSE_DELAY=-1",
            "--spring.datasource.username=sa", "--spring.datasource.password=", "--spring.main.banner-mode=off",
            "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.process-engine-name=real");
  }

  /** Looks around when the web server opens its door. */
  private static final class Door implements ApplicationListener<ServletWebServerInitializedEvent> {

    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent open) {
      var beans = open.getApplicationContext();
      atFirstConnection = Map.of(
          "users", beans.getBean(IdentityService.class).createUserQuery().count(),
          "filters", beans.getBean(FilterService.class).createFilterQuery().count(),
          "procedures", (long) beans.getBean(Procedures.class).active().size());
    }
  }

  @Test
  @DisplayName("Trước khi máy chủ nhận kết nối đầu tiên, mọi thứ đã sẵn sàng")
  void everythingIsThereBeforeTheFirstConnection() {
    assertThat(atFirstConnection).containsEntry("users", 1L).containsEntry("procedures", 4L)
        .containsEntry("filters", bean(FilterService.class).createFilterQuery().count());
  }

  @Test
  @DisplayName("Cơ sở dữ liệu trống: có một quản trị viên, mật khẩu chỉ hiện một lần")
  void theFirstAdministratorIsToldOnce(CapturedOutput output) {
    var told = TOLD.matcher(log);
    assertThat(told.find()).isTrue();
    String password = told.group(1);
    assertThat(password).hasSizeGreaterThanOrEqualTo(20);
    PasswordCheck passwords = application.getBean(PasswordCheck.class);
    assertThat(passwords.matches("admin", password)).isTrue();
    assertThat(bean(Officers.class).find("admin").orElseThrow().roles()).containsExactly(Role.ADMIN);
    assertThat(identity().createGroupQuery().groupMember("admin").list()).extracting(Group::getId)
        .contains(IdentityBridge.ADMINS);
    assertThat(identity().createUserQuery().count()).isEqualTo(1);

    bean(FirstAdministrator.class).appoint();
    assertThat(TOLD.matcher(output.getAll()).results().count()).isLessThanOrEqualTo(1);
    assertThat(identity().createUserQuery().count()).isEqualTo(1);
    assertThat(passwords.matches("admin", password)).isTrue();
  }

  @Test
  @DisplayName("Không có hồ sơ demo: không khởi động khi còn người mẫu")
  void inventedPeopleAreRefused() {
    undone(() -> {
      assertThatCode(this::guard).doesNotThrowAnyException();
      bean(Officers.class).appoint("canbo.thu", "Nông Thị Thử (mẫu)", "so", Role.DEPT_OFFICER, "Chuyên viên");
      assertThatThrownBy(this::guard).isInstanceOf(UnsafeStart.class).hasMessageContaining("canbo.thu");
    });
    bean(Officers.class).find("canbo.thu").ifPresent(left -> {
      throw new AssertionError("not undone");
    });
  }

  @Test
  @DisplayName("Không có hồ sơ demo: không khởi động khi còn mật khẩu “demo”")
  void theWellKnownPasswordIsRefused() {
    undone(() -> {
      user("an", "something else");
      user("binh", null);
      assertThatCode(this::guard).doesNotThrowAnyException();
      invented("chi");
      assertThatThrownBy(this::guard).isInstanceOf(UnsafeStart.class).hasMessageContaining("chi")
          .hasMessageNotContaining("binh");
    });
  }

  @Test
  @DisplayName("Mật khẩu đặt sẵn quá ngắn thì không nhận; lý do được nói rõ")
  void aShortPasswordIsRefusedInPlainWords() {
    undone(() -> {
      identity().deleteUser("admin");
      // as on an empty database: no officers either
      Officers nobody = Mockito.mock(Officers.class);
      var appointing = new FirstAdministrator(identity(), nobody, bean(Offices.class),
          bean(Clock.class), "short");
      assertThatThrownBy(appointing::appoint).isInstanceOfSatisfying(UnsafeStart.class, refusal -> {
        FailureAnalysis told = new UnsafeStart.Analyzer().analyze(refusal);
        assertThat(told.getDescription()).contains("shorter than 12");
        assertThat(told.getAction()).contains("TRIAN_FIRST_ADMIN_PASSWORD");
      });
    });
  }

  private void guard() {
    bean(DemoGuard.class).refuseWhatBelongsToTheDemo();
  }

  private static void user(String login, String password) {
    User user = identity().newUser(login);
    if (password != null) {
      user.setPassword(password);
    }
    // also those who came before there was a rule for passwords
    ((IdentityServiceImpl) identity()).saveUser(user, true);
  }

  /** With the password that the demo gives. */
  private static void invented(String login) {
    var engine = (ProcessEngineConfigurationImpl) bean(ProcessEngineConfiguration.class);
    UserEntity user = (UserEntity) identity().newUser(login);
    new DemoPassword(engine, "demo").give(user);
    identity().saveUser(user);
  }

  private static void undone(Runnable test) {
    new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
      test.run();
      status.setRollbackOnly();
    });
  }

  private static IdentityService identity() {
    return bean(IdentityService.class);
  }

  private static <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
