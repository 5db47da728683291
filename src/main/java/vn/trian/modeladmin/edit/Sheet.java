package vn.trian.modeladmin.edit;

import java.util.List;
import java.util.Optional;
import vn.trian.shared.Label;

/**
 * Values of one file that are edited together.
 *
 * @param id      tells it from the other sheets of a page
 * @param path    list in the file whose items the rows are; empty for a sheet of texts
 * @param keys    order in which the file has the keys of an item
 * @param ordered whether rows come and go and their order counts
 */
public record Sheet(String id, Label title, String file, String path, List<String> keys, List<Column> columns,
    List<Row> rows, boolean ordered) {

  Sheet with(List<Row> others) {
    return new Sheet(id, title, file, path, keys, columns, List.copyOf(others), ordered);
  }

  Optional<Row> row(String rowId) {
    return rows.stream().filter(each -> each.id().equals(rowId)).findFirst();
  }

  /** Name of an input. */
  public String name(Row row, String column) {
    return id + "/" + row.id() + "/" + column;
  }
}
