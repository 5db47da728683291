package vn.trian.modeladmin.edit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import vn.trian.modeladmin.edit.Column.Input;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Texts;

/** What somebody typed into the inputs of a sheet. */
final class Typing {

  /** Inputs beside those of the columns. */
  static final String DROP = "drop";
  static final String ORDER = "order";
  static final String COPY = "copyOf";

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
  private static final Map<String, Pattern> CODES = Map.of("id", Pattern.compile("[a-z][A-Za-z0-9]{0,59}"),
      "code", Pattern.compile("[A-Z][A-Z0-9_]{0,59}"));
  private static final int LONGEST = 4_000;

  private final Map<String, String> inputs;

  /**
   * What was typed.
   *
   * @param inputs values by the names that {@link Sheet#name} gives
   */
  Typing(Map<String, String> inputs) {
    this.inputs = inputs;
  }

  /** The sheet with what was typed into it. Rows that the page did not know of stay as they are. */
  Sheet over(Sheet sheet) {
    List<Row> rows = new ArrayList<>();
    for (Row row : sheet.rows()) {
      rows.add(row.typed(values(sheet, row), inputs.getOrDefault(sheet.name(row, ORDER), row.order()),
          inputs.containsKey(sheet.name(row, DROP))));
    }
    String begin = sheet.id() + "/" + Row.NEW;
    Set<String> added = new LinkedHashSet<>();
    inputs.keySet().stream().filter(each -> sheet.ordered() && each.startsWith(begin)).forEach(each ->
        added.add(each.substring(begin.length() - 1, Math.max(begin.length(), each.lastIndexOf('/')))));
    for (String id : added) {
      Row fresh = fresh(sheet, id, inputs.get(sheet.id() + "/" + id + "/" + COPY));
      rows.add(fresh.typed(values(sheet, fresh), inputs.getOrDefault(sheet.name(fresh, ORDER), ""),
          inputs.containsKey(sheet.name(fresh, DROP))));
    }
    return sheet.with(rows);
  }

  /** The sheet with one more row, which says what another one says but for its days. */
  static Sheet more(Sheet sheet, String copyOf) {
    int next = 1;
    while (sheet.row(Row.NEW + next).isPresent()) {
      next++;
    }
    List<Row> rows = new ArrayList<>(sheet.rows());
    Row fresh = fresh(sheet, Row.NEW + next, copyOf);
    int at = fresh.copyOf() == null ? rows.size() : rows.indexOf(sheet.row(copyOf).orElseThrow());
    rows.add(at, fresh.typed(fresh.values(), fresh.copyOf() == null ? "" : rows.get(at).order(), false));
    return sheet.with(rows);
  }

  private static Row fresh(Sheet sheet, String id, String copyOf) {
    Row old = copyOf == null ? null : sheet.row(copyOf).orElse(null);
    Map<String, String> values = new LinkedHashMap<>();
    for (Column each : sheet.columns()) {
      String first = each.input() == Input.CHOICE && each.needed() ? each.choices().get(0)
          : each.input() == Input.WHEN ? Column.ALWAYS : "";
      values.put(each.name(), old == null || each.input() == Input.DAY ? first : old.values().get(each.name()));
    }
    return new Row(id, -1, null, Map.of(), null, values, values, old == null ? Map.of() : old.shown(), "", false,
        old == null ? null : copyOf);
  }

  private Map<String, String> values(Sheet sheet, Row row) {
    Map<String, String> values = new LinkedHashMap<>(row.before());
    values.replaceAll((column, before) -> {
      boolean fixed = !row.isNew() && sheet.columns().stream()
          .anyMatch(each -> each.name().equals(column) && each.input() == Input.CODE);
      String typed = inputs.get(sheet.name(row, column));
      return fixed || typed == null ? before : Texts.printable(typed).strip().replace("\r\n", "\n");
    });
    return values;
  }

  /** What can be told to be wrong before anything is changed, by the name of the input. */
  static Map<String, FieldProblem> problems(Sheet sheet) {
    Map<String, FieldProblem> found = new LinkedHashMap<>();
    for (Row row : sheet.rows()) {
      if (row.removed() || row.isBlank()) {
        continue;
      }
      for (Column column : sheet.columns()) {
        String value = row.values().get(column.name());
        String code = value == null || value.equals(row.before().get(column.name())) && !row.isNew() ? null
            : wrong(column, value);
        if (code == null && row.copyOf() != null && column.name().equals("validFrom") && value.isEmpty()) {
          code = "edits-missing";
        }
        if (code == null && column.name().equals("validTo") && endsBefore(row)) {
          code = "edits-ends-before";
        }
        if (code == null && column.input() == Input.CODE && sheet.rows().stream()
            .filter(each -> value.equals(each.values().get(column.name()))).count() > 1) {
          code = "edits-code-twice";
        }
        if (code != null) {
          found.put(sheet.name(row, column.name()), new FieldProblem(sheet.name(row, column.name()), code));
        }
      }
    }
    return found;
  }

  private static boolean endsBefore(Row row) {
    LocalDate from = day(Objects.requireNonNullElse(row.values().get("validFrom"), ""));
    LocalDate to = day(Objects.requireNonNullElse(row.values().get("validTo"), ""));
    return from != null && to != null && to.isBefore(from);
  }

