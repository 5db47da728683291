package vn.trian.startup;

/**
 * Something that has to be in place before the first request is answered. Steps run one after the other, in the
 * order of their {@code @Order}, while no other node of the same database starts; each looks for itself whether
 * it was done before.
 */
@FunctionalInterface
public interface StartStep {

  /** Does it; whatever is thrown here ends the start. */
  void run();
}
