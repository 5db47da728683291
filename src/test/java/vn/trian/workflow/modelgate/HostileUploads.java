package vn.trian.workflow.modelgate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.trian.procedure.ProcedureFiles;

/** Files that somebody uploads to do harm: every bad release packed as a zip, and tricks with zip files themselves. */
public final class HostileUploads {

  private static final int LOCAL = 0x04034b50;
  /** What stands behind the bytes of an entry: their check sum and number. */
  private static final int BEHIND = 0x08074b50;
  private static final int CENTRAL = 0x02014b50;

  private final List<Upload> all = new ArrayList<>();

  /**
   * A file to upload.
   *
   * @param kind what it tries: uploads of one kind differ in the means alone
   */
  public record Upload(String name, String kind, String file, byte[] bytes) {

    @Override
    public String toString() {
      return name;
    }
  }

  private HostileUploads() {}

  /** Everything; {@code outside} is an address that counts who asks it. */
  public static List<Upload> all(String outside) {
    HostileUploads made = new HostileUploads();
    BadReleases.all(outside).forEach(bad -> {
      ProcedureFiles files = bad.folder().files();
      Map<String, byte[]> content = new LinkedHashMap<>();
      files.names().forEach(name -> content.put(name, files.bytes(name).orElseThrow()));
      made.add(bad.name(), bad.code(), "folder.zip", zip(content));
    });
    made.zips();
    ForeignModels.all().forEach((name, text) -> made.add(name, name, "Foreign model.bpmn",
        text.getBytes(text.contains("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)));
    return made.all;
  }

  private void add(String name, String kind, String file, byte[] bytes) {
    all.add(new Upload(name, kind, file, bytes));
  }

  private void zip(String kind, Map<String, byte[]> files) {
    add(kind, kind, "x.zip", zip(files));
  }

  private void zip(String kind, Map<String, byte[]> files, Consumer<ByteBuffer> change) {
    byte[] bytes = zip(files);
    change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    add(kind, kind, "x.zip", bytes);
  }

  private void zips() {
    Folder good = Folder.graveVisit();
    ProcedureFiles whole = good.files();
    Map<String, byte[]> files = new LinkedHashMap<>();
    whole.names().forEach(name -> files.put(name, whole.bytes(name).orElseThrow()));
    byte[] yaml = files.get("procedure.yaml");
    for (String name : List.of("../procedure.yaml", "a/../../procedure.yaml", "..\\procedure.yaml", "/procedure.yaml",
        "\\\\server\\procedure.yaml", "C:\\procedure.yaml", "procedure.yaml\0.html")) {
      Map<String, byte[]> moved = with(files, name, yaml);
      moved.remove("procedure.yaml");
      add("zip " + name.replace("\0", "NUL"), "zip name leads elsewhere", "x.zip", zip(moved));
    }
    zip("zip name in pieces of letters", with(files, "thu\u0309-tu\u0323c.bpmn", yaml));
    zip("zip name that turns the writing", with(files, "a\u202Emnpb.bpmn", yaml));
    zip("zip name of 9,000 letters", with(files, "a".repeat(9_000) + ".bpmn", yaml));
    zip("zip with the same name in two folders", with(files, "sub/procedure.yaml", yaml));
    zip("zip with one name twice", with(files, "procedure.yamk", yaml), zip -> rename(zip, "procedure.yamk", 'l'));
    byte[] zeros = new byte[1_000_000];
    Map<String, byte[]> many = new LinkedHashMap<>();
    IntStream.range(0, 25).forEach(i -> many.put("big" + i + ".html", zeros));
    zip("zip bomb of many files", many);
    zip("zip bomb of one file", Map.of("big.html", new byte[24_000_000]));
    Map<String, byte[]> small = new LinkedHashMap<>();
    IntStream.range(0, 400).forEach(i -> small.put("f" + i + ".html", new byte[1]));
    zip("zip of 400 files", small);
    Map<String, byte[]> folders = new LinkedHashMap<>();
    IntStream.range(0, 5_000).forEach(i -> folders.put("d" + i + "/", new byte[0]));
    zip("zip of 5,000 folders", folders);
    byte[] inner = zip(files);
    for (int i = 0; i < 4; i++) {
      inner = zip(Map.of("inner.zip", inner));
    }
    add("zip in zip in zip", "zip in zip", "x.zip", inner);
    zip("zip called bpmn in a zip", with(files, "inner.bpmn", zip(files)));
    zip("zip with a link to a file", Map.of("procedure.yaml", "/etc/passwd".getBytes(StandardCharsets.UTF_8)),
        zip -> each(zip, CENTRAL, at -> zip.putInt(at + 38, 0120777 << 16)));
    zip("zip with a wrong check sum", files, zip -> each(zip, BEHIND, at -> zip.putInt(at + 4, 1)));
    zip("zip said to be encrypted", files, zip -> each(zip, LOCAL, at -> zip.putShort(at + 6, (short) 1)));
    zip("zip with an unknown method", files, zip -> each(zip, LOCAL, at -> zip.putShort(at + 8, (short) 99)));
    zip("zip whose list names other files", Map.of("extra.bpmn", yaml),
        zip -> each(zip, CENTRAL, at -> zip.put(at + 46, (byte) 'E')));
    byte[] cut = zip(files);
    add("zip cut in half", "zip cut in half", "x.zip", Arrays.copyOf(cut, cut.length / 2));
    add("zip without entries", "zip without entries", "x.zip", zip(Map.of()));
    add("empty zip", "empty zip", "x.zip", new byte[0]);
    byte[] picture = new byte[cut.length + 8];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, picture, 0, 8);
    System.arraycopy(cut, 0, picture, 8, cut.length);
    add("picture with a zip behind", "picture with a zip behind", "x.zip", picture);
    add("gzip", "gzip", "x.zip", gzip(yaml));
    add("program", "program", "x.zip", "MZ\0\0".getBytes(StandardCharsets.ISO_8859_1));
    zip("zip with a class", with(files, "Evil.class", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE}));
    zip("zip with a page", with(files, "index.jsp", "<% %>".getBytes(StandardCharsets.UTF_8)));
    add("diagram of another kind", "wrong ending", "evil.svg", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> with(Map<String, byte[]> files, String name, byte[] bytes) {
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put(name, bytes);
    return more;
  }

  private static void rename(ByteBuffer zip, String name, char last) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at <= zip.limit() - wanted.length; at++) {
      if (Arrays.equals(wanted, Arrays.copyOfRange(zip.array(), at, at + wanted.length))) {
        zip.put(at + wanted.length - 1, (byte) last);
      }
    }
  }

  private static void each(ByteBuffer zip, int mark, Consumer<Integer> change) {
    for (int at = 0; at < zip.limit() - 46; at++) {
      if (zip.getInt(at) == mark) {
        change.accept(at);
      }
    }
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
