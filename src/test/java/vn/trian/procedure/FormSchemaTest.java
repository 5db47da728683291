package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trian.procedure.Fixtures.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormSchemaTest {

  private final FormSchema form = FormSchema.read("decide.form", """
      {"type": "default", "id": "decide", "components": [
        {"type": "dynamiclist", "id": "a", "path": "approved", "label": "Duyệt",
         "properties": {"from": "examination.devices"},
         "components": [{"type": "textfield", "id": "b", "key": "device", "label": "Phương tiện"}]},
        {"type": "textfield", "id": "c", "key": "receiver", "label": "Người nhận",
         "properties": {"from": "applicant.fullName"}}]}
      """.getBytes(StandardCharsets.UTF_8));

  @Test
  void anUnansweredFormBeginsWithEarlierValues() {
    Map<String, Object> given = data("examination.devices", List.of(data("device", "WHEELCHAIR")));

    assertThat(form.begun(given)).containsEntry("approved", List.of(data("device", "WHEELCHAIR")))
        .doesNotContainKey("receiver");
    assertThat(given).doesNotContainKey("approved");
  }

  @Test
  void anAnswerIsKept() {
    Map<String, Object> given = data("examination.devices", List.of(data("device", "WHEELCHAIR")),
        "applicant.fullName", "Lý Văn Thành", "approved", List.of(), "receiver", "Lý Văn Hùng");

    assertThat(form.begun(given)).containsEntry("approved", List.of()).containsEntry("receiver", "Lý Văn Hùng");
  }
}
