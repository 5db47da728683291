package vn.trian.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe says of a page. */
final class Accessibility {

  private static final Path AXE = Path.of("src/frontend/node_modules/axe-core/axe.min.js");

  private Accessibility() {}

  /** What is wrong, with the first place of each. */
  static List<?> violations(Page page) throws IOException {
    page.evaluate(Files.readString(AXE));
    return (List<?>) page.evaluate(
        "async () => (await axe.run()).violations.map(each => each.id + ' ' + each.nodes[0].html)");
  }
}
