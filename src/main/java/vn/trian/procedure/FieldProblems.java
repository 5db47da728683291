package vn.trian.procedure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/** Collects what is wrong with the fields of a form, each thing once, in the order of the form. */
final class FieldProblems {

  private final Set<FieldProblem> found = new LinkedHashSet<>();

  /** Notes a problem; numbers are told as they are, without signs between their digits. */
  void add(String field, String code, Label title, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = title;
    for (int i = 0; i < more.length; i++) {
      arguments[i + 1] = String.valueOf(more[i]);
    }
    found.add(new FieldProblem(field, code, arguments));
  }

  void said(String field, Label sentence) {
    found.add(FieldProblem.said(field, sentence));
  }

  List<FieldProblem> found() {
    return List.copyOf(found);
  }
}
