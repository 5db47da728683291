package vn.trian.supervision;

import java.util.EnumMap;
import java.util.Map;

/** How many cases stand how to their limit. */
public final class Tally {

  private final Map<Standing, Long> counts = new EnumMap<>(Standing.class);

  void add(Standing standing, long cases) {
    counts.merge(standing, cases, Long::sum);
  }

  /** Cases that stand so. */
  public long of(Standing standing) {
    return counts.getOrDefault(standing, 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
