package vn.trian.procedure;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;

/** The bare FEEL interpreter, without the functions that the application adds. */
final class Feel implements Expressions {

  private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

  @Override
  public Object value(String feel, Map<String, ?> context) {
    @SuppressWarnings("unchecked")
    EvaluationResult result = engine.evaluateExpression(feel, (Map<String, Object>) context);
    if (!result.isSuccess()) {
      throw new DomainException(DomainException.Kind.INVALID, "expression-fails", feel, result.failure().message());
    }
    return result.result();
  }
}
