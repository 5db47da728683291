package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/**
 * What is wrong with the files of a release, and what is merely doubtful. Arguments of every sentence: file, place in
 * it, then what it needs. What is said of many places of one model is told once.
 */
final class Findings {

  /** Nobody reads more; a file of thousands of faults must not become an answer of megabytes. */
  static final int MOST = 100;
  /** The same said of more places than these is one sentence. */
  private static final int ALONE = 3;
  private static final int LONGEST = 120;
  private static final int CHOICES = 40;
  /** What cannot be seen, among it marks that turn the direction of writing. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  private final Map<Said, Map<String, String>> found = new LinkedHashMap<>();
  private final Map<Said, Map<String, String>> doubts = new LinkedHashMap<>();
  /** What others found, as they say it. */
  private final List<FieldProblem> more = new ArrayList<>();
  /** Names of elements by file and id, so that people find the place in the picture. */
  private final Map<String, Map<String, String>> names = new HashMap<>();
  private boolean hidden;

  /** A sentence but for the place. */
  private record Said(String file, String code, List<Object> more) {

    /** One problem for each place, which are by field, or one for all of them. */
    List<FieldProblem> of(Map<String, String> places) {
      if (places.size() <= ALONE || !file.endsWith(".bpmn") && !file.endsWith(".dmn")) {
        return places.entrySet().stream().map(each -> problem(each.getKey(), each.getValue())).toList();
      }
      String first = String.join(", ", places.values().stream().limit(ALONE).toList());
      int others = places.size() - ALONE;
      return List.of(problem(places.keySet().iterator().next(),
          new Label(first + " và " + others + " chỗ khác", first + " and " + others + " more")));
    }

    private FieldProblem problem(String field, Object place) {
      List<Object> arguments = new ArrayList<>(List.of(file, place));
      arguments.addAll(more);
      return new FieldProblem(field, code, arguments);
    }
  }

  /** Names to choose from, all of them, where other words are cut. */
  private record Choice(String names) {

    @Override
    public String toString() {
      return names;
    }
  }

  /** Names among which a sentence lets people choose: the first of them where there are many. */
  static Object choice(Collection<String> names) {
    return new Choice(names.isEmpty() ? "–" : names.stream().sorted().limit(CHOICES).map(Findings::shortened)
        .collect(Collectors.joining(", ")));
  }

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
    note(found, file + "#" + shortened(place), file, named(file, place), code, more);
  }

  /** Notes what an expression in FEEL must not have; nothing for null, which is what the check of FEEL finds good. */
  void feel(String file, String place, String text, String refused) {
    if (refused != null) {
      boolean tooMuch = refused.startsWith(FeelCost.TOO_MUCH);
      addAt(file, place, tooMuch ? "model-feel-too-much" : "model-feel", text, refused);
    }
  }

  /** Notes something doubtful, which keeps nothing from being stored. */
  void warnAt(String file, String place, String code, Object... more) {
    note(doubts, file + "#" + shortened(place), file, named(file, place), code, more);
  }

  /** Learns what people call the elements of a diagram or table. */
  void learn(String file, XmlElement root) {
    Map<String, String> known = names.computeIfAbsent(file, none -> new HashMap<>());
    root.all().filter(each -> !each.get("id").isEmpty() && !each.get("name").isBlank())
        .forEach(each -> known.putIfAbsent(each.get("id"), each.get("name")));
  }

  void addAll(List<FieldProblem> others) {
    more.addAll(others);
  }

  List<FieldProblem> all() {
    List<FieldProblem> all = told(found);
    all.addAll(more);
    return all.stream().limit(MOST).toList();
  }

  List<FieldProblem> warnings() {
    return told(doubts).stream().limit(MOST).toList();
  }

  boolean none() {
    return found.isEmpty() && more.isEmpty();
  }

  /** Notes that some checks could not be made because of what was found. */
  void hide() {
    hidden = true;
  }

  /** Whether mending these faults may bring others to light. */
  boolean hideOthers() {
    return hidden;
  }

  /** Whether nothing is wrong with any file of another kind. */
  boolean onlyIn(String... endings) {
    return more.isEmpty() && found.keySet().stream().allMatch(each -> Stream.of(endings).anyMatch(each.file()::endsWith));
  }

  private String named(String file, String place) {
    String name = names.getOrDefault(file, Map.of()).get(place);
    return name == null ? shortened(place) : shortened(place) + " “" + shortened(name) + "”";
  }

  private static List<FieldProblem> told(Map<Said, Map<String, String>> list) {
    List<FieldProblem> all = new ArrayList<>();
    list.forEach((said, places) -> all.addAll(said.of(places)));
    return all;
  }

  private static void note(Map<Said, Map<String, String>> list, String field, String file, String place, String code,
      Object... more) {
    List<Object> arguments = new ArrayList<>();
    for (Object each : more) {
      arguments.add(each instanceof String text ? shortened(text) : String.valueOf(each));
    }
    Said said = new Said(shortened(file), code, arguments);
    if (list.containsKey(said) || list.size() < MOST) {
      list.computeIfAbsent(said, none -> new LinkedHashMap<>())
          .putIfAbsent(CONTROL.matcher(field).replaceAll(" "), shortened(place));
    }
  }

  private static String shortened(String text) {
    String line = CONTROL.matcher(text.strip()).replaceAll(" ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
