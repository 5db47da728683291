package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;
import vn.trian.workflow.WorkList;

@InBrowser
@DisplayName("Lãnh đạo xử lý nhiều hồ sơ, cán bộ thấy ngay")
class ManyCasesInBrowserTest {

  private static final String HEAD = "chutich.dongkinh";
  private static final String OFFICER = "canbo.dongkinh";

  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;
  @Autowired private CaseFiles cases;
  @Autowired private WorkList work;

  @Test
  @DisplayName("Chọn ba hồ sơ, xem trước, xác nhận, đọc kết quả; không trang nào có lỗi tiếp cận, rộng hay hẹp")
  void pickPreviewConfirm(Staff staff) throws IOException {
    List<String> codes = IntStream.range(0, 3).mapToObj(n -> Dossier.accepted(desk, actors, procedures)).toList();
    Page page = staff.at(HEAD).go("/supervision/cases?sort=RECEIVED&dir=desc");
    for (String code : codes) {
      page.locator("input[value='" + code + "'][type=checkbox]").check();
      page.waitForURL(url -> url.contains("pick=" + code));
    }
    page.locator("button[formaction='/supervision/acts']").click();
    page.waitForURL(url -> url.contains("/supervision/acts?"));
    assertAccessible(page);

    page.locator("#hold-words").fill("Chờ làm rõ đơn khiếu nại.");
    page.locator("form:has(#hold-words) button[type=submit]").click();
    assertThat(page.locator("[role=status]").first()).containsText("Sẽ thực hiện 3, không thực hiện 0");
    assertAccessible(page);

    page.locator("form[action='/supervision/acts/done'] button[type=submit]").click();
    assertThat(page.locator("[role=status]").first()).hasText("Đã thực hiện 3, không thực hiện 0.");
    assertAccessible(page);
    assertThat(codes).allMatch(code -> cases.get(code).held());

    CaseFrame held = staff.at(OFFICER).openTask(task(codes.get(0)));
    assertThat(held.notices()).anyMatch(notice -> notice.contains("Chờ làm rõ đơn khiếu nại.")
        && notice.contains("Thời hạn vẫn tính tiếp"));
    assertThat(held.isFree()).as("nothing to take").isFalse();
  }

  @Test
  @DisplayName("Ghi chú: lãnh đạo viết ở trang hồ sơ, cán bộ đọc khi mở việc và bấm “Đã đọc”")
  void noteIsRead(Staff staff) throws IOException {
    String code = Dossier.accepted(desk, actors, procedures);
    Page page = staff.at(HEAD).go("/cases/" + code);
    page.locator("button[data-dialog=note]").click();
    page.locator("#addressee").selectOption(OFFICER);
    page.locator("#words").fill("Đề nghị làm trước hồ sơ này.");
    assertThat(Accessibility.violations(page)).isEmpty();
    page.locator("dialog#note button[type=submit]").click();
    assertThat(page.locator(".ta-notice[role=status]")).containsText("Đã gửi ghi chú");
    page.locator("a[href='#notes']").click();
    assertThat(page.locator("#notes")).containsText("Chưa đọc");
    assertAccessible(page);

    CaseFrame frame = staff.at(OFFICER).openTask(task(code));
    assertThat(frame.notices()).anyMatch(notice -> notice.contains("Đề nghị làm trước hồ sơ này."));
    Page tasklist = staff.at(OFFICER).page();
    tasklist.locator(".ta-notice button", new Page.LocatorOptions().setHasText("Đã đọc")).click();
    assertThat(tasklist.locator(".ta-frame [role=status]").first()).containsText("Đã ghi nhận");
    page.reload();
    assertThat(page.locator("#notes")).containsText("đã đọc lúc");
  }

  private String task(String code) {
    return work.ofCase(code).get(0).taskId();
  }

  private static void assertAccessible(Page page) throws IOException {
    for (int width : List.of(390, 1280)) {
      page.setViewportSize(width, 900);
      assertThat(Accessibility.violations(page)).as(page.url() + " " + width).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("wider than the screen: " + page.url() + " " + width).isEqualTo(true);
    }
  }
}
