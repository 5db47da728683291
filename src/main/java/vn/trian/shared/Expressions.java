package vn.trian.shared;

import java.util.Map;

/**
 * Evaluates the FEEL expressions that procedure folders carry. Implemented by the workflow module,
 * which alone knows the engine's FEEL interpreter.
 */
public interface Expressions {

  /**
   * Value of an expression.
   *
   * @param feel    expression in FEEL, without a leading {@code =}
   * @param context case context: maps, lists, texts, numbers, booleans, {@code LocalDate}
   * @return plain Java value, null when the expression yields null
   * @throws DomainException of kind INVALID, code {@code expression-fails}, when it cannot be evaluated
   */
  Object value(String feel, Map<String, ?> context);

  /** True when the expression yields exactly true; null and blank expressions are false. */
  default boolean holds(String feel, Map<String, ?> context) {
    return feel != null && !feel.isBlank() && Boolean.TRUE.equals(value(feel, context));
  }
}
