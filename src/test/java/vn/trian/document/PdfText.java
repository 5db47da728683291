package vn.trian.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Text of a PDF as a reader would copy it. */
public final class PdfText {

  private PdfText() {}

  public static String of(byte[] pdf) {
    return between(pdf, 1, Integer.MAX_VALUE);
  }

  /** @param page counted from 1; a page that is not there has no text */
  static String ofPage(byte[] pdf, int page) {
    return between(pdf, page, page);
  }

  private static String between(byte[] pdf, int first, int last) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      return Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFC).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
