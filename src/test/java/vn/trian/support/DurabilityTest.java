package vn.trian.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What the embedded database has acknowledged survives a kill of the process. */
class DurabilityTest {

  private static final int KILLS = 4;

  @TempDir
  private Path folder;

  @Test
  @DisplayName("Giao dịch đã xác nhận không mất khi tiến trình bị kill -9")
  void acknowledgedCommitsSurviveAKill() throws Exception {
    String url = defaultUrl().replace("./data/", folder + "/");
    assertThat(url).startsWith("jdbc:h2:file:" + folder);
    Random random = new Random(20261122);
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged = commitUntilKilled(url, acknowledged + 50 + random.nextInt(200));
      try (var connection = DriverManager.getConnection(url, "sa", "");
          var rows = connection.createStatement().executeQuery("select count(*), max(n) from committed")) {
        rows.next();
        // the commit under way when the kill came may be there or not
        assertThat(rows.getInt(1)).as("rows after kill %s", kill + 1).isBetween(acknowledged, acknowledged + 1);
        assertThat(rows.getInt(2)).isEqualTo(rows.getInt(1));
        acknowledged = rows.getInt(1);
      }
    }
  }

  /** Starts a process that commits, kills it at that number, and gives the last number it acknowledged. */
  private static int commitUntilKilled(String url, int number) throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), KilledWhileCommitting.class.getName(), url)
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int last = 0;
    try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = Integer.parseInt(line);
        if (last == number) {
          // by its handle: Process.destroyForcibly would close the output that is still to be read
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(last).as("numbers before the kill").isGreaterThanOrEqualTo(number);
    return last;
  }

  /** The address that a start without settings takes, as it stands in the application's settings. */
  private static String defaultUrl() throws Exception {
    Object setting = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
        .get(0).getProperty("spring.datasource.url");
    return setting.toString().replaceAll("^\\$\\{DB_URL:(.*)}$", "$1");
  }
}
