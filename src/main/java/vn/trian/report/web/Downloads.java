package vn.trian.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Papers as answers: a PDF opens in the browser, the others are saved; none is kept on the way. */
enum Downloads {
  PDF("pdf", "application/pdf"),
  WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  ZIP("zip", "application/zip"),
  EXCEL("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String extension;
  private final MediaType type;

  Downloads(String extension, String type) {
    this.extension = extension;
    this.type = MediaType.parseMediaType(type);
  }

  /** @param name without extension */
  ResponseEntity<byte[]> of(byte[] bytes, String name) {
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name)).body(bytes);
  }

  /**
   * Several papers of this kind in one archive, each drawn when the one before has left. The first is drawn before
   * anything is sent, so that a refusal still becomes a page.
   *
   * @param drawn paper of a number from 1
   * @param each  name of a paper, without extension, followed by its number
   */
  void zipped(HttpServletResponse response, String name, int count, IntFunction<byte[]> drawn, String each)
      throws IOException {
    byte[] paper = drawn.apply(1);
    response.setContentType(ZIP.type.toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ZIP.disposition(name));
    try (ZipOutputStream archive = new ZipOutputStream(response.getOutputStream())) {
      for (int number = 1; number <= count; number++) {
        archive.putNextEntry(new ZipEntry(String.format("%s-%02d.%s", each, number, extension)));
        archive.write(number == 1 ? paper : drawn.apply(number));
        archive.closeEntry();
        archive.flush();
      }
    }
  }

  private String disposition(String name) {
    ContentDisposition.Builder how = this == PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
    return how.filename(name + "." + extension).build().toString();
  }
}
