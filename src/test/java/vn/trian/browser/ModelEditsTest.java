package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.shared.Texts;

/** An administrator who reads a new decree and has never seen a line of YAML. */
@InBrowser
@DisplayName("Sửa thủ tục trên trang")
class ModelEditsTest {

  private static final String KEY = "worshipAllowance";
  private static final String FOLDER = "worship-allowance";
  private static final String NAME = "trợ cấp thờ cúng";
  private static final String LIMIT = "procedure.yaml:steps.appraiseFile.limits/0/amount";

  @Autowired private WallClock clock;
  @Autowired private CaseFiles cases;

  @Test
  @DisplayName("Hạn thẩm định 7 → 5 ngày, xem trước mẫu quyết định, người thứ hai duyệt, hồ sơ mới theo hạn mới")
  void fromTheFormToTheNextCase(Staff staff) throws IOException {
    // a day on which two working days less are not swallowed by a weekend
    clock.putTo(Story.read(FOLDER, KEY).filedOn().plusDays(1));
    assertThat(promised(staff, "7L-5001")).isEqualTo("09/04/2024");

    Page page = staff.at("admin").go("/models/" + KEY);
    String before = page.locator("[aria-labelledby=releases] tbody a").first().getAttribute("href");
    link(page, "Sửa trên trang").click();
    accessible(page);
    page.locator(named(LIMIT)).fill("bảy");
    page.keyboard().press("Enter");
    link(page.getByRole(AriaRole.ALERT), "Số ngày").click();
    assertThat(page.locator(named(LIMIT))).isFocused();
    accessible(page);
    page.locator(named(LIMIT)).fill("5");
    page.fill("#note", "Rút ngắn thẩm định");
    page.keyboard().press("Enter");
    assertThat(page.locator("[aria-labelledby=changes] li")).hasText(
        "Sửa Thời hạn bước “Thẩm định, tổng hợp danh sách”: 7 → 5 ngày làm việc");

    link(page, "Sửa trên trang").click();
    assertThat(page.locator(".ta-was")).hasText("Đang dùng: 7");
    link(page, "Mẫu văn bản").click();
    link(page, "decision-55.html").click();
    Locator source = page.locator("#text");
    source.fill(source.inputValue().replace("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH CHÍNH THỨC:"));
    button(page, "Xem trước").click();
    assertThat(page.locator("img.ta-paper")).hasCount(2);
    assertThat(source).hasValue(Pattern.compile("CHÍNH THỨC"));
    accessible(page);
    button(page, "Kiểm tra và lưu").last().click();
    assertThat(page.locator("[aria-labelledby=changes] li")).hasCount(2);
    assertThat(page.locator("[aria-labelledby=changes]")).containsText("“QUYẾT ĐỊNH CHÍNH THỨC:”");
    assertThat(page.locator("[aria-labelledby=facts]")).containsText("Rút ngắn thẩm định");

    String draft = page.url().replaceFirst("https?://[^/]+", "");
    Page second = staff.at("admin2").go(draft);
    Workplace.accepting(second,
        () -> second.locator("[aria-labelledby=decide] form[action$='/approve'] button.ta-primary").click());
    assertThat(second.locator("h1 .ta-badge")).hasText("Đang dùng");
    assertThat(promised(staff, "7L-5002")).isEqualTo("08/04/2024");

    // as the other tests of this application know it
    second.navigate(second.url().replaceFirst("/models.*", before));
    second.onceDialog(dialog -> dialog.accept());
    second.locator("form[action$='/return'] button").click();
    assertThat(second.locator("h1 .ta-badge")).hasText("Đang dùng");
  }

  /** Day that the receipt of a new case promises. */
  @SuppressWarnings("unchecked")
  private String promised(Staff staff, String martyr) {
    Story story = Story.read(FOLDER, KEY);
    ((Map<String, Object>) story.application().get("martyr")).put("certificateNumber", martyr);
    return Texts.day(cases.get(staff.at("motcua." + story.office()).startCase(KEY, NAME).fill(story.application())
        .tickRequiredPapers(story.application()).act("ACCEPT").orFail().caseCode()).dueOn());
  }

  private static String named(String input) {
    return "[name='" + input + "']";
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator link(Locator part, String name) {
    return part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(name).setExact(name.equals("Xem trước")));
  }

  private static void accessible(Page page) throws IOException {
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 900);
      assertThat(Accessibility.violations(page)).as(page.url() + " " + width).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("width").isEqualTo(true);
    }
    page.setViewportSize(1280, 900);
  }
}
