package vn.trian.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.Exclusive;
import vn.trian.procedure.Procedure;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;

/** Things that the law grants once: told at the desk already, not only by the database at the end. */
@Service
public class Exclusivity {

  private final Entitlements entitlements;
  private final Expressions feel;

  Exclusivity(Entitlements entitlements, Expressions feel) {
    this.entitlements = entitlements;
    this.feel = feel;
  }

  /**
   * Refuses a dossier that asks for what is granted already.
   *
   * @throws DomainException INVALID {@code form-incomplete} with the sentence of the procedure at its field
   */
  @Transactional(readOnly = true)
  public void check(Procedure procedure, Map<String, Object> context) {
    List<FieldProblem> problems = new ArrayList<>();
    for (Exclusive exclusive : procedure.exclusive()) {
      if (exclusive.when() != null && !feel.holds(exclusive.when(), context)) {
        continue;
      }
      for (String key : keys(feel.value(exclusive.key(), context))) {
        boolean granted = entitlements.running(key).isPresent() || entitlements.coveredUntil(key).isPresent();
        if (granted) {
          problems.add(FieldProblem.said(exclusive.field(), exclusive.message()));
          break;
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new DomainException(Kind.INVALID, "form-incomplete", problems, problems.size());
    }
  }

  private static List<String> keys(Object value) {
    List<String> keys = new ArrayList<>();
    if (value instanceof Iterable<?> many) {
      many.forEach(each -> keys.add(String.valueOf(each)));
    } else if (value != null) {
      keys.add(value.toString());
    }
    return keys;
  }
}
