package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseState;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.shared.DomainException;
import vn.trian.workflow.rehearsal.Scenario;
import vn.trian.workflow.release.ReleaseDeployer;

/** A procedure that the application has never heard of is a folder of data, put to work while it runs. */
@OnStage
class RunTimeProcedureTest {

  private static final String KEY = "graveVisit";
  private static final Path FOLDER = Path.of("src/test/resources/procedures/grave-visit");

  @Autowired private ReleaseDeployer deployer;
  @Autowired private Procedures procedures;
  @Autowired private CaseFiles cases;
  @Autowired private ScenarioPlayer player;
  @Autowired private Stage stage;
  @Autowired private CleanSlate slate;

  private final ProcedureFiles folder = ProcedureFiles.ofFolder(FOLDER);

  @BeforeEach
  void deployed() {
    slate.restore();
    if (procedures.find(KEY).isEmpty()) {
      Release release = deployer.deploy(folder);
      assertThat(release.version()).isEqualTo(1);
      assertThat(procedures.active(KEY).id()).isEqualTo(release.id());
    }
  }

  @TestFactory
  @DisplayName("Thủ tục thêm khi hệ thống đang chạy: kịch bản của chính nó")
  Stream<DynamicNode> scenarios() {
    return ProcedureScenariosTest.tests(KEY, folder, player);
  }

  @Test
  @DisplayName("Hồ sơ đang chạy giữ bản thủ tục lúc nộp; hồ sơ mới theo bản mới")
  void runningCasesKeepTheirRelease() {
    Scenario whole = Scenario.read(folder.bytes("scenarios.yaml").orElseThrow()).get(0);
    Release old = procedures.active(KEY);
    String before = player.playUntil(KEY, whole, "giveLetter/sign");

    Release renamed = deployer.deploy(changed("Cấp giấy giới thiệu", "Lập giấy giới thiệu thăm mộ"));
    assertThat(renamed.version()).isEqualTo(old.version() + 1);
    String after = player.playUntil(KEY, whole, "giveLetter/prepare");

    assertThat(cases.get(before).releaseId()).isEqualTo(old.id());
    assertThat(cases.get(after).releaseId()).isEqualTo(renamed.id());
    assertThat(cases.get(after).stepName()).isEqualTo("Lập giấy giới thiệu thăm mộ");
    stage.act(before, "giveLetter/sign", SharedModels.simple("SIGN", null));
    assertThat(cases.get(before).state()).isEqualTo(CaseState.AT_DIVISION);
    assertThat(stage.openTasks(before)).extracting(stage::placeOf).containsExactly("issueLetter/stampDocument");
    assertThat(stage.instances(before)).extracting(each -> each.getProcessDefinitionId())
        .doesNotContainAnyElementsOf(
            stage.instances(after).stream().map(each -> each.getProcessDefinitionId()).toList());
  }

  @Test
  @DisplayName("Gói hỏng không thay được bản đang dùng")
  void brokenReleaseLeavesNothing() {
    Release before = procedures.active(KEY);
    List<String> rows = slate.rowCounts();

    assertThatThrownBy(() -> deployer.deploy(changed("key: graveVisit", "key: otherVisit")))
        .isInstanceOf(DomainException.class).hasMessage("procedure-broken");
    assertThatThrownBy(() -> deployer.deploy(changed("form: grave-give-letter", "form: not-there")))
        .isInstanceOf(DomainException.class).hasMessage("procedure-broken");

    assertThat(procedures.active(KEY).id()).isEqualTo(before.id());
    assertThat(procedures.find("otherVisit")).isEmpty();
    assertThat(slate.rowCounts()).isEqualTo(rows);
  }

  /** The folder with other words in its procedure.yaml. */
  private ProcedureFiles changed(String from, String to) {
    return Folders.file(folder, "procedure.yaml", from, to).over(folder);
  }
}
