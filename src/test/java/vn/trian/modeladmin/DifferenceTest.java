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
        .containsExactly("Thời hạn bước “Thẩm định, tổng hợp danh sách”: 7 ngày làm việc → 5 ngày làm việc");
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
        .anyMatch(each -> each.matches("ô “Họ, tên” của biểu mẫu worship-receive-file, nhãn: Họ và tên → Họ, tên"));
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
