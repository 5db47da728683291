package vn.trian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;

/** What Camunda's applications show is compared with their own English texts, word by word. */
@InBrowser
@DisplayName("Ứng dụng của Camunda bằng tiếng Việt")
class ScreensInVietnameseTest {

  private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words that are the same in both languages, and the engine's names of the types of variables. */
  private static final Set<String> SAME = Set.of("ID", "OK", "Email", "Optimize", "CSV", "JSON", "String", "Boolean");

  /** Words that stand in the code of the applications and have no key. */
  private static final Set<String> HARD_CODED = Set.of("zoom in", "zoom out", "reset zoom", "Actions", "State",
      "Toggle this section", "Hit policy:", "First", "When", "And", "Then", "Annotations", "Input type", "Output type",
      "Output label", "Select all", "Unselect all", "ALL", "READ", "READ, UPDATE", "ACCESS", "Loading diagram",
      "Tasklist", "Cockpit", "Admin", "Welcome", "Mon", "Sun");

  /** Texts that are to be seen, titles, examples in empty boxes and the title of the window. */
  private static final String VISIBLE = """
      () => {
        const seen = new Set([document.title]);
        for (const element of document.querySelectorAll('body *')) {
          // diagrams and the cells of decision tables hold data; "null" there is FEEL
          if (!element.checkVisibility({visibilityProperty: true})
              || element.closest('.trian-frame, .bjs-container, td.cell[data-element-id]')) {
            continue;
          }
          for (const node of element.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) {
              seen.add(node.nodeValue);
            }
          }
          ['title', 'placeholder', 'aria-label'].forEach(name => seen.add(element.getAttribute(name) ?? ''));
        }
        return [...seen].map(text => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
      }""";

  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;

