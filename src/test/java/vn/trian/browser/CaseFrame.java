package vn.trian.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The frame form: a dossier on the desk, or a task. Fields are named by their path into the data. */
final class CaseFrame {

  private static final String SETTLED = "() => document.querySelector('.ta-done')"
      + " || !document.querySelector('.ta-work')"
      + " || document.querySelector('.ta-work > .ta-notice.ta-red, .ta-panel .ta-error:not(:empty)')"
      + " || document.querySelector('.ta-panel.ta-amber')";

  private final Page page;
  private final String url;
  private Map<String, Object> shown;

  private CaseFrame(Page page, String url) {
    this.page = page;
    this.url = url;
  }

  static CaseFrame opened(Page page, String url) {
    CaseFrame frame = new CaseFrame(page, url);
    frame.drawn();
    return frame;
  }

  private void drawn() {
    page.locator(".ta-work .ta-head").waitFor();
    shown = ask(url, null);
    if (shown.get("form") != null) {
      page.locator(".ta-work form.fjs-form").waitFor();
    }
  }

  // -- claiming ---------------------------------------------------------------------------------------------

  boolean isFree() {
    return claimButton().isVisible();
  }

  void claim() {
    claimButton().click();
    page.locator(".ta-outcomes button").first().waitFor();
    drawn();
  }

  /** Tries to take a task that somebody else has taken meanwhile; returns what is said then. */
  String claimInVain() {
    claimButton().click();
    Locator refusal = page.locator(".ta-notice .ta-error");
    refusal.waitFor();
    return refusal.innerText();
  }

  private Locator claimButton() {
    return page.locator(".ta-frame .ta-notice.ta-brand button.ta-primary");
  }

  // -- form ------------------------------------------------------------------------------------------------

  /** Fills the form in the order of its fields, as far as the data has values; every value must find its field. */
  CaseFrame fill(Map<String, Object> data) {
    return fill(data, true);
  }

  /** @param whole whether lists that the data does not name are empty, not just left alone */
  private CaseFrame fill(Map<String, Object> data, boolean whole) {
    Map<String, Object> left = copy(data);
    if (shown.get("form") != null) {
      fill(list(map(shown.get("form")).get("components")), left, "", whole);
    }
    prune(left);
    if (!left.isEmpty()) {
      throw new AssertionError("no field in the form for " + left);
    }
    return this;
  }

  /** Fills one field. */
  CaseFrame fill(String path, Object value) {
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> inner = data;
    String[] parts = path.split("\\.");
    for (int i = 0; i < parts.length - 1; i++) {
      Map<String, Object> next = new LinkedHashMap<>();
      inner.put(parts[i], next);
      inner = next;
    }
    inner.put(parts[parts.length - 1], value);
    return fill(data, false);
  }

  /** What a text field shows. */
  String value(String path) {
    return input(component(path), "").inputValue();
  }

  /** The message at a field. */
  String messageAt(String path) {
    return page.locator(".ta-form [id$='-" + component(path).get("id") + "-error-message']").innerText();
  }

  private void fill(List<Map<String, Object>> components, Map<String, Object> data, String row, boolean whole) {
    for (Map<String, Object> component : components) {
      String type = text(component, "type");
      if ("group".equals(type)) {
        fill(list(component.get("components")), inside(data, text(component, "path")), row, whole);
      } else if ("dynamiclist".equals(type)) {
        fillRows(component, data.remove(text(component, "path")), row, whole);
      } else if (component.get("key") != null && data.containsKey(text(component, "key"))) {
        fillField(component, type, data.remove(text(component, "key")), row);
      }
    }
  }

