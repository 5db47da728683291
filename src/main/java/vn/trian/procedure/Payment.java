package vn.trian.procedure;

/**
 * How the right is paid.
 *
 * @param paid what a step says of the money it paid; null when no step of the procedure pays
 */
public record Payment(@Needed Kind kind, Paid paid) {

  /** Rhythm of payment. */
  public enum Kind {
    ONCE,
    YEARLY,
    MONTHLY
  }

  /**
   * What is known once the money was paid. Expressions are FEEL over the case context.
   *
   * @param on the day
   * @param to name of who took the money in the place of the person it was granted to; no value = nobody
   */
  public record Paid(@Needed String on, String to) {}
}
