package vn.trian.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/** Draws small pictures of papers, two at a time at most, so that many viewers cannot fill the memory. */
@Component
class Previews {

  private final Semaphore seats = new Semaphore(2);
  private final DocumentSettings settings;

  Previews(DocumentSettings settings) {
    this.settings = settings;
  }

  /** Picture of the first page; empty when the content cannot be drawn. */
  Optional<Preview> of(byte[] bytes, String mediaType) {
    seats.acquireUninterruptibly();
    try {
      return Optional.of("application/pdf".equals(mediaType) ? firstPage(bytes) : smaller(bytes));
    } catch (IOException | RuntimeException | StackOverflowError notDrawable) {
      return Optional.empty();
    } finally {
      seats.release();
    }
  }

  /** Pictures of the first pages of a PDF that we drew ourselves, PNG. */
  List<byte[]> pages(byte[] pdf, int most) {
    seats.acquireUninterruptibly();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<byte[]> pages = new ArrayList<>();
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < Math.min(most, document.getNumberOfPages()); i++) {
        PDRectangle page = document.getPage(i).getCropBox();
        float scale = settings.previewPixels() / Math.max(1f, Math.max(page.getWidth(), page.getHeight()));
        pages.add(written(renderer.renderImage(i, Math.min(scale, 4f), ImageType.GRAY), "png"));
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      seats.release();
    }
  }

  private Preview firstPage(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDRectangle page = document.getPage(0).getCropBox();
      float scale = settings.previewPixels() / Math.max(1f, Math.max(page.getWidth(), page.getHeight()));
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return new Preview("image/png", written(renderer.renderImage(0, Math.min(scale, 4f), ImageType.RGB), "png"));
    }
  }

  private Preview smaller(byte[] bytes) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      try {
        reader.setInput(in, true, true);
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, longer / (2 * settings.previewPixels()));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, param);
        return new Preview("image/jpeg", written(scaled(read, orientation(bytes)), "jpg"));
      } finally {
        reader.dispose();
      }
    }
  }

  private BufferedImage scaled(BufferedImage read, int orientation) {
    int w = read.getWidth();
    int h = read.getHeight();
    double scale = Math.min(1, (double) settings.previewPixels() / Math.max(w, h));
    boolean upright = orientation < 5;
    BufferedImage drawn = new BufferedImage(
        Math.max(1, (int) Math.round((upright ? w : h) * scale)),
        Math.max(1, (int) Math.round((upright ? h : w) * scale)), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = drawn.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform turn = AffineTransform.getScaleInstance(scale, scale);
    switch (orientation) {
      case 2 -> turn.concatenate(new AffineTransform(-1, 0, 0, 1, w, 0));
      case 3 -> turn.concatenate(new AffineTransform(-1, 0, 0, -1, w, h));
      case 4 -> turn.concatenate(new AffineTransform(1, 0, 0, -1, 0, h));
      case 5 -> turn.concatenate(new AffineTransform(0, 1, 1, 0, 0, 0));
      case 6 -> turn.concatenate(new AffineTransform(0, 1, -1, 0, h, 0));
      case 7 -> turn.concatenate(new AffineTransform(0, -1, -1, 0, h, w));
      case 8 -> turn.concatenate(new AffineTransform(0, -1, 1, 0, 0, w));
      default -> { }
    }
    g.drawImage(read, turn, null);
    g.dispose();
    return drawn;
  }

  /** How a telephone was held (EXIF tag 0x0112), 1 to 8; 1 when the picture does not say. */
  static int orientation(byte[] jpeg) {
    int at = 2;
    while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
      if (marker == 0xda || length < 2) {
        return 1;
      }
      int data = at + 4;
      if (marker == 0xe1 && length > 16 && data + length - 2 <= jpeg.length
          && jpeg[data] == 'E' && jpeg[data + 1] == 'x' && jpeg[data + 2] == 'i' && jpeg[data + 3] == 'f') {
        return exifOrientation(ByteBuffer.wrap(jpeg, data + 6, length - 8).slice());
      }
      at += 2 + length;
    }
    return 1;
  }

  private static int exifOrientation(ByteBuffer tiff) {
    try {
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory);
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * 12;
        if (tiff.getShort(entry) == 0x0112) {
          int value = tiff.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
    } catch (IndexOutOfBoundsException brokenTags) {
      return 1;
    }
    return 1;
  }

  private static byte[] written(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }
}
