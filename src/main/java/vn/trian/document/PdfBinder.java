package vn.trian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Binds papers into one file. */
public final class PdfBinder {

  private static final long IN_MEMORY = 32L * 1024 * 1024;

  private PdfBinder() {}

  /** One PDF with the pages of all, in their order; what does not fit into 32 MB goes through a temporary file. */
  public static byte[] bound(List<byte[]> papers) {
    PDFMergerUtility merger = new PDFMergerUtility();
    papers.forEach(paper -> merger.addSource(new RandomAccessReadBuffer(paper)));
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      merger.setDestinationStream(out);
      merger.mergeDocuments(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
