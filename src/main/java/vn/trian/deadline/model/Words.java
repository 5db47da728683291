package vn.trian.deadline.model;

/**
 * What the ledger says, in both languages. Both are written down with the line: it is evidence of what was told.
 *
 * @param vi Vietnamese, empty when there is nothing to say
 * @param en the same in English
 */
public record Words(String vi, String en) {

  public static final Words NONE = new Words("", "");

  public Words {
    if (vi == null || en == null || vi.isEmpty() != en.isEmpty()) {
      throw new IllegalArgumentException("words of the ledger are said in both languages");
    }
  }

  /** Fills {@code %s} and {@code %d} of both languages with the same values. */
  public static Words of(String vi, String en, Object... values) {
    return new Words(vi.formatted(values), en.formatted(values));
  }

  /** These words, then others, with nothing between them. */
  public Words then(Words more) {
    return new Words(vi + more.vi, en + more.en);
  }
}
