package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;

@InBrowser
@DisplayName("Giám sát")
class SupervisionTest {

  private static final String DIAGRAM = "/supervision/processes/worshipAllowance";

  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;

  @ParameterizedTest
  @CsvSource({"chutich.dongkinh, vi", "truongphong.tpls, en", "giamdoc.so, vi"})
  @DisplayName("Không trang giám sát nào có lỗi tiếp cận, bằng hai thứ tiếng, rộng hay hẹp")
  void accessible(String login, String language, Staff staff) throws IOException {
    String code = Dossier.accepted(desk, actors, procedures);
    Workplace workplace = staff.at(login, language);
    assertThat(workplace.go("/supervision?lang=" + language).locator("html")).hasAttribute("lang", language);
    for (int width : List.of(1280, 390)) {
      workplace.page().setViewportSize(width, 900);
      for (String address : List.of("/supervision", "/supervision/cases?level=COMMUNE", "/supervision/forecast",
          "/supervision/apologies", "/supervision/processes", DIAGRAM, DIAGRAM + "?place=confirmFile&heat=DAYS",
          "/supervision/incidents", "/supervision/spread", "/supervision/substitutes",
          "/supervision/acts?pick=" + code)) {
        workplace.go(address);
        if (address.startsWith(DIAGRAM)) {
          workplace.page().locator(".ta-fact").first().waitFor();
        }
        assertThat(Accessibility.violations(workplace.page())).as(address + " " + width).isEmpty();
        assertThat(workplace.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("wider than the screen: " + address + " " + width).isEqualTo(true);
      }
    }
    workplace.page().setViewportSize(1280, 900);
  }

  @Test
  @DisplayName("Số liệu tự mới: không tải lại trang, phần đang mở và chỗ đang đứng còn nguyên, được đọc lên")
  void freshWithoutReload(Staff staff) {
    Page page = staff.at("chutich.dongkinh").go("/supervision");
    page.evaluate("window.same = true");
    Locator open = page.locator(".ta-stat strong").first();
    int before = Integer.parseInt(open.textContent());
    page.locator(".ta-stat").first().focus();

    Dossier.accepted(desk, actors, procedures);
    page.evaluate("window.dispatchEvent(new Event('focus'))");

    assertThat(open).hasText(String.valueOf(before + 1));
    assertThat(page.evaluate("window.same")).isEqualTo(true);
    assertThat(page.locator(".ta-stat").first()).isFocused();
    assertThat(page.locator("#said")).containsText("Đang giải quyết " + (before + 1) + " hồ sơ");
  }

  @Test
  @DisplayName("Danh sách tự mới, giữ chỗ đang đứng; đang chọn hồ sơ thì chỉ báo có bản mới, mở ra vẫn còn chọn")
  void listsFreshWithoutReload(Staff staff) {
    String code = Dossier.accepted(desk, actors, procedures);
    Page page = staff.at("chutich.dongkinh").go("/supervision/cases?sort=RECEIVED&dir=desc");
    page.evaluate("window.same = true");
    Locator count = page.locator("#found");
    String before = count.textContent();
    page.locator("a[href='/cases/" + code + "']").focus();

    String second = Dossier.accepted(desk, actors, procedures);
    page.evaluate("window.dispatchEvent(new Event('focus'))");
    assertThat(page.locator("a[href='/cases/" + second + "']")).isVisible();
    assertThat(count).not().hasText(before);
    assertThat(page.locator("a[href='/cases/" + code + "']")).isFocused();
    assertThat(page.locator("#said")).hasText(count.textContent());

    page.locator("input[value='" + code + "'][type=checkbox]").check();
    page.waitForURL(url -> url.contains("pick=" + code));
    String third = Dossier.accepted(desk, actors, procedures);
    page.evaluate("window.dispatchEvent(new Event('focus'))");
    Locator offer = page.locator("#list-newer[role=status]");
    assertThat(offer).containsText("Danh sách đã có thay đổi");
    assertThat(page.locator("a[href='/cases/" + third + "']")).hasCount(0);
    offer.locator("button").press("Enter");
    assertThat(page.locator("a[href='/cases/" + third + "']")).isVisible();
    assertThat(page.locator("input[value='" + code + "'][type=checkbox]")).isChecked();
    assertThat(page.locator("[data-kept-count]")).hasText("1");
    assertThat(offer).isEmpty();
    assertThat(page.locator("#list")).isFocused();
    assertThat(page.evaluate("window.same")).isEqualTo(true);

    page.locator("input[value='" + code + "'][type=checkbox]").uncheck();
    page.waitForURL(url -> !url.contains("pick="));
  }

  @Test
  @DisplayName("Sơ đồ: số trên hình là số trong bảng; bàn phím và chuột mở danh sách của bước, mở được bên trong")
  void diagramByKeyboardAndMouse(Staff staff) {
    Dossier.accepted(desk, actors, procedures);
    Page page = staff.at("chutich.dongkinh").go(DIAGRAM);
    Locator link = page.locator(".ta-fact[href*='place=confirmFile']");
    Locator row = page.locator("#facts [data-activity=confirmFile]");
    assertThat(link.locator("span[aria-hidden]").first()).hasText(row.locator("td a").first().textContent());
    assertThat(link).hasAccessibleName(Pattern.compile(row.locator("th").textContent() + ": .*"));

    link.focus();
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/supervision/cases") && url.contains("place=confirmFile"));
    assertThat(page.locator(".ta-chips")).containsText("Vị trí: Xác nhận đơn, lập danh sách");

    page.goBack();
    page.locator(".djs-element[data-element-id=confirmFile] .djs-hit").first()
        .click(new Locator.ClickOptions().setForce(true));
    page.waitForURL(url -> url.contains("/supervision/cases") && url.contains("place=confirmFile"));

    page.goBack();
    page.locator(".ta-fact-inside[href*='place=confirmFile']").focus();
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/processes/") && url.contains("place=confirmFile"));
    page.locator(".ta-fact").first().waitFor();
    assertThat(page.locator("#facts [data-activity=prepare] td a").first())
        .hasAttribute("href", Pattern.compile(".*place=confirmFile(/|%2F)prepare.*"));
  }

  @Test
  @DisplayName("Hồ sơ đã chọn ở lại trong địa chỉ, qua sắp xếp và tải lại")
  void selectionStays(Staff staff) {
    String code = Dossier.accepted(desk, actors, procedures);
    Page page = staff.at("chutich.dongkinh").go("/supervision/cases?sort=RECEIVED&dir=desc");
    page.locator("input[value='" + code + "'][type=checkbox]").check();
    page.waitForURL(url -> url.contains("pick=" + code));
    assertThat(page.locator("[data-kept-count]")).hasText("1");

    page.locator("a.ta-sort").first().click();
    page.waitForURL(url -> url.contains("sort=CODE") && url.contains("pick=" + code));
    page.reload();
    assertThat(page.locator("input[value='" + code + "'][type=checkbox]")).isChecked();
    assertThat(page.locator("a[data-needs-kept]")).hasAttribute("href",
        Pattern.compile("cases\\.xlsx.*pick=" + code));
  }
}
