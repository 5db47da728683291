package vn.trian.workflow.modelgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.FieldProblem;
import vn.trian.workflow.gate.OverHttp;

/** What is packaged gives little to doubt; people would stop reading warnings that are always there. */
@OverHttp
class PackagedWarningsTest {

  /** The law itself sets no limit for some steps, which is worth knowing. */
  private static final Set<String> FACTS = Set.of("model-step-limit");

  @Autowired private ModelGate gate;
  @Autowired private MessageSource messages;

  @ParameterizedTest
  @ValueSource(strings = {"worship-allowance", "certificate-reissue", "burial-support", "orthopedic-device"})
  @DisplayName("Thủ tục đóng gói không có cảnh báo nào ngoài những bước luật không định thời hạn")
  void fewWarnings(String folder) {
    List<FieldProblem> warnings = gate.warnings(ProcedureFiles.ofClasspath("bpmn/" + folder)
        .over(ProcedureFiles.ofClasspath("bpmn/common")));
    assertThat(warnings.stream().filter(each -> !FACTS.contains(each.code())).map(each ->
        messages.getMessage(each.code(), each.arguments().toArray(), Locale.forLanguageTag("vi")))
        .collect(Collectors.joining("\n"))).isEmpty();
  }
}
