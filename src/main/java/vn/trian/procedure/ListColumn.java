package vn.trian.procedure;

import java.util.Map;
import vn.trian.shared.Label;

/**
 * One column of the list that a level sends up.
 *
 * @param path     where the value stands in a document's model, such as {@code owner.fullName}
 * @param yearOnly whether a date is told by its year alone
 * @param align    left, center or right; null = left
 */
public record ListColumn(@Needed Label label, @Needed String path, boolean yearOnly, String align) {

  private static final int YEAR_DIGITS = 4;

  public ListColumn {
    align = align == null ? "left" : align;
  }

  /** What stands in this column for one file, empty when the file has no such value. */
  public String text(Map<String, ?> model) {
    Object value = Paths.get(model, path);
    if (value == null) {
      return "";
    }
    String text = Dates.shown(value);
    // the year ends a date as people read it, and is all of a date that is known by the year only
    return yearOnly && text.length() > YEAR_DIGITS ? text.substring(text.length() - YEAR_DIGITS) : text;
  }
}