  private static String wrong(Column column, String value) {
    if (value.isEmpty()) {
      return column.needed() ? "edits-missing" : null;
    }
    if (value.length() > LONGEST) {
      return "edits-too-long";
    }
    return switch (column.input()) {
      case CODE -> CODES.get(column.name()).matcher(value).matches() ? null : "edits-" + column.name();
      case NUMBER -> NUMBER.matcher(value).matches() ? null : "edits-number";
      case DAY -> day(value) == null ? "edits-day" : null;
      case CHOICE -> column.choices().contains(value) ? null : "edits-choice";
      case WHEN -> List.of(Column.ALWAYS, Column.NEVER, Column.AS_WRITTEN).contains(value) ? null : "edits-choice";
      case TEXT, WORDS -> null;
    };
  }

  static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** The rows that shall stand in the file, in their order. */
  static List<Row> kept(Sheet sheet) {
    return sheet.rows().stream().filter(each -> !each.removed() && !each.isBlank())
        .sorted(Comparator.comparingInt((Row each) -> place(each.order())).thenComparing(Typing::turn)).toList();
  }

  /** Of rows with the same place: what is new or was moved up comes first, what was moved down last. */
  private static int turn(Row row) {
    return row.isNew() ? -1 : Integer.compare(place(row.order()), row.from() + 1);
  }

  private static int place(String order) {
    return NUMBER.matcher(order).matches() ? Integer.parseInt(order) : Integer.MAX_VALUE;
  }

  /** The file with what was typed. */
  static YamlText into(YamlText file, Sheet sheet) {
    if (!sheet.ordered()) {
      YamlText changed = file;
      for (Row row : sheet.rows()) {
        for (Map.Entry<String, String> each : row.values().entrySet()) {
          if (row.paths().containsKey(each.getKey()) && !each.getValue().equals(row.before().get(each.getKey()))) {
            changed = changed.set(row.paths().get(each.getKey()), each.getValue(), sheet.keys());
          }
        }
      }
      return changed;
    }
    List<Row> kept = kept(sheet);
    List<YamlText.Item> items = kept.stream().map(row -> row.isNew() ? item(sheet, row) : changes(sheet, row, kept))
        .toList();
    return items.isEmpty() && sheet.rows().stream().allMatch(Row::isNew) ? file
        : file.list(sheet.path(), items, sheet.keys());
  }

  private static YamlText.Item item(Sheet sheet, Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : sheet.keys()) {
      if (row.shown().containsKey(key) && sheet.columns().stream().noneMatch(each -> each.name().equals(key))) {
        values.put(key, row.shown().get(key));
      }
      for (Column column : sheet.columns()) {
        Object value = value(column, row);
        if (value != null && column.name().equals(key)) {
          values.put(key, value);
        } else if (value != null && column.name().startsWith(key + ".")) {
          @SuppressWarnings("unchecked")
          Map<String, Object> label = (Map<String, Object>) values.computeIfAbsent(key, none -> new LinkedHashMap<>());
          label.put(column.name().substring(key.length() + 1), value);
        }
      }
    }
    return new YamlText.Item(-1, values);
  }

  private static YamlText.Item changes(Sheet sheet, Row row, List<Row> kept) {
    Map<String, Object> changes = new LinkedHashMap<>();
    for (Column column : sheet.columns()) {
      if (!Objects.equals(row.before().get(column.name()), row.values().get(column.name()))) {
        changes.put(column.name(), value(column, row));
      }
    }
    if ("".equals(row.values().get("validTo"))) {
      kept.stream().filter(each -> row.id().equals(each.copyOf())).map(each -> day(each.values().get("validFrom")))
          .filter(Objects::nonNull).min(Comparator.naturalOrder())
          .ifPresent(begins -> changes.put("validTo", begins.minusDays(1).toString()));
    }
    return new YamlText.Item(row.from(), changes);
  }

  private static Object value(Column column, Row row) {
    String value = row.values().get(column.name());
    if (value == null || value.isEmpty()) {
      return null;
    }
    return switch (column.input()) {
      case NUMBER -> Integer.valueOf(value);
      case WHEN -> value.equals(Column.AS_WRITTEN) ? row.shown().get(column.name()) : value;
      default -> value;
    };
  }

  private static boolean isTyped(Row row, String column) {
    return !Objects.equals(row.values().get(column), row.before().get(column));
  }

  /** Faults of forms name the field, those of diagrams the element. */
  private static boolean isOf(Row row, String place) {
    return row.id().equals(place) || row.id().startsWith(place + ".")
        || row.title() != null && (row.title().vi().equals(place) || row.title().vi().startsWith(place + " – "));
  }

  /**
   * Name of the input that is meant by a place in the file after the change.
   *
   * @return null when it is none of this sheet; the name without a column for a whole row
   */
  static String input(Sheet sheet, String place) {
    if (!sheet.ordered()) {
      return sheet.rows().stream().flatMap(row -> row.paths().entrySet().stream()
          .filter(each -> place.equals(each.getValue()) || each.getValue().startsWith(place + ".")
              || isTyped(row, each.getKey()) && isOf(row, place))
          .map(each -> sheet.name(row, each.getKey()))).findFirst().orElse(null);
    }
    List<Row> kept = kept(sheet);
    for (int i = 0; i < kept.size(); i++) {
      String item = sheet.path() + "[" + i + "]";
      Row row = kept.get(i);
      if (place.equals(item) || place.startsWith(item + ".")) {
        return sheet.columns().stream().map(Column::name).filter(each -> place.equals(item + "." + each)
                || (item + "." + each).startsWith(place + ".") && !place.equals(item)).findFirst()
            .map(each -> sheet.name(row, each)).orElse(sheet.name(row, ""));
      }
    }
    return null;
  }
}
