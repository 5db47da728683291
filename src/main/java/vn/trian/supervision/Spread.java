package vn.trian.supervision;

import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers of days, each with how often it happened. */
final class Spread {

  private final SortedMap<Integer, Long> times = new TreeMap<>();
  private long count;

  void add(int days, long often) {
    times.merge(days, often, Long::sum);
    count += often;
  }

  /** The middle one, or halfway between the two in the middle; NaN of nothing. */
  double median() {
    return count == 0 ? Double.NaN : (ranked((count + 1) / 2) + ranked(count / 2 + 1)) / 2.0;
  }

  /** The least number of days that nine of ten stay within; NaN of nothing. */
  double ninetieth() {
    return count == 0 ? Double.NaN : ranked((9 * count + 9) / 10);
  }

  /** The n-th in order, from 1. */
  private int ranked(long n) {
    long passed = 0;
    for (var each : times.entrySet()) {
      passed += each.getValue();
      if (passed >= n) {
        return each.getKey();
      }
    }
    throw new IllegalArgumentException(n + " of " + count);
  }
}
