package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.organization.Role;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.shared.Label;
import vn.trian.workflow.TasklistFilters;
import vn.trian.workflow.identity.IdentityBridge;
import vn.trian.workflow.release.ReleaseDeployer;
import vn.trian.workflow.release.ReleaseDesk;

/** What the engine knows of names and rights follows the releases at work, not its own latest versions. */
@OnStage
class EngineFollowsReleasesTest {

  private static final String KEY = "followedVisit";
  private static final Actor ADMIN = new Actor("admin", "Quản trị", "", Set.of(Role.ADMIN), "");

  @Autowired private ReleaseDeployer deployer;
  @Autowired private ReleaseDesk desk;
  @Autowired private TasklistFilters tasklist;
  @Autowired private IdentityBridge bridge;
  @Autowired private AuthorizationService authorizations;
  @Autowired private CleanSlate slate;

  @Test
  @DisplayName("Sau khi trở lại bản trước, tên quy trình trong Tasklist là tên của bản đang dùng")
  void namesAreThoseOfTheReleaseAtWork() {
    slate.restore();
    Release first = deployer.deploy(folder("Thăm mộ, bản một"));
    deployer.deploy(folder("Thăm mộ, bản hai"));
    assertThat(names()).contains("Thăm mộ, bản hai").doesNotContain("Thăm mộ, bản một");
    desk.goBackTo(first.id(), null, ADMIN);
    assertThat(names()).contains("Thăm mộ, bản một").doesNotContain("Thăm mộ, bản hai");
  }

  @Test
  @DisplayName("Thủ tục thêm khi đang chạy: cán bộ được xem quy trình mà không cần khởi động lại")
  void rightsFollowWhatComesToWork() {
    slate.restore();
    bridge.synchronize();
    deployer.deploy(folder("Thăm mộ, bản " + System.identityHashCode(this)));
    assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId(KEY)
        .list()).hasSizeGreaterThanOrEqualTo(2);
  }

  private List<String> names() {
    return tasklist.processNames().stream().map(Label::vi).toList();
  }

  private static ProcedureFiles folder(String name) {
    ProcedureFiles whole = ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/grave-visit"));
    Map<String, byte[]> files = new HashMap<>();
    whole.names().forEach(file -> files.put(file, new String(whole.bytes(file).orElseThrow(), StandardCharsets.UTF_8)
        .replace("graveVisit", KEY).replaceAll("(<bpmn:process id=\"" + KEY + "\" name=\")[^\"]*", "$1" + name)
        .getBytes(StandardCharsets.UTF_8)));
    return ProcedureFiles.of(files);
  }
}
