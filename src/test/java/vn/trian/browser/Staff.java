package vn.trian.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The officers of the demo, each at a browser of their own; a login lasts for all tests. */
final class Staff {

  private static final Path FAILURES = Path.of("target", "browser");

  private final Browser browser;
  private final Map<String, Workplace> workplaces = new LinkedHashMap<>();
  private final Set<Workplace> used = new LinkedHashSet<>();
  private String address;

  Staff(Browser browser) {
    this.browser = browser;
  }

  /** The officer with this login, logged in. */
  Workplace at(String login) {
    return at(login, "vi-VN");
  }

  /** The officer with this login at a browser in another language. */
  Workplace at(String login, String browserLanguage) {
    Workplace workplace = workplaces.computeIfAbsent(login + " " + browserLanguage,
        key -> Workplace.logIn(browser, address, login, browserLanguage));
    used.add(workplace);
    return workplace;
  }

  void begin(String applicationAddress) {
    if (!applicationAddress.equals(address)) {
      workplaces.values().forEach(Workplace::close);
      workplaces.clear();
      address = applicationAddress;
    }
    used.clear();
  }

  /** Keeps what the screens of a failed test show; of others asks that no script stumbled. */
  void end(String test, boolean failed) {
    List<String> faults = new ArrayList<>();
    for (Workplace workplace : used) {
      if (failed) {
        workplace.keepScreen(FAILURES, test);
      }
      faults.addAll(workplace.takeFaults());
    }
    if (!failed && !faults.isEmpty()) {
      throw new AssertionError("faults in the browser: " + faults);
    }
  }
}
