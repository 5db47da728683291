package vn.trian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
  private static final int PATIENCE = 120_000;

  @Autowired private WallClock clock;
  @Autowired private WhoseTurn turn;
  @Autowired private CaseFiles cases;

  private final Map<String, byte[]> files = new TreeMap<>();

  ModelsTest() {
    ProcedureFiles folder = ProcedureFiles.ofFolder(Path.of("src/test/resources", FOLDER));
    folder.names().forEach(name -> files.put(name, folder.bytes(name).orElseThrow()));
  }

  @Test
  @DisplayName("Từ tệp của Camunda Modeler đến hồ sơ đầu tiên; thêm bước, diễn tập, duyệt, chuyển hồ sơ, trở lại")
  void wholeWay(Staff staff) throws IOException {
    Story story = Story.in(FOLDER, KEY);
    clock.putTo(story.filedOn());
    Page page = staff.at("admin").go("/models");

    Map<String, byte[]> broken = new TreeMap<>(files);
    replace(broken, "grave-visit.bpmn", " camunda:historyTimeToLive=\"P3650D\"", "");
    bring(page, "/models", zip(broken), "Thủ tục mới");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("thời gian lưu lịch sử");
    assertThat(page.locator("[aria-labelledby=procedures] tbody")).not().containsText(KEY);

    bring(page, "/models", zip(files), "Thủ tục mới");
    assertThat(state(page)).hasText("Chờ duyệt");
    assertThat(page.locator("[aria-labelledby=decide]")).containsText("một quản trị viên khác phải duyệt");
    assertThat(page.locator("[aria-labelledby=decide] button.ta-primary")).hasCount(0);
    accessible(page);
    String first = path(page);
    approve(staff, first);
    String code = accepted(staff, "8K-7711");
    does(staff, code, story.moves().get(0));

    addStep();
    bring(page, "/models", zip(files), "Thêm ngày cấp giấy, thêm bước lưu bản sao");
    String second = path(page);
    assertThat(page.locator("[aria-labelledby=changes]")).containsText("3 → 5 ngày làm việc");
    assertThat(page.locator("[aria-labelledby=changes]")).containsText("Lưu bản sao giấy giới thiệu");
    assertThat(page.locator(".ta-diagram [data-element-id=keepCopy].ta-added")).isVisible();
    accessible(page);
    rehearse(page, second);
    approve(staff, second);
    assertThat(promised(staff, "8K-7712")).isEqualTo("19/03/2024");

    move(page, first, second, code);
    for (Story.Move move : story.moves().subList(1, story.moves().size())) {
      if (turn.step(code).equals("keepCopy")) {
        does(staff, code, new Story.Move(move.on(), "KEPT", Map.of("copyKept", true)));
      }
      does(staff, code, move);
    }
    assertThat(cases.get(code).state()).isEqualTo(CaseState.DELIVERED);

    clock.putTo(story.filedOn());
    page.navigate(page.url().replaceFirst("/models.*", first));
    Workplace.accepting(page, () -> page.locator("form[action$='/return'] button").click());
    assertThat(state(page)).hasText("Đang dùng");
    assertThat(promised(staff, "8K-7713")).isEqualTo("14/03/2024");
    assertThat(staff.at("admin").go(second).locator("h1 .ta-badge")).hasText("Đã thôi dùng");
  }

  private void does(Staff staff, String code, Story.Move move) {
    clock.putTo(move.on());
    staff.at(turn.of(code)).take(code).fill(move.data()).act(move.outcome()).orFail();
  }

  /** Scenarios of the procedure as it was: they tell that the new step lacks in them. */
  private static void rehearse(Page page, String release) throws IOException {
    page.locator("a[href$='/rehearsal']").click();
    page.locator("[aria-labelledby=begin] button").click();
    assertThat(page.locator("#state .ta-badge")).hasText("Đã xong",
        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#live")).containsText("đang chờ: keepCopy");
    assertThat(Accessibility.violations(page)).isEmpty();
    page.navigate(page.url().replaceFirst("/models.*", release));
  }

  /** Moves the case that stands in the old release, after it was tried. */
  private void move(Page page, String from, String to, String code) throws IOException {
    page.navigate(page.url().replaceFirst("/models.*", "/models/" + KEY + "/migrations"));
    page.selectOption("#from", id(from));
    page.selectOption("#to", id(to));
    page.locator("[aria-labelledby=new] button").click();
    page.locator("form[action$='/check'] button").click();
    Locator badge = page.locator("#progress header .ta-badge");
    assertThat(badge).hasText("Đã chạy thử", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#progress")).containsText(code);
    assertThat(Accessibility.violations(page)).isEmpty();
    Workplace.accepting(page, () -> page.locator("form[action$='/start'] button").click());
    assertThat(badge).hasText("Đã xong", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#progress")).containsText("không có điểm lệch");
    assertThat(cases.get(code).releaseId()).isEqualTo(id(to));
  }

  private static String id(String release) {
    return release.substring(release.lastIndexOf('/') + 1);
  }

  /** A task between the letter and the visit, as somebody would draw it in Camunda Modeler. */
  private void addStep() {
    String task = "<bpmn:userTask id=\"keepCopy\" name=\"Lưu bản sao giấy giới thiệu\""
        + " camunda:formKey=\"embedded:deployment:frame.html\""
        + " camunda:candidateGroups=\"${route.group(execution, 'DIVISION_OFFICER')}\">"
        + "<bpmn:incoming>from_issueLetter_to_markAway</bpmn:incoming>"
        + "<bpmn:outgoing>from_keepCopy_to_markAway</bpmn:outgoing></bpmn:userTask>";
    String model = "grave-visit.bpmn";
    replace(files, model, "<bpmn:flowNodeRef>markAway</bpmn:flowNodeRef>",
        "<bpmn:flowNodeRef>markAway</bpmn:flowNodeRef><bpmn:flowNodeRef>keepCopy</bpmn:flowNodeRef>");
    replace(files, model, "<bpmn:incoming>from_issueLetter_to_markAway</bpmn:incoming>",
        "<bpmn:incoming>from_keepCopy_to_markAway</bpmn:incoming>");
    replace(files, model, "<bpmn:serviceTask id=\"markAway\"", task + "<bpmn:serviceTask id=\"markAway\"");
    replace(files, model, "sourceRef=\"issueLetter\" targetRef=\"markAway\" />", "sourceRef=\"issueLetter\""
        + " targetRef=\"keepCopy\" /><bpmn:sequenceFlow id=\"from_keepCopy_to_markAway\" sourceRef=\"keepCopy\""
        + " targetRef=\"markAway\" />");
    replace(files, model, "<bpmndi:BPMNEdge id=\"edge_from_issueLetter_to_markAway\"",
        "<bpmndi:BPMNShape id=\"shape_keepCopy\" bpmnElement=\"keepCopy\"><dc:Bounds x=\"1120\" y=\"340\""
        + " width=\"120\" height=\"80\" /></bpmndi:BPMNShape><bpmndi:BPMNEdge id=\"edge_from_keepCopy_to_markAway\""
        + " bpmnElement=\"from_keepCopy_to_markAway\"><di:waypoint x=\"1240\" y=\"380\" /><di:waypoint x=\"1260\""
        + " y=\"380\" /><di:waypoint x=\"1260\" y=\"300\" /></bpmndi:BPMNEdge>"
        + "<bpmndi:BPMNEdge id=\"edge_from_issueLetter_to_markAway\"");
    replace(files, "procedure.yaml", "limits: [{amount: 3,", "limits: [{amount: 5,");
    replace(files, "procedure.yaml", "\n  confirmVisit:\n", """

          keepCopy:
            level: DIVISION
            name: {vi: Lưu bản sao giấy giới thiệu, en: Keep a copy of the letter}
            limits: [{amount: 1, unit: WORKING_DAY, legalBasis: "Thử nghiệm", confidence: U}]
            prepare: {role: DIVISION_OFFICER, form: grave-keep-copy}
            outcomes: [KEPT]
          confirmVisit:
        """);
    replace(files, "procedure.yaml", "\noutcomes:\n", "\noutcomes:\n"
        + "  KEPT: {label: {vi: Đã lưu bản sao, en: Copy kept}, style: primary, signed: false, needs: []}\n");
    files.put("grave-keep-copy.form", """
        {"components": [{"type": "checkbox", "id": "copyKept", "key": "copyKept", "label": "Đã lưu bản sao",
          "validate": {"required": true}, "layout": {"row": "Row_copyKept", "columns": 16},
          "properties": {"en": "A copy was kept"}}],
          "type": "default", "id": "graveKeepCopy", "executionPlatform": "Camunda Platform",
          "executionPlatformVersion": "7.24.0", "schemaVersion": 19}
        """.getBytes(StandardCharsets.UTF_8));
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
    // asked where nobody has rehearsed it, or something came out otherwise
    Workplace.accepting(page,
        () -> page.locator("[aria-labelledby=decide] form[action$='/approve'] button.ta-primary").click());
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

  private static void replace(Map<String, byte[]> files, String file, String what, String by) {
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text).contains(what);
    files.put(file, text.replace(what, by).getBytes(StandardCharsets.UTF_8));
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
