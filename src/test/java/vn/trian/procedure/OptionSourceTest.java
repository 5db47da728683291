package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.shared.FieldProblem;

class OptionSourceTest {

  private static final String FORM = """
      {"type": "default", "id": "confirm", "components": [
        {"type": "dynamiclist", "id": "survivors", "path": "survivors", "label": "Thân nhân", "components": [
          {"type": "select", "id": "number", "key": "number", "label": "Thân nhân",
           "properties": {"source": "rows:relatives.fullName"}}]}]}
      """;

  private final FormSchema form = FormSchema.read("confirm.form", FORM.getBytes());
  private final Map<String, Object> application =
      Map.of("relatives", List.of(Map.of("fullName", "LÝ THỊ MAI"), Map.of("fullName", "HOÀNG VĂN TÚ")));

  @Test
  @DisplayName("Chọn thân nhân theo tên trong bản khai, ghi theo số thứ tự")
  void rowsOfTheApplicationAreOffered() {
    assertThat(form.rowSources()).containsExactly("rows:relatives.fullName");
    assertThat(OptionSource.NONE.withRows(application).options("rows:relatives.fullName"))
        .extracting(option -> option.value() + " " + option.label().vi())
        .containsExactly("1 LÝ THỊ MAI (số 1)", "2 HOÀNG VĂN TÚ (số 2)");
    assertThat(OptionSource.NONE.withRows(Map.of()).options("rows:relatives.fullName")).isEmpty();
  }

  @Test
  void noOtherRowIsAccepted() {
    Checked checked = new FormCheck().check(form,
        Map.of("survivors", List.of(Map.of("number", "2"), Map.of("number", "3"))), application, new Feel(),
        OptionSource.NONE, LocalDate.of(2024, 3, 11));

    assertThat(checked.problems()).extracting(FieldProblem::field).containsExactly("survivors[1].number");
  }

  @Test
  void peopleReadTheName() {
    Map<String, Object> printed = CaseContext.printable(form,
        Map.of("survivors", List.of(Map.of("number", "2"))), OptionSource.NONE.withRows(application));

    assertThat(Paths.get(printed, "survivors[0].number")).isEqualTo("HOÀNG VĂN TÚ (số 2)");
    assertThat(Paths.get(printed, "survivors[0].numberRow.fullName")).isEqualTo("HOÀNG VĂN TÚ");
  }
}
