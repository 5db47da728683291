package vn.trian.procedure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.trian.shared.Label;

/** Reads form-js files; keys that the server has no use for, such as layout, are skipped. */
final class FormReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> CUSTOM =
      Set.of("check", "precision", "lookup", "processVariable", "en", "enHint", "enPattern", "source", "money");
  private static final Set<String> CHECKS = Set.of("fullName", "idNumber", "phone", "email", "pastDate", "year");
  private static final Set<String> SOURCES = Set.of("communes", "offices", "devices", "provinces");
  private static final Set<String> LOOKUPS = Set.of("person", "martyr");

  private final Faults faults;

  FormReader(Faults faults) {
    this.faults = faults;
  }

  FormSchema read(String file, byte[] bytes) {
    String name = file.endsWith(".form") ? file.substring(0, file.length() - 5) : file;
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      faults.add(file, "", "không đọc được JSON ở dòng " + line + "; lưu lại biểu mẫu bằng Camunda Modeler",
          "no readable JSON in line " + line + "; save the form again with Camunda Modeler");
      return new FormSchema(name, name, List.of());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (!root.path("components").isArray()) {
      faults.add(file, "components", "còn thiếu danh sách thành phần; lưu lại biểu mẫu bằng Camunda Modeler",
          "the list of components is missing; save the form again with Camunda Modeler");
      return new FormSchema(name, name, List.of());
    }
    FormSchema schema =
        new FormSchema(name, root.path("id").asText(name), components(file, root.path("components"), "components"));
    for (String twice : schema.pathsTwice()) {
      faults.add(file, twice, "có hai ô cùng đường dẫn này; đổi key của một ô",
          "two fields have this path; change the key of one");
    }
    return schema;
  }

  private List<FormComponent> components(String file, JsonNode nodes, String at) {
    List<FormComponent> components = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      FormComponent component = component(file, nodes.get(i), at + "[" + i + "]");
      if (component != null) {
        components.add(component);
      }
    }
    return components;
  }

  private FormComponent component(String file, JsonNode node, String position) {
    String typeName = node.path("type").asText();
    String named = node.hasNonNull("key") ? node.path("key").asText() : node.path("path").asText("");
    String at = named.isBlank() ? position : position + " (" + named + ")";
    FormComponent.Type type;
    try {
      type = FormComponent.Type.valueOf(typeName.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      faults.add(file, at, "loại thành phần “" + typeName + "” không dùng được; thay bằng loại có trong quy ước",
          "a component of type “" + typeName + "” is not used here; take one of the documentation");
      return null;
    }
    Map<String, String> properties = properties(node);
    FormComponent component = new FormComponent(
        node.path("id").asText(null),
        type,
        type.isInput() ? node.path("key").asText(null) : null,
        type == FormComponent.Type.GROUP || type == FormComponent.Type.DYNAMICLIST
            ? node.path("path").asText("") : null,
        label(node, type, properties),
        validation(file, node, properties, at),
        options(file, node, at),
        feel(node.path("conditional").path("hide")),
        node.path("readonly").asBoolean(false),
        node.path("disabled").asBoolean(false),
        properties,
        components(file, node.path("components"), at + ".components"));
    check(file, component, node, at);
    return component;
  }

  private void check(String file, FormComponent component, JsonNode node, String at) {
    FormComponent.Type type = component.type();
    if (type.isInput() && (component.key() == null || component.key().isBlank())) {
      faults.add(file, at, "ô nhập chưa có key; đặt key", "this field has no key; give it one");
    }
    if (type.isInput() && component.label() == null) {
      faults.add(file, at, "ô nhập chưa có nhãn tiếng Việt; đặt label",
          "this field has no Vietnamese label; give it one");
    }
    if (type == FormComponent.Type.DYNAMICLIST && component.path().isBlank()) {
      faults.add(file, at, "danh sách chưa có path; đặt path", "this list has no path; give it one");
    }
    if (type.isChoice() && component.options().isEmpty() && component.source() == null) {
      faults.add(file, at, "chưa có lựa chọn; đặt values hoặc thuộc tính source",
          "there are no options; set values or the property source");
    }
    if (type == FormComponent.Type.DATETIME && !"date".equals(node.path("subtype").asText("date"))) {
      faults.add(file, at, "chỉ dùng được subtype date; đổi subtype", "only the subtype date is used; change it");
    }
    component.checks().stream().filter(check -> !CHECKS.contains(check)).sorted().forEach(check ->
        faults.add(file, at, "check “" + check + "” không có; chọn một trong: " + sorted(CHECKS),
            "there is no check “" + check + "”; choose one of: " + sorted(CHECKS)));
    if (component.source() == null || !OptionSource.ROWS_FORM.matcher(component.source()).matches()) {
      oneOf(file, at, "source", component.source(), SOURCES);
    }
    oneOf(file, at, "lookup", component.lookup(), LOOKUPS);
    oneOf(file, at, "precision", component.properties().get("precision"), Set.of("dateOrYear"));
  }

  private void oneOf(String file, String at, String property, String value, Set<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      faults.add(file, at, property + " “" + value + "” không có; chọn một trong: " + sorted(allowed),
          "there is no " + property + " “" + value + "”; choose one of: " + sorted(allowed));
    }
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }

  private static Map<String, String> properties(JsonNode node) {
    Map<String, String> properties = new LinkedHashMap<>();
    node.path("properties").fields().forEachRemaining(
        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
    // Modeler keeps custom properties in `properties`; hand-written forms may put them on the component
    CUSTOM.stream().filter(name -> node.path(name).isValueNode() && !node.path(name).isNull())
        .forEach(name -> properties.putIfAbsent(name, node.path(name).asText()));
    properties.values().removeIf(String::isBlank);
    return properties;
  }

  private static Label label(JsonNode node, FormComponent.Type type, Map<String, String> properties) {
    String vi = node.path("label").asText("");
    if (vi.isBlank() && type == FormComponent.Type.DATETIME) {
      vi = node.path("dateLabel").asText("");
    }
    return vi.isBlank() || vi.startsWith("=") ? null : new Label(vi.strip(), properties.get("en"));
  }

  private List<Option> options(String file, JsonNode node, String at) {
    List<Option> options = new ArrayList<>();
    for (JsonNode value : node.path("values")) {
      String text = value.path("value").asText("");
      String label = value.path("label").asText("");
      if (text.isBlank() || label.isBlank()) {
        faults.add(file, at + ".values[" + options.size() + "]", "lựa chọn thiếu label hoặc value; điền đủ cả hai",
            "this option lacks its label or value; give both");
        continue;
      }
      options.add(new Option(text, new Label(label, value.path("en").asText(null))));
    }
    return options;
  }

  private FormComponent.Validation validation(
      String file, JsonNode node, Map<String, String> properties, String at) {
    JsonNode validate = node.path("validate");
    String pattern = validate.path("pattern").asText("");
    if (!pattern.isEmpty()) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException broken) {
        faults.add(file, at + ".validate.pattern", "biểu thức chính quy sai; sửa lại",
            "this is no regular expression; correct it");
        pattern = "";
      }
    }
    String kind = validate.path("validationType").asText("");
    if (kind.equals("email") || kind.equals("phone")) {
      properties.putIfAbsent("check", kind);
    }
    return new FormComponent.Validation(
        validate.path("required").asBoolean(false),
        number(file, validate, "min", at),
        number(file, validate, "max", at),
        whole(file, validate, "minLength", at),
        whole(file, validate, "maxLength", at),
        pattern.isEmpty() ? null : pattern,
        patternMessage(validate, properties),
        whole(file, node, "decimalDigits", at));
  }

  private static Label patternMessage(JsonNode validate, Map<String, String> properties) {
    String vi = validate.path("patternErrorMessage").asText("");
    return vi.isBlank() ? null : new Label(vi.strip(), properties.get("enPattern"));
  }

  private BigDecimal number(String file, JsonNode node, String key, String at) {
    String text = node.path(key).asText("");
    if (text.isBlank()) {
      return null;
    }
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException wrong) {
      faults.add(file, at + "." + key, "phải là số; sửa lại", "this has to be a number; correct it");
      return null;
    }
  }

  private Integer whole(String file, JsonNode node, String key, String at) {
    BigDecimal number = number(file, node, key, at);
    return number == null ? null : number.intValue();
  }

  private static String feel(JsonNode node) {
    String text = node.asText("").strip();
    String feel = text.startsWith("=") ? text.substring(1).strip() : text;
    return feel.isEmpty() ? null : feel;
  }
}
