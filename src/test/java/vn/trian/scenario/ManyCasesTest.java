package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseHold;
import vn.trian.casefile.CaseHolds;
import vn.trian.security.Actor;
import vn.trian.shared.Texts;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Hold;

/** One action on the cases picked in a list: previewed, confirmed once, told case by case. */
@OnStage
@DisplayName("Xử lý nhiều hồ sơ")
class ManyCasesTest extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";
  private static final String DEPUTY = "phochutich.dongkinh";
  private static final String PREVIEW = "/supervision/acts/preview";
  private static final String DONE = "/supervision/acts/done";
  private static final String INVENTED = "000.12.34.H37-991122-9999";

  @Autowired private Desk desk;
  @Autowired private CaseHolds holds;
  @Autowired private WebApplicationContext application;

  private MockMvc web;
  private List<String> codes;
  private String above;

  @BeforeEach
  void severalCases() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    codes = proposed(3);
    above = acceptedOf("020170008801");
    prepare(above, CONFIRM, "APPROVE");
    sign(above, CONFIRM);
  }

  @Test
  @DisplayName("Tạm giữ rồi cho tiếp tục: xem trước nói từng hồ sơ, xác nhận làm đúng những hồ sơ được")
  void holdAndLetGoOn() throws Exception {
    hold(codes.get(1));
    Document preview = preview(CHAIR, "HOLD", picks(codes.get(0), codes.get(1), codes.get(2), above));

    assertThat(sentences(preview)).containsExactly("Được Tạm giữ ở bước “Xác nhận”",
        "Không được " + whyHeld(codes.get(1)), "Được Tạm giữ ở bước “Xác nhận”",
        "Không được Chỉ người đứng đầu, cấp phó của cơ quan đang giữ hồ sơ hoặc của cơ quan cấp trên được tạm giữ hồ"
            + " sơ và cho tiếp tục.");
    assertThat(preview.select("[role=status]").text()).contains("Sẽ thực hiện 2, không thực hiện 2");
    assertThat(codes).filteredOn(code -> file(code).held()).as("a preview changes nothing").hasSize(1);

    Document done = confirm(CHAIR, preview);
    assertThat(sentences(done)).containsExactly("Đã làm Đã tạm giữ hồ sơ " + codes.get(0),
        "Đã làm Đã tạm giữ hồ sơ " + codes.get(2));
    assertThat(codes).allMatch(code -> file(code).held());

    assertThat(page("/supervision/cases?figure=HELD", CHAIR).select("tbody tr")).hasSize(3)
        .allMatch(row -> row.text().contains("Tạm giữ"));
    Document back = confirm(CHAIR, preview(CHAIR, "RESUME", picks(codes.toArray(String[]::new))));
    assertThat(back.select("[role=status]").text()).isEqualTo("Đã thực hiện 3, không thực hiện 0.");
    assertThat(codes).noneMatch(code -> file(code).held());
  }

  @Test
  @DisplayName("Gửi lại cùng một trang xác nhận: mỗi hồ sơ chỉ làm một lần")
  void repeatedOnce() throws Exception {
    Document preview = preview(CHAIR, "HOLD", picks(codes.get(0), codes.get(1)));
    List<String> first = sentences(confirm(CHAIR, preview));

    assertThat(sentences(confirm(CHAIR, preview))).isEqualTo(first);
    assertThat(codes.subList(0, 2)).allSatisfy(code -> {
      assertThat(holds.of(code)).hasSize(1);
      assertThat(logged(code)).filteredOn("HOLD"::equals).hasSize(1);
    });
  }

  @Test
  @DisplayName("Giao việc: xem trước nói ai đang giữ; ai nhận mất trong lúc đó thì nói rõ, các hồ sơ khác vẫn giao")
  void handOn() throws Exception {
    Actor deputy = stage.officer(DEPUTY);
    desk.claim(item(codes.get(2)).taskId(), deputy);
    Document preview = preview(CHAIR, "HAND_ON", "assignee=" + DEPUTY + "&" + picks(codes.get(0), codes.get(1),
        codes.get(2), above));
    assertThat(sentences(preview)).satisfiesExactly(
        line -> assertThat(line).startsWith("Được Giao “").contains(deputy.name(), "đang ở: hàng đợi"),
        line -> assertThat(line).startsWith("Được Giao “"),
        line -> assertThat(line).isEqualTo("Không được " + deputy.name()
            + " đang giữ việc này rồi. Chọn người khác trong danh sách."),
        line -> assertThat(line).startsWith("Không được Hồ sơ không có việc nào đang mở ở cơ quan của bạn"));

    desk.claim(item(codes.get(1)).taskId(), stage.officer(CHAIR));
    Document done = confirm(CHAIR, preview);
    assertThat(sentences(done)).satisfiesExactly(
        line -> assertThat(line).isEqualTo("Đã làm Đã giao việc cho " + deputy.name()),
        line -> assertThat(line).startsWith("Không làm Công việc này " + stage.officer(CHAIR).name() + " đã nhận"));
    assertThat(item(codes.get(0)).assignee()).isEqualTo(DEPUTY);
    assertThat(item(codes.get(1)).assignee()).isEqualTo(CHAIR);
    assertThat(logged(codes.get(0))).endsWith("REASSIGN");
  }

  @Test
  @DisplayName("Người không có nhiệm vụ đó, kể cả người đã đề xuất, không được giao việc ký; không có gì để xác nhận")
  void notTheirDuty() throws Exception {
    Document preview = preview(CHAIR, "HAND_ON", "assignee=canbo.dongkinh&" + picks(codes.get(0)));
    assertThat(sentences(preview)).singleElement().asString().startsWith("Không được");
    assertThat(preview.select("form[action=" + DONE + "]")).isEmpty();
  }

  @Test
  @DisplayName("Ghi chú: người đang xử lý, hoặc cơ quan khi chưa ai nhận; cơ quan cấp trên thì không")
  void note() throws Exception {
    desk.claim(item(codes.get(0)).taskId(), stage.officer(DEPUTY));
    Document done = confirm(CHAIR, preview(CHAIR, "NOTE", picks(codes.get(0), codes.get(1), above)));
    assertThat(sentences(done)).containsExactly("Đã làm Đã gửi ghi chú cho " + stage.officer(DEPUTY).name(),
        "Đã làm Đã gửi ghi chú cho Ủy ban nhân dân phường Đông Kinh");
    assertThat(logged(codes.get(1))).endsWith("NOTE");
    assertThat(logged(above)).doesNotContain("NOTE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HAND_ON", "NOTE", "HOLD", "RESUME"})
  @DisplayName("Hồ sơ của nơi khác, gõ thẳng vào địa chỉ, trả lời như mã bịa ra, ở xem trước và ở kết quả")
  void foreignIsLikeInvented(String action) throws Exception {
    String foreign = codes.get(0);
    String assignee = "assignee=canbo.maipha&";
    Document preview = preview("chutich.maipha", action, assignee + picks(foreign, INVENTED));
    List<String> lines = preview.select("tbody tr").eachText();
    assertThat(lines.get(0).replace(foreign, "?")).isEqualTo(lines.get(1).replace(INVENTED, "?"));
    assertThat(preview.text()).doesNotContain("LƯƠNG THỊ SEN");

    String task = item(foreign).taskId();
    String both = "line=" + foreign + "|" + task + "|&line=" + INVENTED + "|" + task + "|";
    Document done = send("chutich.maipha", DONE, "key=" + UUID.randomUUID() + "&words=Vì thế.&action=" + action + "&"
        + assignee + both);
    List<String> results = done.select("tbody tr").eachText();
    assertThat(results.get(0).replace(foreign, "?")).isEqualTo(results.get(1).replace(INVENTED, "?"));
    assertThat(file(foreign).held()).isFalse();
    assertThat(logged(foreign)).doesNotContain("HOLD", "NOTE", "REASSIGN");
  }

  @Test
  @DisplayName("Mã hồ sơ không thấy được thì không làm gì, dù việc kèm theo là việc của cơ quan mình")
  void ownTaskUnderAnotherCode() throws Exception {
    String own = codes.get(0);
    stage.act(own, CONFIRM + "/sign", simple("SIGN", null));
    Document done = send("giamdoc.so", DONE, "key=" + UUID.randomUUID() + "&words=Vì thế.&action=HAND_ON"
        + "&assignee=canbo.so&line=" + INVENTED + "|" + item(own).taskId() + "|");
    assertThat(sentences(done)).singleElement().asString().startsWith("Không làm");
    assertThat(item(own).assignee()).isNull();
  }

  @Test
  @DisplayName("Nhiều hơn mức một lần, không chọn gì, thiếu khóa: nói rõ bằng lời")
  void limits() throws Exception {
    String many = picks(IntStream.range(0, 151).mapToObj(n -> "X-" + n).toArray(String[]::new));
    assertThat(refused(PREVIEW, "action=HOLD&words=Vì thế.&" + many))
        .contains("Đã chọn 151 hồ sơ, mỗi lần xử lý nhiều nhất 150");
    assertThat(page("/supervision/acts?" + many, CHAIR).text()).contains("Bạn đã chọn nhiều hơn 150 hồ sơ");
    String enough = picks(IntStream.range(0, 150).mapToObj(n -> "X-" + n).toArray(String[]::new));
    assertThat(preview(CHAIR, "HOLD", "words=Vì thế.&" + enough).select("tbody tr")).hasSize(150);
    assertThat(refused(PREVIEW, "action=HOLD&words=Vì thế.")).contains("Chưa chọn hồ sơ nào");
    assertThat(page("/supervision/acts", CHAIR).text()).contains("Chưa chọn hồ sơ nào");
    assertThat(sentences(send(CHAIR, DONE, "action=HOLD&words=Vì thế.&line=" + codes.get(0) + "||")))
        .singleElement().asString().startsWith("Không làm Yêu cầu thiếu mã chống gửi trùng");
    assertThat(file(codes.get(0)).held()).isFalse();
  }

  @Test
  @DisplayName("Đã sang bước khác sau khi xem trước: không tạm giữ ở bước mà lãnh đạo không thấy")
  void whatWentOnMeanwhile() throws Exception {
    Document preview = preview("giamdoc.so", "HOLD", picks(codes.get(0)));
    sign(codes.get(0), CONFIRM);
    assertThat(sentences(confirm("giamdoc.so", preview))).singleElement().asString()
        .startsWith("Không làm Hồ sơ vừa thay đổi:");
    assertThat(file(codes.get(0)).held()).isFalse();
  }

  @Test
  @DisplayName("Ai thấy thao tác nào: lãnh đạo cả bốn, trưởng phòng chuyên môn giao việc và ghi chú, giám sát ghi chú")
  void whoIsOfferedWhat() throws Exception {
    Map.of(CHAIR, 4, "giamdoc.so", 4, "truongphong.so", 2, "giamsat.dongkinh", 1).forEach((login, count) -> {
      try {
        assertThat(page("/supervision/acts?" + picks(codes.get(0)), login).select("form[action=" + PREVIEW + "]"))
            .as(login).hasSize(count);
      } catch (Exception e) {
        throw new AssertionError(login, e);
      }
    });
    assertThat(sentences(preview("giamsat.dongkinh", "HOLD", picks(codes.get(0))))).singleElement().asString()
        .startsWith("Không được Chỉ người đứng đầu");
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "vanthu.so", "admin")) {
      web.perform(get("/supervision/acts").with(user(login))).andExpect(status().isForbidden());
      web.perform(body(post(PREVIEW), "action=HOLD&words=x&" + picks(codes.get(0))).with(csrf()).with(user(login)))
          .andExpect(status().isForbidden());
      web.perform(body(post(DONE), "key=k&action=HOLD&words=x&line=" + codes.get(0) + "||").with(csrf())
          .with(user(login))).andExpect(status().isForbidden());
    }
    web.perform(get("/supervision/acts")).andExpect(redirectedUrl("/login"));
    assertThat(file(codes.get(0)).held()).isFalse();
  }

  @Test
  @DisplayName("Trong hai ngôn ngữ không còn mã nào thay cho câu chữ; đường về giữ nguyên danh sách")
  void wordsInBothLanguages() throws Exception {
    for (String language : List.of("vi", "en")) {
      String lang = "lang=" + language + "&";
      Document choose = page("/supervision/acts?" + lang + "level=COMMUNE&sort=CODE&" + picks(codes.get(0)), CHAIR);
      assertThat(choose.select("main").text()).doesNotContain("??", "acts.", "note.", "case.");
      assertThat(choose.select(".ta-crumbs a").attr("href")).contains("level=COMMUNE", "sort=CODE",
          "pick=" + codes.get(0));
      Document preview = send(CHAIR, PREVIEW, lang + "action=HOLD&words=Vì thế.&" + picks(codes.get(0), above));
      assertThat(preview.select("main").text()).doesNotContain("??", "acts.", "note.", "case.");
    }
    assertThat(page("/cases/" + codes.get(0) + "?lang=en", CHAIR).select("main").text()).contains("Hold the case")
        .doesNotContain("??");
  }

  private void hold(String code) {
    Actor chair = stage.officer(CHAIR);
    stage.as(chair, () -> desk.hold(code, new Hold("Chờ làm rõ.", CONFIRM), UUID.randomUUID().toString(), chair));
  }

  /** How a refusal that names who holds a case reads. */
  private String whyHeld(String code) {
    CaseHold hold = holds.current(file(code)).orElseThrow();
    return "Hồ sơ đang được tạm giữ: " + hold.heldByName() + " (" + holds.officeOf(hold) + ") tạm giữ lúc "
        + Texts.moment(hold.heldAt()) + ", lý do “" + hold.reason()
        + "”. Chờ lãnh đạo cho hồ sơ tiếp tục.";
  }

  private static String picks(String... picked) {
    return "pick=" + String.join("&pick=", picked);
  }

  private static List<String> sentences(Document page) {
    return page.select("tbody tr td:last-child").eachText();
  }

  private Document preview(String login, String action, String parameters) throws Exception {
    return send(login, PREVIEW, "words=Vì thế.&action=" + action + "&" + parameters);
  }

  /** Sends the form of a preview as it stands. */
  private Document confirm(String login, Document preview) throws Exception {
    StringBuilder fields = new StringBuilder("x=");
    for (Element field : preview.select("form[action=" + DONE + "] input[name]:not([name=_csrf])")) {
      fields.append('&').append(field.attr("name")).append('=').append(field.attr("value"));
    }
    return send(login, DONE, fields.toString());
  }

  private Document send(String login, String address, String parameters) throws Exception {
    return parsed(body(post(address), parameters).with(csrf()).with(user(login)));
  }

  private Document page(String address, String login) throws Exception {
    return parsed(get(address).with(user(login)));
  }

  private Document parsed(MockHttpServletRequestBuilder request) throws Exception {
    return Jsoup.parse(web.perform(request).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  private String refused(String address, String parameters) throws Exception {
    return web.perform(body(post(address), parameters).with(csrf()).with(user(CHAIR)))
        .andExpect(status().isUnprocessableEntity()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, String parameters) {
    for (String each : parameters.split("&")) {
      request.param(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }
    return request;
  }
}
