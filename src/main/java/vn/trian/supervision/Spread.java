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

  /** NaN of nothing. */
  double average() {
    return times.entrySet().stream().mapToDouble(each -> (double) each.getKey() * each.getValue()).sum() / count;
  }

  /** The middle one, or halfway between the two in the middle; NaN of nothing. */
  double median() {
    return count == 0 ? Double.NaN : (ranked((count + 1) / 2) + ranked(count / 2 + 1)) / 2.0;
  }

  /** The least number of days that nine of ten stay within; NaN of nothing. */
  double ninetieth() {
    return count == 0 ? Double.NaN : ranked((9 * count + 9) / 10);
  }

  long count() {
    return count;
  }

  /**
   * How what has lasted for some days goes on: the share that takes no further day, one, two and so on. When nothing
   * ever lasted that long, it is as if it began anew.
   *
   * @param elapsed days gone by, 0 or more
   * @param most    last number of further days that is told; the shares of longer ones are missing
   */
  double[] after(int elapsed, int most) {
    long lasting = times.tailMap(elapsed).values().stream().mapToLong(Long::longValue).sum();
    if (lasting == 0 && count > 0 && elapsed > 0) {
      return after(0, most);
    }
    double[] shares = new double[most + 1];
    times.subMap(elapsed, elapsed + most + 1)
        .forEach((days, often) -> shares[days - elapsed] = (double) often / lasting);
    return shares;
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
