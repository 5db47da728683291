package vn.trian.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;

/** Java knows no procedure by name: the next one is a folder, not a release of the application. */
class ProceduresAreDataTest {

  private static final Pattern KEY = Pattern.compile("^key:\\s*\"?([A-Za-z0-9]+)", Pattern.MULTILINE);

  @Test
  @DisplayName("Không có mã thủ tục nào trong mã nguồn Java")
  void noProcedureIsNamedInJava() {
    List<String> names = names();
    assertThat(names).isNotEmpty();
    List<String> found = new ArrayList<>();
    Sources.texts("src/main/java", ".java").forEach((path, text) -> names.stream().filter(text::contains)
        .forEach(name -> found.add(path + " names " + name)));
    assertThat(found).isEmpty();
  }

  @Test
  @DisplayName("Danh sách trình của thủ tục nào cũng có cột")
  void aListThatIsSentUpHasColumns() {
    assertThat(Sources.texts("bpmn", "procedure.yaml")).allSatisfy((path, text) -> {
      if (text.contains("\n    list: true")) {
        assertThat(text).as(path).contains("\nlistColumns:");
      }
    });
  }

  @Test
  @DisplayName("“Nơi nhận: Như trên” chỉ đứng ở văn bản có “Kính gửi”")
  void onlyALetterNamesItsAddresseeAgain() {
    Map<String, String> templates = Sources.texts("bpmn", ".html");
    templates.values().removeIf(text -> !text.startsWith("<html"));
    assertThat(templates).isNotEmpty().allSatisfy((path, text) -> {
      assertThat(text).as(path).doesNotContain("Như trên");
      if (text.contains("{{> letter-foot}}") || text.contains("{{> official-foot}}")) {
        assertThat(text.contains("{{> letter-foot}}")).as(path).isEqualTo(text.contains("Kính gửi"));
      }
    });
  }

  @Test
  @DisplayName("Văn bản gửi cơ quan khác: kết quả nào lập ra nó cũng hỏi đó là cơ quan nào")
  void aLetterToAnotherBodyHasAnAddressee() {
    List<String> letters = new ArrayList<>();
    List<String> found = new ArrayList<>();
    ProcedureFiles common = ProcedureFiles.ofFolder(Path.of("bpmn/common"));
    for (String path : Sources.texts("bpmn", "procedure.yaml").keySet()) {
      ProcedureFiles files = ProcedureFiles.ofFolder(Path.of(path).getParent()).over(common);
      Procedure procedure = new ProcedureReader().read(files);
      procedure.steps().values().forEach(step -> step.documents().forEach((outcome, documents) -> documents.stream()
          .filter(id -> files.text(procedure.document(id).template() + ".html").orElse("").contains("request.body"))
          .forEach(id -> {
            letters.add(id);
            if (!procedure.outcome(outcome).needs().contains(Outcome.Need.BODY)) {
              found.add(procedure.key() + ": " + outcome + " draws up " + id);
            }
          })));
    }
    assertThat(letters).isNotEmpty();
    assertThat(found).isEmpty();
  }

  /** Process id and folder of every procedure. */
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    Map<String, String> descriptions = Sources.texts("bpmn", "procedure.yaml");
    descriptions.forEach((path, text) -> {
      Matcher key = KEY.matcher(text);
      assertThat(key.find()).as(path + " has a key").isTrue();
      names.add(key.group(1));
      String[] parts = path.split("/");
      names.add(parts[parts.length - 2]);
    });
    return names;
  }
}
