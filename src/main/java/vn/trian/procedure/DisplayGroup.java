package vn.trian.procedure;

import java.util.List;
import vn.trian.shared.Label;

/**
 * Values that stand under one heading of the form.
 *
 * @param label null for values outside any group
 */
public record DisplayGroup(Label label, List<DisplayField> fields) {

  public DisplayGroup {
    fields = Given.list(fields);
  }
}
