package vn.trian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook for Excel, written row by row: dates are dates, numbers are numbers, texts never formulas. */
public final class ExcelBook implements AutoCloseable {

  private static final int CHARACTER = 256;
  /** Excel takes no longer names of sheets. */
  private static final int LONGEST_NAME = 31;

  private final SXSSFWorkbook book = new SXSSFWorkbook();
  private final CellStyle bold = book.createCellStyle();
  private final CellStyle date = formatted("dd/mm/yyyy");
  private final CellStyle moment = formatted("dd/mm/yyyy hh:mm");
  private final CellStyle literal = book.createCellStyle();

  public ExcelBook() {
    Font font = book.createFont();
    font.setBold(true);
    bold.setFont(font);
    bold.setWrapText(true);
    literal.setQuotePrefixed(true);
  }

  /**
   * Begins a sheet.
   *
   * @param columns head that stays in view; no head when empty
   * @param widths  of the columns, in characters
   */
  public ExcelSheet sheet(String name, List<String> columns, int... widths) {
    Sheet sheet = book.createSheet(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * CHARACTER);
    }
    if (!columns.isEmpty()) {
      Row head = sheet.createRow(0);
      for (int i = 0; i < columns.size(); i++) {
        head.createCell(i).setCellValue(columns.get(i));
        head.getCell(i).setCellStyle(bold);
      }
      sheet.createFreezePane(0, 1);
    }
    return new ExcelSheet(sheet, columns.size(), date, moment, literal);
  }

  /** The finished workbook. */
  public byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CellStyle formatted(String pattern) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(pattern));
    return style;
  }
}
