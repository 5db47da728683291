package vn.trian.workflow.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CalculationLine.Periodicity;
import vn.trian.shared.Label;
import vn.trian.shared.Vnd;

/**
 * What came out of a case, without anything about the people in it.
 *
 * @param complete  whether the case came to its end
 * @param result    GRANTED, REJECTED, or what the procedure calls it; null for none
 * @param promised  day promised to the citizen last; null for none
 * @param stepsDue  due day of each step as it was set last, by id of the step
 * @param stepNames names of these steps
 * @param path      what people did, in order
 * @param totals    sums by how often they are due
 * @param rows      lines of the calculation
 * @param documents documents that are valid at the end
 * @param eligible  what the eligibility decision says at the end; null for none
 */
record Ending(boolean complete, Label state, String result, LocalDate promised, Map<String, LocalDate> stepsDue,
    Map<String, Label> stepNames, List<Label> path, Map<Periodicity, Vnd> totals, List<String> rows,
    List<Label> documents, String eligible) {

  private static final Set<String> RESULTS = Set.of("GRANTED", "REJECTED");
  private static final String DIFFERS = "rehearsal.diff.";

  /** Sum of everything, once. */
  long total() {
    return totals.values().stream().mapToLong(Vnd::amount).sum();
  }

  /** A line of the calculation as far as it says nothing about anybody. */
  static String row(CalculationLine line) {
    return line.benefit() + " " + line.amount() + " " + line.periodicity() + " " + line.firstPeriod() + " "
        + line.periods();
  }

  /** What came out otherwise here than there, each a sentence; of what did not come to its end only dates. */
  List<Finding> against(Ending other) {
    List<Finding> found = new ArrayList<>();
    boolean both = complete && other.complete;
    if (both) {
      differs(found, "result", outcome(), other.outcome());
      differs(found, "eligible", word("rehearsal.eligible.", eligible), word("rehearsal.eligible.", other.eligible));
      path(found, other);
      amounts(found, other);
    }
    differs(found, "promised", promised, other.promised);
    stepsDue.forEach((step, due) -> {
      if (other.stepsDue.containsKey(step) && !Objects.equals(due, other.stepsDue.get(step))) {
        found.add(Finding.of(DIFFERS + "step-due", stepNames.get(step), due, other.stepsDue.get(step)));
      }
    });
    if (both) {
      documents(found, other);
    }
    return found;
  }

  private Object outcome() {
    return result == null ? state : RESULTS.contains(result) ? word("rehearsal.result.", result) : result;
  }

  private static Finding word(String prefix, String code) {
    return code == null ? null : Finding.of(prefix + code);
  }

  private static void differs(List<Finding> found, String what, Object here, Object there) {
    if (!Objects.equals(here, there)) {
      found.add(Finding.of(DIFFERS + what, here, there));
    }
  }

  private void path(List<Finding> found, Ending other) {
    steps(found, "path-less", missing(path, other.path));
    steps(found, "path-more", missing(other.path, path));
    if (found.isEmpty() && !path.equals(other.path) && sorted(path).equals(sorted(other.path))) {
      found.add(Finding.of(DIFFERS + "path-order"));
    }
  }

  private static void steps(List<Finding> found, String what, List<Label> steps) {
    if (!steps.isEmpty()) {
      found.add(Finding.of(DIFFERS + what, steps));
    }
  }

  private void amounts(List<Finding> found, Ending other) {
    Set<Periodicity> kinds = new LinkedHashSet<>(totals.keySet());
    kinds.addAll(other.totals.keySet());
    boolean same = true;
    for (Periodicity kind : kinds) {
      Vnd here = totals.getOrDefault(kind, Vnd.ZERO);
      Vnd there = other.totals.getOrDefault(kind, Vnd.ZERO);
      if (!here.equals(there)) {
        same = false;
        found.add(Finding.of(DIFFERS + "amount", Finding.of("rehearsal.periodicity." + kind), here, there));
      }
    }
    if (same && !rows.equals(other.rows)) {
      found.add(Finding.of(DIFFERS + "rows"));
    }
  }

  private void documents(List<Finding> found, Ending other) {
    steps(found, "documents-less", missing(documents, other.documents));
    steps(found, "documents-more", missing(other.documents, documents));
  }

  private static List<String> sorted(List<Label> labels) {
    return labels.stream().map(Label::vi).sorted().toList();
  }

  /** What one list has that another has not, or not as often. */
  private static List<Label> missing(List<Label> from, List<Label> in) {
    List<String> left = new ArrayList<>(in.stream().map(Label::vi).toList());
    return from.stream().filter(each -> !left.remove(each.vi())).toList();
  }
}
