package vn.trian.procedure;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.trian.shared.Label;

/** Options of selects that name a {@code source}: reference data, or the rows of a list of the application. */
@FunctionalInterface
public interface OptionSource {

  /** Knows no reference data. */
  OptionSource NONE = source -> List.of();

  /** Begins a source that is a list of the application and the field that names a row. */
  String ROWS = "rows:";

  /** Such a source, as in {@code rows:relatives.fullName}. */
  Pattern ROWS_FORM = Pattern.compile(ROWS + "[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+");

  /**
   * Options of a source.
   *
   * @param source {@code communes}, {@code offices}, {@code devices}, {@code provinces}, or of the form
   *               {@link #ROWS_FORM}
   */
  List<Option> options(String source);

  /** These options, and the rows of an application: the value is the number of the row, counted from 1. */
  default OptionSource withRows(Map<String, ?> application) {
    return source -> source.startsWith(ROWS) ? rows(application, source.substring(ROWS.length())) : options(source);
  }

  private static List<Option> rows(Map<String, ?> application, String path) {
    int dot = path.lastIndexOf('.');
    if (!(Paths.get(application, path.substring(0, dot)) instanceof List<?> rows)) {
      return List.of();
    }
    return IntStream.rangeClosed(1, rows.size())
        .mapToObj(number -> new Option(Integer.toString(number),
            row(rows.get(number - 1) instanceof Map<?, ?> row ? row.get(path.substring(dot + 1)) : null, number)))
        .toList();
  }

  private static Label row(Object name, int number) {
    return name == null ? new Label("Số " + number, "No. " + number)
        : new Label(name + " (số " + number + ")", name + " (no. " + number + ")");
  }
}
