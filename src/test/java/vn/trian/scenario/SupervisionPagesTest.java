package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.security.Actor;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Hold;

@OnStage
@DisplayName("Trang giám sát")
class SupervisionPagesTest extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";
  private static final String PERIOD = "period=2024-03";

  @Autowired private WebApplicationContext application;
  @Autowired private Desk desk;

  private MockMvc web;
  private List<String> codes;

  @BeforeEach
  void severalCases() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    codes = new ArrayList<>(proposed(3));
    codes.forEach(code -> sign(code, CONFIRM));
    on(3, 20);
    codes.add(acceptedOf("020170007701"));
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAIR, "truongphong.tpls", "giamdoc.so", "giamsat.so"})
  @DisplayName("Mỗi con số mở ra danh sách có đúng bấy nhiêu hồ sơ")
  void everyNumberOpensItsList(String login) throws Exception {
    List<Element> links = page("/supervision?" + PERIOD, login).select("#figures a[href*=/cases]:not(.ta-measure)");
    assertThat(links).hasSizeGreaterThan(20);
    for (Element link : links) {
      String number = link.tagName().equals("a") && link.hasClass("ta-stat") ? link.select("strong").text()
          : link.text();
      Document list = page(link.attr("href"), login);
      assertThat(list.select("#found").text()).as(link.attr("href")).isEqualTo(number + " hồ sơ");
    }
  }

  @Test
  @DisplayName("Hồ sơ đang tạm giữ có ô riêng, đếm đúng danh sách của ô")
  void heldCasesHaveATile() throws Exception {
    String code = codes.get(3);
    Actor chair = stage.officer(CHAIR);
    stage.as(chair, () -> desk.hold(code, new Hold("Chờ làm rõ.", CONFIRM), UUID.randomUUID().toString(), chair));
    Element tile = page("/supervision?" + PERIOD, CHAIR).select("a.ta-stat[href*=figure=HELD]").first();
    assertThat(tile.text()).startsWith("1 Đang tạm giữ");
    assertThat(page(tile.attr("href"), CHAIR).select("tbody a.ta-nowrap").eachText()).containsExactly(code);
    assertThat(page("/supervision?" + PERIOD, "chutich.maipha").select("a.ta-stat[href*=figure=HELD] strong").text())
        .isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "place=confirmRequest&"})
  @DisplayName("Mỗi con số của sơ đồ mở ra danh sách có đúng bấy nhiêu hồ sơ; sơ đồ và bảng nói về cùng một chỗ")
  void everyNumberOfADiagramOpensItsList(String place) throws Exception {
    Document page = page("/supervision/processes/sharedModels?" + place + PERIOD, CHAIR);
    List<Element> links = page.select("#facts td:nth-child(-n+4) a");
    assertThat(links).isNotEmpty();
    for (Element link : links) {
      assertThat(page(link.attr("href"), CHAIR).select("#found").text()).as(link.attr("href"))
          .isEqualTo(link.text() + " hồ sơ");
    }
    String xml = web.perform(get(URI.create(page.select("[data-xml-url]").attr("data-xml-url"))).with(user(CHAIR)))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    for (Element row : page.select("#facts [data-activity]")) {
      assertThat(xml).contains("id=\"" + row.attr("data-activity") + "\"");
    }
  }

  @Test
  @DisplayName("Sơ đồ khi đã quá hạn: số quá hạn mở đúng danh sách; hồ sơ chưa rõ vị trí có dòng riêng")
  void lateCasesOfADiagram() throws Exception {
    on(4, 8);
    database.update("update trian.work_item set place = null where case_code = ?", codes.get(3));
    Document page = page("/supervision/processes/sharedModels?" + PERIOD, CHAIR);
    List<Element> links = page.select("#facts td:nth-child(-n+4) a");
    assertThat(page.select("#facts tbody tr:not([data-late=0])[data-late]")).isNotEmpty();
    for (Element link : links) {
      assertThat(page(link.attr("href"), CHAIR).select("#found").text()).as(link.attr("href"))
          .isEqualTo(link.text() + " hồ sơ");
    }
    Element elsewhere = page.select("#facts tbody tr:not([data-activity]) a").first();
    assertThat(elsewhere.text()).isEqualTo("1");
    assertThat(page(elsewhere.attr("href"), CHAIR).select("tbody").text()).contains(codes.get(3));
  }

  @Test
  @DisplayName("Đường dẫn của sơ đồ bên trong: mỗi mục mở đúng sơ đồ của nó, giữ kỳ và bản phát hành")
  void wayBackFromADiagram() throws Exception {
    String place = CONFIRM + "/requestSupplement";
    List<Element> crumbs = page("/supervision/processes/sharedModels?place=" + place + "&" + PERIOD, CHAIR)
        .select(".ta-crumbs a");
    List<String> places = new ArrayList<>();
    for (Element crumb : crumbs) {
      assertThat(crumb.attr("href")).contains(PERIOD);
      places.add(page(crumb.attr("href"), CHAIR).select("input[name=place]").attr("value"));
    }
    assertThat(places).containsExactly("", CONFIRM, place);
  }

  @Test
  @DisplayName("Bản phát hành cũ còn hồ sơ vẫn chọn được; một thủ tục được chọn thì chỉ kể thủ tục ấy")
  void olderRelease() throws Exception {
    String address = "/supervision/processes/sharedModels?" + PERIOD;
    String older = page(address, CHAIR).select("#release option[selected]").attr("value");
    deploy(folder());
    Document page = page(address, CHAIR);
    String newest = page.select("#release option[selected]").attr("value");
    assertThat(Integer.parseInt(newest)).isEqualTo(Integer.parseInt(older) + 1);
    assertThat(page.select("#release option").eachAttr("value")).containsExactly(newest, older);
    Document old = page(address + "&release=" + older, CHAIR);
    assertThat(old.select("#release option[selected]").attr("value")).isEqualTo(older);
    assertThat(old.select("[data-xml-url]").attr("data-xml-url")).contains("release=" + older);

    assertThat(page("/supervision/processes", CHAIR).select("tbody tr")).hasSizeGreaterThan(1);
    assertThat(page("/supervision/processes?procedure=sharedModels", CHAIR).select("tbody tr")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invented", "sharedModels?release=999", "sharedModels?place=confirmRequest/prepare",
      "sharedModels?place=/", "sharedModels?office=so"})
  @DisplayName("Thủ tục, bản phát hành, vị trí hay cơ quan không có thì trả lời là không có")
  void noSuchDiagram(String address) throws Exception {
    web.perform(get(URI.create("/supervision/processes/" + address)).with(user(CHAIR)))
        .andExpect(status().isNotFound());
  }

  @Test
  @DisplayName("Trang tổng quan đếm đúng số dòng của trang sự cố; chỉ người được dùng Cockpit có lối tới đó")
  void incidentsOfTheDashboard() throws Exception {
    on(4, 8);
    Element tile = page("/supervision", CHAIR).select(".ta-incidents a").first();
    Document list = page(tile.attr("href"), CHAIR);
    assertThat(list.select("tbody tr")).hasSize(codes.size());
    assertThat(tile.text()).endsWith(": " + codes.size());
    assertThat(list.select("tbody").text()).contains("ngày làm việc không có thao tác nào");
    assertThat(list.select("a[href*=cockpit]")).isEmpty();
    assertThat(page("/supervision/incidents", "giamsat.so").select("tbody a[href*=cockpit]")).hasSize(codes.size());
    assertThat(page("/supervision/incidents", "chutich.maipha").select("tbody tr")).isEmpty();
  }

  @Test
  @DisplayName("Trong hai ngôn ngữ không còn mã nào thay cho câu chữ")
  void wordsInBothLanguages() throws Exception {
    for (String language : List.of("vi", "en")) {
      for (String address : List.of("/supervision?", "/supervision/cases?level=COMMUNE&age=UP_TO_5&step=-none&",
          "/supervision/cases?procedure=sharedModels&release=1&place=confirmRequest/sign&", "/supervision/processes?",
          "/supervision/processes/sharedModels?", "/supervision/processes/sharedModels?place=confirmRequest&heat=DAYS&",
          "/supervision/incidents?")) {
        assertThat(page(address + "lang=" + language, CHAIR).select("main").text()).doesNotContain("??",
            "supervision.");
      }
    }
  }

  @Test
  @DisplayName("Chọn, sắp xếp, trang và điều kiện nằm trong địa chỉ; mọi liên kết mang theo")
  void everythingIsInTheAddress() throws Exception {
    Document list = page("/supervision/cases?figure=RECEIVED&" + PERIOD + "&sort=CODE&dir=desc&pick=" + codes.get(1),
        CHAIR);
    assertThat(list.select("tbody input[checked]").eachAttr("value")).containsExactly(codes.get(1));
    assertThat(list.select("tbody td:nth-child(2)").eachText()).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(list.select("th[aria-sort=descending]").text()).isEqualTo("Mã hồ sơ");
    for (Element link : list.select("a[data-keeps]:not([hidden])")) {
      assertThat(link.attr("href")).contains("figure=RECEIVED", PERIOD, "pick=" + codes.get(1));
    }
  }

  @Test
  @DisplayName("Excel: tiêu đề tiếng Việt đứng yên, ngày là ngày, số là số, không có công thức")
  void sheet() throws Exception {
    String evil = "=HYPERLINK(\"http://x\",\"y\")";
    database.update("update trian.case_file set owner_name = ? where code = ?", evil, codes.get(3));
    try (Workbook book = sheet("/supervision/cases.xlsx?figure=RECEIVED&sort=CODE&procedure=sharedModels&"
        + PERIOD)) {
      Sheet sheet = book.getSheet("Hồ sơ");
      assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
      assertThat(sheet.getRow(0)).extracting(Cell::getStringCellValue).startsWith("Mã hồ sơ", "Chủ hồ sơ");
      assertThat(sheet.getLastRowNum()).isEqualTo(codes.size());
      List<String> found = new ArrayList<>();
      for (Row row : sheet) {
        if (row.getRowNum() > 0) {
          found.add(row.getCell(0).getStringCellValue());
          assertThat(row.getCell(10).getCellType()).isEqualTo(CellType.NUMERIC);
          assertThat(DateUtil.isCellDateFormatted(row.getCell(10))).isTrue();
          assertThat(row.getCell(10).getLocalDateTimeCellValue().toLocalDate())
              .isEqualTo(file(row.getCell(0).getStringCellValue()).receivedOn());
          assertThat(row.getCell(15).getCellType()).isEqualTo(CellType.NUMERIC);
        }
      }
      assertThat(found).containsExactlyElementsOf(codes.stream().sorted().toList());
      Cell owner = sheet.getRow(1 + found.indexOf(codes.get(3))).getCell(1);
      assertThat(owner.getCellType()).isEqualTo(CellType.STRING);
      assertThat(owner.getStringCellValue()).isEqualTo(evil);
      assertThat(owner.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(book.getSheet("Điều kiện").getRow(0).getCell(1).getStringCellValue()).isEqualTo("Tiếp nhận");
    }
    try (Workbook book = sheet("/supervision/cases.xlsx?standing=LATE&level=COMMUNE")) {
      List<String> conditions = new ArrayList<>();
      book.getSheet("Điều kiện").forEach(row -> conditions.add(row.getCell(0) + ": " + row.getCell(1)));
      assertThat(conditions).contains("Thời hạn: Quá hạn", "Cấp: Cấp xã");
    }
  }

  @Test
  @DisplayName("Hơn một trang: nối trang không sót, không lặp; trang quá cuối là trang cuối")
  void pages() throws Exception {
    IntStream.range(0, 21).forEach(n -> codes.add(acceptedOf("02017000%04d".formatted(7800 + n))));
    assertThat(page("/supervision/cases?page=1", CHAIR).select("tbody tr")).as("one full page").hasSize(25);
    codes.add(acceptedOf("020170007821"));
    Document first = page("/supervision/cases?sort=CODE", CHAIR);
    assertThat(first.select("tbody tr")).hasSize(25);
    assertThat(first.select("a[rel=prev]")).isEmpty();
    Document second = page(first.select("a[rel=next]").attr("href"), CHAIR);
    assertThat(second.select("a[rel=next]")).isEmpty();
    assertThat(second.select(".ta-pager").text()).contains("26");
    List<String> listed = new ArrayList<>(first.select("tbody td:nth-child(2)").eachText());
    listed.addAll(second.select("tbody td:nth-child(2)").eachText());
    assertThat(listed).containsExactlyElementsOf(codes.stream().sorted().toList());
    assertThat(page("/supervision/cases?sort=CODE&page=9", CHAIR).select("tbody td:nth-child(2)").eachText())
        .isEqualTo(second.select("tbody td:nth-child(2)").eachText());
    assertThat(page(second.select("a[rel=prev]").attr("href"), CHAIR).select("tbody tr")).hasSize(25);
    String sorted = second.select("th[aria-sort] a").attr("href");
    assertThat(sorted).contains("dir=desc").doesNotContain("page=");
    assertThat(page(sorted, CHAIR).select("th[aria-sort=descending] a").attr("href")).doesNotContain("dir=");

    on(4, 8);
    Document incidents = page("/supervision/incidents", CHAIR);
    assertThat(incidents.select("tbody tr")).hasSize(25);
    assertThat(page(incidents.select("a[rel=next]").attr("href"), CHAIR).select("tbody tr")).hasSize(1);
    assertThat(page("/supervision/incidents?page=9", CHAIR).select("tbody tr")).hasSize(1);
  }

  @Test
  @DisplayName("Hồ sơ đã xong trong Excel: tuổi đến ngày xong, không còn hạn; đang tạm giữ thì ghi rõ")
  void sheetOfClosedCases() throws Exception {
    String code = codes.get(3);
    on(3, 22);
    stage.withdraw(code, "dongkinh", "Thôi.");
    database.update("update trian.case_file set limit_on = due_on where code = ?", code);
    database.update("update trian.case_file set held = true where code = ?", codes.get(0));
    on(4, 8);
    try (Workbook book = sheet("/supervision/cases.xlsx?figure=WITHDRAWN&" + PERIOD)) {
      Row row = book.getSheet("Hồ sơ").getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo(code);
      assertThat(row.getCell(15).getNumericCellValue()).as("20/03 to 22/03").isEqualTo(2);
      assertThat(row.getCell(11)).satisfiesAnyOf(cell -> assertThat(cell).isNull(),
          cell -> assertThat(cell.getCellType()).isEqualTo(CellType.BLANK));
    }
    try (Workbook book = sheet("/supervision/cases.xlsx?figure=HELD")) {
      assertThat(book.getSheet("Hồ sơ").getLastRowNum()).isEqualTo(1);
      assertThat(book.getSheet("Hồ sơ").getRow(1).getCell(9).getStringCellValue()).endsWith("(Tạm giữ)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/supervision", "/supervision/cases", "/supervision/processes", "/supervision/incidents",
      "/supervision/forecast", "/supervision/apologies", "/supervision/substitutes", "/reports", "/reports/book"})
  @DisplayName("Chọn được cơ quan mình và các cơ quan bên dưới, không hơn")
  void officesToChoose(String address) throws Exception {
    assertThat(page(address, CHAIR).select("#office option").eachAttr("value")).containsExactly("dongkinh");
    assertThat(page(address, "truongphong.tpls").select("#office option").eachAttr("value"))
        .contains("tpls", "dongkinh", "maipha").doesNotContain("so", "caoloc").hasSize(9);
  }

  @Test
  @DisplayName("Xuất hồ sơ đã chọn: đúng những hồ sơ ấy; hồ sơ của nơi khác không lọt vào")
  void sheetOfWhatIsPicked() throws Exception {
    String picked = "/supervision/cases.xlsx?" + PERIOD + "&pick=" + codes.get(0) + "&pick=" + codes.get(2);
    try (Workbook book = sheet(picked)) {
      assertThat(book.getSheet("Hồ sơ").getLastRowNum()).isEqualTo(2);
    }
    byte[] foreign = web.perform(get(picked).with(user("chutich.maipha"))).andExpect(status().isOk()).andReturn()
        .getResponse().getContentAsByteArray();
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(foreign))) {
      assertThat(book.getSheet("Hồ sơ").getLastRowNum()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/supervision", "/supervision/cases", "/supervision/cases.xlsx", "/supervision/processes",
      "/supervision/processes/sharedModels", "/supervision/processes/sharedModels/diagram.xml",
      "/supervision/incidents"})
  @DisplayName("Không đăng nhập thì tới trang đăng nhập; không giám sát thì bị từ chối và không thấy lối vào")
  void whoMayNot(String address) throws Exception {
    web.perform(get(address)).andExpect(redirectedUrl("/login"));
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "vanthu.so", "ketoan.so", "admin")) {
      web.perform(get(address).with(user(login))).andExpect(status().isForbidden());
      assertThat(page("/", login).select(".ta-nav a[href=/supervision]")).isEmpty();
    }
    web.perform(get(address + "?office=so").with(user(CHAIR))).andExpect(status().isNotFound());
    assertThat(page("/", CHAIR).select(".ta-nav a[href=/supervision]")).hasSize(1);
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(web.perform(get(URI.create(address)).with(user(login))).andExpect(status().isOk())
        .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private Workbook sheet(String address) throws Exception {
    return new XSSFWorkbook(new ByteArrayInputStream(web.perform(get(address).with(user(CHAIR)))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray()));
  }
}
