package vn.trian.supervision;

import java.util.List;

/**
 * How probably a case misses its day. What is left of a case is a chain of steps; each takes, with the shares of the
 * past, so many working days more. The shares of the whole are those of all combinations, and the risk is the share
 * of combinations that take longer than the days left. See docs/adr/0013.
 */
final class ForecastRule {

  /** Further days that are thought of; what takes longer is late for any promise. */
  static final int LONGEST = 250;

  private ForecastRule() {}

  /**
   * A step that is still to be done.
   *
   * @param pace    working days that it took in the past
   * @param elapsed working days that it has lasted already; 0 for a step to come
   */
  record Leg(Spread pace, int elapsed) {

    Leg {
      if (pace.count() == 0 || elapsed < 0) {
        throw new IllegalArgumentException("a leg needs a past and days that are not negative");
      }
    }

    /** Further working days that it takes at the median. */
    int likelyDays() {
      return medianOf(pace.after(elapsed, LONGEST));
    }
  }

  /**
   * The share of combinations that end after the promised day, from 0 to 1.
   *
   * @param legs     what is left, in order; nothing left is no risk
   * @param daysLeft working days after today up to the promised day, 0 on the day itself
   */
  static double risk(List<Leg> legs, int daysLeft) {
    double inTime = 0;
    for (double share : together(legs, Math.min(daysLeft, LONGEST))) {
      inTime += share;
    }
    return Math.max(0, 1 - inTime);
  }

  /** Further working days after which as many combinations have ended as have not; at most {@link #LONGEST}. */
  static int likelyDays(List<Leg> legs) {
    return medianOf(together(legs, LONGEST));
  }

  private static double[] together(List<Leg> legs, int most) {
    double[] shares = new double[most + 1];
    shares[0] = 1;
    for (Leg leg : legs) {
      shares = combined(shares, leg.pace().after(leg.elapsed(), most));
    }
    return shares;
  }

  private static double[] combined(double[] first, double[] then) {
    double[] both = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; first[i] > 0 && i + j < both.length; j++) {
        both[i + j] += first[i] * then[j];
      }
    }
    return both;
  }

  private static int medianOf(double[] shares) {
    double passed = 0;
    for (int days = 0; days < shares.length; days++) {
      passed += shares[days];
      if (passed >= 0.5 - 1e-9) {
        return days;
      }
    }
    return LONGEST;
  }
}
