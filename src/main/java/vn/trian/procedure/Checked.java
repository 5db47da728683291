package vn.trian.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;

/**
 * What became of a submission.
 *
 * @param data     cleaned: only keys of the form, nothing hidden, nothing empty. Texts are trimmed, dates are
 *                 texts {@code yyyy-MM-dd} or {@code yyyy}, numbers {@code Long} or {@code BigDecimal}. Values
 *                 with a problem are kept as far as they can be read
 * @param problems in the order of the form, empty when all is well
 */
public record Checked(Map<String, Object> data, List<FieldProblem> problems) {

  public Checked {
    problems = Given.list(problems);
  }

  public boolean isFine() {
    return problems.isEmpty();
  }

  /**
   * The same where the form may stay unfinished: a field in which nothing was typed is no fault, while what was typed
   * still has to be right.
   *
   * @param given  as submitted
   * @param needed paths of fields that have to be filled in all the same
   */
  public Checked unfinished(Map<String, ?> given, String... needed) {
    Set<String> asked = Set.of(needed);
    return new Checked(data, problems.stream()
        .filter(each -> asked.contains(each.field()) || !Paths.isBlank(Paths.get(given, each.field()))).toList());
  }

  /**
   * The data.
   *
   * @throws DomainException of kind INVALID, code {@code form-incomplete}, with all problems
   */
  public Map<String, Object> orThrow() {
    if (!isFine()) {
      throw new DomainException(DomainException.Kind.INVALID, "form-incomplete", problems, problems.size());
    }
    return data;
  }
}
