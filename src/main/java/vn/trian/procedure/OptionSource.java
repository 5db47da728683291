package vn.trian.procedure;

import java.util.List;

/** Options from reference data, for selects that name a {@code source}. */
@FunctionalInterface
public interface OptionSource {

  /** Knows no reference data. */
  OptionSource NONE = source -> List.of();

  /**
   * Options of a source.
   *
   * @param source {@code communes}, {@code offices}, {@code devices} or {@code provinces}
   */
  List<Option> options(String source);
}
