package vn.trian.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.TriAn;
import vn.trian.support.RealPostgres;
import vn.trian.support.WebApps;

/** Two nodes of a province that start at the same moment on a database that has nothing in it. */
class TwoNodesTest {

  @Test
  @DisplayName("Hai nút cùng khởi động trên cơ sở dữ liệu trống: không mất, không trùng")
  void startAtOnceOnAnEmptyDatabase() throws Exception {
    String url = RealPostgres.newDatabase();
    List<CompletableFuture<ConfigurableApplicationContext>> nodes = Stream.of("one", "two")
        .map(name -> CompletableFuture.supplyAsync(() -> start(url, name))).toList();
    try {
      for (var node : nodes) {
        node.get(10, TimeUnit.MINUTES);
      }
      JdbcTemplate database = nodes.get(0).get().getBean(JdbcTemplate.class);
      assertThat(count(database, "trian.procedure_release")).isEqualTo(4);
      assertThat(count(database, "act_re_deployment")).isEqualTo(4);
      assertThat(count(database, "act_id_user")).isEqualTo(count(database,
          "(select distinct login from trian.officer) logins"));
      assertThat(count(database, "act_ru_filter")).isEqualTo(count(database,
          "(select distinct name_ from act_ru_filter) names")).isPositive();
      assertThat(count(database, "act_ru_authorization")).isEqualTo(count(database, "(select distinct group_id_,"
          + " user_id_, resource_type_, resource_id_ from act_ru_authorization) grants"));
      assertThat(count(database, "trian.martyr")).isEqualTo(count(database,
          "(select distinct full_name, certificate_number from trian.martyr) martyrs")).isPositive();
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("demo-cases")) {
          thread.join();
        }
      }
      assertThat(count(database, "trian.case_file")).as("played by one of them").isEqualTo(1);
      // the server frees a lock just after the connection that held it is gone; others' databases are not asked
      await().untilAsserted(() -> assertThat(count(database, "pg_locks where locktype = 'advisory' and database ="
          + " (select oid from pg_database where datname = current_database())")).as("the start is over").isZero());
    } finally {
      WebApps.stayWhile(() -> nodes.stream().filter(node -> !node.isCompletedExceptionally())
          .forEach(node -> node.join().close()));
    }
  }

  private static ConfigurableApplicationContext start(String url, String engine) {
    return new SpringApplicationBuilder(TriAn.class).profiles("demo", "postgres").run("--server.port=0",
        "--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--spring.datasource.password=",
        "--spring.main.banner-mode=off", "--trian.demo.cases=1", "--camunda.bpm.job-execution.enabled=false",
        "--camunda.bpm.process-engine-name=" + engine, "--logging.level.root=WARN");
  }

  private static long count(JdbcTemplate database, String from) {
    return database.queryForObject("select count(*) from " + from, Long.class);
  }
}
