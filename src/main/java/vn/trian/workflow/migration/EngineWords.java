package vn.trian.workflow.migration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import vn.trian.workflow.migration.Outlines.ProcessOutline;

/** Says what the engine objects to in sentences of ours; its own are in English and speak of its inside. */
final class EngineWords {

  private static final Logger LOG = LoggerFactory.getLogger(EngineWords.class);

  /** By what a sentence of the engine contains. */
  private static final List<Map.Entry<String, String>> KNOWN = List.of(
      Map.entry("There is no migration instruction", "migration-engine-nowhere"),
      Map.entry("no migration instruction", "migration-engine-nowhere"),
      Map.entry("multiple mappings for source scope", "migration-engine-twice"),
      Map.entry("incompatible types", "migration-engine-type"),
      Map.entry("Events are not of the same type", "migration-engine-type"),
      Map.entry("event scope", "migration-engine-holder"),
      Map.entry("closest mapped ancestor", "migration-engine-holder"),
      Map.entry("multi-instance", "migration-engine-loop"),
      Map.entry("asyncBefore", "migration-engine-async"),
      Map.entry("asyncAfter", "migration-engine-async"),
      Map.entry("sequence flow", "migration-engine-async"),
      Map.entry("ateway", "migration-engine-gateway"),
      Map.entry("The variable", "migration-engine-variable"),
      Map.entry("not supported", "migration-engine-unsupported"));

  private EngineWords() {}

  static Reason reason(String failure, String from, String to) {
    String code = KNOWN.stream().filter(each -> failure.contains(each.getKey())).map(Map.Entry::getValue).findFirst()
        .orElse("migration-engine-other");
    if (code.equals("migration-engine-other")) {
      LOG.warn("the engine will not migrate: {}", failure);
    }
    return Reason.of(code, from, to.isEmpty() ? "–" : to);
  }

  /** Everything that stands in the way of one process of a case. */
  static List<Reason> reasons(MigratingProcessInstanceValidationReport report, ProcessOutline source,
      ProcessOutline target) {
    List<Reason> reasons = report.getActivityInstanceReports().stream().flatMap(each -> each.getFailures().stream()
        .map(failure -> reason(failure, each.getSourceScopeId(), each.getMigrationInstruction(), source, target)))
        .collect(Collectors.toList());
    report.getTransitionInstanceReports().forEach(each -> each.getFailures().forEach(failure -> reasons.add(
        reason(failure, each.getSourceScopeId(), each.getMigrationInstruction(), source, target))));
    report.getFailures().forEach(failure -> reasons.add(reason(failure, source.name(), target.name())));
    return reasons;
  }

  private static Reason reason(String failure, String scope, MigrationInstruction instruction, ProcessOutline source,
      ProcessOutline target) {
    String to = instruction == null || instruction.getTargetActivityId() == null ? ""
        : target.nameOf(instruction.getTargetActivityId());
    return reason(failure, scope.equals(source.definitionId()) ? source.name() : source.nameOf(scope), to);
  }
}
