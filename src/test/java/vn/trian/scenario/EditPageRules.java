package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.release.ReleaseDesk;

abstract class EditPageRules {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String LIMIT = "procedure.yaml:steps.giveLetter.limits/0/";
  private static final String PAPER = "procedure.yaml:papers/graveProof/";

  @Autowired private WebApplicationContext application;
  @Autowired private CleanSlate slate;
  @Autowired private ReleaseDesk desk;
  @Autowired private ReleaseStore store;
  @Autowired private CaseFiles cases;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;

  /** Releases outlive a test, so each has a procedure of its own. */
  private final String key = "graveVisitEdited" + Integer.toString(NEXT.getAndIncrement(), Character.MAX_RADIX);
  private final ProcedureFiles folder = Folders.graveVisit(key);
  private final String edit = "/models/" + key + "/edit/";

  private MockMvc web;
  private ReleaseInfo atWork;

  @BeforeEach
  void fresh() {
    slate.restore();
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    atWork = desk.approve(desk.bring(folder, null, null, stage.officer("admin")).id(), null, null,
        stage.officer("admin2"));
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(web.perform(get(address).with(user(login))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  /** What a browser would send for the form of a page, with some of it typed anew. */
  private static Map<String, String> inputs(Document page, String... typed) {
    Map<String, String> inputs = new HashMap<>();
    Element form = page.select("form:has([name=stamp])").first();
    form.select("input[name]:not([type=checkbox])").forEach(each -> inputs.put(each.attr("name"), each.val()));
    form.select("textarea[name]").forEach(each -> inputs.put(each.attr("name"), textOf(each)));
    form.select("select[name]").forEach(each -> inputs.put(each.attr("name"),
        each.select(each.select("option[selected]").isEmpty() ? "option" : "option[selected]").val()));
    for (int i = 0; i < typed.length; i += 2) {
      if (!List.of("add", "copy", "show", "sample").contains(typed[i]) && !typed[i].endsWith("/drop")) {
        assertThat(inputs).containsKey(typed[i]);
      }
      inputs.put(typed[i], typed[i + 1]);
    }
    return inputs;
  }

  /** A browser leaves out the first line end. */
  private static String textOf(Element textarea) {
    return textarea.wholeText().replaceFirst("^\n", "");
  }

  private MvcResult send(String address, String login, Map<String, String> inputs) throws Exception {
    MockHttpServletRequestBuilder request = post(address).with(user(login)).with(csrf());
    inputs.forEach(request::param);
    return web.perform(request).andReturn();
  }

  /** The page that answers what was sent, without a redirect. */
  private Document answer(String address, String login, Map<String, String> inputs) throws Exception {
    MvcResult result = send(address, login, inputs);
    assertThat(result.getResponse().getStatus()).isEqualTo(200);
    return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  /** The page of the draft that was stored. */
  private Document saved(String address, String login, Map<String, String> inputs) throws Exception {
    MvcResult result = send(address, login, inputs);
    assertThat(result.getResponse().getStatus()).as(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .isEqualTo(302);
    return page(result.getResponse().getRedirectedUrl(), login);
  }

  private static List<String> changes(Document release) {
    return release.select("[aria-labelledby=changes] .ta-changes li").eachText();
  }

  private ProcedureFiles newest() {
    return store.files(store.history(key).get(0).id());
  }

  @Test
  @DisplayName("Thời hạn 3 → 5 ngày: một dòng của tệp khác, người thứ hai duyệt, hồ sơ mới theo hạn mới")
  void aLimitFromTheFormToTheCase() throws Exception {
    Document page = page(edit + "limits", "admin");
    Document draft = saved(edit + "limits", "admin", inputs(page, LIMIT + "amount", "5", "note", "Kéo dài"));
    assertThat(changes(draft)).containsExactly(
        "Sửa Thời hạn bước “Cấp giấy giới thiệu”: 3 → 5 ngày làm việc");
    assertThat(draft.text()).contains("Sửa trên trang", "Kéo dài");
    assertThat(newest().text("procedure.yaml").orElseThrow())
        .isEqualTo(folder.text("procedure.yaml").orElseThrow().replace("[{amount: 3", "[{amount: 5"));

    Document again = page(edit + "limits", "admin");
    assertThat(again.select(".ta-differs").text()).contains("Đang dùng: 3");
    assertThat(page(edit + "limits", "admin2").select(".ta-differs")).as("drafts are one's own").isEmpty();

    String release = store.history(key).get(0).id();
    web.perform(post("/models/releases/" + release + "/approve").with(user("admin2")).with(csrf()))
        .andExpect(status().is3xxRedirection());
    Scenario whole = Scenario.read(folder.bytes("scenarios.yaml").orElseThrow()).get(0);
    assertThat(cases.get(player.playUntil(key, whole, "giveLetter/prepare")).dueOn())
        .isEqualTo(LocalDate.of(2024, 3, 18));
  }

  @Test
  @DisplayName("Mức mới từ một ngày: dòng cũ kết thúc hôm trước, cả hai còn trong tệp")
  void lawIsDated() throws Exception {
    String sheet = "procedure.yaml:steps.giveLetter.limits";
    Document page = page(edit + "limits", "admin");
    Document copied = answer(edit + "limits", "admin", inputs(page, "copy", sheet + "/0", "note", "Chưa mất"));
    assertThat(store.history(key)).as("nothing is stored").hasSize(1);
    assertThat(copied.select("#note").val()).isEqualTo("Chưa mất");
    Document empty = answer(edit + "limits", "admin", inputs(copied, sheet + "/+1/amount", "2"));
    assertThat(empty.getElementById(sheet + "/+1/validFrom").parent().text()).contains("Ô này còn trống");

    Document draft = saved(edit + "limits", "admin",
        inputs(copied, sheet + "/+1/amount", "2", sheet + "/+1/validFrom", "2027-01-01"));
    assertThat(changes(draft)).containsExactly("Sửa Thời hạn bước “Cấp giấy giới thiệu”: 3 ngày làm việc → "
        + "2 ngày làm việc từ 01/01/2027, 3 ngày làm việc đến hết 31/12/2026");
    assertThat(newest().text("procedure.yaml").orElseThrow()).contains(
        "limits: [{amount: 2, unit: WORKING_DAY, validFrom: 2027-01-01, legalBasis: \"Nghị định 131/2021/NĐ-CP, "
            + "Điều 158\", confidence: B}, {amount: 3, unit: WORKING_DAY, validTo: 2026-12-31, legalBasis:");
  }

  @Test
  @DisplayName("Giấy tờ và lý do: sửa, thêm, bỏ, đổi thứ tự; lý do còn trong bảng quyết định thì không bỏ được")
  void papersAndReasons() throws Exception {
    Document page = page(edit + "papers", "admin");
    Document more = answer(edit + "papers", "admin", inputs(page, "add", "procedure.yaml:papers"));
    String fresh = "procedure.yaml:papers/+1/";
    Document draft = saved(edit + "papers", "admin", inputs(more, PAPER + "required", "false",
        PAPER + "name.vi", "Giấy báo tin mộ", PAPER + "order", "1", "procedure.yaml:papers/worshipDecision/drop", "on",
        fresh + "id", "travelPlan", fresh + "name.vi", "Kế hoạch đi lại", fresh + "copyKind", "COPY"));
    assertThat(changes(draft)).contains("Thêm Thêm giấy tờ “Kế hoạch đi lại”",
        "Bỏ Bỏ giấy tờ “Quyết định trợ cấp thờ cúng”",
        "Sửa Giấy tờ “Giấy báo tin mộ”, bắt buộc: có → không");
    assertThat(newest().text("procedure.yaml").orElseThrow()).contains(
        "papers:\n  - {id: graveProof, name: {vi: \"Giấy báo tin mộ\"", "required: \"false\"",
        "  - {id: travelPlan, name: {vi: Kế hoạch đi lại}, copyKind: COPY, required: \"true\"}\n");

    Document reasons = page(edit + "reasons", "admin");
    String code = folder.text("grave-visit-eligibility.dmn").orElseThrow().contains("\"NOT_ENTITLED_PERSON\"")
        ? "NOT_ENTITLED_PERSON" : "CONDITION_NOT_MET";
    Document kept = answer(edit + "reasons", "admin",
        inputs(reasons, "procedure.yaml:refusalReasons/" + code + "/drop", "on"));
    assertThat(kept.select("[role=alert]").text()).contains("Bảng quyết định").contains(code);
    assertThat(reasons.select("[name='procedure.yaml:refusalReasons/" + code + "/code']")).as("codes stay").isEmpty();
  }

  @Test
  @DisplayName("Lỗi hiện ở ô gây ra, chữ đã gõ còn nguyên, không có gì được lưu")
  void faultsStandAtTheirField() throws Exception {
    Document page = page(edit + "papers", "admin");
    List<String> rows = slate.rowCounts();
    Document wrong = answer(edit + "papers", "admin", inputs(page, PAPER + "name.vi", "", PAPER + "quantity", "không",
        PAPER + "note.en", "only English", "note", "Giữ lại"));
    assertThat(wrong.getElementById(PAPER + "name.vi").parent().select(".ta-error").text()).contains("còn trống");
    assertThat(wrong.getElementById(PAPER + "quantity").val()).isEqualTo("không");
    assertThat(wrong.select("#note").val()).isEqualTo("Giữ lại");
    // what only the checks of a release find is put to its field as well
    Document checked = answer(edit + "papers", "admin", inputs(page, PAPER + "note.en", "only English"));
    assertThat(checked.getElementById(PAPER + "note.vi").parent().select(".ta-error").text()).contains("tiếng Việt");
    assertThat(checked.getElementById(PAPER + "note.en").val()).isEqualTo("only English");
    assertThat(checked.select("[role=alert] a").attr("href")).isEqualTo("#" + PAPER + "note.vi");
    Document limits = page(edit + "limits", "admin");
    Document ended = answer(edit + "limits", "admin",
        inputs(limits, LIMIT + "validFrom", "2026-01-02", LIMIT + "validTo", "2026-01-01"));
    assertThat(ended.getElementById(LIMIT + "validTo").parent().select(".ta-error").text()).contains("trước ngày");
    assertThat(answer(edit + "limits", "admin", inputs(limits)).select("[role=alert]").text()).contains("Chưa sửa gì");
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }

  @Test
  @DisplayName("Hai người cùng sửa: người sau được báo, chữ gõ còn nguyên, không ghi đè âm thầm")
  void theSecondIsTold() throws Exception {
    Document first = page(edit + "limits", "admin");
    Document second = page(edit + "limits", "admin2");
    saved(edit + "limits", "admin", inputs(first, LIMIT + "amount", "5"));
    desk.approve(store.history(key).get(0).id(), null, null, stage.officer("admin2"));
    Document told = answer(edit + "limits", "admin2", inputs(second, LIMIT + "amount", "9"));
    assertThat(told.select("[role=alert]").text()).contains("bản làm nền đã đổi", "bản 2");
    assertThat(told.getElementById(LIMIT + "amount").val()).isEqualTo("9");
    assertThat(told.getElementById(LIMIT + "amount").parent().text()).contains("Đang dùng: 5");
    assertThat(changes(saved(edit + "limits", "admin2", inputs(told)))).containsExactly(
        "Sửa Thời hạn bước “Cấp giấy giới thiệu”: 5 → 9 ngày làm việc");

    // a draft that is older than what came to work
    Document third = page(edit + "reasons", "admin");
    desk.approve(store.history(key).get(0).id(), null, null, stage.officer("admin"));
    assertThat(answer(edit + "reasons", "admin", inputs(third,
        "procedure.yaml:refusalReasons/CONDITION_NOT_MET/article", "Điều 1")).select("[role=alert]").text())
        .contains("bản làm nền đã đổi");
    saved(edit + "limits", "admin", inputs(page(edit + "limits", "admin"), LIMIT + "amount", "4"));
    Document waiting = page(edit + "limits", "admin2");
    saved(edit + "limits", "admin2", inputs(waiting, LIMIT + "amount", "8"));
    desk.approve(store.history(key).get(0).id(), null, null, stage.officer("admin"));
    Document stale = page(edit + "limits", "admin");
    assertThat(stale.select(".ta-notice.ta-amber").text()).contains("có thể làm mất thay đổi vừa được duyệt");
    String discard = stale.select(".ta-notice form").attr("action");
    web.perform(post(discard).with(user("admin")).with(csrf())).andExpect(status().is3xxRedirection());
    assertThat(page(edit + "limits", "admin").getElementById(LIMIT + "amount").val()).isEqualTo("8");
  }

  @Test
  @DisplayName("Gói tải lên cả bộ rồi sửa tiếp trên trang: không bị coi là cũ")
  void aWholeFolderIsEditedFurther() throws Exception {
    desk.bring(ProcedureFiles.of(Map.of("procedure.yaml", folder.text("procedure.yaml").orElseThrow()
        .replace("setsOfPapers: 1", "setsOfPapers: 2").getBytes(StandardCharsets.UTF_8))).over(folder), key, null,
        stage.officer("admin"));
    Document page = page(edit + "limits", "admin");
    assertThat(page.select(".ta-notice")).isEmpty();
    assertThat(changes(saved(edit + "limits", "admin", inputs(page, LIMIT + "amount", "5")))).hasSize(2);
  }

  @Test
  @DisplayName("Bản đã duyệt mà chưa đến ngày: người sửa được báo")
  void whatWaitsForItsDayIsTold() throws Exception {
    saved(edit + "limits", "admin", inputs(page(edit + "limits", "admin"), LIMIT + "amount", "5"));
    desk.approve(store.history(key).get(0).id(), LocalDate.of(2099, 1, 1), null, stage.officer("admin2"));
    assertThat(page(edit + "limits", "admin").select(".ta-notice.ta-amber").text()).contains("Bản 2", "01/01/2099");
  }

  @Test
  @DisplayName("Câu chữ: tên bước, nhãn ô, tên trong sơ đồ")
  void texts() throws Exception {
    String texts = edit + "texts";
    Document names = page(texts + "?file=procedure.yaml", "admin");
    Document draft = saved(texts, "admin",
        inputs(names, "procedure.yaml:steps/steps.giveLetter.name/vi", "Cấp giấy"));
    assertThat(changes(draft)).containsExactly("Sửa Bước “Cấp giấy”, tên: Cấp giấy giới thiệu → Cấp giấy");
    String form = "grave-receive-file.form";
    Document fields = page(texts + "?file=" + form, "admin");
    Element label = fields.select("textarea[name$=/vi]").get(1);
    Document markup = answer(texts, "admin", inputs(fields, label.attr("name"), "Nhãn <b>mới"));
    assertThat(markup.getElementById(label.attr("name")).parent().select(".ta-error").text()).contains("thẻ HTML");
    assertThat(markup.select("[data-form-schema]").attr("data-form-schema")).doesNotContain("<b>mới");
    int releases = store.history(key).size();
    Document shown = answer(texts, "admin", inputs(fields, label.attr("name"), "Nhãn \"mới\"", "show", "show"));
    assertThat(shown.select("[data-form-schema]").attr("data-form-schema")).contains("Nhãn \\\"mới\\\"");
    assertThat(store.history(key)).as("only shown").hasSize(releases);
    saved(texts, "admin", inputs(fields, label.attr("name"), "Nhãn \"mới\""));
    assertThat(page(texts + "?file=" + form, "admin").select("textarea[name$=/vi]").eachText())
        .doesNotContain(label.text());
    String before = folder.text(form).orElseThrow();
    assertThat(newest().text(form).orElseThrow().lines().filter(each -> !before.contains(each))).hasSize(1);
    String diagram = "grave-visit.bpmn";
    Document elements = page(texts + "?file=" + diagram, "admin");
    Element name = elements.select("textarea[name*=':tasks/']").first();
    Document named = saved(texts, "admin", inputs(elements, name.attr("name"), "Việc & \"khác\""));
    assertThat(changes(named)).anyMatch(each -> each.contains("Việc & \"khác\"”, tên: " + name.text() + " → "));
    assertThat(newest().text(diagram).orElseThrow()).contains("name=\"Việc &amp; &quot;khác&quot;\"");
    assertThat(page(texts + "?file=scenarios.yaml", "admin").select("fieldset")).isEmpty();
  }

  @Test
  @DisplayName("Mẫu văn bản: danh sách, xem trước bằng hồ sơ mẫu, lỗi ở ô, lưu thành bản chờ duyệt")
  void templates() throws Exception {
    String file = "grave-letter-42.html";
    assertThat(page(edit + "templates", "admin").select("tbody tr").first().text())
        .contains(file, "Giấy giới thiệu thăm viếng mộ liệt sĩ", "Của thủ tục này");
    Document page = page(edit + "templates/" + file, "admin");
    String text = textOf(page.select("#text").first());
    assertThat(text).isEqualTo(folder.text(file).orElseThrow());
    assertThat(page.select(".ta-tags dt").eachText()).contains("{{owner.fullName}}", "{{applicant.fullName}}",
        "{{> official-head}}", "{{giveLetter.relationProved}}");
    List<String> rows = slate.rowCounts();

    String typed = text.replace("</body>", "<p>Dòng thêm {{khongCoGi}}</p></body>");
    Document shown = answer(edit + "templates/" + file, "admin", inputs(page, "text", typed, "show", "show"));
    assertThat(shown.select("img.ta-paper").attr("src")).startsWith("data:image/png;base64,");
    assertThat(shown.select("#preview code").text()).contains("khongCoGi");
    assertThat(shown.select("#text").first().wholeText()).contains("khongCoGi");
    MvcResult pdf = send(edit + "templates/" + file + "/preview.pdf", "admin", Map.of("text", typed));
    assertThat(pdf.getResponse().getContentType()).isEqualTo("application/pdf");
    assertThat(pdf.getResponse().getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

    MvcResult broken = send(edit + "templates/" + file + "/preview.pdf", "admin", Map.of("text", "<script>x</script>"));
    assertThat(broken.getResponse().getStatus()).isEqualTo(422);
    assertThat(broken.getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("script");
    for (String bad : List.of("<script>x</script>", "{{{raw}}}", "{{#open}}", "{{> nowhere}}",
        "<img src=\"http://evil.example/x\">")) {
      Document wrong = answer(edit + "templates/" + file, "admin", inputs(page, "text", text + bad));
      assertThat(wrong.select("[role=alert]").text()).as(bad).isNotEmpty();
      assertThat(wrong.select("#text").first().wholeText()).as(bad).contains(bad);
    }
    assertThat(slate.rowCounts()).as("nothing is kept of a preview or of what was refused").isEqualTo(rows);

    Document draft = saved(edit + "templates/" + file, "admin", inputs(page, "text", typed.replace("\n", "\r\n")));
    assertThat(changes(draft)).containsExactly("Thêm Mẫu " + file + ", thêm dòng: “Dòng thêm {{khongCoGi}}”");
    assertThat(newest().text(file)).contains(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "giamdoc.so", "giamsat.so", "canbo.so"})
  @DisplayName("Không phải quản trị viên thì không thấy gì, không làm được gì")
  void othersMayNot(String login) throws Exception {
    List<String> rows = slate.rowCounts();
    Map<String, String> inputs = inputs(page(edit + "limits", "admin"), LIMIT + "amount", "5");
    for (String address : List.of("limits", "papers", "reasons", "texts", "templates",
        "templates/grave-letter-42.html", "nonsense")) {
      web.perform(get(edit + address).with(user(login))).andExpect(status().isForbidden());
    }
    web.perform(get("/models/" + key + "/edit").with(user(login))).andExpect(status().isForbidden());
    for (String address : List.of("limits", "papers", "reasons", "texts", "templates/grave-letter-42.html",
        "templates/grave-letter-42.html/preview.pdf")) {
      assertThat(send(edit + address, login, inputs).getResponse().getStatus()).as(address).isEqualTo(403);
    }
    assertThat(slate.rowCounts()).isEqualTo(rows);
    web.perform(get(edit + "nonsense").with(user("admin"))).andExpect(status().isNotFound());
    web.perform(get(edit + "templates/procedure.yaml").with(user("admin"))).andExpect(status().isNotFound());
    web.perform(get("/models/inventedKey/edit/limits").with(user("admin"))).andExpect(status().isNotFound());
    assertThat(atWork.procedureKey()).isEqualTo(key);
  }
}
