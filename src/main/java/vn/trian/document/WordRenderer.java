package vn.trian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.springframework.stereotype.Component;

/**
 * Writes the HTML of our templates as an editable Word file. It knows the restricted vocabulary of
 * docs/document-model.md (elements and class names), not style sheets.
 */
@Component
class WordRenderer {

  private static final String FONT = "Times New Roman";
  private static final Pattern PERCENT = Pattern.compile("width:\\s*(\\d+(?:\\.\\d+)?)%");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "h1", "h2", "h3", "ul", "ol", "li", "table", "hr", "section", "body");

  byte[] render(String html) {
    Document page = PdfRenderer.wellFormed(html);
    try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = Sheet.of(page.body());
      prepare(word, sheet, page.title());
      new Writer(sheet).blocks(page.body(), new DocumentBody(word), Look.plain(sheet.fontSize));
      word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepare(XWPFDocument word, Sheet sheet, String title) {
    XWPFStyles styles = word.createStyles();
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
    styles.setDefaultFonts(fonts);
    styles.setSpellingLanguage("vi-VN");
    word.getProperties().getCoreProperties().setTitle(title);
    word.getProperties().getCoreProperties().setCreator("Tri Ân");
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(sheet.width));
    size.setH(BigInteger.valueOf(sheet.height));
    size.setOrient(sheet.width > sheet.height ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(sheet.top));
    margins.setBottom(BigInteger.valueOf(sheet.bottom));
    margins.setLeft(BigInteger.valueOf(sheet.left));
    margins.setRight(BigInteger.valueOf(sheet.right));
    margins.setHeader(BigInteger.valueOf(400));
    margins.setFooter(BigInteger.valueOf(400));
    margins.setGutter(BigInteger.ZERO);
  }

  private static int twips(double millimeters) {
    return (int) Math.round(millimeters / 25.4 * 1440);
  }

  /** Page in twentieths of a point; the measures of document-style.css. */
  private record Sheet(int width, int height, int top, int right, int bottom, int left, double fontSize) {

    static Sheet of(Element body) {
      if (body.hasClass("a5")) {
        return new Sheet(twips(148), twips(210), twips(10), twips(10), twips(10), twips(14), 10.5);
      }
      if (body.hasClass("landscape")) {
        return new Sheet(twips(297), twips(210), twips(20), twips(20), twips(15), twips(20), 13);
      }
      return new Sheet(twips(210), twips(297), twips(20), twips(18), twips(20), twips(30), 13);
    }

    int inner() {
      return width - left - right;
    }
  }

  /** What an element passes on to what stands in it. */
  private record Look(boolean bold, boolean italic, boolean underline, boolean caps, double size,
      ParagraphAlignment align, int firstLine, int before, int after) {

    static Look plain(double size) {
      return new Look(false, false, false, false, size, ParagraphAlignment.LEFT, 0, 0, 40);
    }

    Look in(Element element, double base) {
      boolean nowBold = bold;
      boolean nowItalic = italic;
      boolean nowUnderline = underline;
      boolean nowCaps = caps;
      double nowSize = size;
      ParagraphAlignment nowAlign = align;
      int nowFirst = firstLine;
      int nowBefore = before;
      int nowAfter = after;
      switch (element.tagName()) {
        case "b", "strong", "th" -> nowBold = true;
        case "i", "em" -> nowItalic = true;
        case "u" -> nowUnderline = true;
        case "h1", "h2", "h3" -> {
          nowBold = true;
          nowAlign = ParagraphAlignment.CENTER;
          nowSize = element.tagName().equals("h1") ? base + 1 : base;
          nowBefore = element.tagName().equals("h1") ? 240 : 0;
          nowAfter = 60;
        }
        default -> { }
      }
      for (String name : element.classNames()) {
        switch (name) {
          case "center" -> nowAlign = ParagraphAlignment.CENTER;
          case "right" -> nowAlign = ParagraphAlignment.RIGHT;
          case "left" -> nowAlign = ParagraphAlignment.LEFT;
          case "justify" -> nowAlign = ParagraphAlignment.BOTH;
          case "text" -> {
            nowAlign = ParagraphAlignment.BOTH;
            nowFirst = twips(10);
            nowBefore = 80;
            nowAfter = 80;
          }
          case "bold" -> nowBold = true;
          case "italic" -> nowItalic = true;
          case "upper" -> nowCaps = true;
          case "normal" -> nowBold = false;
          case "small" -> nowSize = base - 2;
          case "head" -> nowSize = Math.min(size, base - 1);
          default -> { }
        }
      }
      return new Look(nowBold, nowItalic, nowUnderline, nowCaps, nowSize, nowAlign, nowFirst, nowBefore, nowAfter);
    }
  }

  /** Where paragraphs and tables go: the page or a cell. */
  private interface Body {
    XWPFParagraph paragraph();

    XWPFTable table();
  }

  private static final class DocumentBody implements Body {
    private final XWPFDocument word;

    DocumentBody(XWPFDocument word) {
      this.word = word;
    }

    @Override
    public XWPFParagraph paragraph() {
      return word.createParagraph();
    }

    @Override
    public XWPFTable table() {
      return word.createTable();
    }
  }

  private static final class CellBody implements Body {
    private final XWPFTableCell cell;
    private boolean fresh = true;

    CellBody(XWPFTableCell cell) {
      this.cell = cell;
    }

    @Override
    public XWPFParagraph paragraph() {
      // a cell always has one paragraph already
      if (fresh && !cell.getParagraphs().isEmpty()) {
        fresh = false;
        return cell.getParagraphs().get(0);
      }
      return cell.addParagraph();
    }

    @Override
    public XWPFTable table() {
      throw new IllegalArgumentException("tables in tables are not part of the template vocabulary");
    }
  }

  private static final class Writer {
    private final Sheet sheet;

    Writer(Sheet sheet) {
      this.sheet = sheet;
    }

    /** Content of an element: blocks one below the other, loose text between them as paragraphs. */
    void blocks(Element parent, Body body, Look look) {
      List<Node> loose = new ArrayList<>();
      for (Node child : parent.childNodes()) {
        if (child instanceof Element element && BLOCKS.contains(element.tagName())) {
          flush(loose, body, look);
          block(element, body, look);
        } else {
          loose.add(child);
        }
      }
      flush(loose, body, look);
    }

    private void flush(List<Node> loose, Body body, Look look) {
      boolean empty = loose.stream().allMatch(n -> n instanceof TextNode text ? text.isBlank()
          : !(n instanceof Element));
      if (!empty) {
        Line line = new Line(paragraph(body, look));
        loose.forEach(node -> inline(node, line, look));
      }
      loose.clear();
    }

    private void block(Element element, Body body, Look outer) {
      Look look = outer.in(element, sheet.fontSize);
      if (element.hasClass("page-break")) {
        body.paragraph().setPageBreak(true);
      }
      if (element.hasClass("rule")) {
        rule(element, body);
        return;
      }
      if (element.hasClass("space")) {
        XWPFParagraph gap = body.paragraph();
        gap.setSpacingBefore(twips(14));
        return;
      }
      switch (element.tagName()) {
        case "table" -> table(element, body, look);
        case "ul", "ol" -> list(element, body, look);
        case "hr" -> body.paragraph();
        default -> blocks(element, body, look);
      }
    }

    /** A short line below a heading, drawn as border of an indented empty paragraph. */
    private void rule(Element element, Body body) {
      XWPFParagraph line = body.paragraph();
      boolean wide = element.hasClass("wide");
      int room = (int) (sheet.inner() * (wide ? 0.56 : 0.44));
      int indent = (int) (room * (wide ? 0.17 : 0.35));
      line.setIndentationLeft(indent);
      line.setIndentationRight(indent);
      line.setBorderTop(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
      line.setSpacingBefore(20);
      line.setSpacingAfter(0);
      XWPFRun run = line.createRun();
      run.setFontSize(4);
    }

    private void list(Element list, Body body, Look look) {
      int number = 1;
      for (Element item : list.children()) {
        Look itemLook = look.in(item, sheet.fontSize);
        XWPFParagraph paragraph = paragraph(body, itemLook);
        boolean dash = list.tagName().equals("ul");
        if (!list.hasClass("flat")) {
          paragraph.setIndentationLeft(twips(12));
          paragraph.setIndentationHanging(twips(5));
        }
        Line line = new Line(paragraph);
        text(dash ? "- " : number++ + ". ", line, itemLook);
        item.childNodes().forEach(node -> inline(node, line, itemLook));
      }
    }

    private void table(Element element, Body body, Look look) {
      List<Element> rows = element.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
      if (rows.isEmpty()) {
        return;
      }
      int columns = rows.stream().mapToInt(Writer::span).max().orElse(1);
      int[] widths = widths(rows, columns);
      XWPFTable table = body.table();
      table.removeRow(0);
      boolean grid = element.hasClass("grid");
      XWPFBorderType border = grid ? XWPFBorderType.SINGLE : XWPFBorderType.NONE;
      table.setTopBorder(border, 4, 0, "000000");
      table.setBottomBorder(border, 4, 0, "000000");
      table.setLeftBorder(border, 4, 0, "000000");
      table.setRightBorder(border, 4, 0, "000000");
      table.setInsideHBorder(border, 4, 0, "000000");
      table.setInsideVBorder(border, 4, 0, "000000");
      table.setCellMargins(grid ? 30 : 0, grid ? 80 : 40, grid ? 30 : 0, grid ? 80 : 40);
      table.setWidth(sheet.inner());
      table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
      CTTblGrid tableGrid = table.getCTTbl().addNewTblGrid();
      for (int width : widths) {
        tableGrid.addNewGridCol().setW(BigInteger.valueOf(width));
      }
      for (Element row : rows) {
        row(row, table.createRow(), widths, look);
      }
    }

    private void row(Element element, XWPFTableRow row, int[] widths, Look look) {
      while (!row.getTableCells().isEmpty()) {
        row.removeCell(0);
      }
      row.setCantSplitRow(true);
      Element section = element.parent();
      if (section != null && section.tagName().equals("thead")) {
        row.setRepeatHeader(true);
      }
      Look rowLook = look.in(element, sheet.fontSize);
      int column = 0;
      for (Element cell : element.children()) {
        int span = spanOf(cell);
        int width = 0;
        for (int i = column; i < Math.min(column + span, widths.length); i++) {
          width += widths[i];
        }
        column += span;
        XWPFTableCell made = row.addNewTableCell();
        CTTblWidth cellWidth = made.getCTTc().isSetTcPr() ? made.getCTTc().getTcPr().addNewTcW()
            : made.getCTTc().addNewTcPr().addNewTcW();
        cellWidth.setType(STTblWidth.DXA);
        cellWidth.setW(BigInteger.valueOf(width));
        if (span > 1) {
          made.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(span));
        }
        Look cellLook = rowLook.in(cell, sheet.fontSize);
        if (cell.tagName().equals("th") && !cell.hasClass("left")) {
          made.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
          cellLook = cellLook.in(new Element("span").addClass("center"), sheet.fontSize);
        }
        CellBody body = new CellBody(made);
        blocks(cell, body, cellLook);
        if (body.fresh && made.getParagraphs().isEmpty()) {
          made.addParagraph();
        }
      }
    }

    private static int span(Element row) {
      return row.children().stream().mapToInt(Writer::spanOf).sum();
    }

    private static int spanOf(Element cell) {
      String span = cell.attr("colspan");
      return span.matches("\\d{1,2}") ? Math.max(1, Integer.parseInt(span)) : 1;
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
      double named = 0;
      int open = 0;
      for (double percent : percents) {
        named += percent;
        open += percent == 0 ? 1 : 0;
      }
      double share = open == 0 ? 0 : Math.max(1, (100 - named) / open);
      int[] widths = new int[columns];
      for (int i = 0; i < columns; i++) {
        widths[i] = (int) Math.round(sheet.inner() * (percents[i] == 0 ? share : percents[i]) / 100);
      }
      return widths;
    }

    private XWPFParagraph paragraph(Body body, Look look) {
      XWPFParagraph paragraph = body.paragraph();
      paragraph.setAlignment(look.align);
      paragraph.setSpacingBefore(look.before);
      paragraph.setSpacingAfter(look.after);
      if (look.firstLine > 0) {
        paragraph.setIndentationFirstLine(look.firstLine);
      }
      return paragraph;
    }

    private void inline(Node node, Line line, Look look) {
      if (node instanceof TextNode text) {
        text(text.getWholeText(), line, look);
      } else if (node instanceof Element element) {
        switch (element.tagName()) {
          case "br" -> line.newLine(look);
          case "img" -> picture(element, line);
          default -> {
            Look inner = look.in(element, sheet.fontSize);
            element.childNodes().forEach(child -> inline(child, line, inner));
          }
        }
      }
    }

    private void text(String raw, Line line, Look look) {
      String text = line.joined(BLANKS.matcher(raw).replaceAll(" "));
      if (text.isEmpty()) {
        return;
      }
      XWPFRun run = line.paragraph.createRun();
      run.setFontFamily(FONT);
      run.setFontSize(look.size);
      run.setBold(look.bold);
      run.setItalic(look.italic);
      if (look.underline) {
        run.setUnderline(UnderlinePatterns.SINGLE);
      }
      // written in capitals, not only shown so: the text survives copying
      run.setText(look.caps ? text.toUpperCase(Locale.ROOT) : text);
    }

    private void picture(Element element, Line line) {
      String uri = element.attr("src");
      if (!PdfRenderer.isPicture(uri)) {
        return;
      }
      try {
        byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        var size = ImageIO.read(new ByteArrayInputStream(bytes));
        if (size == null) {
          return;
        }
        int width = Units.toEMU(72);
        int height = (int) ((long) width * size.getHeight() / Math.max(1, size.getWidth()));
        int type = uri.startsWith("data:image/png") ? XWPFDocument.PICTURE_TYPE_PNG : XWPFDocument.PICTURE_TYPE_JPEG;
        line.paragraph.createRun().addPicture(new ByteArrayInputStream(bytes), type, "picture", width, height);
      } catch (IOException | InvalidFormatException | IllegalArgumentException e) {
        // a picture that cannot be read leaves a gap, the text is what counts
        text(element.attr("alt"), line, Look.plain(sheet.fontSize));
      }
    }
  }

  /** A paragraph being filled; joins blanks across elements as a browser does. */
  private static final class Line {
    private final XWPFParagraph paragraph;
    private boolean blankBefore = true;

    Line(XWPFParagraph paragraph) {
      this.paragraph = paragraph;
    }

    String joined(String text) {
      String joined = blankBefore && text.startsWith(" ") ? text.substring(1) : text;
      if (!joined.isEmpty()) {
        blankBefore = joined.endsWith(" ");
      }
      return joined;
    }

    void newLine(Look look) {
      XWPFRun run = paragraph.createRun();
      run.setFontSize(look.size);
      run.addBreak(BreakType.TEXT_WRAPPING);
      blankBefore = true;
    }
  }
}
