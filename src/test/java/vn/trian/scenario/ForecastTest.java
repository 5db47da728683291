package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trian.security.Actor;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Forecast;
import vn.trian.supervision.Forecast.Cause;
import vn.trian.supervision.PaceBasis;
import vn.trian.workflow.Desk;
import vn.trian.workflow.NewPromise;

/** The forecast as it is read from what was written down; the rule itself is tested in ForecastRuleTest. */
@OnStage
@DisplayName("Dự báo trễ hẹn từ sổ thời hạn")
class ForecastTest extends SharedModels {

  @Autowired private Forecast forecast;
  @Autowired private Desk desk;
  @Autowired private WebApplicationContext application;

  @Test
  @DisplayName("Bước xác nhận mất 4 ngày, bước quyết định 4 hoặc 10 ngày: đúng tỉ lệ, nêu đúng bước và lý do")
  void fromFinishedPasses() throws Exception {
    past();
    on(8, 1);
    String risky = acceptedOf("020170008801");
    String far = acceptedOf("020170008802");
    String paused = acceptedOf("020170008803");
    on(8, 7);
    prepare(paused, CONFIRM, "SUPPLEMENT");
    Actor chair = stage.officer("chutich.dongkinh");
    stage.as(chair, () -> desk.extend(far, new NewPromise(day(9, 30), "MANY_FILES", null),
        UUID.randomUUID().toString(), chair));

    for (String login : List.of("chutich.dongkinh", "giamsat.dongkinh", "giamdoc.so", "truongphong.tpls")) {
      Forecast.Outlook outlook = forecast.outlook(all(), stage.officer(login));
      assertThat(outlook.page(0, 10)).extracting(Forecast.Row::code).as(login).containsExactly(risky);
      assertThat(outlook.probable()).isEqualTo(1);
      assertThat(outlook.cut()).isFalse();
    }
    Forecast.Row row = forecast.outlook(all(), chair).page(0, 10).get(0);
    assertThat(row.risk()).as("five of eight took ten days, nine are left").isEqualTo(5 / 8.0, within(1e-9));
    assertThat(row.dueOn()).isEqualTo(day(8, 20));
    assertThat(row.likelyOn()).as("ten working days").isEqualTo(day(8, 21));
    assertThat(row.cause()).isEqualTo(
        new Cause(DECIDE, "Quyết định", "so", false, PaceBasis.OFFICE, 10, 8, 8, 0, 10, 9));

    assertThat(page("/supervision/forecast", "chutich.dongkinh").select("tbody tr").text()).contains(risky, "63%",
        "thường mất 10 trong 8 ngày làm việc (trung vị của 8 lượt). Bước này chưa bắt đầu."
            + " Phần còn lại thường cần 10 ngày, còn 9 ngày đến hẹn.", "dự kiến xong 21/08/2024");
    assertThat(page("/supervision/forecast?lang=en", "chutich.dongkinh").select("tbody tr").text())
        .contains("usually takes 10 of 8 working days (median of 8 passes)",
            "The rest usually takes 10 days; days left: 9.");
    String sheet = page("/supervision/forecast", "chutich.dongkinh").select("a[download]").attr("href");
    try (Workbook book = workbook(sheet, "chutich.dongkinh")) {
      Sheet rows = book.getSheetAt(0);
      assertThat(rows.getLastRowNum()).isEqualTo(1);
      assertThat(rows.getRow(1).getCell(0).getStringCellValue()).isEqualTo(risky);
      assertThat(rows.getRow(1).getCell(6).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(day(8, 20));
      assertThat(rows.getRow(1).getCell(7).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(day(8, 21));
      assertThat(rows.getRow(1).getCell(8).getNumericCellValue()).isEqualTo(63);
      assertThat(rows.getRow(1).getCell(9).getStringCellValue()).contains("Phần còn lại thường cần 10 ngày");
      assertThat(book.getSheetAt(1).getRow(1).getCell(1).getStringCellValue()).contains("Đông Kinh");
    }
    try (Workbook empty = workbook(sheet, "chutich.maipha")) {
      assertThat(empty.getSheetAt(0).getLastRowNum()).isZero();
    }
    assertThat(page("/supervision/forecast", "chutich.dongkinh").select("main").text())
        .contains("Mỗi lần xét nhiều nhất 5.000 hồ sơ, theo thứ tự đến hẹn");
    assertThat(page("/supervision/forecast", "chutich.maipha").select("main").text()).doesNotContain(risky);
    assertThat(page("/supervision/forecast?office=maipha", "giamdoc.so").select("main").text())
        .doesNotContain(risky);
  }

  @Test
  @DisplayName("Chưa có quá khứ: tính bằng thời hạn, nói rõ; hồ sơ đã trễ không nằm ở đây")
  void withoutPast() throws Exception {
    on(10, 1);
    String late = acceptedOf("020170008811");
    on(11, 4);
    String code = acceptedOf("020170008812");
    assertThat(forecast.outlook(all(), stage.officer("giamdoc.so")).possible()).as("all within the limits").isZero();
    on(11, 12);
    Forecast.Outlook outlook = forecast.outlook(all(), stage.officer("giamdoc.so"));
    assertThat(outlook.page(0, 10)).singleElement().satisfies(row -> {
      assertThat(row.code()).isEqualTo(code);
      assertThat(row.risk()).as("1 to 5 and 1 to 9 days, 9 left: 15 of 45").isEqualTo(1 / 3.0, within(1e-9));
      assertThat(row.cause().basis()).isEqualTo(PaceBasis.LIMIT);
    });
    assertThat(outlook.probable()).isZero();
    assertThat(page("/supervision/forecast", "giamdoc.so").select("main").text()).doesNotContain(late)
        .contains("chưa có đủ lượt đã qua để so, nên tạm coi là có thể xong vào bất cứ ngày nào trong hạn"
            + " 9 ngày làm việc.");
  }

  @Test
  @DisplayName("Không phải người giám sát: không xem được; cơ quan ngoài phạm vi coi như không có")
  void whoMayLook() {
    for (String login : List.of("canbo.dongkinh", "motcua.dongkinh", "admin")) {
      Actor actor = stage.officer(login);
      assertThatThrownBy(() -> forecast.outlook(all(), actor)).hasMessage("supervision-not-yours");
    }
    CaseFilter elsewhere = CaseFilter.read(Map.of("office", "maipha"), clock.now().toLocalDate());
    assertThatThrownBy(() -> forecast.outlook(elsewhere, stage.officer("chutich.dongkinh")))
        .hasMessage("supervision-office");
  }

  /** Eight cases of July: four working days at the commune, then four or ten at the department. */
  private void past() {
    on(7, 1);
    List<String> codes = IntStream.range(0, 8).mapToObj(n -> acceptedOf("02017000770" + n)).toList();
    on(7, 5);
    codes.forEach(code -> prepare(code, CONFIRM, "APPROVE"));
    codes.forEach(code -> sign(code, CONFIRM));
    on(7, 11);
    codes.subList(0, 3).forEach(this::decided);
    on(7, 19);
    codes.subList(3, 8).forEach(this::decided);
  }

  private void decided(String code) {
    prepare(code, DECIDE, "APPROVE");
    check(code, DECIDE);
    sign(code, DECIDE);
    stamps(code, "issueDecision/stampDocument");
  }

  private CaseFilter all() {
    return CaseFilter.read(Map.of(), clock.now().toLocalDate());
  }

  private Workbook workbook(String address, String login) throws Exception {
    return new XSSFWorkbook(new ByteArrayInputStream(MockMvcBuilders.webAppContextSetup(application)
        .apply(springSecurity()).build().perform(get(URI.create(address)).with(user(login))).andReturn().getResponse()
        .getContentAsByteArray()));
  }

  private Document page(String address, String login) throws Exception {
    return Jsoup.parse(MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build()
        .perform(get(address).with(user(login))).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8));
  }
}
