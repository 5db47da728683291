package vn.trian.workflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.security.web.SecurityFilterChain;
import vn.trian.organization.Offices;

@DisplayName("Nơi diễn tập tách riêng")
class ChamberTest {

  private static final LocalDateTime DAY = LocalDateTime.of(2026, 11, 20, 8, 0);
  private static final Set<String> STRANGE = Set.of("spring.datasource.url", "DB_URL", "spring.profiles.active");

  @AfterEach
  void clean() {
    STRANGE.forEach(System::clearProperty);
  }

  private static String url(Chamber chamber) {
    return chamber.bean(JdbcTemplate.class).execute((Connection each) -> each.getMetaData().getURL());
  }

  @Test
  @DisplayName("Cài đặt của máy không dẫn nó đến cơ sở dữ liệu khác; không có trang, đăng nhập, lịch chạy")
  void settingsOfTheMachineDoNotReachIt() {
    System.setProperty("spring.datasource.url", "jdbc:h2:mem:stranger;DB_CLOSE_DELAY=-1");
    System.setProperty("DB_URL", "jdbc:h2:mem:stranger;DB_CLOSE_DELAY=-1");
    System.setProperty("spring.profiles.active", "postgres");
    try (Chamber chamber = Chamber.open(DAY)) {
      assertThat(url(chamber)).startsWith("jdbc:h2:mem:rehearsal");
      assertThat(chamber.bean(Offices.class).all(LocalDate.of(2026, 11, 20))).isNotEmpty();
      assertThat(chamber.bean(ProcessEngine.class).getProcessEngineConfiguration().isJobExecutorActivate()).isFalse();
      assertThat(ProcessEngines.getProcessEngines()).doesNotContainKey(chamber.bean(ProcessEngine.class).getName());
      assertThat(BpmPlatform.getProcessEngineService().getProcessEngineNames())
          .doesNotContain(chamber.bean(ProcessEngine.class).getName());
      assertThatThrownBy(() -> chamber.bean(SecurityFilterChain.class))
          .isInstanceOf(NoSuchBeanDefinitionException.class);
      assertThatThrownBy(() -> chamber.bean(RehearsalDesk.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
      assertThat(chamber.has(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)).isFalse();
    }
  }

  @Test
  @DisplayName("Đóng rồi thì không còn gì, dù mở bao nhiêu lần")
  void nothingIsLeft() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    String last = null;
    for (int i = 0; i < 3; i++) {
      try (Chamber chamber = Chamber.open(DAY)) {
        assertThat(url(chamber)).isNotEqualTo(last);
        last = url(chamber);
      }
      String gone = last + ";IFEXISTS=TRUE";
      assertThatThrownBy(() -> DriverManager.getConnection(gone, "sa", "")).isInstanceOf(SQLException.class)
          .hasMessageContaining("not found");
    }
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(each) && each.getThreadGroup() == Thread.currentThread().getThreadGroup()) {
        // pools let their last threads run out after they were closed
        each.join(10_000);
        assertThat(each.isAlive()).as(each.getName()).isFalse();
      }
    }
  }
}
