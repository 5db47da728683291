package vn.trian.procedure;

import java.util.List;
import java.util.Map;
import vn.trian.shared.Confidence;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/**
 * Cross-field check of a form.
 *
 * @param field path of the field that the message is shown at
 * @param error FEEL; true = refused
 */
public record Rule(
    @Needed String field,
    @Needed String error,
    @Needed Label message,
    String legalBasis,
    Confidence confidence) {

  /** What rules find wrong, in their order. */
  static List<FieldProblem> broken(List<Rule> rules, Map<String, ?> context, Expressions feel) {
    return rules.stream()
        .filter(rule -> feel.holds(rule.error(), context))
        .map(rule -> FieldProblem.said(rule.field(), rule.message()))
        .toList();
  }
}
