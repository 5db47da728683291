package vn.trian.document;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes tables with columns of fixed width, with or without a grid. */
final class WordTables {

  private static final Pattern PERCENT = Pattern.compile("width:\\s*(\\d+(?:\\.\\d+)?)%");
  /** Strength of a line, in eighths of a point. */
  private static final int LINE = 4;
  private static final String BLACK = "000000";

  private final WordSheet sheet;
  private final WordWriter writer;

  WordTables(WordSheet sheet, WordWriter writer) {
    this.sheet = sheet;
    this.writer = writer;
  }

  void write(Element element, WordBody body, WordLook look) {
    List<Element> rows = element.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    if (rows.isEmpty()) {
      return;
    }
    int columns = rows.stream().mapToInt(WordTables::span).max().orElse(1);
    int[] widths = widths(rows, columns);
    XWPFTable table = body.table();
    table.removeRow(0);
    frame(table, element.hasClass("grid"));
    table.setWidth(sheet.inner());
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    for (Element row : rows) {
      row(row, table.createRow(), widths, look);
    }
  }

  private static void frame(XWPFTable table, boolean grid) {
    XWPFBorderType border = grid ? XWPFBorderType.SINGLE : XWPFBorderType.NONE;
    table.setTopBorder(border, LINE, 0, BLACK);
    table.setBottomBorder(border, LINE, 0, BLACK);
    table.setLeftBorder(border, LINE, 0, BLACK);
    table.setRightBorder(border, LINE, 0, BLACK);
    table.setInsideHBorder(border, LINE, 0, BLACK);
    table.setInsideVBorder(border, LINE, 0, BLACK);
    table.setCellMargins(grid ? 30 : 0, grid ? 80 : 40, grid ? 30 : 0, grid ? 80 : 40);
  }

  private void row(Element element, XWPFTableRow row, int[] widths, WordLook look) {
    while (!row.getTableCells().isEmpty()) {
      row.removeCell(0);
    }
    row.setCantSplitRow(true);
    Element section = element.parent();
    if (section != null && section.tagName().equals("thead")) {
      row.setRepeatHeader(true);
    }
    WordLook rowLook = look.in(element, sheet.fontSize());
    int column = 0;
    for (Element cell : element.children()) {
      int next = column + span(cell.attr("colspan"));
      int width = Arrays.stream(widths, column, Math.min(next, widths.length)).sum();
      cell(cell, row.addNewTableCell(), width, next - column, rowLook);
      column = next;
    }
  }

  private void cell(Element element, XWPFTableCell cell, int width, int span, WordLook rowLook) {
    CTTcPr properties = cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    CTTblWidth cellWidth = properties.addNewTcW();
    cellWidth.setType(STTblWidth.DXA);
    cellWidth.setW(BigInteger.valueOf(width));
    if (span > 1) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
    }
    WordLook look = rowLook.in(element, sheet.fontSize());
    if (element.tagName().equals("th") && !element.hasClass("left")) {
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      look = look.centered();
    }
    writer.blocks(element, WordBody.cell(cell), look);
  }

  private static int span(Element row) {
    return row.children().stream().mapToInt(cell -> span(cell.attr("colspan"))).sum();
  }

  private static int span(String colspan) {
    return colspan.matches("\\d{1,2}") ? Math.max(1, Integer.parseInt(colspan)) : 1;
  }

  /** Column widths by the first row that names them; what is left is shared evenly. */
  private int[] widths(List<Element> rows, int columns) {
    double[] percents = new double[columns];
    for (Element row : rows) {
      if (row.childrenSize() == columns) {
        for (int i = 0; i < columns; i++) {
          Matcher width = PERCENT.matcher(row.child(i).attr("style"));
          if (percents[i] == 0 && width.find()) {
            percents[i] = Double.parseDouble(width.group(1));
          }
        }
      }
    }
    long open = Arrays.stream(percents).filter(percent -> percent == 0).count();
    double share = open == 0 ? 0 : Math.max(1, (100 - Arrays.stream(percents).sum()) / open);
    return Arrays.stream(percents)
        .mapToInt(percent -> (int) Math.round(sheet.inner() * (percent == 0 ? share : percent) / 100)).toArray();
  }
}
