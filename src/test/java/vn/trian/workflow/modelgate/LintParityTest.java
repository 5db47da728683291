package vn.trian.workflow.modelgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.trian.shared.FieldProblem;

/** {@link BpmnLint} finds what bpmnlint finds: the same rules, at the same elements, as errors or as warnings. */
class LintParityTest {

  private static final int INVENTED = 400;
  @TempDir private static Path folder;
  private static Map<String, String> diagrams;
  private static JsonNode rules;
  private static JsonNode original;

  @BeforeAll
  static void askTheOriginal() throws IOException, InterruptedException {
    assumeThat(Path.of("src/frontend/node_modules/bpmnlint")).exists();
    diagrams = new LinkedHashMap<>(LintDiagrams.oneForEachRule());
    try (Stream<Path> packaged = Files.walk(Path.of("bpmn"))) {
      for (Path each : packaged.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList()) {
        diagrams.put(each.getFileName().toString(), Files.readString(each));
      }
    }
    Random random = new Random(20_261_122);
    for (int i = 0; i < INVENTED; i++) {
      diagrams.put("invented-" + i, LintDiagrams.invented(random));
    }
    StringBuilder paths = new StringBuilder();
    for (Map.Entry<String, String> each : diagrams.entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
      paths.append(folder.resolve(each.getKey())).append('\n');
    }
    Path out = folder.resolve("found.json");
    Process node = new ProcessBuilder("node", "src/frontend/lint/lint.mjs").redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream in = node.getOutputStream()) {
      in.write(paths.toString().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(node.waitFor()).as("node").isZero();
    JsonNode answer = new ObjectMapper().readTree(out.toFile());
    rules = answer.get("rules");
    original = answer.get("found");
  }

  @Test
  @DisplayName("Mỗi quy tắc được khuyến nghị có ví dụ vi phạm, và máy chủ tìm ra đúng như bản gốc")
  void findsWhatTheOriginalFinds() {
    Set<String> broken = new TreeSet<>();
    for (Map.Entry<String, String> each : diagrams.entrySet()) {
      Set<String> theirs = new TreeSet<>();
      original.get(folder.resolve(each.getKey()).toString()).forEach(found -> theirs.add(found.asText()));
      assertThat(ours(each.getKey(), each.getValue())).as(each.getKey() + "\n" + each.getValue()).isEqualTo(theirs);
      theirs.forEach(found -> broken.add(found.split(" ")[1]));
    }
    Set<String> all = new TreeSet<>();
    rules.fieldNames().forEachRemaining(all::add);
    assertThat(broken).isEqualTo(all);
  }

  @Test
  @DisplayName("Mô hình đóng gói không có lỗi hay cảnh báo nào")
  void packagedModelsKeepTheRules() {
    diagrams.keySet().stream().filter(each -> each.endsWith(".bpmn")).forEach(each ->
        assertThat(original.get(folder.resolve(each).toString())).as(each).isEmpty());
    assertThat(ours("good", diagrams.get("good"))).isEmpty();
  }

  /** The tenth of many faults counts as well. */
  private static Set<String> ours(String file, String text) {
    Findings findings = new Findings();
    XmlElement root = XmlReader.read(file, text, findings).orElseThrow();
    new BpmnLint(file, new Diagram(root), findings).check();
    assertThat(findings.all().size() + findings.warnings().size()).as(file).isLessThan(Findings.MOST);
    Set<String> found = new TreeSet<>();
    findings.all().forEach(each -> found.add("error " + shown(each)));
    findings.warnings().forEach(each -> found.add("warn " + shown(each)));
    return found;
  }

  private static String shown(FieldProblem problem) {
    return problem.code().replaceAll("^lint-|\\..*$", "") + " " + problem.field().replaceAll("^.*#", "");
  }
}
