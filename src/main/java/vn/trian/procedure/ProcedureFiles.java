package vn.trian.procedure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.trian.shared.DomainException;
import vn.trian.shared.Sha256;

/**
 * The files of a release, wherever they come from. Files are known by their bare name, without folders:
 * names are unique over all folders because they become resource names of one deployment.
 */
public final class ProcedureFiles {

  /** Upper bound of files in an upload. */
  public static final int MAX_FILES = 300;
  /** Upper bound of an upload, unpacked, in bytes. */
  public static final int MAX_BYTES = 20_000_000;

  private static final Pattern LEADS_ELSEWHERE =
      Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)|\\p{Cntrl}");

  private final SortedMap<String, byte[]> content;

  private ProcedureFiles(Map<String, byte[]> content) {
    this.content = new TreeMap<>(content);
  }

  /** Files by name; folders in the names are dropped. */
  public static ProcedureFiles of(Map<String, byte[]> content) {
    Collector files = new Collector();
    content.forEach(files::add);
    return files.files();
  }

  /** All files of a folder and its sub-folders. */
  public static ProcedureFiles ofFolder(Path folder) {
    Collector files = new Collector();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(path.getFileName().toString(), Files.readAllBytes(path));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.files();
  }

  /**
   * All files of a folder on the class path, also inside a packed application.
   *
   * @param folder such as {@code bpmn/common}
   */
  public static ProcedureFiles ofClasspath(String folder) {
    Collector files = new Collector();
    try {
      for (Resource resource
          : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.*")) {
        if (resource.isReadable() && resource.getFilename() != null) {
          files.add(resource.getFilename(), resource.getContentAsByteArray());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.files();
  }

  /**
   * Files of an upload.
   *
   * @throws DomainException of kind INVALID: {@code release-unreadable} when it is no zip file,
   *     {@code release-too-large} above {@link #MAX_FILES} or {@link #MAX_BYTES}, {@code release-path} when a name
   *     in it leads out of the folder
   */
  public static ProcedureFiles ofZip(byte[] zip) {
    Collector files = new Collector();
    long left = MAX_BYTES;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")) {
          continue;
        }
        if (LEADS_ELSEWHERE.matcher(entry.getName()).find()) {
          throw new DomainException(DomainException.Kind.INVALID, "release-path");
        }
        byte[] bytes = upTo(in, left);
        left -= bytes.length;
        files.add(entry.getName(), bytes);
        if (files.size() > MAX_FILES) {
          throw tooLarge();
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      // read from memory: whatever fails is the fault of the file, an end too early for example
      throw new DomainException(DomainException.Kind.INVALID, "release-unreadable");
    }
    if (files.size() == 0) {
      throw new DomainException(DomainException.Kind.INVALID, "release-unreadable");
    }
    return files.files();
  }

  private static byte[] upTo(InputStream in, long bytes) throws IOException {
    byte[] read = in.readNBytes((int) bytes + 1);
    if (read.length > bytes) {
      throw tooLarge();
    }
    return read;
  }

  private static DomainException tooLarge() {
    return new DomainException(DomainException.Kind.INVALID, "release-too-large", MAX_FILES, MAX_BYTES / 1_000_000);
  }

  /** These files with others laid beneath: a name that both have is taken from these. */
  public ProcedureFiles over(ProcedureFiles beneath) {
    Map<String, byte[]> all = new LinkedHashMap<>(beneath.content);
    all.putAll(content);
    return new ProcedureFiles(all);
  }

  /** Bare file names in alphabetical order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(content.keySet());
  }

  /** File names with an ending, such as {@code .form}. */
  public List<String> names(String ending) {
    return content.keySet().stream().filter(name -> name.endsWith(ending)).toList();
  }

  public boolean has(String name) {
    return content.containsKey(name);
  }

  /** Content of a file. */
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(content.get(name)).map(byte[]::clone);
  }

  /** Content of a text file, UTF-8. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(content.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** SHA-256 over names and contents, in hexadecimal; equal for equal releases wherever they come from. */
  public String checksum() {
    MessageDigest all = Sha256.digest();
    content.forEach((name, bytes) -> {
      all.update(Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8)));
      all.update(Sha256.digest().digest(bytes));
    });
    return Sha256.hex(all.digest());
  }

  private static final class Collector {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Map<String, byte[]> content = new LinkedHashMap<>();

    void add(String path, byte[] bytes) {
      String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      if (name.isEmpty() || name.startsWith(".")) {
        return;
      }
      if (content.putIfAbsent(name, unmarked(bytes)) != null) {
        throw new DomainException(DomainException.Kind.INVALID, "release-file-twice", name);
      }
    }

    /** Some programs put a byte order mark in front of UTF-8; it says nothing and every reader trips over it. */
    private static byte[] unmarked(byte[] bytes) {
      boolean marked = bytes.length >= MARK.length && Arrays.equals(MARK, 0, MARK.length, bytes, 0, MARK.length);
      return marked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
    }

    int size() {
      return content.size();
    }

    ProcedureFiles files() {
      return new ProcedureFiles(content);
    }
  }
}
