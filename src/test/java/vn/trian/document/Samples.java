package vn.trian.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files as people send them, and as nobody should; made by code, so that nothing harmful lies in the sources. */
final class Samples {

  private Samples() {}

  interface Change {
    void on(PDDocument document) throws IOException;
  }

  static byte[] pdf(String text, Change change) {
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
      change.on(document);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] pdf() {
    return pdf("Don de nghi", document -> { });
  }

  static byte[] pdfWithJavaScript() {
    return pdf("x", d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
  }

  static byte[] pdfWithLaunch() {
    return pdf("x", d -> {
      PDActionLaunch launch = new PDActionLaunch();
      launch.getCOSObject().setString(COSName.F, "cmd.exe");
      PDAnnotationLink link = new PDAnnotationLink();
      link.setAction(launch);
      d.getPage(0).getAnnotations().add(link);
    });
  }

  static byte[] pdfWithAttachment() {
    return pdf("x", d -> {
      PDEmbeddedFile file = new PDEmbeddedFile(d, new ByteArrayInputStream(new byte[] {1, 2, 3}));
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile("virus.exe");
      specification.setEmbeddedFile(file);
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("virus.exe", specification));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(d.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      d.getDocumentCatalog().setNames(names);
    });
  }

  static byte[] encryptedPdf(String userPassword) {
    return pdf("x", d -> {
      StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      d.protect(policy);
    });
  }

  /** A few KB that unpack to 400 MB. */
  static byte[] pdfBomb() {
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] zeros = new byte[1024 * 1024];
    byte[] buffer = new byte[64 * 1024];
    for (int i = 0; i < 400; i++) {
      deflater.setInput(zeros);
      if (i == 399) {
        deflater.finish();
      }
      for (int got = deflater.deflate(buffer); got > 0; got = deflater.deflate(buffer)) {
        packed.write(buffer, 0, got);
      }
    }
    deflater.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n")
        .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(("4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n")
        .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(packed.toByteArray());
    out.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.ORANGE);
    g.fillRect(0, 0, width, height / 2);
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG that a telephone held upright: EXIF says "turn right by 90 degrees". */
  static byte[] turnedJpeg(int width, int height) {
    byte[] plain = picture("jpg", width, height);
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.put((byte) 0xff).put((byte) 0xe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
    exif.putShort((short) 0).putInt(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(exif.array());
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /** Promises 50,000 x 50,000 pixels in its header. */
  static byte[] hugePng() {
    ByteBuffer png = ByteBuffer.allocate(33);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13);
    ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII))
        .putInt(50_000).putInt(50_000).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(header.array());
    png.put(header.array()).putInt((int) sum.getValue());
    return png.array();
  }
}
