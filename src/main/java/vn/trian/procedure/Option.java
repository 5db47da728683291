package vn.trian.procedure;

import vn.trian.shared.Label;

/**
 * One choice of a select, radio or checklist.
 *
 * @param value what is stored
 * @param label what people see
 */
public record Option(String value, Label label) {

  public Option {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("an option needs a value");
    }
  }
}
