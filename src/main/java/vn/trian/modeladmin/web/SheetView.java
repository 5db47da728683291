package vn.trian.modeladmin.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.trian.modeladmin.edit.Column;
import vn.trian.modeladmin.edit.Column.Input;
import vn.trian.modeladmin.edit.Editing.Typed;
import vn.trian.modeladmin.edit.Row;
import vn.trian.modeladmin.edit.Sheet;
import vn.trian.procedure.ProcedureReader;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Texts;

/**
 * A sheet as the page shows it.
 *
 * @param shared whether other procedures have it too, each in its own releases
 * @param copies whether a row can go on with other values from a day
 */
record SheetView(String id, String title, boolean shared, boolean ordered, boolean copies, List<RowView> rows) {

  private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d{1,6})]");

  /**
   * An input.
   *
   * @param column place in its row, to lay it out
   * @param old what is at work, where that is something else; null otherwise
   */
  record FieldView(String name, String column, String label, String kind, String value, boolean needed,
      List<Choice> choices, String old, List<String> problems) {

    private static final int LINE = 70;

    /** Lines that the text takes, more or less. */
    public int rows() {
      return 1 + (int) Math.min(8, value.length() / LINE + value.lines().skip(1).count());
    }
  }

  /**
   * A row.
   *
   * @param added whether what is at work has no such row
   * @param facts expressions that are shown by name
   */
  record RowView(String id, String title, boolean fresh, boolean added, boolean removed, String order, String copyOf,
      Map<String, String> facts, List<FieldView> fields, List<String> problems) {}

  /** The way from the top of the page to an input that is not right. */
  record Jump(String target, String text) {}

  /** Every input with a fault, in the order of the page. */
  static List<Jump> jumps(List<SheetView> sheets) {
    List<Jump> jumps = new ArrayList<>();
    for (SheetView sheet : sheets) {
      for (RowView row : sheet.rows()) {
        row.problems().forEach(each -> jumps.add(new Jump(row.id(), row.title() + ": " + each)));
        row.fields().forEach(field -> field.problems().forEach(each ->
            jumps.add(new Jump(field.name(), row.title() + ", " + field.label() + ": " + each))));
      }
    }
    return jumps;
  }

  static List<SheetView> of(Typed typed, Sentence words) {
    return typed.sheets().stream().map(each -> of(each, typed.atInputs(), words)).toList();
  }

  private static SheetView of(Sheet sheet, Map<String, List<FieldProblem>> problems, Sentence words) {
    boolean shared = sheet.file().equals(ProcedureReader.COMMON);
    String title = sheet.title() != null ? sheet.title().in(words.locale().getLanguage())
        : sheet.ordered() ? words.of("edits.sheet." + (shared ? "shared" : "own"))
            : words.of("edits.texts." + sheet.id().replaceFirst(".*:", ""));
    boolean copies = sheet.columns().stream().anyMatch(each -> each.name().equals("validFrom"));
    List<RowView> rows = new ArrayList<>();
    for (Row row : sheet.rows()) {
      rows.add(row(sheet, row, rows.size() + 1, problems, words));
    }
    return new SheetView(sheet.id(), title, shared, sheet.ordered(), copies, rows);
  }

  private static RowView row(Sheet sheet, Row row, int number, Map<String, List<FieldProblem>> problems,
      Sentence words) {
    String title = row.title() != null ? row.title().in(words.locale().getLanguage())
        : !sheet.ordered() ? place(row.id(), words)
            : row.isNew() ? words.of("edits.row.new") : words.of("edits.row", number);
    Map<String, String> facts = new LinkedHashMap<>();
    row.shown().forEach((key, feel) -> {
      if (sheet.columns().stream().noneMatch(each -> each.name().equals(key))) {
        facts.put(words.of("edits.fact." + key), feel);
      }
    });
    List<FieldView> fields = new ArrayList<>();
    for (Column column : sheet.columns()) {
      if (row.values().containsKey(column.name()) && (row.isNew() || column.input() != Input.CODE)) {
        fields.add(field(sheet, row, column, problems, words));
      }
    }
    if (!row.isNew() && sheet.columns().get(0).input() == Input.CODE) {
      facts.put(words.of("edits.fact.code"), row.values().get(sheet.columns().get(0).name()));
    }
    return new RowView(sheet.id() + "/" + row.id(), title, row.isNew(), !row.isNew() && row.active() == null,
        row.removed(), row.order(), row.copyOf(), facts, fields, said(problems.get(sheet.name(row, "")), words));
  }

  /** Where a text stands: what it is, and of which step, button or document. */
  private static String place(String path, Sentence words) {
    int dot = path.lastIndexOf('.');
    String known = words.of("difference.field." + path.substring(dot + 1));
    String what = known.startsWith("difference.") ? path.substring(dot + 1) : known;
    String of = dot < 0 ? "" : path.substring(0, dot).replaceFirst("^(steps|outcomes|documents|variants\\.values)\\.",
        "");
    String place = of.isEmpty() ? what : numbered(of, words) + " – " + what;
    return place.substring(0, 1).toUpperCase(words.locale()) + place.substring(1);
  }

  /** An entry of a list by what it is and its number, counted from 1. */
  private static String numbered(String of, Sentence words) {
    Matcher entry = ENTRY.matcher(of);
    return !entry.matches() ? of
        : words.of("difference.field." + entry.group(1)) + " " + (Integer.parseInt(entry.group(2)) + 1);
  }

  private static FieldView field(Sheet sheet, Row row, Column column, Map<String, List<FieldProblem>> problems,
      Sentence words) {
    String name = sheet.name(row, column.name());
    String value = row.values().get(column.name());
    String active = row.active() == null ? null : row.active().get(column.name());
    return new FieldView(name, column.name().replace('.', '-'), words.of("edits.column." + column.name()),
        column.input().name(), value, column.needed(), choices(column, row, words),
        active == null || active.equals(value) ? null : read(column, active, row, words),
        said(problems.get(name), words));
  }

  private static List<Choice> choices(Column column, Row row, Sentence words) {
    List<Choice> choices = new ArrayList<>();
    if (column.input() == Input.CHOICE && !column.needed()) {
      choices.add(new Choice("", words.of("edits.none")));
    }
    column.choices().forEach(each -> choices.add(new Choice(each, text(column, each, words))));
    if (column.input() == Input.WHEN) {
      choices.add(new Choice("true", words.of("edits.when.true")));
      choices.add(new Choice("false", words.of("edits.when.false")));
      if (row.shown().containsKey(column.name())) {
        choices.add(new Choice("=", words.of("edits.when.written", row.shown().get(column.name()))));
      }
    }
    return choices;
  }

  private static String text(Column column, String value, Sentence words) {
    return words.of("edits." + column.name() + "." + value);
  }

  private static String read(Column column, String value, Row row, Sentence words) {
    if (value.isEmpty()) {
      return words.of("edits.none");
    }
    return switch (column.input()) {
      case DAY -> Texts.day(LocalDate.parse(value));
      case CHOICE -> text(column, value, words);
      case WHEN -> value.equals("=") ? words.of("edits.when.written", row.shown().getOrDefault(column.name(), "…"))
          : words.of("edits.when." + value);
      default -> value;
    };
  }

  private static List<String> said(List<FieldProblem> problems, Sentence words) {
    return problems == null ? List.of() : words.of(problems).stream().map(SheetView::bare).toList();
  }

  /** Beside its input a fault need not say once more in which file and where it is. */
  private static String bare(String sentence) {
    String rest = sentence.replaceFirst("^(Tệp |File )?[a-z0-9-]+\\.[a-z]+, [^:]+: ", "");
    boolean key = rest.matches("(?s)[a-z]+[A-Z].*");
    return rest.isEmpty() ? sentence : key ? rest
        : rest.substring(0, 1).toUpperCase(Texts.VIETNAMESE) + rest.substring(1);
  }
}
