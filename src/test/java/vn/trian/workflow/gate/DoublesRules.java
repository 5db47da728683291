package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.deadline.Calendars;
import vn.trian.document.Papers;
import vn.trian.support.Picture;
import vn.trian.support.SharedCases;
import vn.trian.support.Together;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.gate.Visitor.Answer;

/** A request that is sent several times with one key acts once, whatever it does. */
abstract class DoublesRules {

  private static final int ROUNDS = Integer.getInteger("trian.races.rounds", 10);
  private static final String COMMUNE = "vinhtrai";
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  @Autowired private AutowireCapableBeanFactory beans;
  @Autowired private JdbcTemplate database;
  @Autowired private Papers papers;
  @Autowired private Calendars calendars;
  @Autowired private Clock clock;

  private SharedCases given;
  private HttpClients people;

  /** The engine's clock is one for all contexts of this JVM; tests that play other days may have stopped it. */
  @BeforeAll
  static void theEngineKeepsRealTime() {
    ClockUtil.reset();
  }

  /** Ports that the requests go to. */
  abstract int[] nodes();

  @BeforeEach
  void begin() {
    given = beans.createBean(SharedCases.class);
    people = new HttpClients(nodes());
  }

  /** Every use case that changes something. */
  enum Action { RECEIVE, ACT, CLAIM, UNCLAIM, REASSIGN, WITHDRAW, EXTEND, SIGN_LIST, CLAIM_LIST, UPLOAD, DISCARD }

  /**
   * One thing to do.
   *
   * @param other   the same request with another content or to another target
   * @param effects number of rows that only this action adds
   */
  private record Wish(String login, Request request, Request other, Supplier<Integer> effects) {}

  private record Request(String method, String path, byte[] body, String type) {}

