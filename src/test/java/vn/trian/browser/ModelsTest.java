package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.Texts;

/** A procedure that nobody knew in the morning: two administrators bring it, change it and take a change back. */
@InBrowser
@DisplayName("Mô hình thủ tục")
class ModelsTest {

  private static final String KEY = "graveVisit";
  private static final String FOLDER = "procedures/grave-visit";
  private static final String NAME = "thăm viếng mộ";

  @Autowired private WallClock clock;
  @Autowired private WhoseTurn turn;
  @Autowired private CaseFiles cases;

  private final Map<String, byte[]> files = new TreeMap<>();

  ModelsTest() {
    ProcedureFiles folder = ProcedureFiles.ofFolder(Path.of("src/test/resources", FOLDER));
    folder.names().forEach(name -> files.put(name, folder.bytes(name).orElseThrow()));
  }

  @Test
  @DisplayName("Từ tệp của Camunda Modeler đến hồ sơ đầu tiên: sửa lỗi, hai người, khác biệt, trở lại bản trước")
  void fromNothingToWork(Staff staff) throws IOException {
    Story story = Story.in(FOLDER, KEY);
    clock.putTo(story.filedOn());
    Workplace admin = staff.at("admin");
    Page page = admin.go("/models");

    Map<String, byte[]> broken = new TreeMap<>(files);
    broken.put("grave-visit.bpmn", replaced("grave-visit.bpmn", " camunda:historyTimeToLive=\"P3650D\"", ""));
    bring(page, "/models", zip(broken), "Thủ tục mới");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("thời gian lưu lịch sử");
    assertThat(page.locator("[aria-labelledby=procedures] tbody")).not().containsText(KEY);

    bring(page, "/models", zip(files), "Thủ tục mới");
    assertThat(state(page)).hasText("Chờ duyệt");
    assertThat(page.locator("[aria-labelledby=decide]")).containsText("một quản trị viên khác phải duyệt");
    assertThat(page.locator("[aria-labelledby=decide] button.ta-primary")).hasCount(0);
    accessible(page);
    approve(staff, path(page));

    String code = accepted(staff, "8K-7711");
    staff.at(turn.of(code)).take(code).fill(story.moves().get(0).data()).act("APPROVE").orFail();

    bring(page, "/models/" + KEY, new FilePayload("procedure.yaml", "application/yaml",
        replaced("procedure.yaml", "limits: [{amount: 3,", "limits: [{amount: 5,")), "Thêm ngày cấp giấy");
    assertThat(page.locator("[aria-labelledby=changes]")).containsText("3 → 5 ngày làm việc");
    accessible(page);
    String changed = path(page);
    approve(staff, changed);
    assertThat(promised(staff, "8K-7712")).isEqualTo("18/03/2024");

    page = admin.go("/models/" + KEY);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bản 1")
        .setExact(true)).click();
    page.onceDialog(Dialog::accept);
    page.locator("form[action$='/return'] button").click();
    assertThat(state(page)).hasText("Đang dùng");
    assertThat(promised(staff, "8K-7713")).isEqualTo("14/03/2024");
    assertThat(cases.get(code).state()).isEqualTo(CaseState.AT_DIVISION);
    assertThat(admin.go(changed).locator("h1 .ta-badge")).hasText("Đã thôi dùng");
  }

  /** Day that the receipt of a new case promises. */
  private String promised(Staff staff, String martyr) {
    return Texts.day(cases.get(accepted(staff, martyr)).dueOn());
  }

  @SuppressWarnings("unchecked")
  private static String accepted(Staff staff, String martyr) {
    Story story = Story.in(FOLDER, KEY);
    ((Map<String, Object>) story.application().get("martyr")).put("certificateNumber", martyr);
    return staff.at("motcua." + story.office()).startCase(KEY, NAME).fill(story.application())
        .tickRequiredPapers(story.application()).act("ACCEPT").orFail().caseCode();
  }

  private static void approve(Staff staff, String release) {
    Page page = staff.at("admin2").go(release);
    // asked because nobody has rehearsed it
    page.onceDialog(Dialog::accept);
    page.locator("[aria-labelledby=decide] form[action$='/approve'] button[type=submit]").click();
    assertThat(state(page)).hasText("Đang dùng");
  }

  private static void bring(Page page, String where, FilePayload file, String note) {
    page.navigate(page.url().replaceFirst("/models.*", where));
    page.locator("#file").setInputFiles(file);
    page.fill("#note", note);
    page.locator("[aria-labelledby=bring] button[type=submit]").click();
    page.locator(".ta-notice").first().waitFor();
  }

  private static Locator state(Page page) {
    return page.locator("h1 .ta-badge");
  }

  private static String path(Page page) {
    return page.url().replaceFirst("https?://[^/]+", "");
  }

  private static void accessible(Page page) throws IOException {
    page.locator(".ta-diagram svg").first().waitFor();
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 900);
      assertThat(Accessibility.violations(page)).as(page.url() + " " + width).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("width").isEqualTo(true);
    }
    page.setViewportSize(1280, 900);
  }

  private byte[] replaced(String file, String what, String by) {
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text).contains(what);
    return text.replace(what, by).getBytes(StandardCharsets.UTF_8);
  }

  private static FilePayload zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilePayload("grave-visit.zip", "application/zip", bytes.toByteArray());
  }
}
