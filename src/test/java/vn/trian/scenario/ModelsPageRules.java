package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.procedure.ReleaseStore;

abstract class ModelsPageRules {

  private static final String KEY = "worshipAllowance";
  private static final Path YAML = Path.of("bpmn/worship-allowance/procedure.yaml");

  @Autowired private WebApplicationContext application;
  @Autowired private CleanSlate slate;
  @Autowired private ReleaseStore releases;

  private MockMvc web;

  @BeforeEach
  void fresh() {
    slate.restore();
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(web.perform(get(address).with(user(login))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  /** Where the answer leads, with what it tells there. */
  private Document brought(String login, String procedure, MockMultipartFile... files) throws Exception {
    var request = multipart("/models");
    List.of(files).forEach(request::file);
    MvcResult answer = web.perform(request.param("procedure", procedure).param("note", "Thử").with(user(login))
        .with(csrf())).andExpect(status().is3xxRedirection()).andReturn();
    return Jsoup.parse(web.perform(get(answer.getResponse().getRedirectedUrl()).with(user(login))
        .flashAttrs(answer.getFlashMap())).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }

  private static MockMultipartFile file(String name, String text) {
    return new MockMultipartFile("file", name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String shorter() throws Exception {
    return Files.readString(YAML).replace("setsOfPapers: 1", "setsOfPapers: 2");
  }

  @Test
  @DisplayName("Đưa tệp lên, đọc điểm khác, người thứ hai duyệt, trở lại")
  void theWholeWay() throws Exception {
    Document draft = brought("admin", KEY, file("procedure.yaml", shorter()));
    assertThat(draft.select(".ta-notice.ta-green").text()).contains("chờ người thứ hai duyệt");
    assertThat(draft.select(".ta-changes li").eachText()).containsExactly("Sửa Thủ tục, số bộ hồ sơ: 1 → 2");
    assertThat(draft.select("form[action$=/approve]")).as("whoever brought it does not approve it").isEmpty();
    String discard = draft.select("form[action$=/discard]").attr("action");
    String release = discard.substring(0, discard.lastIndexOf('/'));
    String number = draft.select("h1").text().replace(" Chờ duyệt", "");
    assertThat(page("/models", "admin").text()).contains(number + " Chờ duyệt");

    assertThat(page(release, "admin2").select("form[action$=/approve]")).hasSize(1);
    web.perform(post(release + "/approve").with(user("admin2")).with(csrf())).andExpect(status().is3xxRedirection());
    assertThat(page(release, "admin").select("h1 .ta-badge").text()).isEqualTo("Đang dùng");
    Document all = page("/models/" + KEY, "admin");
    assertThat(all.select("tbody tr").first().text()).startsWith(number).contains("Thủ tục, số bộ hồ sơ: 1 → 2");
    String first = all.select("tbody tr").last().select("a").attr("href");
    web.perform(post(first + "/return").with(user("admin")).with(csrf())).andExpect(status().is3xxRedirection());
    assertThat(page(first, "admin").select("h1 .ta-badge").text()).isEqualTo("Đang dùng");
    assertThat(page(release, "admin").select("ol.ta-log li")).hasSize(4);
  }

  @Test
  @DisplayName("Tên thủ tục bằng tiếng Anh cho người đọc tiếng Anh")
  void namesInEnglish() throws Exception {
    String list = web.perform(get("/models").with(user("admin")).cookie(new Cookie("TA-LANG", "en")))
        .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertThat(list).contains("Martyr worship allowance").doesNotContain("trợ cấp thờ cúng liệt sĩ");
  }

  @Test
  @DisplayName("Bản chờ duyệt báo ở trang chủ của quản trị viên khác, không báo cho người đưa lên")
  void draftsAreAnnounced() throws Exception {
    String notice = ".ta-notice:has(a[href=/models])";
    long others = releases.waitingFor("admin2");
    String before = page("/", "admin").select(notice).text();
    Document draft = brought("admin", KEY, file("procedure.yaml", shorter()));
    assertThat(releases.waitingFor("admin2")).isEqualTo(others + 1);
    assertThat(page("/", "admin2").select(notice).text()).contains("đang chờ bạn duyệt");
    assertThat(page("/", "admin").select(notice).text()).isEqualTo(before);
    assertThat(page("/", "canbo.so").select("a[href=/models]")).isEmpty();
    assertThat(draft.select("#rehearsed ~ .ta-notice").text()).contains("trước khi duyệt");
    web.perform(post(draft.select("#discard").attr("action")).with(user("admin")).with(csrf()));
  }

  @Test
  @DisplayName("Bản đi kèm phần mềm: không nhắc diễn tập, không chú giải màu khi không có gì được đánh dấu")
  void nothingToDecide() throws Exception {
    Document first = page(page("/models/" + KEY, "admin").select("tbody tr").last().select("a").attr("href"), "admin");
    assertThat(first.select("#rehearsed")).isEmpty();
    assertThat(first.select(".ta-key")).isEmpty();
    assertThat(first.text()).contains("Bản đầu tiên của thủ tục");
  }

  @Test
  @DisplayName("Gói hỏng: từng lỗi một câu, không có gì được lưu")
  void faultsAreToldOneByOne() throws Exception {
    List<String> rows = slate.rowCounts();
    Document refused = brought("admin", KEY, file("worse.bpmn", "<a><b></a>"), file("NOT OK.txt", "x"));
    assertThat(refused.select("#note").val()).as("what was typed stays").isEqualTo("Thử");
    assertThat(refused.select("[role=alert] li").eachText()).hasSize(2).allMatch(each -> each.endsWith("."));
    assertThat(brought("admin", "", file("nothing.zip", "PK not a zip")).select("[role=alert]").text()).isNotEmpty();
    assertThat(brought("admin", "", file("loose.form", "{}")).select("[role=alert]").text()).contains("Mở thủ tục");
    assertThat(brought("admin", KEY).select("[role=alert]").text()).contains("Chưa chọn tệp");
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }

  @Test
  @DisplayName("Tệp zip tải về đưa lên lại được và giống hệt")
  void whatIsDownloadedCanBeBroughtAgain() throws Exception {
    String release = page("/models", "admin").select("tbody tr:contains(" + KEY + ") td a").attr("href");
    byte[] zip = web.perform(get(release + "/release.zip").with(user("admin"))).andExpect(status().isOk()).andReturn()
        .getResponse().getContentAsByteArray();
    Document same = brought("admin", "", new MockMultipartFile("file", "again.zip", "application/zip", zip));
    assertThat(same.select("[role=alert]").text()).contains("giống hệt", "đang dùng");
    assertThat(web.perform(get(release + "/diagram.xml").with(user("admin"))).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8)).contains("id=\"worshipAllowance\"");
  }

  @Test
  @DisplayName("Zip nguy hiểm: nở lớn, quá nhiều tệp, đường dẫn leo ra ngoài, tên trùng")
  void hostileZips() throws Exception {
    List<String> rows = slate.rowCounts();
    byte[] zeros = new byte[1_000_000];
    for (byte[] zip : List.of(zip(25, i -> "big" + i + ".html", zeros), zip(400, i -> "f" + i + ".html", new byte[1]),
        zip(2, i -> "d" + i + "/same.html", new byte[1]), zip(1, i -> "../../etc/passwd", zeros),
        zip(1, i -> "..\\..\\boot.bpmn", zeros))) {
      assertThat(brought("admin", "", new MockMultipartFile("file", "x.zip", "application/zip", zip))
          .select("[role=alert]").text()).isNotEmpty();
    }
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }

  private static byte[] zip(int many, IntFunction<String> name, byte[] content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < many; i++) {
        zip.putNextEntry(new ZipEntry(name.apply(i)));
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chutich.dongkinh", "truongphong.tpls", "giamdoc.so", "giamsat.so", "canbo.so"})
  @DisplayName("Không phải quản trị viên thì không thấy gì, không làm được gì")
  void othersMayNot(String login) throws Exception {
    String release = page("/models/" + KEY, "admin").select("tbody a").attr("href");
    List<String> rows = slate.rowCounts();
    for (String address : List.of("/models", "/models/" + KEY, release, release + "/release.zip",
        release + "/diagram.xml", release + "/marks", "/models/releases/invented")) {
      web.perform(get(address).with(user(login))).andExpect(status().isForbidden());
    }
    for (String address : List.of("/models/" + KEY + "/take", release + "/approve", release + "/discard",
        release + "/return")) {
      web.perform(post(address).with(user(login)).with(csrf())).andExpect(status().isForbidden());
    }
    web.perform(multipart("/models").file(file("procedure.yaml", shorter())).param("procedure", KEY)
        .with(user(login)).with(csrf())).andExpect(status().isForbidden());
    assertThat(slate.rowCounts()).isEqualTo(rows);
    web.perform(get("/models/releases/invented").with(user("admin"))).andExpect(status().isNotFound());
    web.perform(get("/models/inventedKey").with(user("admin"))).andExpect(status().isNotFound());
  }
}
