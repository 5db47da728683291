import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.support.RealPostgres;

/**
 * Compares lists and dashboards at the size of a province with those of a small database: the same pages, asked for in
 * turns on two databases of one PostgreSQL, by people of a commune, of a division and of the department. The cases are
 * copies of demo cases, see {@code many-cases.sql}; results stand in docs/benchmarks.md.
 * Run by {@code ./mvnw -Pbench-province -DskipTests verify}; not part of the usual build, and takes half an hour.
 */
public class Province {

  private static final String CLASS_PATH = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
      .map(Path::of).filter(each -> !each.endsWith("test-classes")).map(each -> each.toAbsolutePath().toString())
      .collect(Collectors.joining(File.pathSeparator));
  private static final int DEMO_CASES = 96;
  private static final int OPEN = 100_000;
  private static final int FINISHED = 1_000_000;
  private static final int SMALL_OPEN = 1_000;
  private static final int SMALL_FINISHED = 10_000;
  private static final int CHUNK = 25_000;
  private static final int WARM = 8;
  private static final double GOAL = 2;
  private static final String OWN_TOKEN = "TA-XSRF-TOKEN";
  /** Of Camunda's web applications. */
  private static final String ENGINE_TOKEN = "XSRF-TOKEN";
  private static final Pattern FILTER = Pattern.compile("\"id\":\"([^\"]+)\"[^{}]*?\"name\":\"([^\"]+)\"");

  private record Page(String login, String name, String address, String body) {}

