import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Compares the start of Tri Ân with that of the bare engine: from the start of the process to the first page,
 * with the database of an earlier start, one after the other in turns so that both meet the same machine.
 * Run by {@code ./mvnw -Pbench -DskipTests verify}; not part of the usual build.
 */
public class StartUp {

  private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-Xmx1g",
      "-Djavax.xml.accessExternalSchema=file,jar:file,nested");
  private static final Duration LONGEST = Duration.ofMinutes(6);

  private record Application(String name, Path jar, String page, Path folder, List<Sample> samples) {}

  private record Sample(long wallMillis, long cpuMillis) {}

  /** @param args jar of Tri Ân, jar of the bare engine, rounds, goal of the ratio */
  public static void main(String[] args) throws Exception {
    Path scratch = Files.createTempDirectory("start-up");
    Application ours = application("Tri Ân", args[0], "/login", scratch.resolve("ours"));
    Application bare = application("bare engine", args[1], "/camunda/app/welcome/default/", scratch.resolve("bare"));
    int rounds = Integer.parseInt(args[2]);
    for (Application each : List.of(bare, ours)) {
      Sample first = start(each);
      System.out.printf("%-12s first start %6d ms, CPU %6d ms%n", each.name(), first.wallMillis(), first.cpuMillis());
    }
    for (int round = 0; round < rounds; round++) {
      List<Application> order = new ArrayList<>(List.of(bare, ours));
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      for (Application each : order) {
        Sample sample = start(each);
        each.samples().add(sample);
        System.out.printf("%-12s round %d     %6d ms, CPU %6d ms%n", each.name(), round + 1, sample.wallMillis(),
            sample.cpuMillis());
      }
    }
    double wall = (double) median(ours, true) / median(bare, true);
    double cpu = (double) median(ours, false) / median(bare, false);
    System.out.printf(Locale.ROOT, "medians: Tri Ân %d ms (CPU %d ms), bare engine %d ms (CPU %d ms)%n",
        median(ours, true), median(ours, false), median(bare, true), median(bare, false));
    System.out.printf(Locale.ROOT, "ratio: %.2f (CPU %.2f), goal %s%n", wall, cpu, args[3]);
    System.exit(wall <= Double.parseDouble(args[3]) ? 0 : 1);
  }

  private static Application application(String name, String jar, String page, Path folder) throws IOException {
    return new Application(name, Path.of(jar).toAbsolutePath(), page, Files.createDirectory(folder),
        new ArrayList<>());
  }

  private static Sample start(Application application) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(Arrays.asList("-jar", application.jar().toString(), "--server.port=" + port));
    long begin = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command).directory(application.folder().toFile())
        .redirectErrorStream(true).redirectOutput(application.folder().resolve("log").toFile());
    // the demo's cases are played after the start and would go on during the next one
    builder.environment().put("TRIAN_DEMO_CASES", "0");
    Process process = builder.start();
    try {
      URI page = URI.create("http://127.0.0.1:" + port + application.page());
      while (!answers(page)) {
        if (!process.isAlive() || System.nanoTime() - begin > LONGEST.toNanos()) {
          throw new IllegalStateException(application.name() + " did not start:\n"
              + Files.readString(application.folder().resolve("log")));
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      long wall = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      long cpu = process.info().totalCpuDuration().map(Duration::toMillis).orElse(-1L);
      return new Sample(wall, cpu);
    } finally {
      // an orderly end, as the next start is to find the database of one
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
    }
  }

  private static boolean answers(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(30_000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static long median(Application application, boolean wall) {
    long[] sorted = application.samples().stream().mapToLong(each -> wall ? each.wallMillis() : each.cpuMillis())
        .sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
