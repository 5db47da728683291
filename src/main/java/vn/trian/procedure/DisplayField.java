package vn.trian.procedure;

import java.util.List;
import vn.trian.shared.Label;

/**
 * One value as people read it.
 *
 * @param label null for a list that is a group of its own
 * @param value formatted: dates dd/MM/yyyy, money 1.400.000 đ, choices by their label; null for a table
 * @param table rows of a list, null for a single value
 */
public record DisplayField(Label label, String path, String value, Table table) {

  /**
   * A list as a table.
   *
   * @param rows formatted cells in the order of the columns, empty text where nothing was given
   */
  public record Table(List<Label> columns, List<List<String>> rows) {

    public Table {
      columns = Given.list(columns);
      rows = Given.list(rows);
    }
  }
}
