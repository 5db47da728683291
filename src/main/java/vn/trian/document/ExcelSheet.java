package vn.trian.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** One sheet of an {@link ExcelBook}. */
public final class ExcelSheet {

  /** Text that begins so would be calculated as soon as somebody edits it. */
  private static final String FORMULA = "=+-@\t\r";

  private final Sheet sheet;
  private final int columns;
  private final CellStyle date;
  private final CellStyle moment;
  private final CellStyle literal;

  ExcelSheet(Sheet sheet, int columns, CellStyle date, CellStyle moment, CellStyle literal) {
    this.sheet = sheet;
    this.columns = columns;
    this.date = date;
    this.moment = moment;
    this.literal = literal;
  }

  /** Writes the next row: texts, numbers, {@code LocalDate} and {@code LocalDateTime}; null leaves its cell empty. */
  public void row(Object... values) {
    Row row = sheet.createRow(next());
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && !"".equals(values[i])) {
        write(row.createCell(i), values[i]);
      }
    }
  }

  /** Lets the reader filter by the columns; after the last row. */
  public void filtered() {
    sheet.setAutoFilter(new CellRangeAddress(0, next() - 1, 0, columns - 1));
  }

  private int next() {
    return sheet.getPhysicalNumberOfRows();
  }

  private void write(Cell cell, Object value) {
    if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(date);
    } else if (value instanceof LocalDateTime at) {
      cell.setCellValue(at);
      cell.setCellStyle(moment);
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      text(cell, value.toString());
    }
  }

  private void text(Cell cell, String text) {
    cell.setCellValue(text);
    if (FORMULA.indexOf(text.charAt(0)) >= 0) {
      cell.setCellStyle(literal);
    }
  }
}
