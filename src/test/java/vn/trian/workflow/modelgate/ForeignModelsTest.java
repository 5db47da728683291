package vn.trian.workflow.modelgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.workflow.gate.OverHttp;

/** What administrators read about a diagram that another program drew: what to do, once for all elements alike. */
@OverHttp
class ForeignModelsTest {

  private static final String FILE = "foreign.bpmn";
  private static final int READABLE = 25;
  /** Nobody has thought about these: a sentence of theirs would help nobody. */
  private static final Set<String> HELPLESS = Set.of("model-check-failed", "model-engine-refuses");

  @Autowired private ModelGate gate;
  @Autowired private MessageSource messages;

  @TestFactory
  @DisplayName("Sơ đồ của chương trình khác: vài câu rõ ràng, không câu nào của động cơ")
  Stream<DynamicTest> fewAndClear() {
    Map<String, String> all = ForeignModels.all();
    assertThat(all).hasSizeGreaterThan(25);
    return all.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
      List<FieldProblem> faults = faults(each.getValue());
      assertThat(faults).isNotEmpty().hasSizeLessThanOrEqualTo(READABLE);
      assertThat(faults).extracting(FieldProblem::code).doesNotContainAnyElementsOf(HELPLESS);
      assertThat(faults).extracting(fault -> sentence(fault, "vi")).doesNotHaveDuplicates()
          .allMatch(said -> said.startsWith("Tệp " + FILE)).noneMatch(said -> said.contains("ENGINE-"));
    }));
  }

  @Test
  @DisplayName("Một điều ở 40 phần tử là một câu, nêu ba chỗ đầu và số chỗ còn lại")
  void alikeIsToldOnce() {
    List<FieldProblem> faults = faults(ForeignModels.all().get("foreign: a style on every element"));
    assertThat(faults).filteredOn(each -> each.code().equals("model-namespace")).hasSize(1);
    FieldProblem extension = faults.stream().filter(each -> each.code().equals("model-namespace")).findFirst()
        .orElseThrow();
    assertThat(sentence(extension, "vi")).contains("t0 “Task 0”, t1 “Task 1” và 38 chỗ khác",
        "http://example.org/graph", "thẻ XML");
    assertThat(sentence(extension, "en")).contains("and 38 more");
    assertThat(faults).extracting(FieldProblem::code).contains("model-task-plain", "model-data", "model-history",
        "model-not-executable").doesNotContain("model-attribute-refused", "model-element-refused");
  }

  @Test
  @DisplayName("Sơ đồ Camunda 8, sơ đồ trống, bảng mã khác: câu riêng cho từng loại")
  void eachHasItsOwnSentence() {
    Map<String, String> all = ForeignModels.all();
    assertThat(faults(all.get("foreign: the next generation, nothing drawn yet"))).extracting(FieldProblem::code)
        .startsWith("model-platform");
    assertThat(faults(all.get("foreign: this generation, nothing drawn yet"))).extracting(FieldProblem::code)
        .contains("lint-end-event-required").doesNotContain("model-platform", "model-history");
    assertThat(faults(all.get("foreign: geometry inside of the elements"))).extracting(FieldProblem::code)
        .contains("model-encoding", "model-task-plain");
    assertThat(faults(all.get("foreign: only definitions"))).extracting(FieldProblem::code)
        .contains("model-no-process").doesNotContain("model-one-process");
    assertThat(ModelGate.fitting("Quy trình Đề nghị (2).bpmn20.xml")).isEqualTo("quy-trinh-de-nghi-2.bpmn");
    assertThat(ModelGate.fitting("diagram_1.bpmn")).isEqualTo("diagram-1.bpmn");
    assertThat(ModelGate.fitting("???")).endsWith(".bpmn");
  }

  @Test
  @DisplayName("Những gì chuẩn BPMN cho phép ghi mà động cơ bỏ qua không cản trở")
  void whatTheStandardSaysByTheWayPasses() {
    Folder folder = Folder.onTheWay("t", "<bpmn:callActivity id=\"t\" startQuantity=\"1\" completionQuantity=\"1\" "
        + "isForCompensation=\"false\" calledElement=\"issueDocument\" camunda:calledElementBinding=\"deployment\"/>")
        .change(Folder.EXTRA, text -> text.replace("targetNamespace",
            "typeLanguage=\"http://www.w3.org/2001/XMLSchema\" expressionLanguage=\"http://www.w3.org/1999/XPath\" targetNamespace")
            .replace("isExecutable", "isClosed=\"false\" processType=\"None\" isExecutable")
            .replace("<bpmn:sequenceFlow", "<bpmn:sequenceFlow isImmediate=\"true\"")
            .replace("<di:waypoint", "<di:waypoint xsi:type=\"dc:Point\"")
            .replace("</bpmndi:BPMNDiagram>", "<bpmndi:BPMNLabelStyle id=\"ls\"><dc:Font name=\"Arial\" size=\"8.0\" "
                + "isBold=\"false\"/></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>"));
    ProcedureFiles files = folder.files().over(ProcedureFiles.ofClasspath("bpmn/common"));
    gate.check(files);
    assertThat(gate.warnings(files)).extracting(FieldProblem::code).as("and nobody calls it")
        .contains("model-unused-diagram");
    for (String other : List.of("isForCompensation=\"true\"", "startQuantity=\"2\"")) {
      String name = other.substring(0, other.indexOf('='));
      Folder changed = folder.change(Folder.EXTRA, text -> text.replaceFirst(name + "=\"[^\"]*\"", other));
      assertThat(problems(changed)).extracting(FieldProblem::code).contains("model-value");
      folder.change(Folder.EXTRA, text -> text.replaceFirst(other,
          name + "=\"" + (name.startsWith("is") ? "false" : "1") + "\""));
    }
  }

  @Test
  @DisplayName("Biểu mẫu, bảng quyết định và sơ đồ không ai dùng được nêu thành cảnh báo")
  void whatNobodyUsesIsDoubtful() {
    ProcedureFiles files = Folder.graveVisit().put("extra.form", "{\"type\": \"default\", \"components\": []}")
        .put("extra.dmn", Folder.literal("", "1")).files().over(ProcedureFiles.ofClasspath("bpmn/common"));
    assertThat(gate.warnings(files)).extracting(each -> sentence(each, "vi"))
        .anyMatch(each -> each.startsWith("Tệp extra.form: không bước nào dùng"))
        .anyMatch(each -> each.startsWith("Tệp extra.dmn: không nơi nào hỏi"));
    assertThat(gate.warnings(Folder.graveVisit().files().over(ProcedureFiles.ofClasspath("bpmn/common"))))
        .extracting(FieldProblem::code).noneMatch(each -> each.startsWith("model-unused"));
  }

  private List<FieldProblem> faults(String diagram) {
    return problems(Folder.graveVisit().put(FILE, diagram.getBytes(StandardCharsets.UTF_8)));
  }

  private List<FieldProblem> problems(Folder folder) {
    return catchThrowableOfType(DomainException.class,
        () -> gate.check(folder.files().over(ProcedureFiles.ofClasspath("bpmn/common")))).problems();
  }

  private String sentence(FieldProblem problem, String language) {
    Object[] arguments = problem.arguments().stream()
        .map(each -> each instanceof Label label ? label.in(language) : each).toArray();
    return messages.getMessage(problem.code(), arguments, Locale.forLanguageTag(language));
  }
}
