package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.organization.Absence;
import vn.trian.workflow.Desk;

/** What the page of substitutes shows to whom, and how other pages mark who is away. Today is Monday 11/03/2024. */
@OnStage
@DisplayName("Trang người vắng, người thay và dấu “(đang vắng)”")
class SubstitutesPageTest extends SharedModels {

  private static final String PAGE = "/supervision/substitutes";
  private static final String CHAIR = "chutich.dongkinh";
  private static final String VICE = "phochutich.dongkinh";
  private static final String OFFICER = "canbo.dongkinh";
  private static final String ONE_STOP = "motcua.dongkinh";

  @Autowired private WebApplicationContext application;
  @Autowired private Desk desk;

  private MockMvc web;

  @BeforeEach
  void pages() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  @AfterEach
  void nobodyIsAway() {
    slate.restore();
  }

  @Test
  @DisplayName("Cán bộ chỉ thấy việc thay của mình; giám sát thấy cơ quan mình và dưới; nơi khác thì không có")
  void whoSeesWhat() throws Exception {
    enter(OFFICER, ONE_STOP, 11, 13, CHAIR);
    enter(CHAIR, VICE, 11, 13, CHAIR);
    enter("canbo.maipha", "motcua.maipha", 11, 13, "chutich.maipha");
    String own = name(OFFICER);
    String chair = name(CHAIR);
    String elsewhere = name("canbo.maipha");

    assertThat(listed(PAGE, OFFICER)).singleElement().asString().contains(own, name(ONE_STOP));
    assertThat(listed(PAGE, ONE_STOP)).singleElement().asString().contains(own);
    assertThat(listed(PAGE, "vanthu.dongkinh")).isEmpty();
    assertThat(listed(PAGE + "?office=maipha", OFFICER)).as("asks in vain").hasSize(1);
    assertThat(String.join("\n", listed(PAGE, "giamsat.dongkinh"))).contains(own, chair).doesNotContain(elsewhere);
    assertThat(listed(PAGE, "truongphong.tpls")).hasSize(3);
    assertThat(listed(PAGE + "?office=maipha", "truongphong.tpls")).singleElement().asString().contains(elsewhere);
    assertThat(listed(PAGE, "truongphong.caoloc")).isEmpty();
    for (String office : List.of("maipha", "tpls", "so", "invented")) {
      web.perform(get(PAGE + "?office=" + office).with(user(CHAIR))).andExpect(status().isNotFound());
    }
    web.perform(get(PAGE).with(user("admin"))).andExpect(status().isForbidden());
  }

  @Test
  @DisplayName("Lãnh đạo chọn ai vắng cũng được trong cơ quan, người khác chỉ ghi cho mình")
  void whoMayBeChosen() throws Exception {
    assertThat(page(PAGE, CHAIR).select("#absentee option[value$=.dongkinh]").eachAttr("value"))
        .contains(CHAIR, VICE, OFFICER, ONE_STOP);
    for (String login : List.of(OFFICER, "giamsat.dongkinh")) {
      assertThat(page(PAGE, login).select("#absentee option").eachAttr("value")).containsExactly(login);
    }
    assertThat(page(PAGE, CHAIR).select("#substitute option").eachAttr("value"))
        .noneMatch(login -> login.endsWith(".maipha"));
  }

  @Test
  @DisplayName("Ghi trên trang: sai thì nói vì sao và giữ lại những gì đã nhập; việc của nơi khác như không có")
  void entered() throws Exception {
    Document refused = followed(form(OFFICER, ONE_STOP, "2024-03-13", "2024-03-12", CHAIR), CHAIR);
    assertThat(refused.select("[role=alert]").text()).contains("13/03/2024", "12/03/2024");
    assertThat(refused.select("#absentee option[selected]").attr("value")).isEqualTo(OFFICER);
    assertThat(refused.select("#substitute option[selected]").attr("value")).isEqualTo(ONE_STOP);
    assertThat(refused.select("#firstDay").attr("value")).isEqualTo("2024-03-13");
    assertThat(refused.select("#reason").attr("value")).isEqualTo("Nghỉ phép");

    Document done = followed(form(OFFICER, ONE_STOP, "2024-03-12", "2024-03-13", CHAIR), CHAIR);
    assertThat(done.select("[role=status]").text()).contains("Đã ghi người thay.");
    assertThat(part(done, "COMING")).singleElement().asString().contains("12/03/2024 – 13/03/2024", "Nghỉ phép");
    assertThat(part(done, "PRESENT")).isEmpty();
    web.perform(form(OFFICER, ONE_STOP, "2024-03-20", "2024-03-21", VICE.replace("dongkinh", "maipha")))
        .andExpect(status().isForbidden());
  }

  @Test
  @DisplayName("Kết thúc sớm trên trang: có nút khi còn hiệu lực và được phép; đã qua thì ghi ai, lúc nào")
  void endedEarly() throws Exception {
    String id = enter(OFFICER, ONE_STOP, 11, 13, CHAIR);
    enter("vanthu.dongkinh", ONE_STOP, 11, 12, CHAIR);
    String end = PAGE + "/" + id + "/end";
    assertThat(page(PAGE, CHAIR).select("form[action=" + end + "]")).hasSize(1);
    for (String login : List.of(ONE_STOP, "giamsat.dongkinh", "truongphong.tpls")) {
      assertThat(page(PAGE, login).select("form[action$=/end]")).as(login).isEmpty();
    }
    web.perform(post(end).param("key", key()).with(user("chutich.maipha")).with(csrf()))
        .andExpect(status().isNotFound());
    web.perform(post(end).param("key", key()).with(user(ONE_STOP)).with(csrf())).andExpect(status().isForbidden());

    web.perform(post(end).param("key", key()).with(user(OFFICER)).with(csrf())).andExpect(redirectedUrl(PAGE));
    assertThat(part(page(PAGE, CHAIR), "PAST")).singleElement().asString()
        .contains("Kết thúc sớm: " + name(OFFICER) + ", lúc 09:00 11/03/2024");
    assertThat(page(PAGE, CHAIR).select("form[action=" + end + "]")).isEmpty();
    Document twice = followed(post(end).param("key", key()).with(user(CHAIR)).with(csrf()), CHAIR);
    assertThat(twice.select("[role=alert]").text()).contains(name(OFFICER));

    on(3, 14);
    assertThat(part(page(PAGE, CHAIR), "PAST")).as("newest last day first").hasSize(2)
        .element(0).asString().contains("11/03/2024 – 13/03/2024");
    assertThat(page(PAGE, CHAIR).select("form[action$=/end]")).isEmpty();
  }

