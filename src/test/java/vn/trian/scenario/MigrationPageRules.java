package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.workflow.migration.Consistency;
import vn.trian.workflow.migration.MigrationRounds;
import vn.trian.workflow.release.ReleaseDesk;

abstract class MigrationPageRules extends SharedModels {

  private static final String LIST = "/models/" + KEY + "/migrations";
  private static final String COMPARE = "/models/migrations/consistency";

  @Autowired private WebApplicationContext application;
  @Autowired private Procedures procedures;
  @Autowired private ReleaseDesk releases;
  @Autowired private MigrationRounds rounds;
  @Autowired private Consistency consistency;
  @Autowired private CaseFiles cases;
  @Autowired private PlatformTransactionManager transactions;

  private MockMvc web;
  private Release old;
  private Release newer;
  private String moves;
  private String stays;

  @BeforeEach
  void twoReleases() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    old = procedures.active(KEY);
    moves = acceptedOf("020170004410");
    stays = atDepartment();
    prepare(stays, DECIDE, "APPROVE");
    String yaml = folder().text("procedure.yaml").orElseThrow().replace("    check: {role: DEPT_HEAD}\n", "");
    deploy(ProcedureFiles.of(Map.of("procedure.yaml", yaml.getBytes(StandardCharsets.UTF_8))).over(folder()));
    newer = procedures.active(KEY);
  }

  @AfterEach
  void backToTheRelease() {
    releases.goBackTo(old.id(), null, stage.officer("admin"));
  }

  private Document page(String address) throws Exception {
    return page(get(address));
  }

  private Document page(MockHttpServletRequestBuilder request) throws Exception {
    return Jsoup.parse(web.perform(request.with(user("admin"))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  /** Where the answer leads, with what it tells there. */
  private Document sent(MockHttpServletRequestBuilder request) throws Exception {
    MvcResult answer = web.perform(request.with(user("admin")).with(csrf())).andExpect(status().is3xxRedirection())
        .andReturn();
    MockHttpServletRequestBuilder next = get(answer.getResponse().getRedirectedUrl().replaceAll("#.*", ""));
    return page(answer.getFlashMap().isEmpty() ? next : next.flashAttrs(answer.getFlashMap()));
  }

  private String planned() throws Exception {
    MvcResult answer = web.perform(post(LIST).param("from", old.id()).param("to", newer.id()).with(user("admin"))
        .with(csrf())).andExpect(status().is3xxRedirection()).andReturn();
    return answer.getResponse().getRedirectedUrl();
  }

  private void work(String plan) {
    rounds.work(plan.substring(plan.lastIndexOf('/') + 1), "page");
  }

  @Test
  @DisplayName("Lập kế hoạch, chọn hồ sơ, đối chiếu, chạy thử, chuyển, so sánh")
  void theWholeWay() throws Exception {
    assertThat(page("/models/" + KEY).select("a[href='" + LIST + "']")).hasSize(1);
    Document release = page("/models/releases/" + old.id());
    assertThat(release.select("a[href^='" + LIST + "']").attr("href")).endsWith("from=" + old.id());
    Document list = page(LIST + "?from=" + old.id());
    assertThat(list.select("#from option[selected]").attr("value")).isEqualTo(old.id());
    assertThat(list.select("#to option").first().text()).contains("Bản " + newer.version(), "Đang dùng");

    String plan = planned();
    Document begun = page(plan);
    assertThat(begun.select("h1").text())
        .isEqualTo("Chuyển từ bản " + old.version() + " sang bản " + newer.version());
    assertThat(begun.select("#pairs tr[data-from=confirmRequest] option[selected]").attr("value"))
        .isEqualTo("confirmRequest");
    assertThat(begun.select("#pairs tr[data-from=confirmRequest] .ta-number").text()).isEqualTo("1");
    assertThat(begun.select("form[action$=/start]")).as("not tried yet").isEmpty();
    assertThat(begun.select("#pairs tr[data-from=confirmRequest] option").eachText())
        .as("only its like").doesNotContain("Lưu hồ sơ");
    String xml = web.perform(get(plan + "/diagram.xml").param("process", "levelStep").param("side", "old")
        .with(user("admin"))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
    assertThat(xml).contains("id=\"levelStep\"");
    assertThat(web.perform(get(plan + "/marks").param("process", "levelStep").param("side", "old")
        .with(user("admin"))).andReturn().getResponse().getContentAsString()).contains("\"check\":1", "\"prepare\":1");

    Document wrong = sent(post(plan + "/pairs").param("process", KEY).param("pair.confirmRequest", "deliverResult"));
    assertThat(wrong.select("#pairs tr[data-from=confirmRequest] .ta-error").text()).contains("hai quy trình khác nhau");
    assertThat(sent(post(plan + "/check")).select("[role=alert]").text()).contains("chưa đúng");
    assertThat(sent(post(plan + "/propose")).select("#pairs .ta-error")).isEmpty();
    assertThat(sent(post(plan + "/choose").param("office", "maipha")).select("#office option[selected]").attr("value"))
        .isEqualTo("maipha");
    assertThat(sent(post(plan + "/check")).select("[role=alert]").text()).contains("Không có hồ sơ đang giải quyết");
    sent(post(plan + "/choose").param("codes", moves + "\r\n" + stays + ", lạ-0001"));

    Document checking = sent(post(plan + "/check"));
    assertThat(checking.select("#progress[data-behind]")).hasSize(1);
    assertThat(checking.select("form[action$=/stop]")).hasSize(1);
    work(plan);
    Document checked = page(plan);
    assertThat(checked.select("#progress[data-behind]")).isEmpty();
    assertThat(checked.select("#progress tbody tr:contains(" + moves + ")").text()).contains("Chuyển được");
    assertThat(checked.select("#progress tbody tr:contains(" + stays + ")").text())
        .contains("Không chuyển được", "không có phần việc “Quyết định – thẩm tra”");
    assertThat(checked.select("#progress tbody tr:contains(lạ-0001)").text()).contains("Không có hồ sơ mang mã này");
    assertThat(page(plan + "?show=IMPOSSIBLE").select("#progress tbody tr")).hasSize(1);

    sent(post(plan + "/start"));
    work(plan);
    Document done = page(plan);
    assertThat(done.select("#progress header .ta-badge").text()).isEqualTo("Đã xong");
    assertThat(done.select("#progress tbody tr:contains(" + stays + ")").text()).contains("Ở lại bản cũ");
    assertThat(done.select("#progress").text()).contains("1 hồ sơ khớp, không có điểm lệch");
    assertThat(file(moves).releaseId()).isEqualTo(newer.id());
    assertThat(file(stays).releaseId()).isEqualTo(old.id());
    assertThat(page(LIST).select("tbody tr").first().text()).contains("Đã xong");
    assertThat(page(plan + "?lang=en").select("h1").text()).isNotEmpty();
  }

  @Test
  @DisplayName("So sánh theo yêu cầu: điểm lệch thành câu, có đường đến quy trình")
  void compared() throws Exception {
    database.update("update trian.work_item set assignee = 'ai-do' where case_code = ?", moves);
    // the case that is looked at again is somebody's for now, so the comparison waits for it
    new TransactionTemplate(transactions).execute(status -> {
      cases.lock(moves);
      Document begun = elsewhere(() -> sent(post(COMPARE)));
      assertThat(begun.select("#live[data-behind]")).hasSize(1);
      assertThat(begun.select("progress").attr("max")).isEqualTo(String.valueOf(
          database.queryForObject("select count(*) from trian.case_file where closed_at is null", Long.class)));
      Document running = elsewhere(() -> page(COMPARE));
      assertThat(running.select("tbody tr").first().text()).contains("Đang so sánh");
      assertThat(running.select("form[action='" + COMPARE + "']")).isEmpty();
      assertThat(elsewhere(() -> sent(post(COMPARE))).select("[role=alert]").text()).contains("đang chạy");
      return null;
    });
    consistency.await();
    Document runs = page(COMPARE);
    assertThat(runs.select("#live[data-behind]")).isEmpty();
    assertThat(runs.select("form[action='" + COMPARE + "']")).hasSize(1);
    String run = runs.select("tbody tr a").first().attr("href");
    String text = page(run).text();
    String size = runs.select("tbody tr").first().select(".ta-badge").text();
    assertThat(Integer.parseInt(size)).isPositive();
    // processes of other tests' cases come after those of open cases
    assertThat(text).contains("danh sách ghi người xử lý là ai-do");
    assertThat(page(run).select("a[href^=/camunda/app/cockpit/]")).isNotEmpty();
  }

  /** Outside of the transaction of the test. */
  private static <T> T elsewhere(Callable<T> action) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return action.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }).join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "giamsat.so", "canbo.so"})
  @DisplayName("Không phải quản trị viên thì không thấy gì, không làm được gì")
  void othersMayNot(String login) throws Exception {
    String plan = planned();
    List<String> rows = slate.rowCounts();
    for (String address : List.of(LIST, plan, plan + "/diagram.xml?process=levelStep", plan + "/marks", COMPARE,
        COMPARE + "/invented", "/models/migrations/invented")) {
      web.perform(get(address).with(user(login))).andExpect(status().isForbidden());
    }
    for (String address : List.of(LIST, plan + "/pairs", plan + "/propose", plan + "/choose", plan + "/check",
        plan + "/start", plan + "/stop", plan + "/discard", COMPARE)) {
      web.perform(post(address).with(user(login)).with(csrf())).andExpect(status().isForbidden());
      web.perform(post(address).with(user("admin"))).andExpect(status().isForbidden());
    }
    assertThat(slate.rowCounts()).isEqualTo(rows);
    for (String address : List.of("/models/inventedKey/migrations", "/models/migrations/invented",
        COMPARE + "/invented", plan + "/diagram.xml?process=invented")) {
      web.perform(get(address).with(user("admin"))).andExpect(status().isNotFound());
    }
  }
}
