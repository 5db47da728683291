package vn.trian.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;

/** What is derived at the desk, while little or nonsense was answered. */
class DerivedValuesTest {

  private static final ProcedureFiles COMMON = ProcedureFiles.ofFolder(Path.of("bpmn/common"));

  private final FeelExpressions feel = new FeelExpressions(new FeelFunctions(null, null, null, Clock.systemUTC()));

  @ParameterizedTest
  @ValueSource(strings = {"burial-support", "orthopedic-device"})
  @DisplayName("Hồ sơ chưa điền gì vẫn tính được, không báo lỗi")
  void nothingAnsweredIsNoFault(String folder) {
    Procedure procedure = read(folder);
    Map<String, Object> context = CaseContext.feel(procedure.applicationForm(), Map.of());

    procedure.derive(context, feel);

    assertThat(procedure.derived()).isNotEmpty();
    assertThat(context).containsKeys(procedure.derived().keySet().toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"burial-support", "orthopedic-device"})
  @DisplayName("Câu trả lời sai kiểu không làm hỏng màn hình")
  void nonsenseIsNoFault(String folder) {
    Procedure procedure = read(folder);
    Map<String, Object> context = CaseContext.feel(procedure.applicationForm(), Map.of("relatives", List.of("a", 5),
        "deceased", Map.of("dateOfDeath", "soon", "monthlyAllowance", "much", "paidThroughMonth", "14/2024"),
        "examination", "none", "benefitsRequested", "SURVIVORSHIP", "distanceKm", "far"));
    context.put("decideFile", Map.of("survivors", "none", "approvedDevices", 7, "approval", "EACH"));
    context.put("confirmFile", List.of());

    procedure.derive(context, feel);

    assertThat(context).containsKeys(procedure.derived().keySet().toArray(String[]::new));
  }

  private static Procedure read(String folder) {
    return new ProcedureReader().read(ProcedureFiles.ofFolder(Path.of("bpmn", folder)).over(COMMON));
  }
}
