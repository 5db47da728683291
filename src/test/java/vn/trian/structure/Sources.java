package vn.trian.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Source files as they lie in the project. */
final class Sources {

  private Sources() {}

  /** Path and text of every file below a folder whose name ends so; fails when there is none. */
  static Map<String, String> texts(String folder, String ending) {
    try (var files = Files.walk(Path.of(folder))) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = file.toString().replace('\\', '/');
        if (path.endsWith(ending)) {
          texts.put(path, Files.readString(file));
        }
      }
      if (texts.isEmpty()) {
        throw new AssertionError("no " + ending + " below " + folder + ": the test would prove nothing");
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
