package vn.trian.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Everybody but root starts PostgreSQL the usual way. */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "user.name", matches = "root")
class PostgresAsNobodyTest {

  @Test
  @DisplayName("Máy chủ PostgreSQL chạy được khi thử nghiệm chạy bằng root trong container")
  void startsForRootWithItsSettings() throws Exception {
    int port = PostgresAsNobody.start(List.of("synchronous_commit=on", "work_mem=5MB"));

    try (var connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres",
        "postgres", "");
        var statement = connection.createStatement();
        var settings = statement.executeQuery(
            "select current_setting('synchronous_commit'), current_setting('work_mem')")) {
      assertThat(settings.next()).isTrue();
      assertThat(settings.getString(1)).isEqualTo("on");
      assertThat(settings.getString(2)).isEqualTo("5MB");
    }
  }
}
