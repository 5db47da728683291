package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.List;
import vn.trian.shared.FieldProblem;

/** What is wrong with the files of a release. Arguments of every sentence: file, place in it, then what it needs. */
final class Findings {

  /** Nobody reads more; a file of thousands of faults must not become an answer of megabytes. */
  static final int MOST = 100;
  private static final int LONGEST = 120;

  private final List<FieldProblem> found = new ArrayList<>();

  /** Notes a fault of a whole file. */
  void add(String file, String code, Object... more) {
    note(file, file, file, code, more);
  }

  /**
   * Notes a fault.
   *
   * @param place id of the element, or where it stands
   */
  void addAt(String file, String place, String code, Object... more) {
    note(file + "#" + shortened(place), file, shortened(place), code, more);
  }

  void addAll(List<FieldProblem> others) {
    others.stream().limit(MOST - (long) found.size()).forEach(found::add);
  }

  List<FieldProblem> all() {
    return List.copyOf(found);
  }

  boolean none() {
    return found.isEmpty();
  }

  private void note(String field, String file, String place, String code, Object... more) {
    if (found.size() >= MOST) {
      return;
    }
    List<Object> arguments = new ArrayList<>(List.of(file, place));
    for (Object each : more) {
      arguments.add(each instanceof String text ? shortened(text) : String.valueOf(each));
    }
    FieldProblem problem = new FieldProblem(field, code, arguments);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
