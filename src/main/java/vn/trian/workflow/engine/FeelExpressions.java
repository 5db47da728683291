package vn.trian.workflow.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;

/** FEEL of the folders, read by the same interpreter as the decision tables. */
@Component
class FeelExpressions implements Expressions {

  private final FeelEngine feel;

  FeelExpressions(FeelFunctions functions) {
    this.feel = new ScalaFeelEngine(List.of(functions));
  }

  @Override
  public Object value(String feel, Map<String, ?> context) {
    String expression = feel.strip();
    if (expression.startsWith("=")) {
      expression = expression.substring(1);
    }
    var variables = Variables.createVariables();
    context.forEach(variables::putValue);
    try {
      return plain(this.feel.evaluateSimpleExpression(expression, variables.asVariableContext()));
    } catch (FeelException e) {
      throw new DomainException(DomainException.Kind.INVALID, "expression-fails", expression, e.getMessage());
    }
  }

  private static Object plain(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? BigDecimal.valueOf(number.longValue())
        : value instanceof Number number ? new BigDecimal(number.toString()) : value;
  }
}
