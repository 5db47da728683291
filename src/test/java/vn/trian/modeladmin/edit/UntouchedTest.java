package vn.trian.modeladmin.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trian.procedure.ProcedureFiles;

@DisplayName("Các ô của trang sửa, trên mọi thủ tục đi kèm")
class UntouchedTest {

  private static ProcedureFiles files(String folder) {
    return ProcedureFiles.ofFolder(Path.of("bpmn/" + folder)).over(ProcedureFiles.ofFolder(Path.of("bpmn/common")));
  }

  private static List<Sheet> sheets(ProcedureFiles files) {
    List<Sheet> all = new ArrayList<>(Sheets.limits(files));
    all.addAll(Sheets.papers(files));
    all.addAll(Sheets.reasons(files));
    TextSheets.files(files).forEach(file -> all.addAll(TextSheets.of(files, file)));
    return all;
  }

  /** What a browser sends for a sheet that nobody touched. */
  private static Map<String, String> sent(Sheet sheet) {
    Map<String, String> inputs = new HashMap<>();
    for (Row row : sheet.rows()) {
      row.values().forEach((column, value) ->
          inputs.put(sheet.name(row, column), value.replace("\n", "\r\n")));
      inputs.put(sheet.name(row, Typing.ORDER), row.order());
    }
    return inputs;
  }

  private static String written(ProcedureFiles files, Sheet typed) {
    String text = files.text(typed.file()).orElseThrow();
    return typed.file().endsWith(".bpmn") ? TextSheets.named(typed.file(), text, typed)
        : Typing.into(YamlText.of(typed.file(), text), typed).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"worship-allowance", "burial-support", "certificate-reissue", "orthopedic-device"})
  @DisplayName("Lưu mà không sửa ô nào thì không chữ nào của tệp đổi; mỗi ô có tên riêng")
  void whatNobodyTouchedStays(String folder) {
    ProcedureFiles files = files(folder);
    List<Sheet> all = sheets(files);
    assertThat(all).hasSizeGreaterThan(20);
    List<String> names = new ArrayList<>();
    for (Sheet sheet : all) {
      Sheet typed = new Typing(sent(sheet)).over(sheet);
      assertThat(Typing.problems(typed)).as(sheet.id()).isEmpty();
      assertThat(written(files, typed)).as(sheet.id()).isEqualTo(files.text(sheet.file()).orElseThrow());
      names.addAll(sent(sheet).keySet());
    }
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.chars().filter(each -> each == '/').count() == 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"worship-allowance", "burial-support", "certificate-reissue", "orthopedic-device"})
  @DisplayName("Sửa từng ô một: chỉ giá trị đó đổi, và ô tìm lại được từ chỗ của nó trong tệp")
  void everyInputReachesItsValue(String folder) {
    ProcedureFiles files = files(folder);
    for (Sheet sheet : sheets(files)) {
      if (sheet.file().endsWith(".bpmn") || sheet.rows().isEmpty()) {
        continue;
      }
      Row row = sheet.rows().get(sheet.rows().size() / 2);
      for (Column column : sheet.columns()) {
        String other = switch (column.input()) {
          case NUMBER -> "77";
          case DAY -> "2031-02-03";
          case CHOICE -> column.choices().get(column.choices().size() - 1);
          case WHEN -> Column.NEVER;
          case CODE -> null;
          case TEXT, WORDS -> "Chữ, mới: “thử” \"x\" #1";
        };
        String now = row.values().get(column.name());
        if (other == null || now == null || other.equals(now)) {
          continue;
        }
        Sheet typed = new Typing(Map.of(sheet.name(row, column.name()), other)).over(sheet);
        YamlText after = YamlText.of(sheet.file(), written(files, typed));
        String place = sheet.ordered() ? sheet.path() + "[" + row.from() + "]." + column.name()
            : row.paths().get(column.name());
        assertThat(after.words(place)).as(sheet.id() + " " + place).isEqualTo(other);
        assertThat(Typing.input(typed, place)).isEqualTo(sheet.name(row, column.name()));
      }
    }
  }

  @Test
  @DisplayName("Ô không có trên trang, mã và chỗ lạ trong yêu cầu không làm đổi gì")
  void inventedInputs() {
    ProcedureFiles files = files("worship-allowance");
    Sheet papers = Sheets.papers(files).get(0);
    Row first = papers.rows().get(0);
    Map<String, String> inputs = Map.of(papers.name(first, "id"), "other", papers.name(first, "shown"), "false",
        papers.id() + "/nobody/name.vi", "x", papers.id() + "/+1/order", "1", papers.id() + "/", "x", "/", "y",
        papers.id() + "/+", "z");
    Sheet typed = new Typing(inputs).over(papers);
    assertThat(Typing.problems(typed)).isEmpty();
    assertThat(written(files, typed)).isEqualTo(files.text("procedure.yaml").orElseThrow());
  }

  @Test
  @DisplayName("Thứ tự: dòng chuyển lên đứng trước, dòng chuyển xuống đứng sau dòng có cùng số")
  void theOneThatMovedGoesAhead() {
    Sheet papers = Sheets.papers(files("worship-allowance")).get(0);
    List<String> ids = papers.rows().stream().map(Row::id).toList();
    Row third = papers.rows().get(2);
    Row first = papers.rows().get(0);
    assertThat(order(papers, third, "1").get(0)).isEqualTo(ids.get(2));
    assertThat(order(papers, first, "3").get(2)).isEqualTo(ids.get(0));
  }

  private static List<String> order(Sheet sheet, Row row, String typed) {
    return Typing.kept(new Typing(Map.of(sheet.name(row, Typing.ORDER), typed)).over(sheet)).stream().map(Row::id)
        .toList();
  }
}
