package vn.trian.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.trian.shared.Level;

/** How long steps took: at each office, at all offices, and any step of a level. */
final class Paces {

  /** Fewer passes than these say nothing about the next one. */
  static final long ENOUGH = 8;

  private final Map<Place, Spread> offices = new HashMap<>();
  private final Map<Place, Spread> steps = new HashMap<>();
  private final Map<Level, Spread> levels = new HashMap<>();

  /** How long a step takes, and how that is known. */
  record Pace(Spread days, PaceBasis basis) {}

  private record Place(String procedure, String step, String office) {}

  /**
   * Adds passes of a step.
   *
   * @param level of the office; null when it is not known any more
   * @param days  working days from the day the step was received to the day it ended
   */
  void add(String procedure, String step, String office, Level level, int days, long passes) {
    offices.computeIfAbsent(new Place(procedure, step, office), place -> new Spread()).add(days, passes);
    steps.computeIfAbsent(new Place(procedure, step, null), place -> new Spread()).add(days, passes);
    if (level != null) {
      levels.computeIfAbsent(level, each -> new Spread()).add(days, passes);
    }
  }

  /** The nearest pace that enough is known of; empty when nothing is. */
  Optional<Pace> of(String procedure, String step, String office, Level level) {
    return known(offices.get(new Place(procedure, step, office)), PaceBasis.OFFICE)
        .or(() -> known(steps.get(new Place(procedure, step, null)), PaceBasis.STEP))
        .or(() -> known(levels.get(level), PaceBasis.LEVEL));
  }

  /** As {@link #of}, else as if the step always took the whole of its limit. */
  Pace orLimit(String procedure, String step, String office, Level level, int limitDays) {
    return of(procedure, step, office, level).orElseGet(() -> {
      Spread whole = new Spread();
      whole.add(limitDays, 1);
      return new Pace(whole, PaceBasis.LIMIT);
    });
  }

  private static Optional<Pace> known(Spread days, PaceBasis basis) {
    return Optional.ofNullable(days).filter(known -> known.count() >= ENOUGH).map(known -> new Pace(known, basis));
  }
}
