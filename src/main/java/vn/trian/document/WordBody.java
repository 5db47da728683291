package vn.trian.document;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Where paragraphs and tables go: the page or a cell. */
interface WordBody {

  XWPFParagraph paragraph();

  XWPFTable table();

  static WordBody page(XWPFDocument word) {
    return new WordBody() {
      @Override
      public XWPFParagraph paragraph() {
        return word.createParagraph();
      }

      @Override
      public XWPFTable table() {
        return word.createTable();
      }
    };
  }

  static WordBody cell(XWPFTableCell cell) {
    // Word refuses a cell without a paragraph, so an empty one has to be there; the first text goes into it
    XWPFParagraph first = cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().get(0);
    return new WordBody() {
      private boolean fresh = true;

      @Override
      public XWPFParagraph paragraph() {
        if (fresh) {
          fresh = false;
          return first;
        }
        return cell.addParagraph();
      }

      @Override
      public XWPFTable table() {
        throw new IllegalArgumentException("tables in tables are not part of the template vocabulary");
      }
    };
  }
}
