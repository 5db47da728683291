package vn.trian.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.trian.deadline.Timeliness;
import vn.trian.shared.Level;
import vn.trian.supervision.Figure;

/** A number of cases in a report; the names are kept with frozen reports and never change. */
public enum ReportLine {
  CARRIED(Figure.CARRIED),
  RECEIVED(Figure.RECEIVED),
  DECIDED(Figure.DECIDED),
  DECIDED_EARLY(Figure.DECIDED_EARLY),
  DECIDED_ON_TIME(Figure.DECIDED_ON_TIME),
  DECIDED_LATE(Figure.DECIDED_LATE),
  REJECTED(Figure.REJECTED),
  WITHDRAWN(Figure.WITHDRAWN),
  RECEIPT_REFUSED(Figure.RECEIPT_REFUSED),
  PENDING(Figure.PENDING),
  PENDING_LATE(Figure.PENDING_LATE),
  HANDED_OVER(Figure.HANDED_OVER),
  RETURNED(Figure.RETURNED),
  PAYABLE(Figure.PAYABLE),
  CASHLESS(Figure.CASHLESS),
  COMMUNE_EARLY(Level.COMMUNE, Timeliness.EARLY),
  COMMUNE_ON_TIME(Level.COMMUNE, Timeliness.ON_TIME),
  COMMUNE_LATE(Level.COMMUNE, Timeliness.LATE),
  DIVISION_EARLY(Level.DIVISION, Timeliness.EARLY),
  DIVISION_ON_TIME(Level.DIVISION, Timeliness.ON_TIME),
  DIVISION_LATE(Level.DIVISION, Timeliness.LATE),
  DEPARTMENT_EARLY(Level.DEPARTMENT, Timeliness.EARLY),
  DEPARTMENT_ON_TIME(Level.DEPARTMENT, Timeliness.ON_TIME),
  DEPARTMENT_LATE(Level.DEPARTMENT, Timeliness.LATE);

  private static final Map<Figure, ReportLine> BY_FIGURE = Arrays.stream(values())
      .filter(line -> line.figure != null).collect(Collectors.toMap(line -> line.figure, Function.identity()));

  private final Figure figure;
  private final Level level;
  private final Timeliness timeliness;

  ReportLine(Figure figure) {
    this.figure = figure;
    this.level = null;
    this.timeliness = null;
  }

  ReportLine(Level level, Timeliness timeliness) {
    this.figure = null;
    this.level = level;
    this.timeliness = timeliness;
  }

  /** What supervisors know the number as; empty for steps of one level. */
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure);
  }

  /** Level whose steps are counted; null for whole cases. */
  public Level level() {
    return level;
  }

  /** How these steps stand to their limit; null for whole cases. */
  public Timeliness timeliness() {
    return timeliness;
  }

  static Set<ReportLine> of(Set<Figure> figures) {
    return figures.stream().filter(BY_FIGURE::containsKey).map(BY_FIGURE::get)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportLine.class)));
  }

  /** Message of its name as the head of a column, beside those that it belongs to. */
  public String columnKey() {
    return "report.line." + this;
  }

  /** Message of its name where it stands alone. */
  public String key() {
    return switch (this) {
      case DECIDED_EARLY, DECIDED_ON_TIME, DECIDED_LATE -> columnKey() + ".result";
      default -> columnKey();
    };
  }

  static ReportLine of(Level level, Timeliness timeliness) {
    return Arrays.stream(values()).filter(line -> line.level == level && line.timeliness == timeliness).findFirst()
        .orElseThrow();
  }
}
