package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.trian.shared.FieldProblem;

/**
 * What is wrong with the files of a release, and what is merely doubtful. Arguments of every sentence: file, place in
 * it, then what it needs.
 */
final class Findings {

  /** Nobody reads more; a file of thousands of faults must not become an answer of megabytes. */
  static final int MOST = 100;
  private static final int LONGEST = 120;
  /** What cannot be seen, among it marks that turn the direction of writing. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  private final List<FieldProblem> found = new ArrayList<>();
  private final List<FieldProblem> doubts = new ArrayList<>();
  /** Names of elements by file and id, so that people find the place in the picture. */
  private final Map<String, Map<String, String>> names = new HashMap<>();

  /** Notes a fault of a whole file. */
  void add(String file, String code, Object... more) {
    note(found, file, file, file, code, more);
  }

  /**
   * Notes a fault.
   *
   * @param place id of the element, or where it stands
   */
  void addAt(String file, String place, String code, Object... more) {
    if (found.size() < MOST) {
      note(found, file + "#" + shortened(place), file, named(file, place), code, more);
    }
  }

  /** Notes something doubtful, which keeps nothing from being stored. */
  void warnAt(String file, String place, String code, Object... more) {
    if (doubts.size() < MOST) {
      note(doubts, file + "#" + shortened(place), file, named(file, place), code, more);
    }
  }

  /** Learns what people call the elements of a diagram or table. */
  void learn(String file, XmlElement root) {
    Map<String, String> known = names.computeIfAbsent(file, none -> new HashMap<>());
    root.all().filter(each -> !each.get("id").isEmpty() && !each.get("name").isBlank())
        .forEach(each -> known.putIfAbsent(each.get("id"), each.get("name")));
  }

  void addAll(List<FieldProblem> others) {
    others.stream().limit(MOST - (long) found.size()).forEach(found::add);
  }

  List<FieldProblem> all() {
    return List.copyOf(found);
  }

  List<FieldProblem> warnings() {
    return List.copyOf(doubts);
  }

  boolean none() {
    return found.isEmpty();
  }

  private String named(String file, String place) {
    String name = names.getOrDefault(file, Map.of()).get(place);
    return name == null ? shortened(place) : shortened(place) + " “" + shortened(name) + "”";
  }

  private static void note(List<FieldProblem> list, String field, String file, String place, String code,
      Object... more) {
    if (list.size() >= MOST) {
      return;
    }
    List<Object> arguments = new ArrayList<>(List.of(shortened(file), shortened(place)));
    for (Object each : more) {
      arguments.add(each instanceof String text ? shortened(text) : String.valueOf(each));
    }
    FieldProblem problem = new FieldProblem(CONTROL.matcher(field).replaceAll(" "), code, arguments);
    if (!list.contains(problem)) {
      list.add(problem);
    }
  }

  private static String shortened(String text) {
    String line = CONTROL.matcher(text.strip()).replaceAll(" ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
