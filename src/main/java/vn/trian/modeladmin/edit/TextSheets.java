package vn.trian.modeladmin.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.trian.modeladmin.edit.Column.Input;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ProcedureReader;
import vn.trian.shared.Label;
import vn.trian.workflow.modelgate.ModelOutline;

/** Finds what people read in the files of a release: names, messages, labels of fields, names in diagrams. */
final class TextSheets {

  static final String VI = "vi";
  static final String EN = "en";
  private static final List<Column> BOTH = List.of(Column.needed(VI, Input.WORDS), Column.of(EN, Input.WORDS));
  private static final List<String> KEYS = List.of("label", "description", "properties", VI, EN);
  /** What has a page of its own. */
  private static final Set<String> APART = Set.of("papers", "refusalReasons");

  private final String file;
  private final Map<String, List<Row>> groups = new LinkedHashMap<>();
  private final Map<String, Label> titles = new LinkedHashMap<>();
  private String group = "";

  private TextSheets(String file) {
    this.file = file;
  }

  /** Files that have such texts, in the order in which they are offered. */
  static List<String> files(ProcedureFiles files) {
    List<String> found = new ArrayList<>();
    for (String ending : List.of(".yaml", ".form", ".bpmn")) {
      files.names(ending).stream().filter(each -> !each.equals("scenarios.yaml"))
          .sorted(Comparator.comparing(each -> !each.startsWith("procedure")))
          .forEach(found::add);
    }
    return found;
  }

  /** What a file is about: the steps that a form is asked at; nothing for other files. */
  static List<Label> uses(ProcedureFiles files, String file) {
    String form = file.replaceFirst("\\.form$", "");
    List<Label> uses = new ArrayList<>();
    for (String description : List.of(ProcedureReader.PROCEDURE, ProcedureReader.COMMON)) {
      Sheets.text(files, description).filter(each -> form.equals(each.words("startForm")))
          .ifPresent(each -> uses.add(new Label("Tiếp nhận hồ sơ", "Taking the file in")));
      Sheets.text(files, description).ifPresent(each -> each.at("steps").fields().forEachRemaining(step -> {
        if (form.equals(step.getValue().path("prepare").path("form").asText())) {
          uses.add(Sheets.label(step.getValue().path("name"), step.getKey()));
        }
      }));
    }
    return uses;
  }

  /** The texts of one file. */
  static List<Sheet> of(ProcedureFiles files, String file) {
    TextSheets texts = new TextSheets(file);
    if (!files(files).contains(file)) {
      return List.of();
    }
    if (file.endsWith(".bpmn")) {
      texts.diagram(files.bytes(file).orElseThrow());
    } else {
      YamlText whole = YamlText.of(file, files.text(file).orElseThrow());
      if (file.endsWith(".form")) {
        texts.components(whole, "components");
      } else {
        texts.labels(whole.at(""), "");
      }
    }
    return texts.groups.entrySet().stream().map(each -> new Sheet(file + ":" + each.getKey(),
        texts.titles.get(each.getKey()), file, "", KEYS, BOTH, each.getValue(), false)).toList();
  }

  private void labels(JsonNode node, String path) {
    if (path.endsWith(".limits") || APART.contains(path)) {
      return;
    }
    if (node.path(VI).isTextual()) {
      group = groupOf(path);
      row(path, Map.of(VI, path + ".vi", EN, path + ".en"), node.path(VI).asText(), node.path(EN).asText(""), null);
      return;
    }
    node.fields().forEachRemaining(each ->
        labels(each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      labels(node.get(i), path + "[" + i + "]");
    }
  }

  private static String groupOf(String path) {
    String top = path.replaceFirst("[.\\[].*", "");
    return path.contains("rules[") || top.equals("exclusive") ? "rules"
        : Set.of("steps", "outcomes", "documents", "listColumns").contains(top) ? top : "general";
  }

  private void components(YamlText form, String path) {
    JsonNode components = form.at(path);
    for (int i = 0; i < components.size(); i++) {
      String at = path + "[" + i + "]";
      JsonNode component = components.get(i);
      String id = named(component, "id", Label.same(at)).vi();
      Label title = named(component, "key", named(component, "path", Label.same(id)));
      if (path.equals("components")) {
        boolean own = component.path("components").isArray();
        group = own ? id : "fields";
        if (own) {
          String label = component.path("label").asText("");
          titles.put(group, label.isBlank() ? title
              : new Label(label, component.path("properties").path("en").asText(null)));
        }
      }
      component(form, id + ".label", at + ".label", english(form, at, "en"), title);
      component(form, id + ".dateLabel", at + ".dateLabel", english(form, at, "en"), title);
      component(form, id + ".text", at + ".text", english(form, at, "en"), title);
      component(form, id + ".description", at + ".description", english(form, at, "enHint"),
          title.before(" – câu giải thích", " – explanation"));
      component(form, id + ".pattern", at + ".validate.patternErrorMessage", english(form, at, "enPattern"),
          title.before(" – câu báo lỗi", " – message"));
      for (int k = 0; k < component.path("values").size(); k++) {
        String option = at + ".values[" + k + "]";
        String value = form.words(option + ".value");
        component(form, id + ".values[" + k + "]", option + ".label", option + ".en",
            title.before(" – lựa chọn " + value, " – choice " + value));
      }
      components(form, at + ".components");
    }
  }

  private static Label named(JsonNode component, String key, Label otherwise) {
    String text = component.path(key).asText("");
    return text.isBlank() ? otherwise : Label.same(text);
  }

  /** Hand-written forms have it beside the properties. */
  private static String english(YamlText form, String at, String key) {
    return form.at(at + "." + key).isMissingNode() ? at + ".properties." + key : at + "." + key;
  }

  private void component(YamlText form, String id, String vi, String en, Label title) {
    if (!form.words(vi).isBlank() && !form.words(vi).startsWith("=")) {
      row(id, Map.of(VI, vi, EN, en), form.words(vi), form.words(en), title);
    }
  }

  private void diagram(byte[] bytes) {
    ModelOutline.diagram(file, bytes).forEach((id, element) -> {
      if (!element.name().isBlank() && element.drawn()) {
        group = element.type().endsWith("Task") || element.type().equals("callActivity") ? "tasks"
            : element.type().endsWith("Event") ? "events" : element.type().equals("sequenceFlow") ? "flows" : "others";
        row(id, Map.of(VI, id), element.name(), null, null);
      }
    });
  }

  private void row(String id, Map<String, String> paths, String vi, String en, Label title) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(VI, vi);
    if (en != null) {
      values.put(EN, en);
    }
    groups.computeIfAbsent(group, none -> new ArrayList<>()).add(new Row(id.replace('/', '_'), -1, title, paths, null,
        values, values, Map.of(), "", false, null));
  }

  /** A diagram with other names. */
  static String named(String file, String xml, Sheet sheet) {
    String changed = xml;
    for (Row row : sheet.rows()) {
      String name = row.values().get(VI);
      if (!name.equals(row.before().get(VI))) {
        changed = DiagramNames.named(file, changed, row.paths().get(VI), name);
      }
    }
    return changed;
  }
}
