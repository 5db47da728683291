package vn.trian.procedure;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Files of releases, in pieces. */
interface ReleaseContents extends JpaRepository<ReleaseFile, ReleaseFile.Key> {

  @Query("select f from ReleaseFile f where f.id.releaseId = :releaseId order by f.id.name, f.id.seq")
  List<ReleaseFile> of(String releaseId);

  /** All files of a release, put together. */
  default ProcedureFiles filesOf(String releaseId) {
    Map<String, ByteArrayOutputStream> whole = new LinkedHashMap<>();
    for (ReleaseFile piece : of(releaseId)) {
      whole.computeIfAbsent(piece.id().name(), name -> new ByteArrayOutputStream()).writeBytes(piece.bytes());
    }
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    whole.forEach((name, out) -> bytes.put(name, out.toByteArray()));
    return ProcedureFiles.of(bytes);
  }

  /** Stores the files of a release. */
  default void store(String releaseId, ProcedureFiles files) {
    for (String name : files.names()) {
      byte[] bytes = files.bytes(name).orElseThrow();
      for (int seq = 0; seq * ReleaseFile.PIECE < Math.max(1, bytes.length); seq++) {
        int from = seq * ReleaseFile.PIECE;
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + ReleaseFile.PIECE));
        save(new ReleaseFile(new ReleaseFile.Key(releaseId, name, seq), piece));
      }
    }
  }
}
