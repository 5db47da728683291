package vn.trian.workflow.engine;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;

/**
 * Keeps evaluations of decision tables out of the engine's history: it would copy the application with all
 * its personal data, and merely looking at a case would write. What a table decided for a case stands in the
 * case's own lines, with the table's release.
 */
final class NoDecisionHistory extends DefaultDmnHistoryEventProducer {

  @Override
  public HistoryEvent createDecisionEvaluatedEvt(DelegateExecution execution, DmnDecisionEvaluationEvent event) {
    return null;
  }

  @Override
  public HistoryEvent createDecisionEvaluatedEvt(DmnDecisionEvaluationEvent event) {
    return null;
  }
}
