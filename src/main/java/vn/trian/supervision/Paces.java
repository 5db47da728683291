package vn.trian.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.trian.shared.Level;

/** How long the steps of procedures took: at each office, at the offices of each level, and anywhere. */
final class Paces {

  /** Fewer passes than these say nothing about the next one. */
  static final long ENOUGH = 8;

  private final Map<Place, Spread> passed = new HashMap<>();
  private long count;

  /** How long a step takes, and how that is known. */
  record Pace(Spread days, PaceBasis basis) {}

  /**
   * Where passes of a step are counted.
   *
   * @param office null for all of the level
   * @param level  null for all levels
   */
  private record Place(String procedure, String step, String office, Level level) {}

  /**
   * Adds passes of a step.
   *
   * @param level of the office; null when it is not known
   * @param days  working days from the day the step was received to the day it ended
   */
  void add(String procedure, String step, String office, Level level, int days, long passes) {
    count += passes;
    add(new Place(procedure, step, office, null), days, passes);
    add(new Place(procedure, step, null, null), days, passes);
    if (level != null) {
      add(new Place(procedure, step, null, level), days, passes);
    }
  }

  private void add(Place place, int days, long passes) {
    passed.computeIfAbsent(place, each -> new Spread()).add(days, passes);
  }

  /** Passes of all steps. */
  long count() {
    return count;
  }

  /** The nearest pace that enough is known of; empty when nothing is. */
  Optional<Pace> of(String procedure, String step, String office, Level level) {
    return known(new Place(procedure, step, office, null), PaceBasis.OFFICE)
        .or(() -> known(new Place(procedure, step, null, level), PaceBasis.LEVEL))
        .or(() -> known(new Place(procedure, step, null, null), PaceBasis.ALL));
  }

  /** As {@link #of}; where nothing is known, every day within the limit counts as equally likely. */
  Pace orLimit(String procedure, String step, String office, Level level, int limitDays) {
    return of(procedure, step, office, level).orElseGet(() -> {
      Spread within = new Spread();
      for (int days = Math.min(1, limitDays); days <= limitDays; days++) {
        within.add(days, 1);
      }
      return new Pace(within, PaceBasis.LIMIT);
    });
  }

  private Optional<Pace> known(Place place, PaceBasis basis) {
    return Optional.ofNullable(passed.get(place)).filter(days -> days.count() >= ENOUGH)
        .map(days -> new Pace(days, basis));
  }
}
