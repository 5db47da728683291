package vn.trian.workflow.gate;

import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;
import vn.trian.TriAn;
import vn.trian.support.WebApps;

/** The same application once more, on the database of the first. */
final class SecondNode implements AutoCloseable {

  private final ServletWebServerApplicationContext node;

  SecondNode(Environment first) {
    Stream<String> shared = Stream.of("spring.datasource.url", "spring.datasource.username",
        "spring.datasource.password", "trian.demo.cases", "camunda.bpm.job-execution.enabled",
        "spring.main.banner-mode", "logging.level.root", "logging.level.org.camunda")
        .map(name -> "--" + name + "=" + first.getProperty(name));
    Stream<String> own = Stream.of("--server.port=0", "--camunda.bpm.process-engine-name=second");
    node = (ServletWebServerApplicationContext) new SpringApplicationBuilder(TriAn.class)
        .profiles(first.getActiveProfiles()).run(Stream.concat(shared, own).toArray(String[]::new));
  }

  int port() {
    return node.getWebServer().getPort();
  }

  @Override
  public void close() {
    WebApps.stayWhile(node::close);
  }
}
