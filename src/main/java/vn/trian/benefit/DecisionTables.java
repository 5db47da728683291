package vn.trian.benefit;

import java.util.List;
import java.util.Map;

/** Evaluates the decision tables of a release; implemented by the workflow module. */
public interface DecisionTables {

  /**
   * Rows that a table yields for a context.
   *
   * @param deploymentId deployment that the release of the case was put to work with
   * @return one map of outputs per rule that fits, in the order of the rules
   * @throws vn.trian.shared.DomainException INVALID {@code decision-unknown} or {@code decision-fails}
   */
  List<Map<String, Object>> evaluate(String deploymentId, String decisionKey, Map<String, ?> context);
}
