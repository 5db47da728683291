package vn.trian.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    OptionSource others = this;
    return new OptionSource() {
      @Override
      public List<Option> options(String source) {
        return source.startsWith(ROWS) ? offered(application, source) : others.options(source);
      }

      @Override
      public Optional<Map<?, ?>> row(String source, Object number) {
        List<?> rows = source.startsWith(ROWS) ? rows(application, source) : List.of();
        return IntStream.rangeClosed(1, rows.size()).filter(n -> Integer.toString(n).equals(String.valueOf(number)))
            .<Map<?, ?>>mapToObj(n -> (Map<?, ?>) rows.get(n - 1)).findFirst();
      }
    };
  }

  /**
   * The row that an option stands for.
   *
   * @param number value of the option
   * @return empty when the source is no list, or the list has no such row
   */
  default Optional<Map<?, ?>> row(String source, Object number) {
    return Optional.empty();
  }

  private static List<Option> offered(Map<String, ?> application, String source) {
    List<?> rows = rows(application, source);
    String field = source.substring(source.lastIndexOf('.') + 1);
    return IntStream.rangeClosed(1, rows.size())
        .mapToObj(n -> new Option(Integer.toString(n), label(((Map<?, ?>) rows.get(n - 1)).get(field), n)))
        .toList();
  }

  private static List<?> rows(Map<String, ?> application, String source) {
    String path = source.substring(ROWS.length(), source.lastIndexOf('.'));
    return Paths.get(application, path) instanceof List<?> rows && rows.stream().allMatch(Map.class::isInstance)
        ? rows : List.of();
  }

  private static Label label(Object name, int number) {
    return name == null ? new Label("Số " + number, "No. " + number)
        : new Label(name + " (số " + number + ")", name + " (no. " + number + ")");
  }
}
