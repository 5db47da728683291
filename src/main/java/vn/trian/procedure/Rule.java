package vn.trian.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

  private static final Pattern ROW = Pattern.compile("\\[\\d+]\\.?");

  /**
   * What rules find wrong, in their order.
   *
   * @param unread fields without a value that can be judged; a rule that looks at one of them is silent
   */
  static List<FieldProblem> broken(List<Rule> rules, Map<String, ?> context, Expressions feel,
      List<FieldProblem> unread) {
    return rules.stream()
        .filter(rule -> unread.stream().noneMatch(each -> rule.looksAt(each.field())))
        .filter(rule -> feel.holds(rule.error(), context))
        .map(rule -> FieldProblem.said(rule.field(), rule.message()))
        .toList();
  }

  /** Whether the expression names a field; a cell of a list is named by the list and its column. */
  private boolean looksAt(String path) {
    return Arrays.stream(ROW.split(path))
        .allMatch(part -> Pattern.compile("(?<!\\w)" + Pattern.quote(part) + "(?!\\w)").matcher(error).find());
  }
}
