package vn.trian.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in whole đồng.
 *
 * @param amount đồng; may be negative for a recovery
 */
public record Vnd(long amount) implements Comparable<Vnd> {

  public static final Vnd ZERO = new Vnd(0);

  public Vnd plus(Vnd other) {
    return new Vnd(Math.addExact(amount, other.amount));
  }

  /** Product rounded half up to whole đồng. */
  public Vnd times(BigDecimal factor) {
    return new Vnd(factor.multiply(BigDecimal.valueOf(amount)).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  @Override
  public int compareTo(Vnd other) {
    return Long.compare(amount, other.amount);
  }

  /** As officers write it: {@code 1.400.000 đ}. */
  @Override
  public String toString() {
    return Texts.grouped(amount) + " đ";
  }
}
