package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.trian.shared.DomainException;

class ProcedureFilesTest {

  @Test
  void sameFilesHaveTheSameChecksumWhereverTheyComeFrom() throws IOException {
    ProcedureFiles folder = Fixtures.VISIT;
    Map<String, byte[]> entries = new HashMap<>();
    folder.names().forEach(name -> entries.put("sample-visit/" + name, folder.bytes(name).orElseThrow()));

    ProcedureFiles classpath = ProcedureFiles.ofClasspath("procedures/sample-visit")
        .over(ProcedureFiles.ofClasspath("procedures/common"));

    assertThat(classpath.names()).contains("procedure.yaml", "common.yaml", "visit-letter.html");
    assertThat(classpath.checksum()).isEqualTo(folder.checksum());
    assertThat(ProcedureFiles.ofZip(zip(entries)).checksum()).isEqualTo(folder.checksum());
    assertThat(ProcedureFiles.of(Map.of("a", new byte[] {1})).over(folder).checksum()).isNotEqualTo(folder.checksum());
  }

  @Test
  void refusesWhatIsNoZipTooLargeOrTwice() throws IOException {
    byte[] bomb = zip(Map.of("a.form", new byte[ProcedureFiles.MAX_BYTES + 1]));
    byte[] twice = zip(Map.of("a/x.form", new byte[1], "b/x.form", new byte[2]));

    assertThat(refusal(new byte[] {1, 2, 3})).isEqualTo("release-unreadable");
    assertThat(refusal(bomb)).isEqualTo("release-too-large");
    assertThat(refusal(twice)).isEqualTo("release-file-twice");
  }

  private static String refusal(byte[] zip) {
    return catchThrowableOfType(DomainException.class, () -> ProcedureFiles.ofZip(zip)).code();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
