package vn.trian.modeladmin.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Đổi tên một phần tử trong sơ đồ")
class DiagramNamesTest {

  private static final String DIAGRAM = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><!-- <task id="t"  name="cũ"/> -->
        <process id="p" isExecutable="true">%s<task id="other" name="khác"/></process></definitions>""";

  @ParameterizedTest
  @ValueSource(strings = {"<task id=\"t\" name=\"cũ\"/>", "<task name='cũ' id='t'/>",
      "<task name=\"cũ\" title=\"a > b id='t'\" id = \"t\" />", "<task id=\"t\"\n  name=\"cũ\"></task>"})
  @DisplayName("Ở đúng chỗ, dù viết cách nào; phần còn lại giữ nguyên")
  void whereItStands(String task) {
    String before = DIAGRAM.formatted(task);
    String quote = task.contains("'cũ'") ? "&apos;" : "'";
    assertThat(DiagramNames.named("d.bpmn", before, "t", "mới 'a' & b"))
        .isEqualTo(before.replace(task, task.replace("cũ", "mới " + quote + "a" + quote + " &amp; b")));
  }

  @Test
  @DisplayName("Không có tên để đổi thì báo, không đổi gì khác")
  void nothingElse() {
    assertThatThrownBy(() -> DiagramNames.named("d.bpmn", DIAGRAM.formatted(""), "none", "mới"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> DiagramNames.named("d.bpmn", DIAGRAM.formatted(""), "t", "mới"))
        .as("only in a comment").isInstanceOf(IllegalStateException.class);
  }
}
