package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actors;
import vn.trian.workflow.Desk;
import vn.trian.workflow.release.ReleaseDesk;

/** An administrator moves running cases to another release and watches it. */
@InBrowser
@DisplayName("Chuyển hồ sơ đang giải quyết")
class MovingCasesTest {

  private static final String KEY = "worshipAllowance";
  /** The page asks every few seconds. */
  private static final HasTextOptions LONG = new HasTextOptions().setTimeout(30_000);

  @Autowired private CaseFiles cases;
  @Autowired private Procedures procedures;
  @Autowired private ReleaseDesk releases;
  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private WhoseTurn turn;

  private Release old;

  @AfterEach
  void backToTheRelease() {
    if (old != null && !procedures.active(KEY).id().equals(old.id())) {
      releases.goBackTo(old.id(), null, actors.named("admin"));
    }
  }

  @Test
  @DisplayName("Đối chiếu trên hai sơ đồ, chạy thử, chuyển, tiến độ tự hiện; cán bộ làm tiếp theo bản mới")
  void plannedTriedAndDone(Staff staff) throws IOException {
    old = procedures.active(KEY);
    String code = Dossier.accepted(desk, actors, procedures);
    String yaml = old.files().text("procedure.yaml").orElseThrow().replace("setsOfPapers: 1", "setsOfPapers: 2");
    String newer = releases.approve(releases.bringInto(KEY, ProcedureFiles.of(Map.of("procedure.yaml",
        yaml.getBytes(StandardCharsets.UTF_8))), "Hai bộ", actors.named("admin")).id(), null, null,
        actors.named("admin2")).id();

    Page page = staff.at("admin").go("/models/releases/" + old.id());
    page.locator("[aria-labelledby=move] a").click();
    page.locator("[aria-labelledby=new] button[type=submit]").click();
    accessible(page);
    page.locator("#codes").fill(code + "\nkhông-có-0001");
    page.locator("form[action$='/choose'] button").click();
    page.locator(".ta-diagram svg").nth(1).waitFor();
    page.locator("#pairs tr[data-from=confirmFile] select").focus();
    assertThat(page.locator(".ta-diagram .djs-element.ta-pair")).hasCount(2);
    page.locator("#pairs tr[data-from=confirmFile] select").selectOption("");
    assertThat(page.locator(".ta-diagram .djs-element.ta-pair")).hasCount(1);
    page.locator("form[action$='/pairs'] button").click();
    assertThat(page.locator("#pairs tr[data-from=confirmFile]")).containsText("không chuyển được");

    page.locator("form[action$='/check'] button").click();
    assertThat(page.locator("#progress header .ta-badge")).hasText("Đã chạy thử", LONG);
    assertThat(page.locator("#progress tbody tr", new Page.LocatorOptions().setHasText(code)))
        .containsText("mà bản mới chưa có việc tương ứng");
    assertThat(page.locator("#progress tbody tr", new Page.LocatorOptions().setHasText("không-có-0001")))
        .containsText("Không có hồ sơ mang mã này");
    assertThat(page.locator("form[action$='/start']")).hasCount(0);
    accessible(page);

    page.onDialog(Dialog::accept);
    page.locator("form[action$='/propose'] button").click();
    page.locator("form[action$='/check'] button").click();
    page.locator("form[action$='/start'] button").click();
    assertThat(page.locator("#progress header .ta-badge")).hasText("Đã xong", LONG);
    assertThat(page.locator("#progress")).containsText("1 hồ sơ khớp, không có điểm lệch");
    accessible(page);
    assertThat(cases.get(code).releaseId()).isEqualTo(newer);

    staff.at("canbo.dongkinh").take(code).fill(Dossier.confirmation()).act("APPROVE").orFail();
    assertThat(turn.of(code)).isEqualTo("chutich.dongkinh");
  }

  private static void accessible(Page page) throws IOException {
    page.locator(".ta-diagram svg").nth(1).waitFor();
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 900);
      assertThat(Accessibility.violations(page)).as(page.url() + " " + width).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("width").isEqualTo(true);
    }
    page.setViewportSize(1280, 900);
  }
}