  @Test
  @DisplayName("Trang chủ báo trước lần vắng sắp tới của mình; qua rồi thì thôi")
  void comingAtHome() throws Exception {
    enter(OFFICER, ONE_STOP, 13, 14, CHAIR);
    String notice = "Bạn vắng từ 13/03/2024 đến 14/03/2024; " + name(ONE_STOP) + " thay.";
    assertThat(page("/", OFFICER).text()).contains(notice);
    assertThat(page("/", ONE_STOP).text()).doesNotContain("Bạn đang thay", "Bạn vắng");
    on(3, 13);
    assertThat(page("/", ONE_STOP).text()).contains("Bạn đang thay " + name(OFFICER));
    on(3, 15);
    assertThat(page("/", OFFICER).text()).doesNotContain("Bạn vắng");
  }

  @Test
  @DisplayName("Người được giao việc, được ghi chú mà đang vắng thì có dấu; người thay và người sẽ vắng thì không")
  void marks() throws Exception {
    String code = atDepartment();
    String task = item(code).taskId();
    enter("canbo2.so", "vanthu.so", 11, 13, "giamdoc.so");
    enter("canbo.so", "vanthu.so", 14, 15, "giamdoc.so");
    String away = name("canbo2.so") + " (đang vắng)";

    assertThat(options("/cases/" + code, "giamdoc.so", "select[name=assignee]")).anyMatch(each -> each.contains(away))
        .noneMatch(each -> each.contains(name("canbo.so") + " (") && each.contains("đang vắng"))
        .noneMatch(each -> each.contains(name("vanthu.so") + " (đang vắng)"));
    assertThat(options("/cases/" + code, "giamdoc.so", "#addressee")).anyMatch(each -> each.contains(away));
    claim(code, "canbo.so");
    JsonNode successors = frame(task, "canbo.so").path("successors");
    assertThat(successors.findValuesAsText("name")).contains(away, name("vanthu.so"));
    successors.forEach(each -> assertThat(each.path("away").asBoolean()).as(each.toString())
        .isEqualTo(each.path("login").asText().equals("canbo2.so")));

    stage.as(stage.officer("canbo.so"), () -> {
      desk.unclaim(task, stage.officer("canbo.so"));
      return null;
    });
    claim(code, "canbo2.so");
    JsonNode held = frame(task, "vanthu.so");
    assertThat(held.path("awayUntil").asText()).isEqualTo("13/03/2024");
    assertThat(held.path("claimable").asBoolean()).isTrue();
    JsonNode others = frame(task, "canbo.so");
    assertThat(others.path("awayUntil").isNull()).isTrue();
    assertThat(others.path("claimable").asBoolean()).isFalse();

    on(3, 14);
    assertThat(frame(task, "canbo2.so").path("successors").findValuesAsText("name"))
        .contains(name("canbo.so") + " (đang vắng)");
  }

  private void claim(String code, String login) {
    stage.as(stage.officer(login), () -> {
      desk.claim(item(code).taskId(), stage.officer(login));
      return null;
    });
  }

  private JsonNode frame(String task, String login) throws Exception {
    return new ObjectMapper().readTree(fetched("/api/tasks/" + task + "/frame", login)).path("task");
  }

  private List<String> options(String address, String login, String select) throws Exception {
    return page(address, login).select(select).select("option").eachText();
  }

  private static MockHttpServletRequestBuilder form(String absentee, String substitute, String first, String last,
      String by) {
    return post(PAGE).param("absentee", absentee).param("substitute", substitute).param("firstDay", first)
        .param("lastDay", last).param("reason", "Nghỉ phép").param("key", key()).with(user(by)).with(csrf());
  }

  /** The page that comes after a form. */
  private Document followed(MockHttpServletRequestBuilder request, String login) throws Exception {
    MockHttpSession session = new MockHttpSession();
    web.perform(request.session(session)).andExpect(redirectedUrl(PAGE));
    return page(get(PAGE).session(session), login);
  }

  private Document page(String address, String login) throws Exception {
    return page(get(address), login);
  }

  private Document page(MockHttpServletRequestBuilder request, String login) throws Exception {
    return Jsoup.parse(web.perform(request.with(user(login))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  private List<String> listed(String address, String login) throws Exception {
    return page(address, login).select("tbody tr").eachText();
  }

  private static List<String> part(Document page, String standing) {
    return page.select("section[aria-labelledby=part-" + standing + "] tbody tr").eachText();
  }

  private String enter(String absentee, String substitute, int first, int last, String by) {
    return desk.enterAbsence(new Absence(absentee, substitute, day(3, first), day(3, last), "Nghỉ phép"), key(),
        stage.officer(by));
  }

  private String name(String login) {
    return stage.officer(login).name();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
