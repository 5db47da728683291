package vn.trian.modeladmin.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.trian.workflow.modelgate.ModelOutline;

@DisplayName("Đổi tên phần tử của sơ đồ ngay trong tệp")
class DiagramNamesTest {

  static Stream<Path> diagrams() throws IOException {
    return Files.walk(Path.of("bpmn")).filter(each -> each.toString().endsWith(".bpmn"));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  @DisplayName("Mọi tên trong mọi sơ đồ đi kèm: đổi rồi trả lại thì từng chữ như cũ")
  void thereAndBack(Path file) throws IOException {
    String xml = Files.readString(file);
    String name = file.getFileName().toString();
    ModelOutline.diagram(name, xml.getBytes(StandardCharsets.UTF_8)).forEach((id, element) -> {
      if (!element.name().isBlank() && element.drawn()) {
        String changed = DiagramNames.named(name, xml, id, "Tên > \"mới\" & <khác>");
        assertThat(changed).as(id).isNotEqualTo(xml);
        assertThat(ModelOutline.diagram(name, changed.getBytes(StandardCharsets.UTF_8)).get(id).name())
            .isEqualTo("Tên > \"mới\" & <khác>");
        assertThat(DiagramNames.named(name, changed, id, element.name())).isEqualTo(xml);
      }
    });
  }

  @Test
  @DisplayName("Phần tử không có tên, hay không có: không đổi gì")
  void nothingElse() {
    String xml = "<a id=\"x\" other=\"y\"/>";
    assertThatThrownBy(() -> DiagramNames.named("a.bpmn", xml, "x", "n")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> DiagramNames.named("a.bpmn", xml, "z", "n")).isInstanceOf(IllegalStateException.class);
  }
}
