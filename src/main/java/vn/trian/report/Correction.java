package vn.trian.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A line of a frozen report that would read otherwise today.
 *
 * @param added   codes of cases that count today and did not then
 * @param removed codes of cases that counted then and do not today
 */
public record Correction(ReportLine line, long frozen, long today, List<String> added, List<String> removed) {

  static List<Correction> between(Map<String, CountedCase> frozen, Map<String, CountedCase> today) {
    return Arrays.stream(ReportLine.values())
        .map(line -> new Correction(line, count(frozen, line), count(today, line), missing(today, frozen, line),
            missing(frozen, today, line)))
        .filter(each -> !each.added().isEmpty() || !each.removed().isEmpty()).toList();
  }

  private static long count(Map<String, CountedCase> cases, ReportLine line) {
    return cases.values().stream().filter(each -> each.lines().contains(line)).count();
  }

  /** Codes that count in a line of the one and not of the other. */
  private static List<String> missing(Map<String, CountedCase> cases, Map<String, CountedCase> others,
      ReportLine line) {
    List<String> codes = new ArrayList<>();
    cases.forEach((code, each) -> {
      CountedCase other = others.get(code);
      if (each.lines().contains(line) && (other == null || !other.lines().contains(line))) {
        codes.add(code);
      }
    });
    return codes;
  }
}
