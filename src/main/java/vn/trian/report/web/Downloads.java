package vn.trian.report.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Papers as answers: a PDF opens in the browser, the others are saved; none is kept on the way. */
enum Downloads {
  PDF("pdf", "application/pdf"),
  WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  EXCEL("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String extension;
  private final MediaType type;

  Downloads(String extension, String type) {
    this.extension = extension;
    this.type = MediaType.parseMediaType(type);
  }

  /** @param name without extension */
  ResponseEntity<byte[]> of(byte[] bytes, String name) {
    ContentDisposition.Builder how = this == PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, how.filename(name + "." + extension).build().toString())
        .body(bytes);
  }
}