  /** @param args rounds; then addresses of a small and a large database that are filled already, if any */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    String small;
    String large;
    if (args.length > 1) {
      small = args[1];
      large = args[2];
    } else {
      String server = "jdbc:postgresql://localhost:" + RealPostgres.start("fsync=off", "synchronous_commit=off",
          "shared_buffers=1GB", "max_wal_size=8GB", "maintenance_work_mem=256MB", "random_page_cost=1.1",
          "autovacuum=off") + "/";
      small = fill(server, "small", SMALL_OPEN, SMALL_FINISHED);
      large = fill(server, "large", OPEN, FINISHED);
    }
    try (Running few = Running.start(small, 0); Running many = Running.start(large, 0)) {
      System.exit(compare(few, many, rounds) ? 0 : 1);
    }
  }

  private static String fill(String server, String name, int open, int finished) throws Exception {
    execute(server + "postgres", "create database " + name);
    try (Running demo = Running.start(server + name, DEMO_CASES)) {
      demo.await("invented cases are on file");
    }
    execute(server + name, Files.readString(Path.of("src/bench/many-cases.sql")));
    execute(server + name, "select bench.plant()");
    copies(server + name, "open", 1, open);
    copies(server + name, "finished", 1_000_001, finished);
    execute(server + name, "vacuum analyze");
    System.out.printf("%s: %d open, %d finished%n", name, open, finished);
    return server + name;
  }

  private static void copies(String database, String kind, int first, int many) throws SQLException {
    for (int done = 0; done < many; done += CHUNK) {
      execute(database, "select bench.add_" + kind + "(" + (first + done) + ", " + Math.min(CHUNK, many - done) + ")");
    }
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean compare(Running few, Running many, int rounds) throws Exception {
    boolean met = true;
    System.out.println("| Who | Page | 1,000 open | 100,000 open | Ratio | First call |\n|---|---|---|---|---|---|");
    for (Page page : pages(few)) {
      long[] of = new long[rounds];
      long[] than = new long[rounds];
      few.micros(page);
      // whoever asks first waits for figures that take long to count
      long first = many.micros(page);
      for (int warm = 1; warm < WARM; warm++) {
        few.micros(page);
        many.micros(page);
      }
      for (int round = 0; round < rounds; round++) {
        than[round] = few.micros(page);
        of[round] = many.micros(page);
      }
      double ratio = (double) median(of) / median(than);
      met &= ratio <= GOAL || page.body() != null;
      System.out.printf(Locale.ROOT, "| %s | %s | %.1f ms | %.1f ms | %.2f | %.1f ms |%n", page.login(), page.name(),
          median(than) / 1000.0, median(of) / 1000.0, ratio, first / 1000.0);
    }
    return met;
  }

  private static long median(long[] samples) {
    long[] sorted = samples.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<Page> pages(Running application) throws Exception {
    List<Page> pages = new ArrayList<>();
    Map<String, String> supervision = new LinkedHashMap<>();
    supervision.put("dashboard", "/supervision");
    supervision.put("dashboard, year", "/supervision?period=year");
    supervision.put("open cases", "/supervision/cases");
    supervision.put("late cases by owner", "/supervision/cases?standing=LATE&sort=OWNER");
    supervision.put("decided this month", "/supervision/cases?figure=DECIDED");
    supervision.put("all cases", "/cases");
    supervision.put("search by name", "/cases?q=nguyen");
    supervision.put("forecast", "/supervision/forecast");
    supervision.put("procedures", "/supervision/processes");
    supervision.put("diagram", "/supervision/processes/worshipAllowance");
    supervision.put("incidents", "/supervision/incidents");
    supervision.put("apologies", "/supervision/apologies");
    supervision.put("spread work", "/supervision/spread");
    supervision.put("tracking book", "/reports/book");
    supervision.put("home", "/");
    for (String head : List.of("chutich.dongkinh", "truongphong.tpls", "giamdoc.so")) {
      supervision.forEach((name, address) -> pages.add(new Page(head, name, address, null)));
    }
    for (String officer : List.of("canbo.dongkinh", "canbo.tpls", "canbo.so")) {
      pages.add(new Page(officer, "home with queue", "/", null));
      String base = "/camunda/api/engine/engine/default/filter";
      Matcher filters = FILTER.matcher(application.text(officer, base));
      while (filters.find()) {
        pages.add(new Page(officer, "Tasklist, " + filters.group(2),
            base + "/" + filters.group(1) + "/list?firstResult=0&maxResults=15", "{}"));
      }
    }
    return pages;
  }

  /** An application on one database, with whoever has logged in. */
  private static final class Running implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final String base;
    private final Map<String, HttpClient> clients = new LinkedHashMap<>();

    private Running(Process process, Path log, String base) {
      this.process = process;
      this.log = log;
      this.base = base;
    }

    static Running start(String database, int demoCases) throws Exception {
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      Path folder = Files.createTempDirectory("province");
      Path log = folder.resolve("log");
      ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx1g", "-XX:ReservedCodeCacheSize=240m", "-Djavax.xml.accessExternalSchema=file,jar:file,nested",
          "-cp", CLASS_PATH, "vn.trian.TriAn", "--server.port=" + port).directory(folder.toFile())
          .redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("SPRING_PROFILES_ACTIVE", "postgres,demo");
      builder.environment().put("DB_URL", database);
      builder.environment().put("DB_USER", "postgres");
      builder.environment().put("TRIAN_DEMO_CASES", Integer.toString(demoCases));
      // those of the copies are there; rounds over 100,000 cases beside the measuring would be measured too
      builder.environment().put("TRIAN_APOLOGIES_ROUNDS", "-");
      Running running = new Running(builder.start(), log, "http://localhost:" + port);
      running.await(" Started ");
      return running;
    }

    void await(String said) throws IOException, InterruptedException {
      long begin = System.nanoTime();
      while (!Files.readString(log).contains(said)) {
        if (!process.isAlive() || System.nanoTime() - begin > Duration.ofMinutes(15).toNanos()) {
          throw new IllegalStateException("never said \"" + said + "\":\n" + Files.readString(log));
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }

    /** Microseconds that a page takes; it must answer with 200. */
    long micros(Page page) throws Exception {
      HttpClient client = client(page.login());
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + page.address()));
      if (page.body() != null) {
        request.header("Content-Type", "application/json").header("Accept", "application/hal+json")
            .header("X-" + ENGINE_TOKEN, token(client, ENGINE_TOKEN)).POST(BodyPublishers.ofString(page.body()));
      }
      long begin = System.nanoTime();
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      long micros = (System.nanoTime() - begin) / 1000;
      if (response.statusCode() != 200) {
        throw new IllegalStateException(page + ": " + response.statusCode() + " " + response.body());
      }
      return micros;
    }

    String text(String login, String address) throws Exception {
      return client(login).send(HttpRequest.newBuilder(URI.create(base + address)).build(), BodyHandlers.ofString())
          .body();
    }

    private HttpClient client(String login) throws Exception {
      HttpClient known = clients.get(login);
      if (known != null) {
        return known;
      }
      HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      client.send(HttpRequest.newBuilder(URI.create(base + "/login")).build(), BodyHandlers.discarding());
      String form = "username=" + login + "&password=demo&_csrf="
          + URLEncoder.encode(token(client, OWN_TOKEN), StandardCharsets.UTF_8);
      client.send(HttpRequest.newBuilder(URI.create(base + "/login"))
          .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(),
          BodyHandlers.discarding());
      client.send(HttpRequest.newBuilder(URI.create(base + "/camunda/app/tasklist/default/")).build(),
          BodyHandlers.discarding());
      clients.put(login, client);
      return client;
    }

    private static String token(HttpClient client, String name) {
      CookieManager cookies = (CookieManager) client.cookieHandler().orElseThrow();
      return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
          .map(HttpCookie::getValue).findFirst().orElse("");
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
