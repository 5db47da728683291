package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("Ngôn ngữ")
class LanguageTest {

  /** Keys of Camunda's texts: two words in capitals at least. */
  private static final Pattern RAW_KEY = Pattern.compile("\\b[A-Z]{3,}(_[A-Z]+)+\\b");

  @Test
  @DisplayName("Tiếng Việt dù trình duyệt là tiếng Anh; đổi được sang tiếng Anh và ngược lại")
  void vietnameseUnlessAskedOtherwise(Staff staff) {
    Page page = staff.at("motcua.maipha", "en-US").openTasklist().page();
    assertThat(page.locator("body")).containsText("Việc của tôi");
    assertThat(page.locator(".start-process-action")).containsText("Tiếp nhận hồ sơ mới");
    assertThat(page.locator("body")).not().containsText(RAW_KEY);

    page.locator(".ta-language").click();
    assertThat(page.locator(".ta-language")).hasText("Tiếng Việt");
    assertThat(page.locator(".navbar-brand, .brand-name").last()).containsText("Tasklist");
    assertThat(page.locator("body")).not().containsText(RAW_KEY);

    page.locator(".ta-language").click();
    assertThat(page.locator(".ta-language")).hasText("English");
    assertThat(page.locator(".start-process-action")).containsText("Tiếp nhận hồ sơ mới");
  }
}
