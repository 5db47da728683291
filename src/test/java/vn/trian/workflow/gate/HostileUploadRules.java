package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.workflow.gate.Visitor.Answer;
import vn.trian.workflow.modelgate.HostileUploads;
import vn.trian.workflow.modelgate.HostileUploads.Upload;
import vn.trian.workflow.modelgate.Listening;

/** What an administrator with bad intentions, or a thief of their session, uploads on the page for models. */
abstract class HostileUploadRules {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String BOUNDARY = "----hostile";
  private static final List<String> TABLES = List.of("ACT_RE_DEPLOYMENT", "ACT_GE_BYTEARRAY", "ACT_RE_PROCDEF",
      "ACT_RE_DECISION_DEF", "trian.procedure_release", "trian.release_file", "trian.release_event");
  private static Listening listening;

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;

  private Visitor admin;

  @BeforeAll
  static void listen() {
    listening = Listening.open();
  }

  @AfterAll
  static void close() {
    listening.close();
  }

  /** Which of all uploads are tried. */
  abstract List<Upload> some(List<Upload> all);

  @TestFactory
  @DisplayName("Tệp độc hại tải lên trang mô hình: bị từ chối bằng lời, không để lại gì, máy chủ không hỏi ra ngoài")
  Stream<DynamicTest> uploadsAreRefused() {
    List<Upload> all = HostileUploads.all(listening.address());
    assertThat(all.stream().map(Upload::kind).distinct().count()).isGreaterThan(80);
    admin = Visitor.loggedIn(port, "admin");
    return some(all).stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> refused(each)));
  }

  private void refused(Upload upload) {
    Map<String, Integer> before = rows();
    Instant start = Instant.now();
    Answer answer = admin.sendBytes("POST", "/models", body(upload),
        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY, "X-TA-XSRF-TOKEN",
            admin.cookie("TA-XSRF-TOKEN")));
    assertThat(Duration.between(start, Instant.now())).as("time").isLessThan(SOON);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    assertThat(answer.location()).doesNotContain("/releases/");
    Answer told = admin.get(answer.location().replaceFirst("^https?://[^/]*", ""));
    assertThat(told.status()).isEqualTo(200);
    Document page = Jsoup.parse(told.body());
    assertThat(page.select("[role=alert]").text()).isNotBlank().doesNotContain("Exception", "vn.trian", "org.");
    assertThat(page.select("[role=alert] script, [role=alert] img, [role=alert] svg")).isEmpty();
    assertThat(rows()).isEqualTo(before);
    assertThat(listening.visits()).as("outgoing connections").isZero();
  }

  private static byte[] body(Upload upload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String procedure = upload.file().endsWith(".bpmn") ? "worshipAllowance" : "";
    body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"procedure\"\r\n\r\n" + procedure
        + "\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + upload.file() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(upload.bytes());
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private Map<String, Integer> rows() {
    Map<String, Integer> rows = new TreeMap<>();
    TABLES.forEach(table -> rows.put(table, jdbc.queryForObject("select count(*) from " + table, Integer.class)));
    return rows;
  }
}