  @Test
  @DisplayName("Tasklist: danh sách, tìm kiếm, sắp xếp, phím tắt, tiếp nhận, người dùng")
  void tasklist(Staff staff) {
    String code = Dossier.accepted(desk, actors, procedures);
    Page page = staff.at("canbo.dongkinh").openTasklist().page();
    Screen screen = new Screen(page, "tasklist");
    screen.check("Việc của tôi");
    page.locator("[cam-tasklist-filters] .task-filter h4 a").last().click();
    page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(code)).click();
    screen.check("Nhận việc");
    page.locator(".search-container input").first().click();
    screen.check("Biến của quy trình");
    page.keyboard().press("Escape");
    page.locator(".sorting-choice .dropdown-toggle").first().click();
    screen.check("Độ ưu tiên");
    page.keyboard().press("Escape");
    page.locator("[cam-widget-header] .account > a").click();
    screen.check("Đăng xuất");
    screen.hasNoEnglish();
  }

  @Test
  @DisplayName("Cockpit: bảng điều khiển, quy trình, thể hiện với mọi thẻ, quyết định, bản triển khai, hộp thoại")
  void cockpit(Staff staff) {
    Dossier.accepted(desk, actors, procedures);
    Screen screen = new Screen(staff.at("admin").page(), "cockpit");
    screen.open("dashboard", "Hiện tại");
    screen.open("processes", "Quy trình");
    screen.open("decisions", "Quyết định");
    screen.open("tasks", "Công việc");
    screen.open("batch", "Lô");
    screen.open("repository", "Thời điểm triển khai");
    String definition = screen.idOf("process-definition?latestVersion=true&key=" + Dossier.PROCEDURE);
    for (String tab : List.of("process-instances", "incidents", "called-process-definitions-tab",
        "job-definitions")) {
      screen.open("process-definition/" + definition + "/runtime?tab=" + tab, "Phiên bản");
    }
    String instance = screen.idOf("process-instance?processDefinitionKey=" + Dossier.PROCEDURE);
    for (String tab : List.of("incidents", "called-process-instances-tab", "user-tasks-tab", "jobs",
        "external-tasks-tab", "variables-tab")) {
      screen.open("process-instance/" + instance + "/runtime?tab=" + tab, "ID thể hiện");
    }
    screen.check("Thao tác");
    assertThat(screen.page.locator(".ctn-toolbar .glyphicon-remove, td.actions .glyphicon-pencil")
        .locator("visible=true").count()).as("what the gate refuses to everybody is not offered").isZero();
    Locator actions = screen.page.locator(".ctn-toolbar .btn").locator("visible=true");
    for (int i = 0; i < actions.count(); i++) {
      actions.nth(i).click();
      screen.check("Đóng");
      screen.page.locator(".modal-footer .btn").first().click();
      screen.page.locator(".modal-dialog").waitFor(gone());
    }
    screen.open("decision-definition/" + screen.idOf("decision-definition"), "Khi");
    screen.hasNoEnglish();
  }

  @Test
  @DisplayName("Admin và trang bắt đầu: người dùng, nhóm, phân quyền, hệ thống")
  void admin(Staff staff) {
    Screen screen = new Screen(staff.at("admin").page(), "admin");
    screen.open("", "Người dùng");
    screen.open("users", "Thêm người dùng");
    for (String tab : List.of("profile", "account", "groups", "tenants")) {
      screen.open("users/giamsat.so?tab=" + tab, "Nhóm");
    }
    screen.open("user-create", "Mật khẩu");
    screen.open("groups", "Nhóm");
    screen.open("groups/camunda-admin?tab=users", "Nhóm");
    screen.open("group-create", "Nhóm");
    screen.open("tenants", "Đơn vị thuê bao");
    screen.open("authorization?resource=0", "Truy cập");
    screen.open("authorization?resource=7", "Phân quyền: Công việc");
    screen.page.locator("a:has-text('Tạo phân quyền mới')").click();
    screen.page.locator("td.permissions .dropdown-toggle").last().click();
    screen.check("Bỏ chọn tất cả");
    screen.open("system?section=system-settings-general", "Hệ thống");
    screen.open("system?section=system-settings-metrics", "Hệ thống");
    screen.hasNoEnglish();

    Screen welcome = new Screen(staff.at("admin").page(), "welcome");
    welcome.open("", "Trang chủ");
    welcome.hasNoEnglish();
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  /** One application on one page, and what English was seen in it. */
  private static final class Screen {

    private static final double SETTLED_MILLIS = 5_000;

    private final Page page;
    private final String application;
    private final Set<String> english;
    private final Set<String> seen = new TreeSet<>();

    Screen(Page page, String application) {
      this.page = page;
      this.application = application;
      this.english = englishOf(application);
    }

    void open(String route, String shown) {
      String address = host() + "/camunda/app/" + application + "/default/#/" + route;
      // the address with another hash alone would not load the page again
      page.navigate("about:blank");
      page.navigate(address);
      check(shown);
    }

    /** Id of the first that the engine lists. */
    String idOf(String list) {
      String found = page.request().get(host() + "/camunda/api/engine/engine/default/" + list).text();
      try {
        return JSON.readTree(found).path(0).path("id").asText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String host() {
      return page.url().replaceFirst("(https?://[^/]+).*", "$1");
    }

    /** Looks at everything once this text is there and nothing is loading any more. */
    void check(String shown) {
      page.getByText(shown).locator("visible=true").first().waitFor();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      // an application goes on drawing when nothing loads any more; what stays is what people see
      try {
        page.waitForCondition(() -> found().isEmpty(), new Page.WaitForConditionOptions().setTimeout(SETTLED_MILLIS));
      } catch (TimeoutError e) {
        found().forEach(text -> seen.add(text + " @ " + page.url().replaceFirst(".*#", "").replaceFirst("&.*", "")));
      }
    }

    private List<?> found() {
      return ((List<?>) page.evaluate(VISIBLE)).stream()
          .filter(text -> english.contains(text) || HARD_CODED.contains(text)).toList();
    }

    void hasNoEnglish() {
      assertThat(seen).isEmpty();
    }
  }

  /** English texts of an application that differ from the Vietnamese ones. */
  private static Set<String> englishOf(String application) {
    Set<String> texts = new TreeSet<>();
    Set<String> vietnamese = new TreeSet<>();
    collect(locale(application, "en"), texts::add);
    collect(locale(application, "vi"), vietnamese::add);
    texts.removeAll(vietnamese);
    texts.removeAll(SAME);
    return texts;
  }

  private static void collect(JsonNode node, Consumer<String> into) {
    if (node.isTextual() && node.asText().matches("(?s).*\\p{L}{2}.*")) {
      into.accept(node.asText().trim());
    }
    node.forEach(child -> collect(child, into));
  }

  private static JsonNode locale(String application, String language) {
    var file = new ClassPathResource(APPLICATIONS + application + "/locales/" + language + ".json");
    try (InputStream in = file.getInputStream()) {
      // Camunda's file begins with a byte order mark
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
      return JSON.readTree(text).path("labels");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
