package vn.trian.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import vn.trian.TriAn;

/** The application in a process of its own, on the database of another; it can be killed as only a process can. */
public final class OtherNode implements AutoCloseable {

  private final Process process;

  /** Starts it, without waiting for it. */
  public OtherNode(Environment first) throws IOException {
    Stream<String> command = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Djavax.xml.accessExternalSchema=file,jar:file,nested", "-cp",
        classPath(), TriAn.class.getName(), "--server.port=0", "--trian.demo.cases=0",
        "--trian.apologies.rounds=-", "--trian.consistency.rounds=-", "--camunda.bpm.job-execution.enabled=false",
        "--spring.main.banner-mode=off", "--logging.level.root=WARN",
        "--spring.profiles.active=" + String.join(",", first.getActiveProfiles()));
    Stream<String> shared = Stream.of("spring.datasource.url", "spring.datasource.username",
        "spring.datasource.password").map(name -> "--" + name + "=" + first.getProperty(name));
    List<String> whole = Stream.concat(command, shared).toList();
    process = new ProcessBuilder(whole).redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What is on it twice would be found twice. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(each -> !each.isEmpty())
        .map(each -> Path.of(each).toAbsolutePath().normalize().toString()).distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Whether it is still there. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, in the middle of whatever it does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the other node did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
