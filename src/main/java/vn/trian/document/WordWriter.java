package vn.trian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes blocks one below the other: paragraphs, lists, rules; tables it leaves to {@link WordTables}. */
final class WordWriter {

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "h1", "h2", "h3", "ul", "ol", "li", "table", "hr", "section", "body");

  private final WordSheet sheet;
  private final WordTables tables;

  WordWriter(WordSheet sheet) {
    this.sheet = sheet;
    this.tables = new WordTables(sheet, this);
  }

  /** Content of an element; loose text between its blocks becomes paragraphs. */
  void blocks(Element parent, WordBody body, WordLook look) {
    List<Node> loose = new ArrayList<>();
    boolean afterTable = false;
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element && BLOCKS.contains(element.tagName())) {
        flush(loose, body, look);
        boolean table = element.tagName().equals("table");
        if (table && afterTable) {
          gap(body);
        }
        afterTable = table;
        block(element, body, look);
      } else {
        loose.add(child);
      }
    }
    flush(loose, body, look);
  }

  /** Word makes one table of two that follow each other. */
  private static void gap(WordBody body) {
    XWPFParagraph gap = body.paragraph();
    gap.setSpacingAfter(0);
    gap.setKeepNext(true);
    gap.createRun().setFontSize(4);
  }

  private void flush(List<Node> loose, WordBody body, WordLook look) {
    boolean empty = loose.stream()
        .allMatch(node -> node instanceof TextNode text ? text.isBlank() : !(node instanceof Element));
    if (!empty) {
      WordLine line = new WordLine(paragraph(body, look), sheet.fontSize());
      loose.forEach(node -> line.add(node, look));
    }
    loose.clear();
  }

  private void block(Element element, WordBody body, WordLook outer) {
    WordLook look = outer.in(element, sheet.fontSize());
    if (element.hasClass("page-break")) {
      body.paragraph().setPageBreak(true);
    }
    if (element.hasClass("rule")) {
      rule(element, body);
      return;
    }
    if (element.hasClass("space")) {
      body.paragraph().setSpacingBefore(WordSheet.twips(14));
      return;
    }
    switch (element.tagName()) {
      case "table" -> tables.write(element, body, look);
      case "ul", "ol" -> list(element, body, look);
      case "hr" -> body.paragraph();
      default -> blocks(element, body, look);
    }
  }

  /** A short line below a heading, drawn as border of an indented empty paragraph. */
  private void rule(Element element, WordBody body) {
    XWPFParagraph line = body.paragraph();
    boolean wide = element.hasClass("wide");
    int room = (int) (sheet.inner() * (wide ? 0.56 : 0.44));
    int indent = (int) (room * (wide ? 0.17 : 0.35));
    line.setIndentationLeft(indent);
    line.setIndentationRight(indent);
    line.setBorderTop(Borders.SINGLE);
    line.setSpacingBefore(20);
    line.setSpacingAfter(0);
    line.createRun().setFontSize(4);
  }

  private void list(Element list, WordBody body, WordLook look) {
    boolean dash = list.tagName().equals("ul");
    int number = 1;
    for (Element item : list.children()) {
      WordLook itemLook = look.in(item, sheet.fontSize());
      XWPFParagraph paragraph = paragraph(body, itemLook);
      if (!list.hasClass("flat")) {
        paragraph.setIndentationLeft(WordSheet.twips(12));
        paragraph.setIndentationHanging(WordSheet.twips(5));
      }
      WordLine line = new WordLine(paragraph, sheet.fontSize());
      line.text(dash ? "- " : number++ + ". ", itemLook);
      item.childNodes().forEach(node -> line.add(node, itemLook));
    }
  }

  private static XWPFParagraph paragraph(WordBody body, WordLook look) {
    XWPFParagraph paragraph = body.paragraph();
    paragraph.setAlignment(look.align());
    paragraph.setSpacingBefore(look.before());
    paragraph.setSpacingAfter(look.after());
    paragraph.setKeepNext(look.lead());
    if (look.firstLine() > 0) {
      paragraph.setIndentationFirstLine(look.firstLine());
    }
    return paragraph;
  }
}
