package vn.trian.modeladmin.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.Label;

/** The invented cases that a procedure brings with it, as far as documents print them. */
final class SampleCases {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final TypeReference<List<Map<String, Object>>> ENTRIES = new TypeReference<>() {};

  private SampleCases() {}

  /**
   * An invented case.
   *
   * @param filedOn     first day, {@code 2024-03-11}; empty when the scenario does not say
   * @param application data of the start form
   * @param answers     what the officers answer, by step
   * @param expected    what comes of it
   */
  record SampleCase(String id, Label name, String filedOn, Map<String, Object> application,
      Map<String, Map<String, Object>> answers, Map<String, Object> expected) {}

  /** All of a release that say what somebody applies for; none where they cannot be read. */
  static List<SampleCase> of(ProcedureFiles files) {
    List<SampleCase> cases = new ArrayList<>();
    Map<String, Object> base = Map.of();
    for (Map<String, Object> entry : entries(files)) {
      if (entry.containsKey("base")) {
        base = map(map(entry.get("base")).get("application"));
      } else if (entry.get("walk") instanceof List<?> walk && !walk.isEmpty()) {
        cases.add(sample(entry, walk, base));
      }
    }
    return cases;
  }

  private static SampleCase sample(Map<String, Object> entry, List<?> walk, Map<String, Object> base) {
    Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
    for (Object each : walk) {
      String task = Objects.toString(map(each).get("task"), "");
      if (!map(map(each).get("data")).isEmpty()) {
        answers.put(task.replaceFirst("/.*", ""), map(map(each).get("data")));
      }
    }
    String id = Objects.toString(entry.get("id"), "");
    String filed = Objects.toString(map(entry.get("filedAt")).get("on"), "");
    String name = Objects.toString(map(entry.get("name")).get("vi"), id);
    Label title = new Label(name.isBlank() ? "…" : name, Objects.toString(map(entry.get("name")).get("en"), null));
    return new SampleCase(id, title, filed.length() < 10 ? "" : filed.substring(0, 10),
        CaseContext.layered(base, map(entry.get("application"))), answers, map(entry.get("expect")));
  }

  private static List<Map<String, Object>> entries(ProcedureFiles files) {
    try {
      return YAML.readValue(files.text("scenarios.yaml").orElse("[]"), ENTRIES);
    } catch (JsonProcessingException unreadable) {
      return List.of();
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }
}
