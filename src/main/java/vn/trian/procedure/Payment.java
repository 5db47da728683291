package vn.trian.procedure;

/** How the right is paid. */
public record Payment(@Needed Kind kind) {

  /** Rhythm of payment. */
  public enum Kind {
    ONCE,
    YEARLY,
    MONTHLY
  }
}
