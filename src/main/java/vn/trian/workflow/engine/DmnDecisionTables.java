package vn.trian.workflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.springframework.stereotype.Component;
import vn.trian.benefit.DecisionTables;
import vn.trian.shared.DomainException;

/** Evaluates the decision tables of a release in the engine. */
@Component
class DmnDecisionTables implements DecisionTables {

  private final DecisionService decisions;
  private final RepositoryService repository;

  DmnDecisionTables(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  @Override
  public List<Map<String, Object>> evaluate(String deploymentId, String decisionKey, Map<String, ?> context) {
    DecisionDefinition definition = repository.createDecisionDefinitionQuery()
        .deploymentId(deploymentId).decisionDefinitionKey(decisionKey).singleResult();
    if (definition == null) {
      throw new DomainException(DomainException.Kind.INVALID, "decision-unknown", decisionKey);
    }
    var variables = Variables.createVariables();
    context.forEach(variables::putValue);
    try {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (DmnDecisionResultEntries entries
          : decisions.evaluateDecisionById(definition.getId()).variables(variables).evaluate()) {
        rows.add(new LinkedHashMap<>(entries.getEntryMap()));
      }
      return rows;
    } catch (ProcessEngineException e) {
      throw new DomainException(DomainException.Kind.INVALID, "decision-fails", decisionKey, e.getMessage());
    }
  }
}
