package vn.trian.scenario;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;

/** Every procedure proves itself by its own worked cases. */
@OnStage
class ProcedureScenariosTest {

  @Autowired private Procedures procedures;
  @Autowired private ScenarioPlayer player;

  @TestFactory
  @DisplayName("Kịch bản của các thủ tục")
  Stream<DynamicNode> scenarios() {
    return procedures.active().stream()
        .map(release -> dynamicContainer(release.procedure().name().vi(), tests(release)));
  }

  private Stream<DynamicNode> tests(Release release) {
    String key = release.procedure().key();
    if (!release.files().has("scenarios.yaml")) {
      return Stream.of(dynamicTest("có scenarios.yaml", () -> {
        throw new AssertionError("thủ tục " + key + " chưa có scenarios.yaml");
      }));
    }
    List<Scenario> all = Scenario.read(release.files().bytes("scenarios.yaml").orElseThrow());
    return all.stream().map(scenario ->
        dynamicTest(scenario.id() + ": " + scenario.name().vi(), () -> player.play(key, scenario, all)));
  }
}
