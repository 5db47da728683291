package vn.trian.workflow.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.UploadContext;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * What a modeling program sends: files, and words beside them by name.
 *
 * @param words each at most {@value #LONGEST_WORD} characters
 */
record SentFiles(Map<String, byte[]> files, Map<String, String> words) {

  private static final int MOST_PARTS = ProcedureFiles.MAX_FILES + 20;
  private static final int LONGEST_WORD = 500;

  /**
   * Reads the body of a request; how long it may be was settled before.
   *
   * @throws DomainException INVALID {@code release-no-file}, {@code release-unreadable}, {@code release-too-large},
   *     {@code release-file-twice}
   */
  static SentFiles of(HttpServletRequest request) throws IOException {
    if (!String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw new DomainException(Kind.INVALID, "release-no-file");
    }
    SentFiles sent = new SentFiles(new LinkedHashMap<>(), new LinkedHashMap<>());
    try {
      FileItemIterator parts = new FileUpload().getItemIterator(new Held(request));
      for (int i = 0; parts.hasNext(); i++) {
        FileItemStream part = parts.next();
        if (i > MOST_PARTS) {
          throw new DomainException(Kind.INVALID, "release-too-large", ProcedureFiles.MAX_FILES,
              ProcedureFiles.MAX_BYTES / 1_000_000);
        }
        read(part, sent);
      }
    } catch (FileUploadException | FileUploadBase.FileUploadIOException | MultipartStream.MalformedStreamException
        | InvalidFileNameException broken) {
      throw new DomainException(Kind.INVALID, "release-unreadable");
    }
    return sent;
  }

  private static void read(FileItemStream part, SentFiles sent) throws IOException {
    try (InputStream in = part.openStream()) {
      byte[] bytes = in.readAllBytes();
      String name = part.getName();
      if (name == null || name.isBlank()) {
        String word = new String(bytes, StandardCharsets.UTF_8).strip();
        sent.words().put(String.valueOf(part.getFieldName()),
            word.substring(0, Math.min(LONGEST_WORD, word.length())));
      } else if (sent.files().put(name, bytes) != null) {
        throw new DomainException(Kind.INVALID, "release-file-twice", name);
      }
    }
  }

  String word(String name) {
    return words.getOrDefault(name, "");
  }

  boolean says(String name) {
    return word(name).equals("true");
  }

  /** What is noted with the draft. */
  String note() {
    return Stream.of(word("deployment-source"), word("deployment-name")).filter(each -> !each.isBlank())
        .collect(Collectors.joining(": "));
  }

  /** The files of a zip, or as they were sent. */
  ProcedureFiles folder() {
    if (files.isEmpty()) {
      throw new DomainException(Kind.INVALID, "release-no-file");
    }
    Map.Entry<String, byte[]> first = files.entrySet().iterator().next();
    return files.size() == 1 && first.getKey().endsWith(".zip") ? ProcedureFiles.ofZip(first.getValue())
        : ProcedureFiles.of(files);
  }

  /** What the reader of multipart bodies asks of a request. */
  private record Held(HttpServletRequest request) implements UploadContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return request.getContentType();
    }

    @Override
    public int getContentLength() {
      return request.getContentLength();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return request.getInputStream();
    }
  }
}
