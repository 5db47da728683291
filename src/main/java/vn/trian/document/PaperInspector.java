package vn.trian.document;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Finds out what an upload really is, whatever its name says, and refuses what could harm its readers. */
@Component
class PaperInspector {

  /** Keys that carry script, files or multimedia, wherever in the document they stand. */
  private static final Set<String> ACTIVE_KEYS = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMedia");
  private static final Set<String> ACTIVE_ACTIONS =
      Set.of("JavaScript", "Launch", "GoToE", "ImportData", "SubmitForm", "Rendition", "Movie", "RichMediaExecute");
  private static final Set<String> ACTIVE_ANNOTATIONS =
      Set.of("FileAttachment", "RichMedia", "Movie", "Screen", "3D");
  private static final Pattern DOUBLE_PACKED = Pattern.compile("/(FlateDecode|Fl)\\s*/(FlateDecode|Fl)\\b");
  private static final int MAX_OBJECTS = 500_000;
  private static final long MAX_UNPACKED_STREAM = 160_000_000;
  private static final long MAX_UNPACKED = 800_000_000;

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
  private final DocumentSettings settings;

  PaperInspector(DocumentSettings settings) {
    this.settings = settings;
  }

  /**
   * Media type of an acceptable upload.
   *
   * @throws DomainException INVALID: file-empty, file-kind-refused, file-broken, file-locked, file-active,
   *                         file-too-many-pixels
   */
  String inspect(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw refused("file-empty");
    }
    String type;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      type = types.detect(in, new Metadata()).getBaseType().toString();
    }
    switch (type) {
      case "application/pdf" -> inspectPdf(file);
      case "image/jpeg" -> inspectPicture(file, "JPEG");
      case "image/png" -> inspectPicture(file, "png");
      default -> throw refused("file-kind-refused");
    }
    return type;
  }

  private void inspectPicture(Path file, String format) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw refused("file-broken");
      }
      ImageReader reader = readers.next();
      try {
        if (!reader.getFormatName().equals(format)) {
          throw refused("file-kind-refused");
        }
        reader.setInput(in, true, true);
        // from the header only: a few bytes may promise a picture that no memory holds
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > settings.maxPixels()) {
          throw refused("file-too-many-pixels", settings.maxMegapixels());
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / 500);
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, param);
        read.flush();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof DomainException refusal) {
        throw refusal;
      }
      throw refused("file-broken");
    }
  }

  private void inspectPdf(Path file) throws IOException {
    refuseBombs(Files.readAllBytes(file));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      if (document.isEncrypted()) {
        throw refused("file-locked");
      }
      if (document.getNumberOfPages() < 1) {
        throw refused("file-broken");
      }
      refuseActiveContent(document);
    } catch (InvalidPasswordException e) {
      throw refused("file-locked");
    } catch (IOException | RuntimeException e) {
      if (e instanceof DomainException refusal) {
        throw refusal;
      }
      throw refused("file-broken");
    }
  }

  /** Walks every object of the file, not only what the page tree reaches. */
  private void refuseActiveContent(PDDocument document) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>();
    open.add(document.getDocument().getTrailer());
    document.getDocument().getXrefTable().keySet()
        .forEach(key -> open.add(document.getDocument().getObjectFromPool(key)));
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      if (next instanceof COSObject reference) {
        next = reference.getObject();
      }
      if (next == null || !seen.add(next)) {
        continue;
      }
      if (seen.size() > MAX_OBJECTS) {
        throw refused("file-broken");
      }
      if (next instanceof COSDictionary dictionary) {
        refuseActive(dictionary);
        dictionary.getValues().forEach(open::push);
      } else if (next instanceof COSArray array) {
        array.forEach(open::push);
      }
    }
  }

  private void refuseActive(COSDictionary dictionary) {
    for (COSName key : dictionary.keySet()) {
      if (ACTIVE_KEYS.contains(key.getName())) {
        throw refused("file-active");
      }
    }
    String action = dictionary.getNameAsString(COSName.S);
    String subtype = dictionary.getNameAsString(COSName.SUBTYPE);
    String type = dictionary.getNameAsString(COSName.TYPE);
    if (action != null && ACTIVE_ACTIONS.contains(action)
        || subtype != null && ACTIVE_ANNOTATIONS.contains(subtype)
        || "EmbeddedFile".equals(type)) {
      throw refused("file-active");
    }
    if ("Image".equals(subtype)) {
      long pixels = dictionary.getLong(COSName.WIDTH, 0) * dictionary.getLong(COSName.HEIGHT, 0);
      // scanners write black and white at 600 dpi; such a page has 35 million pixels of one bit
      if (pixels > settings.maxPixels()) {
        throw refused("file-too-many-pixels", settings.maxMegapixels());
      }
    }
  }

  /** Unpacks each stream into nothing, because the PDF library would unpack it into memory. */
  private void refuseBombs(byte[] bytes) {
    if (DOUBLE_PACKED.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
      throw refused("file-broken");
    }
    byte[] mark = "stream".getBytes(StandardCharsets.US_ASCII);
    byte[] sink = new byte[64 * 1024];
    long all = 0;
    for (int at = indexOf(bytes, mark, 0); at >= 0; at = indexOf(bytes, mark, at + mark.length)) {
      int start = at + mark.length;
      while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
        start++;
      }
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(bytes, start, bytes.length - start);
        long size = 0;
        for (int got = inflater.inflate(sink); got > 0; got = inflater.inflate(sink)) {
          size += got;
          if (size > MAX_UNPACKED_STREAM || all + size > MAX_UNPACKED) {
            throw refused("file-broken");
          }
        }
        all += size;
      } catch (DataFormatException notPacked) {
        // the word stood in a text, or the stream is kept as it is; there is nothing to unpack
      } finally {
        inflater.end();
      }
    }
  }

  private static int indexOf(byte[] bytes, byte[] mark, int from) {
    outer:
    for (int i = from; i <= bytes.length - mark.length; i++) {
      for (int j = 0; j < mark.length; j++) {
        if (bytes[i + j] != mark[j]) {
          continue outer;
        }
      }
      return i;
    }
    return -1;
  }

  private static DomainException refused(String code, Object... arguments) {
    return new DomainException(Kind.INVALID, code, arguments);
  }
}
