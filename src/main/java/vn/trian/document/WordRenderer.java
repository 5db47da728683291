package vn.trian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jsoup.nodes.Document;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.springframework.stereotype.Component;

/**
 * Writes the HTML of our templates as an editable Word file. It knows the restricted vocabulary of
 * docs/document-model.md (elements and class names), not style sheets.
 */
@Component
class WordRenderer {

  /** Room above and below the text, in twentieths of a point. */
  private static final BigInteger HEAD_AND_FOOT = BigInteger.valueOf(400);

  byte[] render(String html) {
    Document page = PdfRenderer.wellFormed(html);
    try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      WordSheet sheet = WordSheet.of(page.body());
      prepare(word, sheet, page.title());
      new WordWriter(sheet).blocks(page.body(), WordBody.page(word), WordLook.plain(sheet.fontSize()));
      word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepare(XWPFDocument word, WordSheet sheet, String title) {
    XWPFStyles styles = word.createStyles();
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(WordLine.FONT);
    fonts.setHAnsi(WordLine.FONT);
    fonts.setCs(WordLine.FONT);
    fonts.setEastAsia(WordLine.FONT);
    styles.setDefaultFonts(fonts);
    styles.setSpellingLanguage("vi-VN");
    word.getProperties().getCoreProperties().setTitle(title);
    word.getProperties().getCoreProperties().setCreator("Tri Ân");
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(sheet.width()));
    size.setH(BigInteger.valueOf(sheet.height()));
    size.setOrient(sheet.width() > sheet.height() ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(sheet.top()));
    margins.setBottom(BigInteger.valueOf(sheet.bottom()));
    margins.setLeft(BigInteger.valueOf(sheet.left()));
    margins.setRight(BigInteger.valueOf(sheet.right()));
    margins.setHeader(HEAD_AND_FOOT);
    margins.setFooter(HEAD_AND_FOOT);
    margins.setGutter(BigInteger.ZERO);
  }
}
