package vn.trian.report.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.document.ExcelBook;
import vn.trian.document.ExcelSheet;
import vn.trian.report.CountedCase;
import vn.trian.report.Figures;
import vn.trian.report.Figures.Part;
import vn.trian.report.Figures.StepDays;
import vn.trian.report.OfficeReport;
import vn.trian.report.ReportLine;
import vn.trian.report.ReportTable;
import vn.trian.report.Reports.Opened;
import vn.trian.report.StepComparison;
import vn.trian.shared.Texts;
import vn.trian.supervision.web.NameBook;
import vn.trian.supervision.web.Names;
import vn.trian.supervision.web.Words;

/** A report for Excel: its numbers, its tables, the cases behind them, and what would read otherwise today. */
@Component
class ReportSheets {

  private static final List<String> STEP_NUMBERS = List.of("số lần", "trung vị (ngày làm việc)",
      "90% số lần trong (ngày làm việc)");

  private final NameBook names;
  private final Words words;

  ReportSheets(NameBook names, MessageSource messages) {
    this.names = names;
    this.words = new Words(messages, Texts.VIETNAMESE);
  }

  byte[] of(Opened opened) {
    Figures figures = opened.figures();
    try (ExcelBook book = new ExcelBook()) {
      summary(book, opened);
      parts(book, "Theo thủ tục", "Thủ tục", figures.procedures());
      parts(book, "Theo nơi tiếp nhận", "Cơ quan", figures.offices());
      steps(book, opened);
      cases(book, opened.cases());
      if (opened.report().frozen()) {
        corrections(book, opened);
      }
      about(book, opened);
      return book.bytes();
    }
  }

  private void summary(ExcelBook book, Opened opened) {
    boolean frozen = opened.report().frozen();
    List<String> columns = frozen ? List.of("Chỉ tiêu", "Đã chốt", "Nay") : List.of("Chỉ tiêu", "Số liệu");
    ExcelSheet sheet = book.sheet("Tổng hợp", columns, 48, 14, 14);
    for (ReportLine line : ReportLine.values()) {
      sheet.row(label(line), opened.figures().of(line), frozen ? opened.today().of(line) : null);
    }
    sheet.row(words.of("report.payments"), opened.figures().payments(), frozen ? opened.today().payments() : null);
    sheet.row(words.of("report.cashless"), opened.figures().cashless(), frozen ? opened.today().cashless() : null);
  }

  private void parts(ExcelBook book, String name, String first, List<Part> parts) {
    List<String> columns = new ArrayList<>(List.of(first));
    int[] widths = new int[1 + ReportTable.COLUMNS.size()];
    widths[0] = 40;
    for (int i = 0; i < ReportTable.COLUMNS.size(); i++) {
      columns.add(words.of(ReportTable.COLUMNS.get(i).columnKey()));
      widths[i + 1] = 14;
    }
    ExcelSheet sheet = book.sheet(name, columns, widths);
    for (Part part : parts) {
      List<Object> cells = new ArrayList<>(List.of(part.name()));
      ReportTable.COLUMNS.forEach(line -> cells.add(part.of(line)));
      sheet.row(cells.toArray());
    }
  }

  private void about(ExcelBook book, Opened opened) {
    OfficeReport report = opened.report();
    ExcelSheet sheet = book.sheet("Thông tin", List.of(), 24, 72);
    sheet.row("Báo cáo", opened.rule().name().vi() + " năm " + report.year());
    sheet.row("Cơ quan", names.in(Texts.VIETNAMESE).office(report.officeId()));
    sheet.row("Số liệu từ ngày", report.days().first());
    sheet.row("Đến hết ngày", report.days().last());
    if (opened.since() != null) {
      sheet.row("Có hồ sơ từ ngày", opened.since());
    }
    sheet.row("Bản", report.edition());
    if (report.frozen()) {
      sheet.row("Số", report.symbol());
      sheet.row("Người chốt", report.frozenName());
      sheet.row("Chốt lúc", LocalDateTime.ofInstant(report.frozenAt(), Texts.VIET_NAM));
      sheet.row("Mã kiểm tra", report.checksum());
    } else {
      sheet.row("Tình trạng", "Dự thảo, đếm lúc xuất tệp");
    }
  }

  private static void steps(ExcelBook book, Opened opened) {
    boolean frozen = opened.report().frozen();
    List<String> columns = new ArrayList<>(List.of("Thủ tục", "Bước", "Số lần", "Trung vị (ngày làm việc)",
        "90% số lần trong (ngày làm việc)"));
    if (frozen) {
      columns.addAll(List.of("Nay: số lần", "Nay: trung vị", "Nay: 90%"));
    }
    ExcelSheet sheet = book.sheet("Thời gian từng bước", columns, 34, 40, 10, 24, 32, 14, 14, 14);
    opened.steps().forEach(each -> {
      List<Object> cells = new ArrayList<>(List.of(each.any().procedureName(), each.any().stepName()));
      cells.addAll(numbers(each.frozen()));
      if (frozen) {
        cells.addAll(numbers(each.today()));
      }
      sheet.row(cells.toArray());
    });
  }

  private static List<Number> numbers(StepDays days) {
    return days == null ? Collections.nCopies(3, null)
        : List.of(days.passes(), days.median(), days.ninetieth());
  }

  private void cases(ExcelBook book, Map<String, CountedCase> cases) {
    Names known = names.in(Texts.VIETNAMESE);
    ExcelSheet sheet = book.sheet("Hồ sơ", List.of("Mã hồ sơ", "Thủ tục", "Nơi tiếp nhận", "Được tính vào"), 26, 34,
        28, 90);
    cases.values().forEach(each -> sheet.row(each.code(), known.procedure(each.procedure()),
        known.office(each.office()), each.lines().stream().map(this::label).collect(Collectors.joining("; "))));
    sheet.filtered();
  }

  private void corrections(ExcelBook book, Opened opened) {
    ExcelSheet sheet = book.sheet("Thay đổi sau khi chốt", List.of("Chỉ tiêu", "Đã chốt", "Nay", "Mã hồ sơ",
        "Thay đổi"), 72, 12, 12, 26, 16);
    opened.corrections().forEach(each -> {
      each.added().forEach(code -> sheet.row(label(each.line()), each.frozen(), each.today(), code, "thêm"));
      each.removed().forEach(code -> sheet.row(label(each.line()), each.frozen(), each.today(), code, "bớt"));
    });
    if (opened.paymentsDiffer()) {
      sheet.row(words.of("report.payments"), opened.figures().payments(), opened.today().payments());
      sheet.row(words.of("report.cashless"), opened.figures().cashless(), opened.today().cashless());
    }
    opened.steps().stream().filter(StepComparison::differs).forEach(each -> {
      String step = each.any().procedureName() + " – " + each.any().stepName();
      List<Number> frozen = numbers(each.frozen());
      List<Number> today = numbers(each.today());
      for (int i = 0; i < STEP_NUMBERS.size(); i++) {
        if (!Objects.equals(frozen.get(i), today.get(i))) {
          sheet.row(step + ": " + STEP_NUMBERS.get(i), frozen.get(i), today.get(i));
        }
      }
    });
  }

  private String label(ReportLine line) {
    return words.of(line.key());
  }
}
