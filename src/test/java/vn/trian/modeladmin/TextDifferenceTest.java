package vn.trian.modeladmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.modeladmin.TextDifference.Words;

@DisplayName("Chữ đã đổi trong mẫu văn bản và biểu mẫu")
class TextDifferenceTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Words> templates(String one, String other) {
    return TextDifference.ofTemplates(bytes(one), bytes(other));
  }

  @Test
  @DisplayName("Mẫu: dòng sửa, dòng thêm, dòng bỏ; chỉ đổi kiểu chữ thì không có câu nào")
  void linesOfTemplates() {
    String one = "<p>Căn cứ A;</p><p class=\"x\">Xét <b>hồ sơ</b> {{case.code}};</p>";
    assertThat(templates(one, one.replace("Căn cứ A", "Căn cứ B &amp; C")))
        .containsExactly(new Words("", "", "Căn cứ A;", "Căn cứ B & C;"));
    assertThat(templates(one, one + "<p>Thêm</p>")).containsExactly(new Words("", "", "", "Thêm"));
    assertThat(templates(one, "<p>Căn cứ A;</p>"))
        .containsExactly(new Words("", "", "Xét hồ sơ {{case.code}};", ""));
    assertThat(templates(one, one.replace("\"x\"", "\"y\"").replace("</p><p", "</p>\n  <p"))).isEmpty();
    assertThat(templates("<p>a</p><p>a</p>", "<p>a</p>")).containsExactly(new Words("", "", "a", ""));
    assertThat(templates(one, "<p>x</p>".repeat(40))).as("too much to tell line by line").isEmpty();
  }

  @Test
  @DisplayName("Dòng đảo chỗ không phải là sửa, dù mẫu rất dài")
  void movedLinesAreNoChange() {
    List<String> lines = IntStream.range(0, 60_000).mapToObj(n -> "<p>" + n + "</p>").toList();
    List<String> moved = new ArrayList<>(lines);
    Collections.reverse(moved);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () ->
        assertThat(templates(String.join("", lines), String.join("", moved))).isEmpty());
    assertThat(Changes.less(List.of("a", "b", "a", "c", "a"), List.of("a", "d", "a"))).containsExactly("b", "c", "a");
  }

  @Test
  @DisplayName("Dòng dài: chỉ nêu đoạn khác, kèm vài chữ hai bên")
  void longLinesAreCut() {
    String before = "Căn cứ Nghị định số 131/2021/NĐ-CP của Chính phủ quy định chi tiết và biện pháp thi hành ";
    String after = " Pháp lệnh Ưu đãi người có công với cách mạng, Điều 28 và các văn bản sửa đổi, bổ sung;";
    assertThat(TextDifference.around(before + "MỘT" + after, before + "HAI" + after))
        .startsWith("… ").endsWith(" …").contains("MỘT").doesNotContain("131/2021").hasSizeLessThan(80);
    assertThat(TextDifference.around("ngắn", "khác")).isEqualTo("ngắn");
    assertThat(TextDifference.around("", "khác")).isEmpty();
    assertThat(TextDifference.around(before, before + "thêm " + after)).isNotEmpty();
  }

  @Test
  @DisplayName("Biểu mẫu: tiêu đề nhóm, câu giải thích, đoạn chữ; nhãn của ô do chỗ khác nêu")
  void wordsOfForms() {
    String form = """
        {"components": [{"type": "group", "id": "g", "path": "", "label": "Nhóm", "properties": {"en": "Group"},
          "components": [{"type": "textfield", "id": "f", "key": "f", "label": "Ô", "description": "Giải thích"},
            {"type": "text", "id": "t", "text": "Đoạn"}]}]}""";
    String other = form.replace("Nhóm", "Nhóm 2").replace("Group", "Group 2").replace("Giải thích", "Khác")
        .replace("\"Đoạn\"", "\"Đoạn 2\"").replace("\"Ô\"", "\"Ô 2\"");
    assertThat(TextDifference.ofForms(bytes(form), bytes(other))).containsExactlyInAnyOrder(
        new Words("", "label", "Nhóm", "Nhóm 2"), new Words("", "en", "Group", "Group 2"),
        new Words("Ô 2", "description", "Giải thích", "Khác"), new Words("", "text", "Đoạn", "Đoạn 2"));
    assertThat(TextDifference.ofForms(bytes(form), bytes("not json"))).isEmpty();
  }
}
