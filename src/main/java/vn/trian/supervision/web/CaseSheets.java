package vn.trian.supervision.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.deadline.Calendars;
import vn.trian.organization.Office;
import vn.trian.security.Actor;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseLists;

/** Lists as workbooks for Excel, in Vietnamese as office papers are: dates are dates, numbers are numbers. */
@Component
class CaseSheets {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final List<String> COLUMNS = List.of("Mã hồ sơ", "Chủ hồ sơ", "Về người", "Thủ tục",
      "Nơi tiếp nhận", "Nơi đang giữ", "Cấp", "Bước", "Người đang xử lý", "Trạng thái", "Ngày nhận", "Hạn của bước",
      "Hạn trả kết quả", "Ngày có kết quả", "Tình trạng thời hạn", "Số ngày làm việc đã qua");
  private static final int[] WIDTHS = {26, 28, 28, 30, 22, 22, 12, 34, 24, 24, 12, 12, 12, 12, 28, 12};
  private static final int CHARACTER = 256;
  /** Text that begins so would be calculated as soon as somebody edits it. */
  private static final String FORMULA = "=+-@\t\r";

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

  /** The workbook of a list: its cases, and a second sheet that says which they are. */
  byte[] of(ListRequest asked, Actor actor) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Writer writer = new Writer(book, names.in(VIETNAMESE), new Words(messages, VIETNAMESE));
      cases.each(asked.filter(), asked.picked(), asked.order(), asked.descending(), actor, writer::add);
      writer.end();
      conditions(book, asked, actor, writer);
      book.write(out);
      return out.toByteArray();
    }
  }

  private void conditions(Workbook book, ListRequest asked, Actor actor, Writer writer) {
    CaseFilter filter = asked.filter();
    Sheet sheet = book.createSheet("Điều kiện");
    sheet.setColumnWidth(0, 24 * CHARACTER);
    sheet.setColumnWidth(1, 70 * CHARACTER);
    String office = filter.office() == null ? actor.officeId() : filter.office();
    line(sheet, writer, "Danh sách", writer.words.of("supervision.figure." + filter.figure()));
    line(sheet, writer, "Kỳ", filter.figure().isOfPeriod() ? writer.words.period(filter.period())
        : writer.words.of("supervision.now"));
    line(sheet, writer, "Cơ quan (và cấp dưới)", writer.names.offices().find(office, writer.names.today())
        .map(Office::name).orElse(office));
    filter.parameters().forEach((name, value) -> {
      if (!List.of("figure", "period", "from", "to", "office").contains(name)) {
        line(sheet, writer, writer.words.of("supervision.parameter." + name),
            inWords(name, value, filter, writer, actor));
      }
    });
    line(sheet, writer, "Chỉ hồ sơ đã chọn", asked.picked().isEmpty() ? "Không" : "Có");
    line(sheet, writer, "Người xuất", actor.name());
    Row row = line(sheet, writer, "Thời điểm xuất", "");
    Cell moment = row.createCell(1);
    moment.setCellValue(LocalDateTime.now(clock));
    moment.setCellStyle(writer.moment);
  }

  private String inWords(String parameter, String value, CaseFilter filter, Writer writer, Actor actor) {
    return switch (parameter) {
      case "procedure" -> writer.names.procedure(value);
      case "holder" -> writer.names.office(value);
      case "step" -> writer.names.step(filter.procedure(), value, writer.words.of("supervision.step.none"));
      case "release" -> value;
      case "place" -> places.name(filter, actor, writer.words);
      case "officer" -> SupervisionPage.officer(value, writer.names, writer.words);
      case "level" -> writer.words.of("level." + value);
      default -> writer.words.of("supervision." + parameter + "." + value);
    };
  }

  private static Row line(Sheet sheet, Writer writer, String name, String value) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    row.createCell(0).setCellValue(name);
    writer.text(row.createCell(1), value);
    return row;
  }

  /** Writes the rows of one workbook. */
  private final class Writer {

    private final Names names;
    private final Words words;
    private final Sheet sheet;
    private final CellStyle date;
    private final CellStyle moment;
    private final CellStyle literal;
    private int count;

    Writer(Workbook book, Names names, Words words) {
      this.names = names;
      this.words = words;
      this.sheet = book.createSheet("Hồ sơ");
      this.date = book.createCellStyle();
      this.date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      this.moment = book.createCellStyle();
      this.moment.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
      this.literal = book.createCellStyle();
      this.literal.setQuotePrefixed(true);
      head(book);
    }

    private void head(Workbook book) {
      CellStyle bold = book.createCellStyle();
      Font font = book.createFont();
      font.setBold(true);
      bold.setFont(font);
      bold.setWrapText(true);
      Row head = sheet.createRow(0);
      for (int i = 0; i < COLUMNS.size(); i++) {
        sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        Cell cell = head.createCell(i);
        cell.setCellValue(COLUMNS.get(i));
        cell.setCellStyle(bold);
      }
      sheet.createFreezePane(0, 1);
    }

    void add(CaseLists.Row each) {
      Row row = sheet.createRow(++count);
      List<String> texts = new ArrayList<>();
      texts.add(each.code());
      texts.add(each.owner());
      texts.add(each.subject());
      texts.add(names.procedure(each.procedure()));
      texts.add(names.office(each.receivingOffice()));
      texts.add(names.office(each.holder()));
      texts.add(words.of("level." + each.level()));
      texts.add(each.step() == null ? words.of("supervision.step.none") : each.stepName());
      texts.add(each.officer() == null ? null : names.officer(each.officer()));
      texts.add(each.state().label().vi());
      texts.forEach(text -> text(next(row), text));
      day(next(row), each.receivedOn());
      day(next(row), each.closedAt() == null ? each.limitOn() : null);
      day(next(row), each.dueOn());
      day(next(row), each.decidedOn());
      text(next(row), words.of(each.left().key(), each.left().days()));
      next(row).setCellValue(calendars.workingDaysBetween(each.receivedOn(), each.closedAt() == null
          ? names.today() : LocalDate.ofInstant(each.closedAt(), clock.getZone())));
    }

    void end() {
      sheet.setAutoFilter(new CellRangeAddress(0, count, 0, COLUMNS.size() - 1));
    }

    private Cell next(Row row) {
      return row.createCell(Math.max(0, row.getLastCellNum()));
    }

    private void day(Cell cell, LocalDate day) {
      if (day != null) {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      }
    }

    void text(Cell cell, String text) {
      if (text == null || text.isEmpty()) {
        return;
      }
      cell.setCellValue(text);
      if (FORMULA.indexOf(text.charAt(0)) >= 0) {
        cell.setCellStyle(literal);
      }
    }
  }
}
