package vn.trian.document;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.jsoup.nodes.Element;

/** What an element passes on to what stands in it. */
record WordLook(boolean bold, boolean italic, boolean underline, boolean caps, double size,
    ParagraphAlignment align, int firstLine, int before, int after, boolean lead) {

  static WordLook plain(double size) {
    return new WordLook(false, false, false, false, size, ParagraphAlignment.LEFT, 0, 0, 40, false);
  }

  WordLook in(Element element, double base) {
    boolean nowBold = bold;
    boolean nowItalic = italic;
    boolean nowUnderline = underline;
    boolean nowCaps = caps;
    double nowSize = size;
    ParagraphAlignment nowAlign = align;
    int nowFirst = firstLine;
    int nowBefore = before;
    int nowAfter = after;
    boolean nowLead = lead;
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
        nowLead = true;
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
          nowAlign = element.hasClass("italic") ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH;
          nowFirst = WordSheet.twips(10);
          nowBefore = 80;
          nowAfter = 80;
        }
        case "bold" -> nowBold = true;
        case "italic" -> nowItalic = true;
        case "upper" -> nowCaps = true;
        case "normal" -> nowBold = false;
        case "lead" -> {
          nowLead = true;
          nowBefore = Math.max(nowBefore, 80);
        }
        case "signed" -> {
          nowItalic = true;
          nowBefore = WordSheet.twips(7);
          nowAfter = WordSheet.twips(6);
        }
        case "draft-mark" -> {
          nowAlign = ParagraphAlignment.RIGHT;
          nowItalic = true;
          nowSize = base - 3;
        }
        case "small" -> nowSize = base - 2;
        case "head" -> nowSize = Math.min(size, base - 1);
        default -> { }
      }
    }
    return new WordLook(nowBold, nowItalic, nowUnderline, nowCaps, nowSize, nowAlign, nowFirst, nowBefore, nowAfter,
        nowLead);
  }

  WordLook centered() {
    return new WordLook(bold, italic, underline, caps, size, ParagraphAlignment.CENTER, firstLine, before, after,
        lead);
  }
}
