package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.document.ExcelBook;
import vn.trian.document.ExcelSheet;
import vn.trian.organization.Office;
import vn.trian.security.Actor;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Forecast;

/** The forecast as a workbook for Excel, in Vietnamese as office papers are. */
@Component
class ForecastSheets {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final List<String> COLUMNS = List.of("Mã hồ sơ", "Chủ hồ sơ", "Về người", "Thủ tục", "Nơi đang giữ",
      "Bước", "Hạn trả kết quả", "Dự kiến xong", "Khả năng trễ (%)", "Vì sao");
  private static final int[] WIDTHS = {26, 28, 28, 30, 22, 34, 12, 12, 12, 90};

  private final Forecast forecast;
  private final NameBook names;
  private final MessageSource messages;
  private final Clock clock;

  ForecastSheets(Forecast forecast, NameBook names, MessageSource messages, Clock clock) {
    this.forecast = forecast;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
  }

  /** All cases of a forecast, and a second sheet that says which were looked at. */
  byte[] of(CaseFilter filter, Actor actor) {
    Forecast.Outlook outlook = forecast.outlook(filter, actor);
    Names known = names.in(VIETNAMESE);
    Words words = new Words(messages, VIETNAMESE);
    try (ExcelBook book = new ExcelBook()) {
      ExcelSheet rows = book.sheet("Dự báo", COLUMNS, WIDTHS);
      outlook.page(0, outlook.possible()).forEach(row -> rows.row(row.code(), row.owner(), row.subject(),
          known.procedure(row.procedure()), known.office(row.holder()), ForecastWords.step(row, known, words),
          row.dueOn(), row.likelyOn(), ForecastWords.percent(row), ForecastWords.reason(row, known, words)));
      rows.filtered();
      ExcelSheet about = book.sheet("Điều kiện", List.of(), 24, 90);
      String office = filter.office() == null ? actor.officeId() : filter.office();
      about.row("Danh sách", words.of("forecast.title"));
      about.row("Cơ quan (và cấp dưới)", known.offices().find(office, known.today()).map(Office::name).orElse(office));
      about.row("Thủ tục", filter.procedure() == null ? words.of("supervision.all")
          : known.procedure(filter.procedure()));
      about.row("Cách tính", words.of("forecast.text", Forecast.LOOKED_AT));
      if (outlook.cut()) {
        about.row("Lưu ý", words.of("forecast.cut", Forecast.LOOKED_AT));
      }
      about.row("Người xuất", actor.name());
      about.row("Thời điểm xuất", LocalDateTime.now(clock));
      return book.bytes();
    }
  }
}
