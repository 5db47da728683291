package vn.trian.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.trian.shared.Expressions;

/**
 * The steps whose limits chain to the due date printed on the receipt.
 *
 * @param expression FEEL that yields a list of step ids, null when the items say it
 * @param items      steps in order, empty when the expression says it
 */
public record Route(String expression, List<Item> items) {

  public Route {
    items = Given.list(items);
  }

  /**
   * One step on the way.
   *
   * @param when FEEL, null = always
   */
  public record Item(@Needed String step, String when) {}

  /** Ids of the steps of one case, in order. */
  public List<String> steps(Map<String, ?> context, Expressions feel) {
    if (expression != null) {
      List<String> steps = new ArrayList<>();
      if (feel.value(expression, context) instanceof Iterable<?> values) {
        values.forEach(step -> steps.add(String.valueOf(step)));
      }
      return List.copyOf(steps);
    }
    return items.stream()
        .filter(item -> item.when() == null || feel.holds(item.when(), context))
        .map(Item::step)
        .toList();
  }
}
