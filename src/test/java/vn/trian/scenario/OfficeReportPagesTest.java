package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
import vn.trian.document.PdfText;

@OnStage
@DisplayName("Trang báo cáo và sổ theo dõi")
class OfficeReportPagesTest extends SharedModels {

  private static final String CHAIR = "chutich.dongkinh";
  private static final String BOOK = "/reports/book?period=2024-03";

  @Autowired private WebApplicationContext application;

  private MockMvc web;
  private List<String> codes;

  @BeforeEach
  void severalCases() {
    web = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    codes = proposed(3);
    on(3, 20);
  }

  @Test
  @DisplayName("Từ lập, lưu, thiếu mục, đến chốt; rồi in PDF, Word, Excel; bản đã chốt không còn ô để sửa")
  void fromBeginToFreeze() throws Exception {
    String report = begun();
    Document draft = page(report, CHAIR);
    assertThat(page(report, "truongphong.tpls").select("main form[method=post]")).as("reads only").isEmpty();
    assertThat(draft.select("#addressee").val()).contains("Phòng Lao động");
    assertThat(draft.select("#last").val()).isEqualTo("2024-03-19");
    assertThat(draft.select("#days-help .ta-badge").text()).contains("U");
    Document refused = Jsoup.parse(web.perform(filled(report + "/freeze", "")).andExpect(status().is(422)).andReturn()
        .getResponse().getContentAsString(StandardCharsets.UTF_8));
    assertThat(refused.select("[role=alert]").text()).contains("Còn trống");
    assertThat(refused.select("#difficulties").text()).as("what was written").isEqualTo("Chưa có.");
    web.perform(filled(report, "Dòng một\nDòng hai")).andExpect(redirectedUrl(report));
    assertThat(page(report, CHAIR).select("#results").text()).contains("Dòng một");
    assertThat(PdfText.of(bytes(report + ".pdf", CHAIR))).contains("Dự thảo", "Dòng hai");
    web.perform(filled(report + "/freeze", "Dòng một\nDòng hai")).andExpect(redirectedUrl(report));

    Document frozen = page(report, CHAIR);
    assertThat(frozen.select("textarea")).isEmpty();
    assertThat(frozen.select("#frozen").text()).contains("01/BC-UBND");
    assertThat(frozen.select(".ta-notice.ta-green").text()).contains("vẫn đúng");
    assertThat(PdfText.of(bytes(report + ".pdf", CHAIR))).doesNotContain("Dự thảo").contains("01/BC-UBND");
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes(report + ".docx", CHAIR)));
        XWPFWordExtractor text = new XWPFWordExtractor(word)) {
      assertThat(text.getText()).contains("BÁO CÁO", "01/BC-UBND", "Dòng hai", "Tiếp nhận");
    }
    database.update("update trian.case_file set received_on = '2024-03-20' where code = ?", codes.get(0));
    Document changed = page(report, CHAIR);
    assertThat(changed.select(".ta-notice.ta-amber").text()).contains("Tiếp nhận: đã chốt 3, nay 2.", codes.get(0));
    try (Workbook book = sheet(report + ".xlsx", CHAIR)) {
      assertThat(book.getSheet("Hồ sơ").getLastRowNum()).isEqualTo(3);
      assertThat(book.getSheet("Tổng hợp").getRow(2).getCell(1).getNumericCellValue()).isEqualTo(3);
      assertThat(book.getSheet("Tổng hợp").getRow(2).getCell(2).getNumericCellValue()).isEqualTo(2);
      assertThat(StreamSupport.stream(book.getSheet("Thông tin").spliterator(), false)
          .map(row -> row.getCell(1).toString())).contains("Phường Đông Kinh", "01/BC-UBND");
      assertThat(book.getSheet("Thay đổi sau khi chốt").getRow(1).getCell(3).getStringCellValue())
          .isEqualTo(codes.get(0));
    }
    assertThat(page("/reports/below?rule=NCC_HALF&year=2024", "truongphong.tpls").select("tfoot td").eachText())
        .contains("3");
    assertThat(page("/reports/below?rule=NCC_HALF&year=2024", "giamdoc.so").select("tfoot td"))
        .as("communes count in the reports of their divisions").isEmpty();
    assertThat(frozen.select("form[action=/reports]")).as("begins a correction").hasSize(1);
    assertThat(page(report, "truongphong.tpls").select("main form[method=post]")).isEmpty();
    try (Workbook book = sheet(report + ".xlsx", CHAIR)) {
      assertThat(book.getSheet("Thay đổi sau khi chốt").getRow(1).getCell(4).getStringCellValue()).isEqualTo("bớt");
    }
  }

  @Test
  @DisplayName("Mỗi chỉ tiêu của báo cáo mở ra danh sách có đúng bấy nhiêu hồ sơ")
  void everyLineOpensItsList() throws Exception {
    String report = begun();
    List<Element> links = page(report, CHAIR).select("td a[href^=/supervision/cases]");
    assertThat(links).hasSizeGreaterThan(10);
    for (Element link : links) {
      assertThat(page(link.attr("href"), CHAIR).select("#found").text()).as(link.attr("href"))
          .isEqualTo(link.text() + " hồ sơ");
    }
  }

  @Test
  @DisplayName("Trong hai ngôn ngữ không còn mã nào thay cho câu chữ")
  void wordsInBothLanguages() throws Exception {
    String report = begun();
    for (String language : List.of("vi", "en")) {
      for (String address : List.of("/reports?year=2024", "/reports/below?rule=NCC_HALF&year=2024&office=tpls",
          BOOK, report + "?")) {
        String text = page(address + "&lang=" + language, address.contains("below") ? "giamdoc.so" : CHAIR)
            .select("main").text();
        assertThat(text).as(address).doesNotContain("??").doesNotContainPattern("(report|supervision)\\.\\w")
            .isNotBlank();
      }
    }
    assertThat(page(report + "?lang=en", CHAIR).select("table[aria-labelledby=by-procedure] tbody th").eachText())
        .containsExactly("Shared models");
    assertThat(page(report + "?lang=vi", CHAIR).select("table[aria-labelledby=numbers] tbody th").eachText())
        .contains("Có kết quả", "Có kết quả quá hạn").doesNotContain("Quá hạn");
    assertThat(page(report + "?lang=vi", CHAIR).select("table[aria-labelledby=by-procedure] thead th").eachText())
        .contains("Quá hạn");
    assertThat(page(report + "?lang=vi", CHAIR).select("table[aria-labelledby=by-procedure] tbody th").eachText())
        .containsExactly("Thử quy trình chung");
  }

  @Test
  @DisplayName("Sổ theo dõi cho Excel: ngày là ngày, không có công thức")
  void sheetOfTheBook() throws Exception {
    String evil = "=HYPERLINK(\"http://x\",\"y\")";
    database.update("update trian.case_file set owner_name = ? where code = ?", evil, codes.get(0));
    try (Workbook book = sheet(BOOK.replace("book?", "book.xlsx?"), CHAIR)) {
      Sheet lines = book.getSheet("Sổ theo dõi hồ sơ");
      assertThat(lines.getRow(0)).extracting(Cell::getStringCellValue).containsExactly("Số", "Mã hồ sơ", "Họ và tên",
          "Ngày nhận", "Ngày hẹn trả", "Ngày trả", "Kết quả", "Ký nhận");
      assertThat(lines.getLastRowNum()).isEqualTo(3);
      Cell owner = lines.getRow(1).getCell(2);
      assertThat(owner.getCellType()).isEqualTo(CellType.STRING);
      assertThat(owner.getStringCellValue()).isEqualTo(evil);
      assertThat(owner.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(DateUtil.isCellDateFormatted(lines.getRow(1).getCell(3))).isTrue();
    }
  }

  @Test
  @DisplayName("Khóa sổ trên trang: chỉ lãnh đạo của cơ quan có nút; khóa rồi thì thấy ai, lúc nào, dòng nào đã khác")
  void closingTheBook() throws Exception {
    assertThat(page(BOOK, CHAIR).select("form[method=post][action=/reports/book]")).as("the month goes on").isEmpty();
    on(4, 1);
    assertThat(page(BOOK + "&office=dongkinh", "truongphong.tpls").select("form[method=post][action=/reports/book]"))
        .isEmpty();
    assertThat(page(BOOK, CHAIR).select("form[method=post][action=/reports/book]")).hasSize(1);
    web.perform(post("/reports/book").param("period", "2024-03").param("key", UUID.randomUUID().toString())
        .with(user(CHAIR)).with(csrf())).andExpect(status().is3xxRedirection());
    Document closed = page(BOOK, CHAIR);
    assertThat(closed.select("form[method=post][action=/reports/book]")).isEmpty();
    assertThat(closed.select("section[aria-labelledby=closed]").text()).contains("Tháng 03/2024", "không đổi", "khớp");
    database.update("update trian.case_file set received_on = '2024-04-01' where code = ?", codes.get(0));
    Document changed = page(BOOK, CHAIR);
    assertThat(changed.select("section[aria-labelledby=closed] .ta-amber").text()).contains("1 dòng khác",
        codes.get(0), "không còn");
    String sheet = changed.select("section[aria-labelledby=closed] a[download]").last().attr("href");
    try (Workbook book = sheet(sheet, CHAIR)) {
      assertThat(book.getSheet("Sổ theo dõi hồ sơ").getLastRowNum()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("Báo cáo phải nộp đứng trước; của nơi khác gấp lại, nói là của ai, và vẫn lập được")
  void whatIsOwedStandsFirst() throws Exception {
    Document chair = page("/reports?year=2024", CHAIR);
    assertThat(chair.select("table[aria-labelledby=owed] tbody tr")).hasSize(2);
    assertThat(chair.select("table[aria-labelledby=owed] tbody").text()).contains("trước ngày 10/06/2024",
        "thành phố Lạng Sơn").doesNotContain("Không phải nộp");
    assertThat(chair.select("table[aria-labelledby=others] tbody tr").eachText()).hasSize(6)
        .allMatch(line -> line.contains("kế hoạch của thị xã Đông Hòa, tỉnh Phú Yên") && !line.contains("Quá hạn"));
    assertThat(chair.select("table[aria-labelledby=others] form")).isNotEmpty();
    assertThat(page("/reports?year=2023", CHAIR).select("table[aria-labelledby=owed] tbody").text())
        .contains("Chưa có dữ liệu", "từ ngày 11/03/2024").doesNotContain("Quá hạn");
    assertThat(page("/reports?year=2024", "truongphong.caoloc").select("table[aria-labelledby=owed]")).isEmpty();
    assertThat(page("/reports?year=2024", "giamdoc.so").select("table[aria-labelledby=owed] tbody tr")).hasSize(2);
  }

  @Test
  @DisplayName("Bước nào mất bao lâu cũng được so với lúc chốt, trên trang và trong Excel")
  void stepsAreCompared() throws Exception {
    codes.forEach(code -> sign(code, CONFIRM));
    on(3, 21);
    String report = begun();
    web.perform(filled(report + "/freeze", "Đã làm.").with(request -> {
      request.setParameter("last", "2024-03-20");
      return request;
    })).andExpect(redirectedUrl(report));
    assertThat(page(report, CHAIR).select(".ta-notice.ta-green").text()).contains("vẫn đúng");
    database.update("update trian.hand_over set ended_on = '2024-03-29'");
    payable(codes.get(0), "2024-03", "BANK", 3, 19);
    Document changed = page(report, CHAIR);
    assertThat(changed.select(".ta-notice.ta-amber").text()).contains(
        "Khoản chi: đã chốt 0, không dùng tiền mặt 0, nay 1, không dùng tiền mặt 1.",
        "Thời gian bước Xác nhận", "3 lần, trung vị");
    assertThat(changed.select("table[aria-labelledby=steps] tbody .ta-badge").text()).isEqualTo("khác");
    assertThat(changed.select("table[aria-labelledby=steps] tbody td")).hasSize(6);
    try (Workbook book = sheet(report + ".xlsx", CHAIR)) {
      Sheet corrections = book.getSheet("Thay đổi sau khi chốt");
      Row median = StreamSupport.stream(corrections.spliterator(), false)
          .filter(row -> row.getCell(0).getStringCellValue().contains("Xác nhận: trung vị")).findFirst().orElseThrow();
      assertThat(median.getCell(2).getNumericCellValue()).isGreaterThan(median.getCell(1).getNumericCellValue());
      assertThat(book.getSheet("Thời gian từng bước").getRow(0).getCell(5).getStringCellValue()).startsWith("Nay");
    }
  }

  @Test
  @DisplayName("Sổ dài hơn một quyển: PDF và Word là tệp nén gồm từng quyển, không thiếu dòng nào")
  void volumes() throws Exception {
    List<String> columns = database.queryForList("select lower(column_name) from information_schema.columns where"
        + " lower(table_schema) = 'trian' and lower(table_name) = 'case_file'", String.class);
    String all = String.join(", ", columns);
    database.update("insert into trian.case_file (" + all + ") select " + all.replaceFirst("\\bcode\\b",
        "concat('COPY-', lpad(cast(x as varchar(10)), 4, '0'))").replaceFirst("\\blookup_secret\\b",
        "concat('secret-', x)") + " from trian.case_file, system_range(1, 1098) where code = '" + codes.get(0) + "'");
    assertThat(page(BOOK, CHAIR).select(".ta-page-head").text()).contains("2 quyển");
    Map<String, byte[]> volumes = unzipped(bytes(BOOK.replace("book?", "book.pdf?"), CHAIR));
    assertThat(volumes.keySet()).containsExactly("so-theo-doi-ho-so-2024-03-20-quyen-01.pdf",
        "so-theo-doi-ho-so-2024-03-20-quyen-02.pdf");
    List<String> texts = volumes.values().stream().map(PdfText::of).toList();
    assertThat(texts.get(0)).contains("Quyển 1/2", "1 đến 1.000", "1.101 hồ sơ");
    assertThat(texts.get(1)).contains("Quyển 2/2", "1.001 đến 1.101", "101 hồ sơ");
    for (int n = 1; n <= 1098; n++) {
      String code = String.format("COPY-%04d", n);
      assertThat(texts.stream().filter(text -> text.contains(code))).as(code).hasSize(1);
    }
    Map<String, byte[]> word = unzipped(bytes(BOOK.replace("book?", "book.docx?"), CHAIR));
    assertThat(word.keySet()).hasSize(2).allMatch(name -> name.endsWith(".docx"));
    try (Workbook book = sheet(BOOK.replace("book?", "book.xlsx?"), CHAIR)) {
      assertThat(book.getSheet("Sổ theo dõi hồ sơ").getLastRowNum()).isEqualTo(1101);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".pdf", ".docx", ".xlsx"})
  @DisplayName("Báo cáo của nơi khác như không có, dù hỏi bằng mã nào; người không giám sát bị từ chối")
  void whoMayNotByIdAndExport(String extension) throws Exception {
    String report = begun();
    for (String login : List.of("chutich.maipha", "canbo.maipha", "truongphong.caoloc", "admin")) {
      web.perform(get(report + extension).with(user(login))).andExpect(status().isNotFound());
    }
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "canbo.so")) {
      web.perform(get(report + extension).with(user(login))).andExpect(status().isForbidden());
    }
    web.perform(get(report + extension)).andExpect(redirectedUrl("/login"));
    String book = BOOK.replace("book?", "book" + extension + "?");
    web.perform(get(book + "&office=dongkinh").with(user("chutich.maipha"))).andExpect(status().isNotFound());
    web.perform(get(book).with(user("canbo.dongkinh"))).andExpect(status().isForbidden());
  }

  @Test
  @DisplayName("Văn bản của báo cáo không lọt ra qua địa chỉ của văn bản hồ sơ")
  void theDocumentIsNoDocumentOfACase() throws Exception {
    String report = begun();
    web.perform(filled(report + "/freeze", "Đã làm.")).andExpect(redirectedUrl(report));
    String document = database.queryForObject("select document_id from trian.office_report", UUID.class).toString();
    for (String login : List.of(CHAIR, "giamdoc.so", "canbo.dongkinh")) {
      web.perform(get("/api/documents/" + document + ".pdf").with(user(login))).andExpect(status().isNotFound());
    }
  }

  @Test
  @DisplayName("Trang chủ nhắc lãnh đạo có báo cáo quá hạn, và chỉ nhắc lãnh đạo")
  void reminderAtHome() throws Exception {
    assertThat(page("/", CHAIR).select(".ta-notice a[href=/reports]")).as("nothing is late yet").isEmpty();
    on(6, 10);
    assertThat(page("/", CHAIR).select(".ta-notice").text()).contains("1 quá hạn", "0 sắp đến hạn");
    for (String login : List.of("canbo.dongkinh", "giamsat.so", "truongphong.tpls")) {
      assertThat(page("/", login).select(".ta-notice a[href=/reports]")).as(login).isEmpty();
    }
  }

  /** Address of the draft of the half-year. */
  private String begun() throws Exception {
    return web.perform(post("/reports").param("rule", "NCC_HALF").param("year", "2024")
        .param("key", UUID.randomUUID().toString()).with(user(CHAIR)).with(csrf()))
        .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
  }

  private static MockHttpServletRequestBuilder filled(String address, String results) {
    return post(address).param("key", UUID.randomUUID().toString()).param("first", "2024-01-01")
        .param("last", "2024-03-19").param("addressee", "Cấp trên").param("results", results)
        .param("difficulties", "Chưa có.").param("proposals", "Chưa có.").param("others", "").with(user(CHAIR))
        .with(csrf());
  }

  private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(new String(bytes(address, login), StandardCharsets.UTF_8));
  }

  private Workbook sheet(String address, String login) throws Exception {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes(address, login)));
  }

  private byte[] bytes(String address, String login) throws Exception {
    return web.perform(get(URI.create(address)).with(user(login))).andExpect(status().isOk()).andReturn()
        .getResponse().getContentAsByteArray();
  }
}
