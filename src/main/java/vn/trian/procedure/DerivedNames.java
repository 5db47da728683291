package vn.trian.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the names under {@code derived} are free to take, and each is used only after it was given. */
final class DerivedNames {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{1,63}");
  /** What the application itself puts into a context. */
  private static final Set<String> RESERVED = Set.of("case", "subjectKey", "registry", "outcome", "item");
  private static final Pattern WORDS = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

  private final Procedure procedure;
  private final Faults faults;

  DerivedNames(Procedure procedure, Faults faults) {
    this.procedure = procedure;
    this.faults = faults;
  }

  void check() {
    Set<String> taken = new HashSet<>(RESERVED);
    taken.addAll(procedure.steps().keySet());
    procedure.forms().values().forEach(form -> form.byPath().keySet().forEach(path -> taken.add(firstOf(path))));
    List<String> names = new ArrayList<>(procedure.derived().keySet());
    for (int i = 0; i < names.size(); i++) {
      name(names.get(i), taken);
      expression(names.get(i), names.subList(i, names.size()));
    }
  }

  private static String firstOf(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  private void name(String name, Set<String> taken) {
    if (!NAME.matcher(name).matches()) {
      add(name, "tên chỉ gồm chữ không dấu và số, bắt đầu bằng chữ thường; đặt lại tên",
          "a name has plain letters and digits only, a small letter first; rename it");
    }
    if (taken.contains(name)) {
      add(name, "hồ sơ đã có ô, bước hoặc dữ liệu mang tên này; đặt tên khác",
          "a field, step or datum of the case has this name; choose another");
    }
  }

  private void expression(String name, List<String> notYetKnown) {
    String expression = procedure.derived().get(name);
    if (expression.isBlank()) {
      add(name, "còn thiếu; bổ sung biểu thức", "the expression is missing; add it");
    }
    for (String later : notYetKnown) {
      if (uses(expression, later)) {
        add(name, later.equals(name) ? "biểu thức dùng chính tên của nó; bỏ chỗ gọi vòng"
            : "biểu thức dùng “" + later + "” là tên đứng sau; đưa “" + later
                + "” lên trước, hai tên không được gọi lẫn nhau",
            later.equals(name) ? "the expression uses its own name; break the circle"
                : "the expression uses “" + later + "”, which comes after it; put that first, no two use each other");
      }
    }
  }

  /** Whether an expression refers to a name; a part of a path, a key of a context and a text are no reference. */
  private static boolean uses(String expression, String name) {
    Pattern reference = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w|\\s*:)");
    return reference.matcher(WORDS.matcher(expression).replaceAll("\"\"")).find();
  }

  private void add(String name, String vi, String en) {
    faults.add(ProcedureReader.PROCEDURE, "derived." + name, vi, en);
  }
}
