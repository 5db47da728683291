package vn.trian.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;

/**
 * Draws HTML as PDF with embedded fonts. Nothing is ever fetched: besides pictures written into the page as
 * data URI every address is refused, so an uploaded template can read neither files nor the network.
 */
@Component
class PdfRenderer {

  private static final String FAMILY = "Tinos";
  private static final int DEPTH = 150;
  /** The four letters as they stand in a font file. */
  private static final int GSUB = 0x47535542;

  static {
    // tells of every font and style sheet that it was read, with each page anew
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private final Map<String, byte[]> fonts = new ConcurrentHashMap<>();

  byte[] render(String html) {
    Document page = wellFormed(Normalizer.normalize(html, Normalizer.Form.NFC));
    requireFlat(page);
    LastRow.takesTheFoot(page);
    // the built-in fonts of PDF know no Vietnamese, so no template gets to choose them
    page.head().appendElement("style").appendChild(new DataNode("* { font-family: " + FAMILY + " !important }"));
    try (ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024)) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFastMode();
      builder.useUriResolver((base, uri) -> isPicture(uri) ? uri : null);
      builder.useExternalResourceAccessControl(PdfRenderer::allowed,
          ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useExternalResourceAccessControl(PdfRenderer::allowed,
          ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
      font(builder, "Tinos-Regular.ttf", 400, FontStyle.NORMAL);
      font(builder, "Tinos-Bold.ttf", 700, FontStyle.NORMAL);
      font(builder, "Tinos-Italic.ttf", 400, FontStyle.ITALIC);
      font(builder, "Tinos-BoldItalic.ttf", 700, FontStyle.ITALIC);
      builder.useUnicodeLineBreaker(new WordBreaks());
      builder.withProducer("Tri Ân");
      builder.withW3cDocument(new W3CDom().fromJsoup(page), "about:blank");
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page without what has no place in a printed document. */
  static Document wellFormed(String html) {
    Document page = Jsoup.parse(html);
    page.select("script, link, iframe, frame, object, embed, base, meta, form, input, svg, math, bookmarks")
        .remove();
    page.outputSettings().syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.xhtml);
    return page;
  }

  /** Parts of templates can be put into one another; the library calls itself for each box within a box. */
  private static void requireFlat(Document page) {
    page.traverse((node, depth) -> {
      if (depth > DEPTH) {
        throw new DomainException(DomainException.Kind.INVALID, "template-too-large", page.title());
      }
    });
  }

  private static boolean allowed(String uri, ExternalResourceType type) {
    return isPicture(uri);
  }

  static boolean isPicture(String uri) {
    return uri != null && (uri.startsWith("data:image/png;base64,") || uri.startsWith("data:image/jpeg;base64,"));
  }

  private void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
    byte[] bytes = fonts.computeIfAbsent(file, PdfRenderer::font);
    builder.useFont(() -> new ByteArrayInputStream(bytes), FAMILY, weight, style, true);
  }

  private static byte[] font(String file) {
    try (InputStream in = new ClassPathResource("fonts/" + file).getInputStream()) {
      return withoutLigatures(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("fonts/" + file + " is not on the class path; build the front end first", e);
    }
  }

  /**
   * Hides the font's table of substitutions. With it PDFBox searches every word for ligatures by regular
   * expressions made anew each time, which took most of the time of a page; composed Vietnamese needs none.
   */
  private static byte[] withoutLigatures(byte[] font) {
    ByteBuffer directory = ByteBuffer.wrap(font);
    int tables = directory.getShort(4);
    for (int entry = 12; entry < 12 + 16 * tables; entry += 16) {
      if (directory.getInt(entry) == GSUB) {
        directory.put(entry, (byte) 'x');
      }
    }
    return font;
  }
}