  private void fillRows(Map<String, Object> list, Object value, String row, boolean whole) {
    Locator box = page.locator(".ta-form [role=group][aria-labelledby$='-" + list.get("id") + row + "']");
    Locator lines = box.locator("> .fjs-children > div > .fjs-repeat-row-container");
    if (!(value instanceof List<?> rows)) {
      // a form begins with one line; nobody stands in it
      while (whole && lines.count() > 0) {
        int before = lines.count();
        lines.last().locator("> .fjs-repeat-row-remove").click();
        lines.nth(before - 1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      }
      return;
    }
    box.waitFor();
    for (int i = 0; i < rows.size(); i++) {
      if (lines.count() <= i) {
        box.locator(".fjs-repeat-render-add").last().click();
        lines.nth(i).waitFor();
      }
      Map<String, Object> cells = copy(map(rows.get(i)));
      fill(list(list.get("components")), cells, row + "_" + i, whole);
      prune(cells);
      if (!cells.isEmpty()) {
        throw new AssertionError("no field in row " + i + " of " + list.get("id") + " for " + cells);
      }
    }
  }

  private void fillField(Map<String, Object> component, String type, Object value, String row) {
    if (value == null) {
      return;
    }
    switch (type) {
      case "radio" -> option(component, value, row).check();
      case "checklist" -> ((List<?>) value).forEach(each -> option(component, each, row).check());
      case "checkbox" -> input(component, row).setChecked((Boolean) value);
      case "select" -> choose(component, value, row);
      case "datetime" -> leave(component, row, day(value.toString()));
      case "number" -> leave(component, row, value.toString().replace('.', ','));
      default -> leave(component, row, value.toString());
    }
  }

  private void leave(Map<String, Object> component, String row, String typed) {
    Locator input = input(component, row);
    input.fill(typed);
    input.blur();
  }

  private void choose(Map<String, Object> component, Object value, String row) {
    Locator input = input(component, row);
    input.waitFor();
    if ("combobox".equals(input.getAttribute("role"))) {
      String label = label(component, value);
      input.fill(label);
      input.locator("xpath=..").getByRole(AriaRole.OPTION,
          new Locator.GetByRoleOptions().setName(label).setExact(true)).click();
    } else {
      input.selectOption(value.toString());
    }
  }

  private String label(Map<String, Object> component, Object value) {
    Map<String, Object> properties = component.get("properties") == null ? Map.of() : map(component.get("properties"));
    List<Map<String, Object>> options = properties.get("source") == null ? list(component.get("values"))
        : list(ask("/api/options/" + properties.get("source"), null).get("list"));
    return options.stream().filter(each -> each.get("value").equals(value)).map(each -> text(each, "label")).findFirst()
        .orElseThrow(() -> new AssertionError("no option " + value + " in " + component.get("id")));
  }

  private Locator input(Map<String, Object> component, String row) {
    return page.locator(".ta-form [id$='-" + component.get("id") + row + "']");
  }

  private Locator option(Map<String, Object> component, Object value, String row) {
    List<Map<String, Object>> values = list(component.get("values"));
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).get("value").equals(value)) {
        return page.locator(".ta-form input[id$='-" + component.get("id") + row + "-" + i + "']");
      }
    }
    throw new AssertionError("no option " + value + " in " + component.get("id"));
  }

  private Map<String, Object> component(String path) {
    return Objects.requireNonNull(find(list(map(shown.get("form")).get("components")), path), path);
  }

  private static Map<String, Object> find(List<Map<String, Object>> components, String path) {
    for (Map<String, Object> component : components) {
      if (path.equals(component.get("key"))) {
        return component;
      }
      if (component.get("components") != null) {
        String group = text(component, "path");
        String inner = group == null || group.isEmpty() ? path
            : path.startsWith(group + ".") ? path.substring(group.length() + 1) : null;
        Map<String, Object> found = inner == null ? null : find(list(component.get("components")), inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  // -- papers ------------------------------------------------------------------------------------------------

  /** Waits until the checklist asks for what the law asks of these answers, and ticks what is required. */
  CaseFrame tickRequiredPapers(Map<String, Object> answers) {
    List<String> kinds = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (Map<String, Object> paper : list(ask(text(shown, "papersUrl"), Map.of("data", answers)).get("papers"))) {
      kinds.add(text(paper, "kind"));
      if (Boolean.TRUE.equals(paper.get("required"))) {
        required.add(text(paper, "kind"));
      }
    }
    page.waitForFunction("kinds => kinds === [...document.querySelectorAll('.ta-paper')]"
        + ".map(paper => paper.id.replace('ta-paper-', '')).join()", String.join(",", kinds));
    required.forEach(this::tick);
    return this;
  }

  CaseFrame tick(String kind) {
    page.locator("#ta-paper-" + kind + "-has").check();
    return this;
  }

  /** Uploads a file and waits until it is there. */
  CaseFrame upload(String kind, String name, String mediaType, byte[] content) {
    give(kind, name, mediaType, content);
    page.locator("#ta-paper-" + kind + " .ta-files button", new Page.LocatorOptions().setHasText(name)).first()
        .waitFor();
    return this;
  }

  /** Uploads a file that is refused; returns what is said. */
  String uploadInVain(String kind, String name, String mediaType, byte[] content) {
    Locator message = page.locator("#ta-paper-" + kind + " > .ta-error",
        new Page.LocatorOptions().setHasText(name));
    give(kind, name, mediaType, content);
    message.waitFor();
    return message.innerText();
  }

  private void give(String kind, String name, String mediaType, byte[] content) {
    page.locator("#ta-paper-" + kind + " input[type=file]").setInputFiles(new FilePayload(name, mediaType, content));
  }

  // -- outcomes -----------------------------------------------------------------------------------------------

  Locator button(String outcome) {
    Locator button = page.locator(".ta-outcomes [data-outcome='" + outcome + "']");
    Locator more = page.locator(".ta-outcomes .ta-more[aria-expanded=false]");
    button.or(more).first().waitFor();
    if (!button.isVisible() && more.isVisible()) {
      more.click();
    }
    return button;
  }

  /** Chooses an outcome; its panel, if it has one, is open then. */
  CaseFrame choose(String outcome) {
    button(outcome).click();
    return this;
  }

  CaseFrame reason(String words) {
    page.locator("#ta-reason").fill(words);
    return this;
  }

  CaseFrame reasonCode(String code) {
    page.locator("#ta-reason-code").selectOption(code);
    return this;
  }

  /** One thing to bring that is no paper of the list. */
  CaseFrame item(String words) {
    Locator line = page.locator(".ta-panel .ta-item input").last();
    if (!line.isVisible()) {
      page.locator(".ta-panel button.ta-link").click();
    }
    line.fill(words);
    return this;
  }

  /** Confirms the open panel. */
  Answer confirm() {
    page.locator(".ta-panel .ta-confirm").click();
    return settled();
  }

  /** What the open panel says is missing. */
  List<String> missing() {
    return page.locator(".ta-panel .ta-error:not(:empty)").allInnerTexts();
  }

  /** Whether the whole button that confirms the open panel can be seen without scrolling. */
  boolean confirmIsInSight() {
    return (Boolean) page.locator(".ta-panel .ta-confirm").evaluate("""
        button => {
          const {left, top, bottom} = button.getBoundingClientRect();
          return [top + 3, bottom - 3].every(y => document.elementFromPoint(left + 9, y) === button);
        }""");
  }

  /** Chooses an outcome, confirms where that is asked, and waits for what comes of it. */
  Answer act(String outcome) {
    choose(outcome);
    return panelAsksToConfirm(outcome) ? confirm() : settled();
  }

  /** Answers the question whether the same matter shall be taken in again. */
  Answer acceptAllTheSame() {
    Locator asked = page.locator(".ta-panel.ta-amber");
    asked.locator(".ta-danger").click();
    asked.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return settled();
  }

  /** Waits until the outcome took effect or was refused. */
  Answer settled() {
    page.waitForFunction(SETTLED);
    List<String> problems = page.locator(".ta-work > .ta-notice.ta-red").allInnerTexts();
    String code = page.locator(".ta-done-code strong").count() > 0
        ? page.locator(".ta-done-code strong").innerText() : null;
    return new Answer(code, problems, page.locator(".ta-done").count() > 0
        ? page.locator(".ta-done").innerText() : "");
  }

  private boolean panelAsksToConfirm(String outcome) {
    return list(shown.get("outcomes")).stream().filter(each -> outcome.equals(each.get("code")))
        .anyMatch(each -> !((List<?>) each.get("needs")).isEmpty());
  }

  /**
   * What came of an outcome.
   *
   * @param caseCode code of a case that was just taken in, else null
   * @param problems what stopped it, empty when nothing did
   * @param done     words of the last page of a form, empty when it closed by itself
   */
  record Answer(String caseCode, List<String> problems, String done) {

    Answer orFail() {
      if (!problems.isEmpty()) {
        throw new AssertionError(String.join("\n", problems));
      }
      return this;
    }
  }

  // -- reading ------------------------------------------------------------------------------------------------

  List<String> notices() {
    return page.locator(".ta-work > .ta-notice").allInnerTexts();
  }

  Locator text(String words) {
    return page.locator(".ta-frame").getByText(words).first();
  }

  /** Waits for words that appear after what was just done. */
  void waitFor(String words) {
    text(words).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
  }

  /** Names of the documents listed. */
  List<String> documents() {
    return list(shown.get("documents")).stream().map(each -> text(each, "name")).toList();
  }

  /** The content of a document as its link gives it. */
  byte[] pdf(String name) {
    String link = list(shown.get("documents")).stream().filter(each -> name.equals(each.get("name")))
        .map(each -> text(each, "pdfUrl")).findFirst().orElseThrow(() -> new AssertionError("no document " + name));
    String origin = page.url().replaceFirst("^(https?://[^/]+).*", "$1");
    return page.request().get(origin + link).body();
  }

  // -- talking to the server as the page does --------------------------------------------------------------------

  private Map<String, Object> ask(String path, Object body) {
    Object answer = page.evaluate("""
        async ([path, body]) => {
          const token = /TA-XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
          const headers = {'Content-Type': 'application/json', 'X-TA-XSRF-TOKEN': token};
          const options = body ? {method: 'POST', body: JSON.stringify(body), headers} : {};
          const answer = await (await fetch(path, options)).json();
          return Array.isArray(answer) ? {list: answer} : answer;
        }""", Arrays.asList(path, body));
    return map(answer);
  }

  private static String day(String iso) {
    return iso.matches("\\d{4}-\\d{2}-\\d{2}")
        ? iso.substring(8) + "/" + iso.substring(5, 7) + "/" + iso.substring(0, 4) : iso;
  }

  private static Map<String, Object> inside(Map<String, Object> data, String path) {
    if (path == null || path.isEmpty()) {
      return data;
    }
    Map<String, Object> inner = data;
    for (String part : path.split("\\.")) {
      inner = inner.get(part) instanceof Map<?, ?> ? map(inner.get(part)) : new LinkedHashMap<>();
    }
    return inner;
  }

  private static Map<String, Object> copy(Map<String, Object> data) {
    Map<String, Object> copy = new LinkedHashMap<>();
    data.forEach((key, value) -> copy.put(key, value instanceof Map<?, ?> ? copy(map(value)) : value));
    return copy;
  }

  /** Takes out groups of which nothing is left. */
  private static void prune(Map<String, Object> data) {
    data.values().forEach(value -> {
      if (value instanceof Map<?, ?>) {
        prune(map(value));
      }
    });
    data.values().removeIf(value -> value == null || value instanceof Map<?, ?> inner && inner.isEmpty());
  }

  private static String text(Map<String, Object> object, String key) {
    Object value = object.get(key);
    return value == null ? null : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }
}
