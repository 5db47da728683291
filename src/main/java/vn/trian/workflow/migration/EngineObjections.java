package vn.trian.workflow.migration;

import java.util.List;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import vn.trian.workflow.migration.Outlines.ProcessOutline;

/** What the engine objects to in one process of a case. */
public final class EngineObjections {

  private EngineObjections() {}

  /** Reasons in sentences of ours. */
  public static List<Reason> of(MigratingProcessInstanceValidationException refusal, ProcessOutline source,
      ProcessOutline target) {
    return EngineWords.reasons(refusal.getValidationReport(), source, target);
  }
}
