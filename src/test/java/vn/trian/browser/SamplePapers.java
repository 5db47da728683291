package vn.trian.browser;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Papers as citizens bring them, and what is none. */
final class SamplePapers {

  private static final int TOO_LARGE = 10 * 1024 * 1024 + 1;

  private SamplePapers() {}

  static byte[] pdf() {
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] picture() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      BufferedImage picture = new BufferedImage(200, 120, BufferedImage.TYPE_INT_RGB);
      picture.getGraphics().setColor(Color.RED);
      picture.getGraphics().fillRect(20, 20, 60, 40);
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of a Windows program, whatever its name says. */
  static byte[] program() {
    return Arrays.copyOf("MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1), 4000);
  }

  static byte[] tooLarge() {
    return Arrays.copyOf(pdf(), TOO_LARGE);
  }
}
