package vn.trian.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A paragraph being filled; joins blanks across elements as a browser does. */
final class WordLine {

  static final String FONT = "Times New Roman";
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final int PICTURE_POINTS = 72;

  private final XWPFParagraph paragraph;
  private final double fontSize;
  private boolean blankBefore = true;

  /** @param fontSize of plain text in this document, in points */
  WordLine(XWPFParagraph paragraph, double fontSize) {
    this.paragraph = paragraph;
    this.fontSize = fontSize;
  }

  void add(Node node, WordLook look) {
    if (node instanceof TextNode text) {
      text(text.getWholeText(), look);
    } else if (node instanceof Element element) {
      switch (element.tagName()) {
        case "br" -> newLine(look);
        case "img" -> picture(element);
        default -> {
          WordLook inner = look.in(element, fontSize);
          element.childNodes().forEach(child -> add(child, inner));
        }
      }
    }
  }

  void text(String raw, WordLook look) {
    String text = joined(BLANKS.matcher(raw).replaceAll(" "));
    if (text.isEmpty()) {
      return;
    }
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontSize(look.size());
    run.setBold(look.bold());
    run.setItalic(look.italic());
    if (look.underline()) {
      run.setUnderline(UnderlinePatterns.SINGLE);
    }
    // written in capitals, not only shown so: the text survives copying
    run.setText(look.caps() ? text.toUpperCase(Locale.ROOT) : text);
  }

  private String joined(String text) {
    String joined = blankBefore && text.startsWith(" ") ? text.substring(1) : text;
    if (!joined.isEmpty()) {
      blankBefore = joined.endsWith(" ");
    }
    return joined;
  }

  private void newLine(WordLook look) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(look.size());
    run.addBreak(BreakType.TEXT_WRAPPING);
    blankBefore = true;
  }

  private void picture(Element element) {
    String uri = element.attr("src");
    if (!PdfRenderer.isPicture(uri)) {
      return;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
      BufferedImage size = ImageIO.read(new ByteArrayInputStream(bytes));
      if (size == null) {
        return;
      }
      int width = Units.toEMU(PICTURE_POINTS);
      int height = (int) ((long) width * size.getHeight() / Math.max(1, size.getWidth()));
      int type = uri.startsWith("data:image/png") ? XWPFDocument.PICTURE_TYPE_PNG : XWPFDocument.PICTURE_TYPE_JPEG;
      paragraph.createRun().addPicture(new ByteArrayInputStream(bytes), type, "picture", width, height);
    } catch (IOException | InvalidFormatException | IllegalArgumentException e) {
      // a picture that cannot be read leaves a gap, the text is what counts
      text(element.attr("alt"), WordLook.plain(fontSize));
    }
  }
}
