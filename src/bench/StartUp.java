import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares the start of Tri Ân with that of the bare engine: from the start of the process until it says that it has
 * started and shows the first page, with the database of an earlier start, one after the other in turns so that all
 * meet the same machine. Each side in each form that it comes in; see docs/benchmarks.md.
 * Run by {@code ./mvnw -Pbench -DskipTests verify}; not part of the usual build.
 */
public class StartUp {

  private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-Xmx1g",
      "-Djavax.xml.accessExternalSchema=file,jar:file,nested");
  private static final Duration LONGEST = Duration.ofMinutes(6);
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String OUR_MAIN = "vn.trian.TriAn";
  private static final String BARE_MAIN = "vn.trian.bench.EmptyEngine";

  private record Application(String name, String page, Path folder, List<String> launch, List<Sample> samples) {}

  private record Sample(long wallMillis, long cpuMillis) {}

  /** @param args rounds, goal of the ratio, class path of Tri Ân */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path scratch = Files.createTempDirectory("start-up");
    Path ourJar = TARGET.resolve("tri-an.jar");
    Path bareJar = TARGET.resolve("bench/empty-engine.jar");
    Path ourLayers = extracted(ourJar, scratch.resolve("our-layers"));
    Path bareLayers = extracted(bareJar, scratch.resolve("bare-layers"));
    Path archive = scratch.resolve("start.jsa");

    Application ourJarForm = ours("Tri Ân, jar", scratch, "-jar", ourJar);
    Application ourImage = ours("Tri Ân, image", scratch, "-XX:SharedArchiveFile=" + archive, "-jar",
        ourLayers.resolve("tri-an.jar"));
    Application ourRun = ours("Tri Ân, run", scratch,
        "-XX:SharedArchiveFile=" + TARGET.resolve("start/start.jsa"),
        "-cp", TARGET.resolve("start/start.jar") + File.pathSeparator + args[2], OUR_MAIN);
    Application bareJarForm = bare("bare engine, jar", scratch, "-jar", bareJar);
    Application bareRun = bare("bare engine, run", scratch, "-cp", TARGET.resolve("bench/classes")
        + File.pathSeparator + bareLayers.resolve("lib") + File.separator + "*", BARE_MAIN);

    start(ours("database", scratch, "-jar", ourJar));
    start(bare("database", scratch, "-jar", bareJar));
    start(ours("training", scratch, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=error", "-jar",
        ourLayers.resolve("tri-an.jar")));
    inTurns(rounds, List.of(bareJarForm, ourJarForm, ourImage, bareRun, ourRun));
    report(ourJarForm, bareJarForm);
    double image = report(ourImage, bareJarForm);
    double run = report(ourRun, bareRun);
    System.out.printf("goal of the image and of spring-boot:run: %s%n", args[1]);
    System.exit(Math.max(image, run) <= Double.parseDouble(args[1]) ? 0 : 1);
  }

  private static Application ours(String name, Path scratch, Object... launch) throws IOException {
    return application(name, "/login", scratch.resolve("ours"), launch);
  }

  private static Application bare(String name, Path scratch, Object... launch) throws IOException {
    return application(name, "/camunda/app/welcome/default/", scratch.resolve("bare"), launch);
  }

  private static Application application(String name, String page, Path folder, Object... launch)
      throws IOException {
    return new Application(name, page, Files.createDirectories(folder),
        Stream.of(launch).map(Object::toString).toList(), new ArrayList<>());
  }

  /** Takes a jar apart into a small one and its libraries, as the image does. */
  private static Path extracted(Path jar, Path folder) throws Exception {
    Process process = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
        "--destination", folder.toString()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("could not take apart " + jar);
    }
    return folder;
  }

  private static void inTurns(int rounds, List<Application> applications) throws Exception {
    for (int round = 0; round < rounds; round++) {
      List<Application> order = new ArrayList<>(applications);
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      for (Application each : order) {
        Sample sample = start(each);
        each.samples().add(sample);
        System.out.printf("%-17s round %d %6d ms, CPU %6d ms%n", each.name(), round + 1, sample.wallMillis(),
            sample.cpuMillis());
      }
    }
  }

  /** @return ratio of the wall times */
  private static double report(Application ours, Application bare) {
    double wall = (double) median(ours, true) / median(bare, true);
    double cpu = (double) median(ours, false) / median(bare, false);
    System.out.printf(Locale.ROOT, "%s: %d ms (CPU %d ms); %s: %d ms (CPU %d ms); ratio %.2f (CPU %.2f)%n",
        ours.name(), median(ours, true), median(ours, false), bare.name(), median(bare, true), median(bare, false),
        wall, cpu);
    return wall;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Sample start(Application application) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(FLAGS);
    command.addAll(application.launch());
    command.add("--server.port=" + port);
    Path log = application.folder().resolve("log");
    long begin = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command).directory(application.folder().toFile())
        .redirectErrorStream(true).redirectOutput(log.toFile());
    // the demo's cases are played after the start and would go on during the next one
    builder.environment().put("TRIAN_DEMO_CASES", "0");
    Process process = builder.start();
    try {
      URI page = URI.create("http://127.0.0.1:" + port + application.page());
      while (!(answers(page) && Files.readString(log).contains(" Started "))) {
        if (!process.isAlive() || System.nanoTime() - begin > LONGEST.toNanos()) {
          throw new IllegalStateException(application.name() + " did not start:\n"
              + Files.readString(log));
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
