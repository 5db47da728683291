package vn.trian.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case behind the figures of a report.
 *
 * @param office office at which it came in
 * @param lines  in which it counts, at least one
 */
public record CountedCase(String code, String procedure, String office, Set<ReportLine> lines) {

  private static final String SEPARATOR = ",";

  /** The lines as a column holds them. */
  String counted() {
    return lines.stream().map(ReportLine::name).collect(Collectors.joining(SEPARATOR));
  }

  static Set<ReportLine> read(String counted) {
    return Arrays.stream(counted.split(SEPARATOR)).map(ReportLine::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportLine.class)));
  }

  /** What the checksum of a report covers of the case. */
  String text() {
    return code + "|" + procedure + "|" + office + "|" + counted();
  }
}
