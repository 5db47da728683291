package vn.trian.deadline;

import vn.trian.shared.Confidence;

/**
 * How long a body may take for a step.
 *
 * @param amount     1 to 1000
 * @param unit       what is counted
 * @param legalBasis article that sets it, empty when unknown
 * @param confidence how sure the limit is
 */
public record Limit(int amount, DayUnit unit, String legalBasis, Confidence confidence) {

  public Limit {
    if (amount < 1 || amount > 1000) {
      throw new IllegalArgumentException("a limit is 1 to 1000 days, not " + amount);
    }
    if (unit == null || confidence == null) {
      throw new IllegalArgumentException("a limit needs its unit and its confidence");
    }
    legalBasis = legalBasis == null ? "" : legalBasis;
  }
}
