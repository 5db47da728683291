package vn.trian.workflow.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a browser: cookies are kept, tokens against forged requests are sent along. */
final class Visitor {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int[] nodes;
  private final AtomicInteger requests = new AtomicInteger();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies)
      .followRedirects(HttpClient.Redirect.NEVER).build();

  private Visitor(int... nodes) {
    this.nodes = nodes;
  }

  /** What came back. */
  record Answer(int status, String body, String type, String location, List<String> cookies,
      HttpHeaders headers) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }
  }

  static Visitor anonymous(int port) {
    return new Visitor(port);
  }

  static Visitor loggedIn(int port, String login) {
    return loggedIn(port, login, "demo");
  }

  static Visitor loggedIn(int port, String login, String password) {
    return loggedIn(new Visitor(port), login, password);
  }

  /** One session, whose requests go to these ports in turn, as behind a proxy in front of several nodes. */
  static Visitor loggedIn(int[] nodes, String login) {
    return loggedIn(new Visitor(nodes), login, "demo");
  }

  private static Visitor loggedIn(Visitor visitor, String login, String password) {
    Answer answer = visitor.tryLogin(login, password);
    if (answer.status() != 302 || answer.location().contains("/login")) {
      throw new AssertionError("log-in of " + login + ": " + answer);
    }
    // the tokens of the new session: ours and that of the engine's web applications
    visitor.send("GET", "/api/options/communes", null, Map.of());
    visitor.send("GET", "/camunda/app/welcome/default/", null, Map.of());
    return visitor;
  }

  /** Sends the form of the log-in page. */
  Answer tryLogin(String login, String password) {
    get("/login");
    return send("POST", "/login", "username=" + encoded(login) + "&password=" + encoded(password)
        + "&_csrf=" + encoded(cookie("TA-XSRF-TOKEN")), Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** With the token that belongs to the path. */
  Answer send(String method, String path, Object body) {
    Map<String, String> headers = path.startsWith("/camunda/")
        ? Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
        : Map.of("Content-Type", "application/json", "X-TA-XSRF-TOKEN", cookie("TA-XSRF-TOKEN"),
            "Idempotency-Key", UUID.randomUUID().toString());
    try {
      return send(method, path, body == null || body instanceof String ? (String) body
          : JSON.writeValueAsString(body), headers);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it stands. */
  Answer send(String method, String path, String body, Map<String, String> headers) {
    return sendBytes(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** As it stands. */
  Answer sendBytes(String method, String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(nextNode() + path))
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = http.send(request.build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Location").orElse(""), response.headers().allValues("Set-Cookie"),
          response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String nextNode() {
    return "http://localhost:" + nodes[requests.getAndIncrement() % nodes.length];
  }

  /** Value of a cookie; an empty text when there is none. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(each -> each.getName().equals(name))
        .map(HttpCookie::getValue).findFirst().orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
