package vn.trian.modeladmin.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.multipart.MultipartFile;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.shared.DomainException;

/**
 * What came with a form: one zip file, or any number of single files.
 *
 * @param parts null = nothing came
 */
record Upload(List<MultipartFile> parts) {

  Upload {
    parts = parts == null ? List.of() : parts.stream().filter(each -> !each.isEmpty()).toList();
  }

  /**
   * The files by their names; of a zip, those in it.
   *
   * @throws DomainException INVALID {@code release-no-file}, {@code release-file-twice}, {@code release-unreadable}, or
   *     what {@link ProcedureFiles#ofZip} has against a zip
   */
  ProcedureFiles files() {
    if (parts.isEmpty()) {
      throw new DomainException(DomainException.Kind.INVALID, "release-no-file");
    }
    try {
      if (parts.size() == 1 && isZip(parts.get(0))) {
        return ProcedureFiles.ofZip(parts.get(0).getBytes());
      }
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (MultipartFile each : parts) {
        if (files.put(name(each), each.getBytes()) != null) {
          throw new DomainException(DomainException.Kind.INVALID, "release-file-twice", name(each));
        }
      }
      return ProcedureFiles.of(files);
    } catch (IOException unreadable) {
      throw new DomainException(DomainException.Kind.INVALID, "release-unreadable");
    }
  }

  /** A zip file always; single files where no procedure is named, as all files of a folder that were chosen at once. */
  boolean isFolder(String procedure) {
    return parts.stream().anyMatch(Upload::isZip)
        || procedure.isEmpty() && parts.stream().anyMatch(each -> name(each).equals(ProcedureReader.PROCEDURE));
  }

  private static boolean isZip(MultipartFile file) {
    return name(file).endsWith(".zip");
  }

  private static String name(MultipartFile file) {
    return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
  }
}