  @ParameterizedTest
  @EnumSource
  @DisplayName("Gửi 2 đến 5 lần cùng lúc với một khóa: làm một lần, câu trả lời như nhau; nội dung khác thì 422")
  void sentSeveralTimesActsOnce(Action action) {
    for (int round = 0; round < ROUNDS; round++) {
      Wish wish = wish(action);
      String key = UUID.randomUUID().toString();
      int before = wish.effects().get();

      List<Answer> answers = Together.act(2 + round % 4, n -> send(wish.login(), wish.request(), key));
      answers.forEach(each -> assertThat(each.status()).as(action + ": " + each).isEqualTo(200));
      assertThat(answers).extracting(Answer::body).as(action + ": bodies").containsOnly(answers.get(0).body());
      assertThat(wish.effects().get() - before).as(action + ": effects").isEqualTo(1);

      Answer later = send(wish.login(), wish.request(), key);
      assertThat(later.status()).isEqualTo(200);
      assertThat(later.body()).isEqualTo(answers.get(0).body());
      assertThat(send(wish.login(), wish.other(), key).status()).as(action + " with other content").isEqualTo(422);
      assertThat(wish.effects().get() - before).as(action + ": effects").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Không có khóa thì 400 và không có gì thay đổi")
  void withoutAKeyNothingIsDone(Action action) {
    Wish wish = wish(action);
    int before = wish.effects().get();
    for (String key : new String[] {null, " ", "x".repeat(81)}) {
      Answer answer = send(wish.login(), wish.request(), key);
      assertThat(answer.status()).as(action + " with key " + key).isEqualTo(400);
      assertThat(answer.json().get("detail").asText()).contains("mã chống gửi trùng");
    }
    assertThat(wish.effects().get()).isEqualTo(before);
  }

  @Test
  @DisplayName("Khóa là một dòng trong cơ sở dữ liệu, không phụ thuộc lần chạy của máy chủ")
  void keysOutliveARestart() throws Exception {
    String task = given.open(given.received(COMMUNE)).taskId();
    String key = UUID.randomUUID().toString();
    send("canbo." + COMMUNE, post("/api/tasks/" + task + "/claim", null), key);

    // what the row says is a matter of the request alone: any other process comes to the same
    byte[] request = ("[\"claim\",\"" + task + "\"]").getBytes(StandardCharsets.UTF_8);
    assertThat(database.queryForObject("select fingerprint from trian.idempotency_key where id = ?", String.class, key))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request)));
  }

  @Test
  @DisplayName("Trang danh sách: bấm hai lần ký một danh sách; trang sau cho in văn bản, "
      + "lần quá muộn được báo ai đã ký")
  void theFormOfAPageActsOnce() {
    Visitor chair = people.as("chutich." + COMMUNE);
    String code = given.waitsForTheChair(COMMUNE);
    String form = "taskId=" + given.open(code).taskId() + "&_csrf=" + chair.cookie("TA-XSRF-TOKEN") + "&key=";
    Map<String, String> type = Map.of("Content-Type", "application/x-www-form-urlencoded");
    String key = UUID.randomUUID().toString();
    for (int click = 0; click < 2; click++) {
      assertThat(chair.send("POST", "/lists", form + key, type).status()).isEqualTo(302);
      assertThat(chair.get("/lists").body()).contains("Đã ký và trình 1 hồ sơ", "/api/documents/");
    }
    assertThat(chair.send("POST", "/lists", form + UUID.randomUUID(), type).status()).isEqualTo(302);
    assertThat(chair.get("/lists").body()).containsPattern("đã làm xong lúc \\d\\d:\\d\\d \\d\\d/\\d\\d: “Xác nhận");
    assertThat(logged(code, "SIGN", "chutich." + COMMUNE)).isEqualTo(1);
  }

  @Test
  @DisplayName("Một việc bị từ chối không giữ khóa: sửa lại rồi gửi tiếp được")
  void aRefusedActionLeavesItsKeyFree() {
    String task = given.open(given.received(COMMUNE)).taskId();
    String key = UUID.randomUUID().toString();
    Request incomplete = post("/api/tasks/" + task + "/outcome", SharedCases.simple("APPROVE"));
    assertThat(send("canbo." + COMMUNE, incomplete, key).status()).isEqualTo(422);
    Request complete = post("/api/tasks/" + task + "/outcome", SharedCases.proposal("APPROVE"));
    assertThat(send("canbo." + COMMUNE, complete, key).status()).isEqualTo(200);
  }

  private Wish wish(Action action) {
    return switch (action) {
      case RECEIVE -> new Wish("motcua." + COMMUNE,
          post("/api/procedures/" + SharedCases.KEY + "/intake", SharedCases.dossier()),
          post("/api/procedures/" + SharedCases.KEY + "/intake", SharedCases.simple("REFUSE")),
          () -> count("case_file where receiving_office = ?", COMMUNE));
      case ACT -> onTask(given.received(COMMUNE), "canbo.", "outcome", SharedCases.proposal("APPROVE"), "APPROVE");
      case CLAIM -> onTask(given.waitsForTheChair(COMMUNE), "chutich.", "claim", null, "CLAIM");
      case UNCLAIM -> {
        String code = given.waitsForTheChair(COMMUNE);
        people.claim("chutich." + COMMUNE, given.open(code).taskId());
        yield onTask(code, "chutich.", "unclaim", null, "UNCLAIM");
      }
      case REASSIGN -> onTask(given.waitsForTheChair(COMMUNE), "chutich.", "assignee",
          new HandOn("phochutich." + COMMUNE, null, "Đi công tác."), "REASSIGN");
      case WITHDRAW -> onCase("motcua.", "withdraw", Map.of("reason", "Thôi."), Map.of("reason", "Khác."), "WITHDRAW");
      case EXTEND -> {
        LocalDate day = calendars.plusWorkingDays(LocalDate.now(clock), 60);
        yield onCase("chutich.", "extend", Map.of("newDay", day, "reason", "Chờ xác minh."),
            Map.of("newDay", calendars.plusWorkingDays(day, 1), "reason", "Chờ xác minh."), "EXTEND");
      }
      case SIGN_LIST -> {
        List<String> codes = List.of(given.waitsForTheChair(COMMUNE), given.waitsForTheChair(COMMUNE));
        List<String> tasks = codes.stream().map(code -> given.open(code).taskId()).toList();
        yield new Wish("chutich." + COMMUNE, post("/api/lists", Map.of("taskIds", tasks)),
            post("/api/lists", Map.of("taskIds", tasks.subList(0, 1))),
            () -> count("submission_list where created_by = ?", "chutich." + COMMUNE));
      }
      case CLAIM_LIST -> {
        String code = given.waitsForTheChair(COMMUNE);
        people.signList("chutich." + COMMUNE, List.of(given.open(code).taskId()));
        String list = database.queryForObject("select list_id from trian.submission_list_item where case_code = ?",
            String.class, code);
        yield new Wish("canbo.so", post("/api/lists/" + list + "/claim", null),
            post("/api/lists/" + UUID.randomUUID() + "/claim", null), () -> logged(code, "CLAIM", "canbo.so"));
      }
      case UPLOAD -> new Wish("canbo." + COMMUNE, upload("giay.png"), upload("khac.png"),
          () -> count("paper where uploaded_by = ?", "canbo." + COMMUNE));
      case DISCARD -> {
        String login = "motcua." + COMMUNE;
        UUID paper = papers.upload(new ByteArrayInputStream(Picture.PNG), "giay.png", login).id();
        yield new Wish(login, new Request("DELETE", "/api/papers/" + paper, null, "application/json"),
            new Request("DELETE", "/api/papers/" + UUID.randomUUID(), null, "application/json"),
            () -> 1 - count("paper where id = ?", paper));
      }
    };
  }

  private Wish onTask(String code, String who, String what, Object body, String action) {
    String login = who + COMMUNE;
    String path = "/api/tasks/" + given.open(code).taskId() + "/" + what;
    Request other = post("/api/tasks/" + UUID.randomUUID() + "/" + what, body);
    return new Wish(login, post(path, body), other, () -> logged(code, action, login));
  }

  private Wish onCase(String who, String what, Object body, Object otherBody, String action) {
    String code = given.received(COMMUNE);
    String path = "/api/cases/" + code + "/" + what;
    return new Wish(who + COMMUNE, post(path, body), post(path, otherBody),
        () -> logged(code, action, who + COMMUNE));
  }

  private int logged(String code, String action, String login) {
    return count("case_action where case_code = ? and action = ? and actor = ?", code, action, login);
  }

  private int count(String from, Object... arguments) {
    return database.queryForObject("select count(*) from trian." + from, Integer.class, arguments);
  }

  private Answer send(String login, Request request, String key) {
    Visitor visitor = people.as(login);
    Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", request.type(),
        "X-TA-XSRF-TOKEN", visitor.cookie("TA-XSRF-TOKEN")));
    if (key != null) {
      headers.put("Idempotency-Key", key);
    }
    return visitor.sendBytes(request.method(), request.path(), request.body(), headers);
  }

  private static Request post(String path, Object body) {
    try {
      return new Request("POST", path, body == null ? new byte[0] : JSON.writeValueAsBytes(body), "application/json");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Request upload(String name) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: image/png\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(Picture.PNG);
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
    return new Request("POST", "/api/papers", body.toByteArray(), "multipart/form-data; boundary=part");
  }
}
