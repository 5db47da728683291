package vn.trian.modeladmin.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trian.modeladmin.edit.Column.Input;
import vn.trian.procedure.PaperKind.CopyKind;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.procedure.StepLimit.Unit;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/** Lays the lists of a description out as sheets. */
final class Sheets {

  private static final List<String> FILES = List.of(ProcedureReader.PROCEDURE, ProcedureReader.COMMON);
  private static final List<String> CONFIDENCE = Arrays.stream(Confidence.values()).map(Enum::name).toList();
  private static final List<Column> LIMIT = List.of(Column.needed("amount", Input.NUMBER),
      Column.choice("unit", true, Arrays.stream(Unit.values()).map(Enum::name).toList()),
      Column.of("validFrom", Input.DAY), Column.of("validTo", Input.DAY), Column.of("legalBasis", Input.TEXT),
      Column.choice("confidence", false, CONFIDENCE), Column.of("note.vi", Input.TEXT),
      Column.of("note.en", Input.TEXT));
  private static final List<String> LIMIT_KEYS =
      List.of("amount", "unit", "when", "validFrom", "validTo", "legalBasis", "confidence", "note", "vi", "en");
  private static final List<Column> PAPER = List.of(Column.needed("id", Input.CODE),
      Column.needed("name.vi", Input.TEXT), Column.of("name.en", Input.TEXT), Column.of("formNumber", Input.TEXT),
      Column.choice("copyKind", true, Arrays.stream(CopyKind.values()).map(Enum::name).toList()),
      Column.of("required", Input.WHEN), Column.of("quantity", Input.NUMBER), Column.of("legalBasis", Input.TEXT),
      Column.choice("confidence", false, CONFIDENCE), Column.of("note.vi", Input.TEXT),
      Column.of("note.en", Input.TEXT));
  private static final List<String> PAPER_KEYS = List.of("id", "name", "formNumber", "copyKind", "shown", "required",
      "quantity", "legalBasis", "confidence", "note", "vi", "en");
  private static final List<Column> REASON = List.of(Column.needed("code", Input.CODE),
      Column.needed("name.vi", Input.TEXT), Column.of("name.en", Input.TEXT), Column.of("article", Input.TEXT),
      Column.choice("confidence", false, CONFIDENCE));
  private static final List<String> REASON_KEYS =
      List.of("code", "name", "article", "confidence", "shown", "vi", "en");

  private Sheets() {}

  /** The limits of the steps that the procedure itself has. */
  static List<Sheet> limits(ProcedureFiles files) {
    YamlText yaml = text(files, ProcedureReader.PROCEDURE).orElseThrow();
    List<Sheet> sheets = new ArrayList<>();
    yaml.at("steps").fieldNames().forEachRemaining(step -> sheets.add(list(yaml, ProcedureReader.PROCEDURE,
        "steps." + step + ".limits", label(yaml.at("steps." + step + ".name"), step), LIMIT, LIMIT_KEYS)));
    return sheets;
  }

  /** Papers of the procedure, then those that it shares. */
  static List<Sheet> papers(ProcedureFiles files) {
    return lists(files, "papers", PAPER, PAPER_KEYS);
  }

  /** Refusal reasons of the procedure, then those that it shares. */
  static List<Sheet> reasons(ProcedureFiles files) {
    return lists(files, "refusalReasons", REASON, REASON_KEYS);
  }

  private static List<Sheet> lists(ProcedureFiles files, String path, List<Column> columns, List<String> keys) {
    List<Sheet> sheets = new ArrayList<>();
    for (String file : FILES) {
      text(files, file).filter(each -> file.equals(FILES.get(0)) || each.at(path).size() > 0)
          .ifPresent(each -> sheets.add(list(each, file, path, null, columns, keys)));
    }
    return sheets;
  }

  static Optional<YamlText> text(ProcedureFiles files, String file) {
    return files.text(file).map(text -> YamlText.of(file, text));
  }

  private static Sheet list(YamlText yaml, String file, String path, Label title, List<Column> columns,
      List<String> keys) {
    List<Row> rows = new ArrayList<>();
    JsonNode items = yaml.at(path);
    for (int i = 0; i < items.size(); i++) {
      String at = path + "[" + i + "].";
      Map<String, String> values = new LinkedHashMap<>();
      columns.forEach(each -> values.put(each.name(), value(each, yaml.words(at + each.name()))));
      Map<String, String> shown = new LinkedHashMap<>();
      for (String key : List.of("when", "shown", "required")) {
        if (isExpression(yaml.words(at + key))) {
          shown.put(key, yaml.words(at + key));
        }
      }
      rows.add(new Row(idOf(yaml, at, i), i, label(yaml.at(at + "name"), null), Map.of(), null, values, values, shown,
          Integer.toString(i + 1), false, null));
    }
    return new Sheet(file + ":" + path, title, file, path, keys, columns, rows, true);
  }

  private static String idOf(YamlText yaml, String at, int index) {
    String own = yaml.words(at + "id") + yaml.words(at + "code");
    return own.isEmpty() || own.contains("/") ? Integer.toString(index) : own;
  }

  private static String value(Column column, String written) {
    if (column.input() != Input.WHEN) {
      return written;
    }
    return written.isEmpty() ? Column.ALWAYS : isExpression(written) ? Column.AS_WRITTEN : written;
  }

  private static boolean isExpression(String written) {
    return !written.isEmpty() && !written.equals(Column.ALWAYS) && !written.equals(Column.NEVER);
  }

  static Label label(JsonNode node, String otherwise) {
    String vi = node.path("vi").asText("");
    return !vi.isBlank() ? new Label(vi, node.path("en").asText(null))
        : otherwise == null ? null : Label.same(otherwise);
  }

  /** The sheets with what the release at work has in their places. */
  static List<Sheet> beside(List<Sheet> sheets, List<Sheet> atWork) {
    return sheets.stream().map(sheet -> atWork.stream().filter(each -> each.id().equals(sheet.id())).findFirst()
        .map(other -> sheet.with(sheet.rows().stream().map(row -> row.in(like(row, sheet, other))).toList()))
        .orElse(sheet)).toList();
  }

  /** Rows without a code of their own are the same where they say the same, or begin on the same day. */
  private static Map<String, String> like(Row row, Sheet sheet, Sheet other) {
    boolean coded = !sheet.ordered() || sheet.columns().get(0).input() == Input.CODE;
    return other.rows().stream().filter(each -> coded ? each.id().equals(row.id())
            : each.values().equals(row.values()) && each.shown().equals(row.shown())).findFirst()
        .or(() -> coded ? Optional.empty() : other.rows().stream().filter(each -> each.shown().equals(row.shown())
            && each.values().get("validFrom").equals(row.values().get("validFrom"))).findFirst())
        .map(Row::values).orElse(null);
  }
}
