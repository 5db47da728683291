package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.workflow.gate.Visitor.Answer;

/** What holds for all addresses alike: headers, sizes, odd spellings, sessions. */
@OverHttp
class SurfaceTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate sql;

  @BeforeEach
  void forgetTries() {
    sql.update("delete from trian.login_tally");
  }

  @Test
  @DisplayName("Mọi câu trả lời, kể cả lỗi, đều có các dòng đầu an toàn và không nói phiên bản")
  void everyAnswerHasSafeHeaders() {
    List<String> faults = new ArrayList<>();
    for (Visitor visitor : List.of(Visitor.anonymous(port), Visitor.loggedIn(port, "canbo.dongkinh"),
        Visitor.loggedIn(port, "admin"))) {
      Matrix.read().rows().stream().filter(row -> row.method().equals("GET"))
          .map(row -> row.address().replace("{engine}", "default").replaceAll("\\{\\w+}", "x1")
              .replace("**", "nothing"))
          .forEach(path -> faults.addAll(missing(path, visitor.get(path))));
      for (String odd : List.of("/login;a=b", "/a//b", "/x/%2e%2e/y", "/nowhere", "/error", "/assets/app.css",
          "/camunda/app/tasklist/scripts/tasklist.js", "/camunda/api/nowhere")) {
        faults.addAll(missing(odd, visitor.get(odd)));
      }
      faults.addAll(missing("POST /login", visitor.send("POST", "/login", "", Map.of())));
      faults.addAll(missing("413", visitor.send("POST", "/cases/x/extend", "x".repeat(1_100_000), Map.of())));
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> missing(String path, Answer answer) {
    List<String> faults = new ArrayList<>();
    Map<String, String> wanted = Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin",
        "X-Frame-Options", "DENY|SAMEORIGIN", "Cross-Origin-Opener-Policy", "same-origin.*",
        "Content-Security-Policy", ".*frame-ancestors '(none|self)'.*", "Permissions-Policy", "camera=.*");
    wanted.forEach((name, value) -> {
      if (!String.join("|", answer.headers().allValues(name)).matches(value)) {
        faults.add(path + " " + answer.status() + " " + name + ": " + answer.headers().allValues(name));
      }
    });
    boolean sameForAll = path.startsWith("/assets") || path.startsWith("/favicon") || path.matches("/camunda/.*\\..*");
    if (!sameForAll && !answer.headers().firstValue("Cache-Control").orElse("").contains("no-")) {
      faults.add(path + " may be kept: " + answer.headers().map().get("cache-control"));
    }
    if (answer.headers().firstValue("Server").isPresent() || answer.headers().firstValue("X-Powered-By").isPresent()
        || answer.body().contains("Apache Tomcat") || answer.body().contains("\tat ")) {
      faults.add(path + " tells what runs here");
    }
    return faults;
  }

  @ParameterizedTest
  @CsvSource({"/login,multipart/form-data;boundary=x", "/camunda/api/engine/engine/default/deployment/create,"
      + "multipart/form-data;boundary=x", "/engine-rest/deployment/create/x,multipart/form-data;boundary=x",
      "/api/tasks/x/outcome,application/json", "/nowhere,text/plain", "/lists,application/x-www-form-urlencoded"})
  @DisplayName("Nội dung quá lớn bị từ chối trước khi đọc, dù có hay không báo trước độ dài")
  void whatIsTooLargeIsNotRead(String path, String type) throws Exception {
    assertThat(announced(path, type, "Content-Length: " + 2 * 1024 * 1024, new byte[0])).contains(" 413 ");
    // the container reads forms by itself, so theirs has to be told beforehand
    boolean form = type.contains("form");
    byte[] large = new byte[form ? 0 : 1024 * 1024 + 64 * 1024];
    assertThat(announced(path, type, "Transfer-Encoding: chunked", large)).contains(form ? " 411 " : " 413 ");
  }

  @Test
  @DisplayName("Tệp tải lên: hơn 12 MB bị từ chối")
  void papersHaveALimitOfTheirOwn() throws Exception {
    String type = "multipart/form-data;boundary=x";
    for (String path : new String[] {"/api/papers", "/models", "/engine-rest/deployment/create"}) {
      assertThat(announced(path, type, "Content-Length: " + 13 * 1024 * 1024, new byte[0])).contains(" 413 ");
      assertThat(announced(path, type, "Transfer-Encoding: chunked", new byte[0])).contains(" 411 ");
    }
    assertThat(post("/api/papers", type, BodyPublishers.ofByteArray(new byte[1_500_000]))).isEqualTo(403);
  }

  /**
   * The first line of the answer to somebody who says how the body comes and sends half of it at the most. By hand,
   * because a client that goes on sending may lose the answer when the server closes the connection.
   */
  private String announced(String path, String type, String length, byte[] chunk) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      var out = new BufferedOutputStream(socket.getOutputStream());
      out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\nContent-Type: " + type
          + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      if (chunk.length > 0) {
        out.write((Integer.toHexString(2 * chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(chunk);
      }
      out.flush();
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
  }

  private int post(String path, String type, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", type).POST(body).build();
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
        .send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH", "PUT", "DELETE", "GET", "POST"})
  @DisplayName("Phương thức khác và tiêu đề đổi phương thức không mở được gì")
  void otherMethodsOpenNothing(String method) {
    Visitor officer = Visitor.loggedIn(port, "canbo.dongkinh");
    for (String path : List.of("task/1/complete", "deployment/create", "user/admin/credentials", "engine",
        "process-instance/1", "task/1./complete", "task/1/complete.", "task/1/complete/.", "filter/1/list/..")) {
      Answer answer = officer.send(method, ENGINE + path, method.matches("P.*") ? "{}" : null,
          Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", officer.cookie("XSRF-TOKEN"),
              "X-HTTP-Method-Override", "GET", "X-Original-URL", ENGINE + "filter"));
      assertThat(answer.status()).as(method + " " + path).isIn(400, 403, 404);
    }
  }

  @Test
  @DisplayName("Câu hỏi của người chưa đăng nhập không để lại phiên trong cơ sở dữ liệu")
  void strangersLeaveNoSessions() {
    int before = sql.queryForObject("select count(*) from trian.spring_session", Integer.class);
    for (String path : List.of("/api/tasks/x/frame", ENGINE + "task", "/nowhere", "/login", "/track", "/assets/app.css",
        "/actuator/health", "/engine-rest/engine")) {
      Visitor.anonymous(port).get(path);
    }
    assertThat(sql.queryForObject("select count(*) from trian.spring_session", Integer.class)).isEqualTo(before);
  }
}
