package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@OnStage
@DisplayName("Sự cố và hồ sơ đứng yên")
class IncidentsTest extends IncidentRules {

  private static final String PAGE = "/supervision/incidents";

  @Autowired private WebApplicationContext application;

  private MockMvc web;

  @BeforeEach
  void pages() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  @Test
  @DisplayName("Trang sự cố: nút chạy lại cho lãnh đạo và giám sát; Cockpit chỉ cho giám sát của cấp cao nhất")
  void whoFindsWhatOnThePage() throws Exception {
    String code = accepted();
    failing(code);
    for (String login : List.of(CHAIR, "giamsat.dongkinh", "truongphong.tpls", "giamsat.so")) {
      assertThat(page(PAGE, login).select("form[action$=/retry]")).as(login).hasSize(1);
    }
    assertThat(page(PAGE, "truongphong.so").select("tbody tr")).as("sees, but leads no office").hasSize(1);
    assertThat(page(PAGE, "truongphong.so").select("form[action$=/retry]")).isEmpty();
    assertThat(page(PAGE, "giamsat.so").select("tbody a[href*=cockpit]")).hasSize(1);
    for (String login : List.of(CHAIR, "giamsat.dongkinh", "giamdoc.so")) {
      assertThat(page(PAGE, login).select("tbody a[href*=cockpit]")).as(login).isEmpty();
    }
  }

  @Test
  @DisplayName("Chạy lại trên trang: còn hỏng thì báo đỏ, được thì báo xanh; chỉ quay về trang sự cố")
  void runAgainOnThePage() throws Exception {
    String code = accepted();
    String job = failing(code);
    retry(job, PAGE + "?kind=FAILED_JOB", CHAIR).andExpect(redirectedUrl(PAGE + "?kind=FAILED_JOB"))
        .andExpect(flash().attribute("refusal", Matchers.containsString("vẫn không chạy được")))
        .andExpect(flash().attribute("done", Matchers.nullValue()));
    for (String back : List.of("https://example.org/", "//example.org", PAGE + ".example.org", "/supervision", "")) {
      retry(job, back, CHAIR).andExpect(redirectedUrl(PAGE));
    }
    retry(job, PAGE, "chutich.maipha").andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attribute("refusal", Matchers.containsString("Không còn sự cố này")));
    retry(job, PAGE, "canbo.dongkinh").andExpect(status().isForbidden());

    repair(code);
    retry(job, PAGE, CHAIR).andExpect(flash().attribute("done", Matchers.containsString("thành công")))
        .andExpect(flash().attribute("refusal", Matchers.nullValue()));
    assertThat(page(PAGE, CHAIR).select("tbody tr")).isEmpty();
  }

  @Test
  @DisplayName("Chọn một loại: số và dòng của loại ấy; câu chữ nói hạn trả lời khi có hạn")
  void oneKind() throws Exception {
    String suspended = acceptedOf("020170009921");
    prepare(suspended, CONFIRM, "SUSPEND");
    sign(suspended, CONFIRM);
    acceptedOf("020170009922");
    on(4, 1);
    assertThat(page(PAGE, CHAIR).select("tbody tr")).hasSize(2);
    Document silent = page(PAGE + "?kind=BODY_SILENT", CHAIR);
    assertThat(silent.select("#found").text()).isEqualTo("1 trường hợp");
    assertThat(silent.select("tbody tr").eachText()).singleElement().asString()
        .contains(suspended, "cơ quan khác chưa trả lời sau 15 ngày làm việc. ").doesNotContain("hạn trả lời");
    database.update("update trian.case_file set answer_due_on = ? where code = ?", day(3, 28), suspended);
    assertThat(page(PAGE + "?kind=BODY_SILENT", CHAIR).select("tbody").text()).contains("hạn trả lời 28/03/2024");
  }

  private ResultActions retry(String job, String back, String login) throws Exception {
    return web.perform(post(PAGE + "/" + job + "/retry").param("key", UUID.randomUUID().toString())
        .param("back", back).with(user(login)).with(csrf()));
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(web.perform(get(address).with(user(login))).andExpect(status().isOk()).andReturn()
        .getResponse().getContentAsString(StandardCharsets.UTF_8));
  }
}
