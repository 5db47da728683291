package vn.trian.modeladmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.trian.modeladmin.web.SentencesOfChanges;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.scenario.OnStage;

/** Every kind of change is told by one sentence that a person understands. */
@OnStage
@DisplayName("Khác nhau giữa hai bản của một thủ tục")
class DifferenceTest {

  private static final String YAML = "procedure.yaml";
  private static final String DIAGRAM = "worship-allowance.bpmn";
  private static final String FORM = "worship-receive-file.form";
  private static final String TABLE = "worship-allowance-eligibility.dmn";

  @Autowired private ProcedureReader reader;
  @Autowired private MessageSource messages;

  private final ProcedureFiles before = ProcedureFiles.ofClasspath("bpmn/worship-allowance")
      .over(ProcedureFiles.ofClasspath("bpmn/common"));

  private List<String> told(ProcedureFiles after) {
    return SentencesOfChanges.of(Difference.between(reader.read(before), before, reader.read(after), after), messages,
        Locale.forLanguageTag("vi"));
  }

  private ProcedureFiles with(String file, String from, String to) {
    String text = before.text(file).orElseThrow();
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    return with(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private ProcedureFiles with(String file, String text) {
    Map<String, byte[]> files = new HashMap<>();
    before.names().forEach(name -> files.put(name, before.bytes(name).orElseThrow()));
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
    return ProcedureFiles.of(files);
  }

  @Test
  @DisplayName("Không sửa gì thì không có câu nào")
  void nothingForTheSame() {
    assertThat(told(before)).isEmpty();
  }

  @Test
  @DisplayName("Thời hạn: bước nào, từ bao nhiêu thành bao nhiêu ngày làm việc")
  void limits() {
    assertThat(told(with(YAML, "- amount: 7\n        unit: WORKING_DAY\n        validFrom",
        "- amount: 5\n        unit: WORKING_DAY\n        validFrom")))
        .containsExactly("Thời hạn bước “Thẩm định, tổng hợp danh sách”: 7 → 5 ngày làm việc");
  }

  @Test
  @DisplayName("Thời hạn: ngày áp dụng và căn cứ cũng được nêu")
  void datesOfLimits() {
    String limit = "- amount: 12\n        unit: CALENDAR_DAY\n        validFrom: 2022-02-15\n";
    assertThat(told(with(YAML, limit, limit + "        validTo: 2026-12-31\n"))).containsExactly(
        "Thời hạn bước “Đối chiếu hồ sơ liệt sĩ, trình quyết định”: 12 ngày từ 15/02/2022 → "
            + "12 ngày từ 15/02/2022 đến hết 31/12/2026");
    assertThat(told(with(YAML, limit + "        legalBasis: \"Nghị định 131/2021/NĐ-CP, Điều 28\"",
        limit + "        legalBasis: \"Điều 28\""))).containsExactly(
        "Thời hạn bước “Đối chiếu hồ sơ liệt sĩ, trình quyết định” (12 ngày từ 15/02/2022), căn cứ: "
            + "Nghị định 131/2021/NĐ-CP, Điều 28 → Điều 28");
  }

  @Test
  @DisplayName("Câu nhắc của một quy tắc, dòng của một mẫu, câu giải thích của một ô")
  void words() {
    assertThat(told(with(YAML, "sửa lại.\", en: A relative", "xem lại.\", en: A relative")))
        .containsExactly("Thủ tục, quy tắc kiểm tra thứ 2, câu nhắc: Có thân nhân có năm chết trước năm sinh; sửa lại."
            + " → Có thân nhân có năm chết trước năm sinh; xem lại.");
    assertThat(told(with("decision-55.html", "<h1>QUYẾT ĐỊNH</h1>", "<h1>QUYẾT ĐỊNH MỚI</h1>")))
        .containsExactly("Mẫu decision-55.html: “QUYẾT ĐỊNH” → “QUYẾT ĐỊNH MỚI”");
    assertThat(told(with(FORM, "\"description\": \"Khi người", "\"description\": \"Nếu người"))).singleElement()
        .asString().contains("câu giải thích: Khi người đang thờ cúng").contains("→ Nếu người đang thờ cúng");
    assertThat(told(with(YAML, "path: owner.idNumber, align", "path: owner.address, align")))
        .as("what has no name of its own is told as a whole").isNotEmpty();
  }

  @Test
  @DisplayName("Thông tin chung và giấy tờ")
  void generalAndPapers() {
    assertThat(told(with(YAML, "setsOfPapers: 1", "setsOfPapers: 2")))
        .containsExactly("Thủ tục, số bộ hồ sơ: 1 → 2");
    String text = before.text(YAML).orElseThrow();
    int papers = text.indexOf("\npapers:");
    int id = text.indexOf("- id: ", papers);
    String paper = text.substring(id + 6, text.indexOf('\n', id));
    assertThat(told(with(YAML, text.substring(0, id + 6) + paper + "Renamed" + text.substring(id + 6 + paper.length()))))
        .anyMatch(each -> each.startsWith("Thêm giấy tờ “")).anyMatch(each -> each.startsWith("Bỏ giấy tờ “"));
  }

  @Test
  @DisplayName("Ô của biểu mẫu")
  void fields() {
    assertThat(told(with(FORM, "\"label\": \"Họ và tên\"", "\"label\": \"Họ, tên\"")))
        .anyMatch(each -> each.equals("ô “Họ, tên” của biểu mẫu “Tiếp nhận hồ sơ”, nhãn: Họ và tên → Họ, tên"));
  }

  @Test
  @DisplayName("Dòng của bảng quyết định")
  void rows() {
    String text = before.text(TABLE).orElseThrow();
    int end = text.lastIndexOf("</rule>") + "</rule>".length();
    int begin = text.lastIndexOf("<rule");
    assertThat(told(with(TABLE, text.substring(0, begin) + text.substring(end))))
        .singleElement().asString().contains("bỏ dòng: ");
  }

  @Test
  @DisplayName("Phần tử của sơ đồ: thêm, bỏ, đổi tên")
  void elements() {
    assertThat(told(with(DIAGRAM, "name=\"Tiếp nhận hồ sơ\"", "name=\"Nhận hồ sơ\"")))
        .containsExactly("quy trình được gọi “Nhận hồ sơ”, tên: Tiếp nhận hồ sơ → Nhận hồ sơ");
    assertThat(told(with(DIAGRAM, "<bpmn:callActivity id=\"receiveFile\"", "<bpmn:callActivity id=\"takeFile\"")))
        .contains("Thêm quy trình được gọi “Tiếp nhận hồ sơ”", "Bỏ quy trình được gọi “Tiếp nhận hồ sơ”");
  }

  @Test
  @DisplayName("Mẫu in và tệp không biết")
  void otherFiles() {
    assertThat(told(with("decision-55.html", before.text("decision-55.html").orElseThrow() + "\n")))
        .containsExactly("Sửa tệp decision-55.html");
    assertThat(told(with("more.html", "<p>Thêm</p>"))).containsExactly("Thêm tệp more.html");
  }
}
