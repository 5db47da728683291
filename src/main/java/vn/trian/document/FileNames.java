package vn.trian.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the name that a browser sent safe to show, to store and to save under. */
final class FileNames {

  static final int MAX = 150;

  private static final Map<String, List<String>> EXTENSIONS = Map.of(
      "application/pdf", List.of(".pdf"),
      "image/jpeg", List.of(".jpg", ".jpeg"),
      "image/png", List.of(".png"));

  private FileNames() {}

  /** Name without path, control and direction characters, at most 150 characters, extension as the type says. */
  static String safe(String name, String mediaType) {
    String text = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
    text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    // Cc: control, Cf: direction marks and other invisible characters, Cs and Co: broken or private ones
    text = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "")
        .replaceAll("[:*?\"<>|]", "_").replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
    List<String> fitting = EXTENSIONS.get(mediaType);
    String lower = text.toLowerCase(Locale.ROOT);
    String extension = fitting.stream().filter(lower::endsWith).findFirst().orElse(null);
    String stem = extension == null ? text : text.substring(0, text.length() - extension.length());
    if (stem.isBlank()) {
      stem = "giay-to";
    }
    String end = extension == null ? fitting.get(0) : extension;
    int room = MAX - end.length();
    if (stem.length() > room) {
      stem = stem.substring(0, Character.isHighSurrogate(stem.charAt(room - 1)) ? room - 1 : room);
    }
    return stem.stripTrailing() + end;
  }
}
