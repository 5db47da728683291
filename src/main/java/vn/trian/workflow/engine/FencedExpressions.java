package vn.trian.workflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions of models behind a fence. What a model may say is checked when it is uploaded; this holds for
 * whatever that check overlooks, and for expressions that reach the engine by other ways.
 */
final class FencedExpressions extends JuelExpressionManager {

  FencedExpressions(Map<Object, Object> beans) {
    super(beans);
  }

  /**
   * Only queries evaluate expressions without a case around them, and the engine's own ban on those does not
   * look into their "or" parts (CVE-2026-109432). Nothing of ours needs them.
   */
  @Override
  public ELContext getElContext(VariableScope scope) {
    if (scope == null) {
      throw new ProcessEngineException("expressions have no place in queries");
    }
    return super.getElContext(scope);
  }

  @Override
  protected ELResolver createElResolver() {
    return new ExpressionFence(beans);
  }
}
