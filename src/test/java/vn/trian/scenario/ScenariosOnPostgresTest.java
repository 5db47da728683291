package vn.trian.scenario;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.workflow.rehearsal.Scenario;

/** One whole case of each procedure on the database of a province. */
@OnStagePostgres
class ScenariosOnPostgresTest {

  @Autowired private ProcedureReader reader;
  @Autowired private ScenarioPlayer player;

  @TestFactory
  @DisplayName("Kịch bản đầu tiên của mỗi thủ tục trên PostgreSQL")
  Stream<DynamicNode> firstScenarios() throws IOException {
    return ProcedureScenariosTest.packaged().stream().map(files -> {
      String key = reader.read(files.over(ProcedureFiles.ofClasspath("bpmn/common"))).key();
      List<Scenario> all = Scenario.read(files.bytes("scenarios.yaml").orElseThrow());
      return dynamicTest(key + "/" + all.get(0).id(), () -> player.play(key, all.get(0), all));
    });
  }
}
