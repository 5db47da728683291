package vn.trian.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.trian.support.RealPostgres;

/** What is settled before anything else touches PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class FirstConnectionTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  @DisplayName("Máy chủ giữ lại mọi giao dịch đã xác nhận: khởi động được")
  void aSoundServerIsTaken(CapturedOutput output) throws SQLException {
    String url = RealPostgres.newDatabase();
    FirstConnection connection = opened(url, false, LONG);
    assertThat(locks(url, true)).isEqualTo(1);
    connection.close();
    assertThat(output).doesNotContain("may lose");
  }

  @Test
  @DisplayName("fsync=off: không khởi động")
  void aServerWithoutFsyncIsRefused() {
    String url = "jdbc:postgresql://localhost:" + RealPostgres.start("fsync=off", "synchronous_commit=on")
        + "/postgres";
    assertThatThrownBy(() -> opened(url, false, LONG)).isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("crash: fsync is off");
  }

  @Test
  @DisplayName("synchronous_commit=off, dù chỉ cho một cơ sở dữ liệu: không khởi động, bản trình diễn chỉ nhắc")
  void acknowledgingBeforeTheDiskIsRefused(CapturedOutput output) throws SQLException {
    String url = RealPostgres.newDatabase();
    execute(url, "alter database " + url.substring(url.lastIndexOf('/') + 1) + " set synchronous_commit = off");

    assertThatThrownBy(() -> opened(url, false, LONG)).isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("crash: synchronous_commit is off");
    assertThat(locks(url, true)).as("what was refused holds nothing").isZero();

    opened(url, true, LONG).close();
    assertThat(output).contains("synchronous_commit is off. Tolerated in a demonstration only");
  }

  @Test
  @DisplayName("Hai nút cùng khởi động: nút sau chờ nút trước xong")
  void theSecondWaitsForTheFirst() throws Exception {
    String url = RealPostgres.newDatabase();
    FirstConnection first = opened(url, false, LONG);
    CompletableFuture<FirstConnection> second = CompletableFuture.supplyAsync(() -> opened(url, false, LONG));
    while (locks(url, false) == 0) {
      assertThat(second).as("nobody let it in").isNotDone();
      Thread.onSpinWait();
    }
    first.close();
    second.get(1, TimeUnit.MINUTES).close();
    assertThat(locks(url, true)).isZero();
  }

  @Test
  @DisplayName("Nút trước không bao giờ xong: nút sau nói rõ và thôi")
  void nobodyWaitsForEver() {
    String url = RealPostgres.newDatabase();
    FirstConnection first = opened(url, false, LONG);
    assertThatThrownBy(() -> opened(url, false, Duration.ofMillis(50))).isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("Another node");
    first.close();
  }

  private static FirstConnection opened(String url, boolean demo, Duration longestWait) {
    FirstConnection connection = new FirstConnection(new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    }, demo, longestWait);
    try {
      connection.afterPropertiesSet();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return connection;
  }

  private static int locks(String url, boolean granted) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.prepareStatement("select count(*) from pg_locks where locktype = 'advisory'"
            + " and granted = ? and database = (select oid from pg_database where datname = current_database())")) {
      statement.setBoolean(1, granted);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
