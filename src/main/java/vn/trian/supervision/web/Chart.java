package vn.trian.supervision.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.trian.supervision.Standing;
import vn.trian.supervision.Tally;

/**
 * Cases by one thing, as bars and as a table with the same numbers.
 *
 * @param id    also the message of its name: {@code supervision.by.<id>}
 * @param shown lines that are seen at once
 * @param more  the lines that are unfolded
 */
record Chart(String id, List<Line> shown, List<Line> more) {

  private static final int AT_ONCE = 8;
  /** Width of the drawing that the longest bar fills. */
  private static final double WIDTH = 100;

  /** One bar, its parts in the order of {@link Standing}. */
  record Line(String name, long total, String url, List<Part> parts) {}

  /**
   * A part of a bar.
   *
   * @param x     where it begins, of a drawing 100 wide
   * @param width 0 for no case
   */
  record Part(Standing standing, long cases, String url, double x, double width) {}

  /**
   * The chart of some tallies.
   *
   * @param url address of the cases of a key; those of one standing come from it by a parameter
   */
  static <K> Chart of(String id, Map<K, Tally> tallies, Function<K, String> name, Function<K, String> url) {
    long longest = Math.max(1, tallies.values().stream().mapToLong(Tally::total).max().orElse(0));
    List<Line> lines = tallies.entrySet().stream()
        .map(each -> line(name.apply(each.getKey()), url.apply(each.getKey()), each.getValue(), longest)).toList();
    int cut = Math.min(AT_ONCE, lines.size());
    return new Chart(id, lines.subList(0, cut), lines.subList(cut, lines.size()));
  }

  private static Line line(String name, String url, Tally tally, long longest) {
    List<Part> parts = new ArrayList<>();
    double x = 0;
    for (Standing standing : Standing.values()) {
      double width = WIDTH * tally.of(standing) / longest;
      parts.add(new Part(standing, tally.of(standing), url + "&standing=" + standing, x, width));
      x += width;
    }
    return new Line(name, tally.total(), url, parts);
  }
}
