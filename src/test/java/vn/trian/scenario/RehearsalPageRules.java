package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.workflow.rehearsal.RehearsalDesk;
import vn.trian.workflow.release.ReleaseDesk;

abstract class RehearsalPageRules {

  private static final String KEY = "worshipAllowance";

  @Autowired private WebApplicationContext application;
  @Autowired private CleanSlate slate;
  @Autowired private Stage stage;
  @Autowired private ReleaseDesk desk;
  @Autowired private RehearsalDesk rehearsals;

  private MockMvc web;
  private String draft;
  private String release;

  @BeforeEach
  void fresh() throws Exception {
    slate.restore();
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    String all = Files.readString(Path.of("bpmn/worship-allowance/scenarios.yaml"));
    String few = all.substring(0, all.indexOf("- id: relativesAuthorize"))
        .replace("amount: 1400000", "amount: 1500000");
    draft = desk.bringInto(KEY, ProcedureFiles.of(Map.of("scenarios.yaml", few.getBytes(StandardCharsets.UTF_8))),
        null, stage.officer("admin")).id();
    release = "/models/releases/" + draft;
  }

  @AfterEach
  void away() {
    rehearsals.await();
    desk.discard(draft, null, stage.officer("admin"));
  }

  private Document page(String address, String language) throws Exception {
    return Jsoup.parse(web.perform(get(address).with(user("admin2"))
        .cookie(new Cookie("TA-LANG", language))).andExpect(status().isOk())
        .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private Document page(String address) throws Exception {
    return page(address, "vi");
  }

  @Test
  @DisplayName("Chưa diễn tập thì nhắc khi duyệt; diễn tập xong thì nói kết quả, từng kịch bản một câu")
  void theWholeWay() throws Exception {
    Document before = page(release);
    assertThat(before.select("#rehearsed").first().parent().text()).contains("chưa diễn tập");
    assertThat(before.select("form[action$=/approve]").attr("data-confirm")).contains("Vẫn duyệt?");
    web.perform(post(release + "/rehearsal").param("cases", "3").with(user("admin2")).with(csrf()))
        .andExpect(status().is3xxRedirection());
    rehearsals.await();

    Document done = page(release + "/rehearsal");
    assertThat(done.select("#state").text()).contains("Đã xong");
    assertThat(done.select("#live").attr("data-behind")).as("nothing more comes").isEmpty();
    assertThat(done.select("#live tbody tr").eachText()).hasSize(1).first().asString()
        .contains("onlyChild", "Không đúng", "Số tiền: kịch bản ghi 1.500.000 đ, bản này ra 1.400.000 đ.");
    assertThat(page(done.select(".ta-tabs a").get(1).attr("href")).select(".ta-empty")).hasSize(1);
    Document english = page(done.select(".ta-tabs a").first().attr("href"), "en");
    assertThat(english.select("#live tbody tr").text()).contains("Amount: the scenario says 1.500.000 đ");
    assertThat(english.text()).doesNotContain("rehearsal.");
    assertThat(page(release).select("#rehearsed").first().parent().text()).contains("có chỗ không đúng");
    String over = web.perform(post(release + "/rehearsal/stop").with(user("admin2")).with(csrf()))
        .andExpect(status().is3xxRedirection()).andReturn().getFlashMap().get("refusal").toString();
    assertThat(over).contains("đã kết thúc");
  }

  @Test
  @DisplayName("Chỉ quản trị viên; số hồ sơ sai thì nói, lần không có thì 404")
  void othersMayNot() throws Exception {
    List<String> rows = slate.rowCounts();
    for (String login : List.of("chutich.dongkinh", "giamdoc.so", "giamsat.so")) {
      web.perform(get(release + "/rehearsal").with(user(login))).andExpect(status().isForbidden());
      web.perform(post(release + "/rehearsal").with(user(login)).with(csrf())).andExpect(status().isForbidden());
      web.perform(post(release + "/rehearsal/stop").with(user(login)).with(csrf())).andExpect(status().isForbidden());
    }
    web.perform(post(release + "/rehearsal").with(user("admin"))).andExpect(status().isForbidden());
    assertThat(web.perform(post(release + "/rehearsal").param("cases", "9999").with(user("admin")).with(csrf()))
        .andReturn().getFlashMap().get("refusal").toString()).contains("từ 0 đến 200");
    web.perform(post("/models/releases/x/rehearsal/stop").with(user("admin")).with(csrf()))
        .andExpect(status().isNotFound());
    web.perform(get("/models/releases/x/rehearsal").with(user("admin"))).andExpect(status().isNotFound());
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }
}
