package vn.trian.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the browser of the tests is: none is downloaded. */
final class Chromium {

  /** Set to {@code true}, a missing browser fails the tests instead of skipping them. */
  static final String REQUIRED = "TRIAN_BROWSER_REQUIRED";

  private static final String CHOSEN = "TRIAN_CHROMIUM";
  private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/snap/bin/chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:/Program Files/Google/Chrome/Application/chrome.exe",
      "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

  private Chromium() {}

  /** The one that the system property or variable {@value #CHOSEN} names, else the first of the usual places. */
  static Optional<Path> find() {
    return Stream.concat(Stream.of(System.getProperty(CHOSEN), System.getenv(CHOSEN)), USUAL.stream())
        .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  static boolean isRequired() {
    return Boolean.parseBoolean(System.getenv(REQUIRED));
  }

  static String howToGetOne() {
    return "Browser tests need Chromium or Chrome and found none. Install one, or name it in " + CHOSEN + ".";
  }
}
