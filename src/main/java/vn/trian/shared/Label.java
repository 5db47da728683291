package vn.trian.shared;

/**
 * A text that people see.
 *
 * @param vi Vietnamese, never empty
 * @param en English, may be empty; then the Vietnamese is shown
 */
public record Label(String vi, String en) {

  public Label {
    if (vi == null || vi.isBlank()) {
      throw new IllegalArgumentException("a label needs its Vietnamese text");
    }
  }

  /** A text that is the same in all languages, such as a code or a number. */
  public static Label same(String text) {
    return new Label(text, text);
  }

  /** The text with words of both languages before it. */
  public Label after(String wordsVi, String wordsEn) {
    return new Label(wordsVi + vi, wordsEn + in("en"));
  }

  /** The text with words of both languages behind it. */
  public Label before(String wordsVi, String wordsEn) {
    return new Label(vi + wordsVi, in("en") + wordsEn);
  }

  /** Text for a language tag; everything but {@code en} is Vietnamese. */
  public String in(String language) {
    return "en".equals(language) && en != null && !en.isBlank() ? en : vi;
  }
}
