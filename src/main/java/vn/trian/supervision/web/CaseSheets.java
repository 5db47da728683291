package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.trian.deadline.Calendars;
import vn.trian.document.ExcelBook;
import vn.trian.document.ExcelSheet;
import vn.trian.organization.Office;
import vn.trian.security.Actor;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseLists;

/** Lists as workbooks for Excel, in Vietnamese as office papers are. */
@Component
class CaseSheets {

  private static final MediaType SHEET =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final List<String> COLUMNS = List.of("Mã hồ sơ", "Chủ hồ sơ", "Về người", "Thủ tục",
      "Nơi tiếp nhận", "Nơi đang giữ", "Cấp", "Bước", "Người đang xử lý", "Trạng thái", "Ngày nhận", "Hạn của bước",
      "Hạn trả kết quả", "Ngày có kết quả", "Tình trạng thời hạn", "Số ngày làm việc đã qua");
  private static final int[] WIDTHS = {26, 28, 28, 30, 22, 22, 12, 34, 24, 24, 12, 12, 12, 12, 28, 12};

  private final CaseLists cases;
  private final Places places;
  private final NameBook names;
  private final Calendars calendars;
  private final MessageSource messages;
  private final Clock clock;

  CaseSheets(CaseLists cases, Places places, NameBook names, Calendars calendars, MessageSource messages,
      Clock clock) {
    this.cases = cases;
    this.places = places;
    this.names = names;
    this.calendars = calendars;
    this.messages = messages;
    this.clock = clock;
  }

  /** A workbook as a file to keep. */
  static ResponseEntity<byte[]> download(String name, byte[] workbook) {
    return ResponseEntity.ok().contentType(SHEET)
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".xlsx").build().toString())
        .body(workbook);
  }

  /** The workbook of a list: its cases, and a second sheet that says which they are. */
  byte[] of(ListRequest asked, Actor actor) {
    try (ExcelBook book = new ExcelBook()) {
      Names known = names.in(VIETNAMESE);
      Words words = new Words(messages, VIETNAMESE);
      ExcelSheet rows = book.sheet("Hồ sơ", COLUMNS, WIDTHS);
      cases.each(asked.filter(), asked.picked(), asked.order(), asked.descending(), actor,
          each -> rows.row(row(each, known, words)));
      rows.filtered();
      conditions(book.sheet("Điều kiện", List.of(), 24, 70), asked, actor, known, words);
      return book.bytes();
    }
  }

  private Object[] row(CaseLists.Row each, Names known, Words words) {
    LocalDate until = each.closedAt() == null ? known.today() : LocalDate.ofInstant(each.closedAt(), clock.getZone());
    return new Object[] {each.code(), each.owner(), each.subject(), known.procedure(each.procedure()),
        known.office(each.receivingOffice()), known.office(each.holder()), words.of("level." + each.level()),
        each.step() == null ? words.of("supervision.step.none") : each.stepName(),
        each.officer() == null ? null : known.officer(each.officer()),
        each.state().label().vi() + (each.held() ? " (" + words.of("case.held") + ")" : ""), each.receivedOn(),
        each.closedAt() == null ? each.limitOn() : null, each.dueOn(), each.decidedOn(),
        words.of(each.left().key(), each.left().days()), calendars.workingDaysBetween(each.receivedOn(), until)};
  }

  private void conditions(ExcelSheet sheet, ListRequest asked, Actor actor, Names known, Words words) {
    CaseFilter filter = asked.filter();
    String office = filter.office() == null ? actor.officeId() : filter.office();
    sheet.row("Danh sách", words.of("supervision.figure." + filter.figure()));
    sheet.row("Kỳ", filter.figure().isOfPeriod() ? words.period(filter.period()) : words.of("supervision.now"));
    sheet.row("Cơ quan (và cấp dưới)", known.offices().find(office, known.today()).map(Office::name).orElse(office));
    filter.parameters().forEach((name, value) -> {
      if (!List.of("figure", "period", "from", "to", "office").contains(name)) {
        sheet.row(words.of("supervision.parameter." + name), inWords(name, value, filter, known, words, actor));
      }
    });
    sheet.row("Chỉ hồ sơ đã chọn", asked.picked().isEmpty() ? "Không" : "Có");
    sheet.row("Người xuất", actor.name());
    sheet.row("Thời điểm xuất", LocalDateTime.now(clock));
  }

  private String inWords(String parameter, String value, CaseFilter filter, Names known, Words words, Actor actor) {
    return switch (parameter) {
      case "procedure" -> known.procedure(value);
      case "holder" -> known.office(value);
      case "step" -> known.step(filter.procedure(), value, words.of("supervision.step.none"));
      case "release" -> value;
      case "place" -> places.name(filter, actor, words);
      case "officer" -> SupervisionPage.officer(value, known, words);
      case "level" -> words.of("level." + value);
      default -> words.of("supervision." + parameter + "." + value);
    };
  }
}
