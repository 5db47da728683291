package vn.trian.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One officer's browser with Tasklist in it. */
final class Workplace {

  /** Long enough for a machine that builds something else as well; nothing waits that long when all is well. */
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final Page page;
  private final String address;
  private final String login;
  private final List<String> faults = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();

  private Workplace(Page page, String address, String login) {
    this.page = page;
    this.address = address;
    this.login = login;
    page.onPageError(fault -> faults.add(login + ": " + fault));
    page.onResponse(response -> {
      if (response.status() >= 500) {
        faults.add(login + ": " + response.status() + " " + response.url());
      } else if (response.status() >= 400) {
        oddities.add(response.status() + " " + response.url());
      }
    });
    page.onRequestFailed(request -> oddities.add(request.failure() + " " + request.url()));
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        faults.add(login + ": " + message.text());
      } else if ("error".equals(message.type())) {
        oddities.add(message.text());
      }
    });
  }

  static Workplace logIn(Browser browser, String address, String login, String language) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(language)
        .setTimezoneId("Asia/Ho_Chi_Minh").setViewportSize(1280, 900));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Workplace workplace = new Workplace(context.newPage(), address, login);
    workplace.page.navigate(address + "/login");
    workplace.page.fill("[name=username]", login);
    workplace.page.fill("[name=password]", "demo");
    workplace.page.locator("form [type=submit], form button").first().click();
    workplace.page.waitForURL(url -> !url.contains("/login"));
    return workplace;
  }

  /** Tasklist, freshly opened. */
  Workplace openTasklist() {
    // the address with another hash alone would not load the page again
    page.navigate("about:blank");
    page.navigate(address + TASKLIST);
    try {
      filters().first().waitFor();
    } catch (TimeoutError e) {
      throw new AssertionError("no lists in Tasklist; " + whatIsThere(), e);
    }
    return this;
  }

  /** Begins the intake of a dossier through Tasklist's own dialog. */
  CaseFrame startCase(String procedure, String nameInList) {
    openTasklist();
    // what another test left half typed
    page.evaluate("sessionStorage.clear()");
    page.locator(".start-process-action a").click();
    page.locator("ul.processes a", new Page.LocatorOptions().setHasText(nameInList)).click();
    return CaseFrame.opened(page, "/api/procedures/" + procedure + "/intake");
  }

  /** Opens the task of a case that this officer may see, claimed or not. */
  CaseFrame open(String caseCode) {
    openTasklist();
    filters().last().click();
    card(caseCode).click();
    page.waitForURL(url -> url.contains("task="));
    return CaseFrame.opened(page, "/api/tasks/" + taskId() + "/frame");
  }

  /** Opens a task by its address, as the links of our pages do; lists show the first tasks only. */
  CaseFrame openTask(String taskId) {
    page.navigate("about:blank");
    page.navigate(address + TASKLIST + "#/?task=" + taskId);
    return CaseFrame.opened(page, "/api/tasks/" + taskId + "/frame");
  }

  /** Opens the task of a case and takes it. */
  CaseFrame take(String caseCode) {
    CaseFrame frame = open(caseCode);
    if (frame.isFree()) {
      frame.claim();
    }
    return frame;
  }

  /** The card of a case in the list that is shown. */
  Locator card(String caseCode) {
    return page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(caseCode));
  }

  /** The ready-made lists; the last one has everything. */
  Locator filters() {
    return page.locator("[cam-tasklist-filters] .task-filter h4 a");
  }

  /** One of our own pages. */
  Page go(String path) {
    page.navigate(address + path);
    return page;
  }

  Page page() {
    return page;
  }

  /** Does something and says yes to what is asked then, if anything. */
  static void accepting(Page page, Runnable action) {
    Consumer<Dialog> yes = Dialog::accept;
    page.onDialog(yes);
    action.run();
    page.offDialog(yes);
  }

  private String taskId() {
    return page.url().replaceFirst(".*[?&]task=([^&]+).*", "$1");
  }

  /** What went wrong in scripts or on the server since the last call. */
  List<String> takeFaults() {
    List<String> taken = List.copyOf(faults);
    faults.clear();
    return taken;
  }

  private String whatIsThere() {
    return login + " is at " + page.url() + "\n" + page.locator("body").innerText() + "\nfaults " + faults
        + "\nodd " + oddities;
  }

  void keepScreen(Path folder, String test) {
    try {
      Files.createDirectories(folder);
      String name = test + "-" + login;
      page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
      Files.writeString(folder.resolve(name + ".txt"), whatIsThere());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PlaywrightException gone) {
      // nothing to see any more
    }
  }

  void close() {
    page.context().close();
  }
}
