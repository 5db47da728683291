package vn.trian.modeladmin.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.trian.procedure.ProcedureFiles;

/** A release as a zip file that can be brought again; the same release makes the same bytes. */
final class Archive {

  /** Zip files know no time zone; all entries are of one moment. */
  private static final LocalDateTime MOMENT = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Archive() {}

  static byte[] of(ProcedureFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : files.names()) {
        boolean printed = name.endsWith(".html") || name.endsWith(".css");
        ZipEntry entry = new ZipEntry(printed ? "documents/" + name : name);
        entry.setTimeLocal(MOMENT);
        zip.putNextEntry(entry);
        zip.write(files.bytes(name).orElseThrow());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
