package vn.trian.workflow.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Component;
import vn.trian.procedure.Release;
import vn.trian.workflow.migration.Outlines.Node;
import vn.trian.workflow.migration.Outlines.Outline;
import vn.trian.workflow.migration.Outlines.ProcessOutline;

/** Makes the engine's plans for every process that two releases have in common. */
@Component
public class Plans {

  private final Outlines outlines;
  private final RuntimeService runtime;

  Plans(Outlines outlines, RuntimeService runtime) {
    this.outlines = outlines;
    this.runtime = runtime;
  }

  /** Plans that the engine agrees to, by process, ready for any number of cases. */
  public record Ready(Release from, Release to, Outline before, Outline after, Mapping mapping,
      Map<String, MigrationPlan> plans) {}

  /** What the engine proposes: activities that are alike continue in one another. */
  Mapping proposed(Release from, Release to) {
    Map<String, Map<String, String>> processes = new LinkedHashMap<>();
    Outline after = outlines.of(to);
    outlines.of(from).processes().forEach((key, source) -> after.process(key).ifPresent(target -> {
      Map<String, String> pairs = new LinkedHashMap<>();
      List<MigrationInstruction> alike = runtime.createMigrationPlan(source.definitionId(), target.definitionId())
          .mapEqualActivities().build().getInstructions();
      alike.stream().filter(each -> source.nodes().containsKey(each.getSourceActivityId()))
          .filter(each -> target.nodes().containsKey(each.getTargetActivityId()))
          .forEach(each -> pairs.put(each.getSourceActivityId(), each.getTargetActivityId()));
      processes.put(key, pairs);
    }));
    return new Mapping(processes);
  }

  /**
   * The plans of a mapping.
   *
   * @throws PlanRefused naming every pair that cannot be
   */
  public Ready ready(Release from, Release to, Mapping mapping) {
    Map<String, MigrationPlan> plans = new LinkedHashMap<>();
    Map<String, Map<String, List<Reason>>> faults = faults(from, to, mapping, plans);
    if (!faults.isEmpty()) {
      throw new PlanRefused(faults);
    }
    return new Ready(from, to, outlines.of(from), outlines.of(to), mapping, plans);
  }

  /** What is wrong with the pairs of a mapping, by process and activity of the old release. */
  Map<String, Map<String, List<Reason>>> faults(Release from, Release to, Mapping mapping) {
    return faults(from, to, mapping, new LinkedHashMap<>());
  }

  private Map<String, Map<String, List<Reason>>> faults(Release from, Release to, Mapping mapping,
      Map<String, MigrationPlan> plans) {
    Map<String, Map<String, List<Reason>>> faults = new LinkedHashMap<>();
    Outline after = outlines.of(to);
    outlines.of(from).processes().forEach((key, source) -> after.process(key).ifPresent(target -> {
      Map<String, List<Reason>> wrong = new LinkedHashMap<>();
      mapping.of(key).forEach((activity, continues) -> unlike(source, target, activity, continues, wrong));
      if (wrong.isEmpty()) {
        try {
          plans.put(key, plan(source, target, mapping.of(key)));
        } catch (MigrationPlanValidationException refusal) {
          refusal.getValidationReport().getInstructionReports().forEach(each -> tell(source, target, each, wrong));
        }
      }
      if (!wrong.isEmpty()) {
        faults.put(key, wrong);
      }
    }));
    return faults;
  }

  private MigrationPlan plan(ProcessOutline source, ProcessOutline target, Map<String, String> pairs) {
    MigrationPlanBuilder builder = runtime.createMigrationPlan(source.definitionId(), target.definitionId());
    // what a release changes about the limits of its timers is for steps that begin with it
    pairs.forEach(builder::mapActivities);
    return builder.build();
  }

  private static void unlike(ProcessOutline source, ProcessOutline target, String activity, String continues,
      Map<String, List<Reason>> wrong) {
    Node before = source.node(activity).orElse(null);
    Node after = target.node(continues).orElse(null);
    if (before == null || after == null) {
      add(wrong, activity, Reason.of("migration-pair-unknown", source.nameOf(activity)));
    } else if (!before.kind().equals(after.kind())) {
      add(wrong, activity, Reason.of("migration-engine-type", before.name(), after.name()));
    } else if (before.calls() != null && !before.calls().equals(after.calls())) {
      add(wrong, activity, Reason.of("migration-call-other", before.name(), after.name()));
    }
  }

  private static void tell(ProcessOutline source, ProcessOutline target, MigrationInstructionValidationReport report,
      Map<String, List<Reason>> wrong) {
    String from = report.getMigrationInstruction().getSourceActivityId();
    String to = report.getMigrationInstruction().getTargetActivityId();
    report.getFailures().forEach(failure -> add(wrong, from,
        EngineWords.reason(failure, source.nameOf(from), to == null ? "" : target.nameOf(to))));
  }

  private static void add(Map<String, List<Reason>> wrong, String activity, Reason reason) {
    List<Reason> reasons = wrong.computeIfAbsent(activity, each -> new ArrayList<>());
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
  }

  /** A mapping that cannot be. */
  static final class PlanRefused extends RuntimeException {

    private final transient Map<String, Map<String, List<Reason>>> faults;

    PlanRefused(Map<String, Map<String, List<Reason>>> faults) {
      super("mapping refused", null, false, false);
      this.faults = faults;
    }

    Map<String, Map<String, List<Reason>>> faults() {
      return faults;
    }
  }
}
