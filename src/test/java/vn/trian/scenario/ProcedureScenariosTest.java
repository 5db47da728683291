package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.Procedures;
import vn.trian.workflow.rehearsal.Scenario;

/** Every procedure proves itself by its own worked cases. */
@OnStage
class ProcedureScenariosTest {

  @Autowired private ProcedureReader reader;
  @Autowired private Procedures procedures;
  @Autowired private ScenarioPlayer player;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;

  @TestFactory
  @DisplayName("Kịch bản của các thủ tục")
  Stream<DynamicNode> scenarios() throws IOException {
    return packaged().stream().map(files -> {
      Procedure procedure = reader.read(files.over(ProcedureFiles.ofClasspath("bpmn/common")));
      DynamicNode coverage = dynamicTest("kịch bản đi qua mọi phần tử của sơ đồ",
          () -> everyElementIsPassed(procedure.key()));
      return dynamicContainer(procedure.name().vi(),
          Stream.concat(tests(procedure.key(), files, player), Stream.of(coverage)));
    });
  }

  /** Files of every packaged procedure, in the order of the folders. */
  static List<ProcedureFiles> packaged() throws IOException {
    TreeSet<String> folders = new TreeSet<>();
    for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/procedure.yaml")) {
      String[] parts = file.getURL().getPath().split("/");
      folders.add(parts[parts.length - 2]);
    }
    return folders.stream().map(folder -> ProcedureFiles.ofClasspath("bpmn/" + folder)).toList();
  }

  /** What no scenario ever passes is a promise that nobody has tried. */
  private void everyElementIsPassed(String key) {
    ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionKey(key)
        .deploymentId(procedures.active(key).deploymentId()).singleResult();
    Set<String> passed = history.createHistoricActivityInstanceQuery().processDefinitionId(definition.getId()).list()
        .stream().map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
    assertThat(repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
        .map(FlowNode::getId).filter(id -> !passed.contains(id))).as("elements that no scenario passes").isEmpty();
  }

  static Stream<DynamicNode> tests(String key, ProcedureFiles files, ScenarioPlayer player) {
    if (!files.has("scenarios.yaml")) {
      return Stream.of(dynamicTest("có scenarios.yaml", () -> {
        throw new AssertionError("thủ tục " + key + " chưa có scenarios.yaml");
      }));
    }
    List<Scenario> all = Scenario.read(files.bytes("scenarios.yaml").orElseThrow());
    return all.stream().map(scenario ->
        dynamicTest(scenario.id() + ": " + scenario.name().vi(), () -> player.play(key, scenario, all)));
  }
}
