package vn.trian.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;

/** Our pages with the whole application behind them: who sees what, in which language, and nothing more. */
@SpringBootTest(properties = {"spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1",
    "camunda.bpm.job-execution.enabled=false", "trian.demo.cases=0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  private static final String OWNER = "HOÀNG VĂN NAM";
  private static final String ID_NUMBER = "020068001234";
  private static final List<String> PARTS = List.of("", "/control-slip.pdf", "/diagram.xml?process=worshipAllowance",
      "/diagram-state?process=worshipAllowance");

  @Autowired
  private WebApplicationContext application;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private ObjectMapper json;
  @Autowired
  private JdbcTemplate tables;

  private MockMvc web;
  private String code;
  private String secret;

  @BeforeAll
  void aDossierComesToTheDesk() throws Exception {
    // with the security chain only: filters that are bound to the engine's servlets have no place here
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    code = handIn();
    secret = cases.find(code).orElseThrow().lookupSecret();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cases", "/cases/x", "/cases/x/control-slip.pdf", "/cases/x/diagram.xml?process=y"})
  void withoutLoginEveryPageLeadsToTheLogin(String address) throws Exception {
    web.perform(get(address)).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/login"));
  }

  @Test
  void theLoginOfTheDemoListsItsPeopleAndFillsThemIn() throws Exception {
    Document empty = page(get("/login"));
    assertThat(empty.select(".ta-demo a").eachText()).contains("motcua.dongkinh", "giamdoc.so", "admin");
    assertThat(empty.select("#username").attr("value")).isEmpty();
    assertThat(page(get("/login").param("as", "motcua.dongkinh")).select("#username").attr("value"))
        .isEqualTo("motcua.dongkinh");
    assertThat(page(get("/login").param("as", "nobody")).select("#username").attr("value")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"motcua.dongkinh", "chutich.dongkinh", "canbo.tpls", "giamdoc.so", "giamsat.so"})
  @DisplayName("Cơ quan mình và cấp trên xem được hồ sơ")
  void theOwnOfficeAndThoseAboveSeeACase(String login) throws Exception {
    Document page = page(get("/cases/" + code).with(as(login)));

    assertThat(page.select("h1").text()).isEqualTo(code);
    assertThat(page.text()).contains(OWNER, "Xác nhận đơn, lập danh sách", "Vì sao ngày này?");
    web.perform(get("/cases/{code}/control-slip.pdf", code).with(as(login))).andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF));
    web.perform(get("/cases").with(as(login))).andExpect(content().string(containsString(code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"motcua.maipha", "canbo.caoloc", "giamsat.dongdang", "admin"})
  @DisplayName("Hồ sơ của nơi khác và hồ sơ bịa ra trả lời như nhau")
  void aForeignCaseIsLikeAnInventedOne(String login) throws Exception {
    for (String part : PARTS) {
      String invented = "000.00.00.H37-990101-0001";
      assertThat(answer(get("/cases/" + code + part).with(as(login)), 404).replace(code, "?"))
          .as(part)
          .isEqualTo(answer(get("/cases/" + invented + part).with(as(login)), 404).replace(invented, "?"))
          .doesNotContain(OWNER);
    }
    web.perform(post("/cases/{code}/withdraw", code).param("key", "k").param("reason", "r").with(csrf())
        .with(as(login))).andExpect(status().isNotFound());
    web.perform(get("/cases").param("q", "hoang van nam").with(as(login))).andExpect(status().isOk())
        .andExpect(content().string(not(containsString(code))));
  }

  @Test
  void anAdministratorSeesNoCasesAndHasNoWayToThem() throws Exception {
    Document home = page(get("/").with(as("admin")));

    assertThat(home.select(".ta-nav a").eachAttr("href"))
        .containsExactly("/", "/models", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/");
    assertThat(home.text()).doesNotContain(code);
    assertThat(home.select("tbody tr td:first-child").eachText()).contains("1.010803", "–");
  }

  @Test
  void theDeskFindsItsProceduresAndEverybodyTheirWork() throws Exception {
    assertThat(page(get("/").with(as("motcua.dongkinh"))).select("a.ta-offer").eachAttr("href"))
        .contains("/camunda/app/tasklist/default/#/?processStart=worshipAllowance");

    Document officer = page(get("/").with(as("canbo.dongkinh")));
    assertThat(officer.select("a.ta-offer")).isEmpty();
    assertThat(officer.select("#queue td a").eachAttr("href")).contains("/cases/" + code);
    assertThat(officer.select("#queue td a.ta-button").attr("href"))
        .startsWith("/camunda/app/tasklist/default/#/?task=");
    // every counter leads to its list in Tasklist
    assertThat(officer.select("a.ta-stat").eachAttr("href")).hasSize(5)
        .allMatch(address -> address.startsWith("/camunda/app/tasklist/default/#/?filter="));

    Document supervisor = page(get("/").with(as("giamsat.so")));
    assertThat(supervisor.select("a.ta-stat").eachAttr("href")).contains("/cases?state=OPEN", "/cases?state=LATE");
  }

  @Test
  void casesAreFoundByNameCodeWholeIdNumberAndState() throws Exception {
    for (String wanted : List.of("hoàng văn nam", "hoang van nam", code, ID_NUMBER)) {
      assertThat(found(get("/cases").param("q", wanted))).as(wanted).contains(code);
    }
    assertThat(found(get("/cases").param("q", ID_NUMBER.substring(0, 11)))).isEmpty();
    assertThat(found(get("/cases").param("q", "%"))).isEmpty();
    assertThat(found(get("/cases").param("state", "AT_COMMUNE"))).contains(code);
    assertThat(found(get("/cases").param("state", "OPEN"))).contains(code);
    assertThat(found(get("/cases").param("state", "LATE"))).doesNotContain(code);
    assertThat(found(get("/cases").param("state", "DELIVERED"))).doesNotContain(code);
    assertThat(found(get("/cases").param("page", "999999999"))).isEmpty();
  }

  @Test
  void aCaseOverItsLimitIsCountedAndListedAsLate() throws Exception {
    String late = handIn();
    tables.update("update trian.case_file set step_due_on = date '2024-03-18', limit_on = date '2024-03-18' "
        + "where code = ?", late);

    Element counter = page(get("/").with(as("giamsat.tpls"))).selectFirst("a[href='/cases?state=LATE']");
    assertThat(counter.select("strong").text()).isEqualTo("1");
    Document list = page(get("/cases").param("state", "LATE").with(as("giamsat.tpls")));
    assertThat(list.select("td a").eachText()).containsExactly(late);
    assertThat(list.select("td .ta-badge.ta-red").text()).startsWith("Quá hạn");
  }

  @Test
  void theDiagramShowsWhereTheCaseIs() throws Exception {
    web.perform(get("/cases/{code}/diagram-state", code).param("process", "worshipAllowance").with(as("canbo.tpls")))
        .andExpect(jsonPath("$.active", hasItem("confirmFile")))
        .andExpect(jsonPath("$.done", hasItem("receiveFile")))
        .andExpect(jsonPath("$.done", hasItem("from_joinConfirm_to_confirmFile")))
        .andExpect(jsonPath("$.done", not(hasItem("confirmFile"))));
    web.perform(get("/cases/{code}/diagram.xml", code).param("process", "levelStep").with(as("canbo.tpls")))
        .andExpect(status().isOk()).andExpect(content().string(containsString("<bpmn:process id=\"levelStep\"")));
    web.perform(get("/cases/{code}/diagram.xml", code).param("process", "issueDocument").with(as("canbo.tpls")))
        .andExpect(status().isNotFound());

    Document page = page(get("/cases/" + code).with(as("canbo.tpls")));
    assertThat(page.select("#diagram .ta-diagram")).hasSize(2);
    assertThat(page.select("#diagram section").first().select("tr:contains(đang ở đây)").text())
        .contains("Xác nhận đơn, lập danh sách");
  }

  @Test
  void vietnameseIsSpokenUntilSomebodyAsksForEnglish() throws Exception {
    Document first = page(get("/login").header("Accept-Language", "en-US"));
    assertThat(first.select("html").attr("lang")).isEqualTo("vi");
    assertThat(first.select("button[type=submit]").text()).isEqualTo("Đăng nhập");

    web.perform(get("/login").param("lang", "en")).andExpect(cookie().value("TA-LANG", "en"))
        .andExpect(content().string(containsString("Log in")));
    Document later = page(get("/cases/" + code).cookie(new Cookie("TA-LANG", "en")).with(as("canbo.tpls")));
    assertThat(later.select("html").attr("lang")).isEqualTo("en");
    assertThat(later.text()).contains("Why this date?", "At the commune");

    assertThat(page(get("/login").param("lang", "fr")).select("html").attr("lang")).isEqualTo("vi");
    assertThat(page(get("/login").cookie(new Cookie("TA-LANG", "<x>"))).select("html").attr("lang")).isEqualTo("vi");
  }

  @Test
  @DisplayName("Người dân tra cứu: thấy hồ sơ ở đâu, không thấy tên, số giấy tờ")
  void theCitizenSeesWhereTheCaseIsAndNothingPersonal() throws Exception {
    for (Document page : List.of(page(get("/track/" + code).param("k", secret)),
        page(post("/track").param("code", " " + code).param("secret", secret + ". ").with(csrf())))) {
      assertThat(page.text()).contains(code, "Cấp xã đang giải quyết", "Xác nhận đơn, lập danh sách",
          "Ủy ban nhân dân phường Đông Kinh");
      assertThat(page.html()).doesNotContain(OWNER, ID_NUMBER, "HOÀNG VĂN THẮNG", "0912345678");
    }
  }

  @Test
  void aWrongSecretIsLikeAnUnknownCode() throws Exception {
    String unknown = "000.00.00.H37-990101-0001";
    String wrong = answer(get("/track/" + code).param("k", "x" + secret), 404).replace(code, "?");
    assertThat(wrong).contains("Không tìm thấy hồ sơ")
        .isEqualTo(answer(get("/track/" + unknown).param("k", "x" + secret), 404).replace(unknown, "?"));
    assertThat(answer(get("/track/" + code), 200).replace(code, "?"))
        .isEqualTo(answer(get("/track/" + unknown), 200).replace(unknown, "?"));
  }

  @Test
  void theReceivingDeskWithdrawsACaseOnce() throws Exception {
    String other = handIn();
    String key = UUID.randomUUID().toString();
    assertThat(page(get("/cases/" + other).with(as("canbo.dongkinh"))).select("#withdraw")).isEmpty();
    assertThat(page(get("/cases/" + other).with(as("motcua.dongkinh"))).select("#withdraw")).isNotEmpty();

    web.perform(withdrawal(other, key, "Đổi ý").with(as("canbo.tpls")))
        .andExpect(redirectedUrl("/cases/" + other)).andExpect(flash().attributeExists("refusal"));
    web.perform(withdrawal(other, key, " ").with(as("motcua.dongkinh")))
        .andExpect(flash().attribute("refusal", containsString("Chưa ghi lý do")));
    assertThat(cases.find(other).orElseThrow().state()).isEqualTo(CaseState.AT_COMMUNE);

    for (int sent = 0; sent < 2; sent++) {
      web.perform(withdrawal(other, key, "Đổi ý").with(as("motcua.dongkinh")))
          .andExpect(redirectedUrl("/cases/" + other)).andExpect(flash().attribute("withdrawn", true));
    }
    assertThat(cases.find(other).orElseThrow().state()).isEqualTo(CaseState.WITHDRAWN);
    assertThat(page(get("/cases/" + other).with(as("motcua.dongkinh"))).select("#withdraw")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void pagesHaveAllTheirWordsAndNothingInline(String language) throws Exception {
    Cookie spoken = new Cookie("TA-LANG", language);
    List<MockHttpServletRequestBuilder> pages = List.of(get("/login"), get("/track"),
        get("/track/" + code).param("k", secret), get("/").with(as("motcua.dongkinh")),
        get("/").with(as("giamsat.so")), get("/").with(as("admin")), get("/cases").with(as("canbo.tpls")),
        get("/cases/" + code).with(as("motcua.dongkinh")));
    for (MockHttpServletRequestBuilder each : pages) {
      String body = web.perform(each.cookie(spoken)).andExpect(status().isOk())
          .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
      assertThat(body).doesNotContain("??");
      Document page = Jsoup.parse(body);
      assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
      assertThat(page.select("*").stream().flatMap(element -> element.attributes().asList().stream())
          .map(attribute -> attribute.getKey()).filter(name -> name.startsWith("on"))).isEmpty();
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("input:not([type=hidden]), select, textarea")).allSatisfy(field ->
          assertThat(page.select("label[for=" + field.id() + "]")).isNotEmpty());
      assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
  }

  private MockHttpServletRequestBuilder withdrawal(String caseCode, String key, String reason) {
    return post("/cases/{code}/withdraw", caseCode).param("key", key).param("reason", reason).with(csrf());
  }

  private List<String> found(MockHttpServletRequestBuilder request) throws Exception {
    return page(request.with(as("canbo.dongkinh"))).select("td a").stream().map(Element::text).toList();
  }

  private Document page(MockHttpServletRequestBuilder request) throws Exception {
    return Jsoup.parse(answer(request, 200));
  }

  /** What comes back, without the tokens that differ each time. */
  private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
    return web.perform(request).andExpect(status().is(status)).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private static RequestPostProcessor as(String login) {
    String role = login.equals("admin") ? "ADMIN" : login.startsWith("giamsat") ? "SUPERVISOR" : "OFFICER";
    return user(login).roles(role);
  }

  private String handIn() throws Exception {
    Map<String, Object> act = Map.of("outcome", "ACCEPT", "data", application(), "confirmDuplicate", true, "papers",
        List.of(paper("form18", "ORIGINAL"), paper("certificate", "CERTIFIED_COPY")));
    String done = web.perform(post("/api/procedures/worshipAllowance/intake").with(as("motcua.dongkinh")).with(csrf())
            .header("Idempotency-Key", UUID.randomUUID().toString()).contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(act)))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    return json.readTree(done).get("caseCode").asText();
  }

  private static Map<String, Object> paper(String kind, String copyKind) {
    return Map.of("kind", kind, "received", true, "copyKind", copyKind, "quantity", 1);
  }

  private static Map<String, Object> application() {
    Map<String, Object> applicant = Map.of("fullName", OWNER, "dateOfBirth", "1968-07-20", "gender", "MALE", "idType",
        "CCCD", "idNumber", ID_NUMBER, "phone", "0912345678", "relationshipToMartyr", "CHILD", "permanentResidence",
        Map.of("province", "Lạng Sơn", "commune", "Phường Đông Kinh", "detail", "Khối 5"));
    Map<String, Object> martyr = Map.of("fullName", "HOÀNG VĂN THẮNG", "homeTown",
        Map.of("province", "Lạng Sơn", "commune", "Xã Mai Pha"), "certificateNumber", "7L-496x",
        "certificateDecisionNumber", "1455/TTg", "certificateDecisionDate", "1976-12-20");
    return Map.of("requestKind", "FIRST_GRANT", "authoriserGroup", "B2_ONLY_CHILD", "submitterIsOwner", true,
        "applicant", applicant, "martyr", martyr, "relatives",
        List.of(Map.of("fullName", OWNER, "relationship", "CHILD", "birthYear", "1968")), "payoutMethod", "CASH",
        "submissionDate", "2024-03-10", "signedBy", OWNER);
  }
}
