package vn.trian.modeladmin.edit;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.Label;
import vn.trian.workflow.rehearsal.Scenario;

/** The invented cases that a procedure brings with it, as far as documents print them. */
final class SampleCases {

  private SampleCases() {}

  /**
   * An invented case.
   *
   * @param filedOn     first day, {@code 2024-03-11}; empty when the scenario does not say
   * @param application data of the start form
   * @param answers     what the officers answer, by step
   * @param lines       sums that come of it, as far as the scenario names their columns
   */
  record SampleCase(String id, Label name, String filedOn, Map<String, Object> application,
      Map<String, Map<String, Object>> answers, List<Map<String, Object>> lines) {}

  /** All of a release in which something happens after the desk; none where they cannot be read. */
  static List<SampleCase> of(ProcedureFiles files) {
    try {
      return files.bytes("scenarios.yaml").map(Scenario::read).orElse(List.of()).stream()
          .filter(each -> !each.walk().isEmpty()).map(SampleCases::sample).toList();
    } catch (UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private static SampleCase sample(Scenario scenario) {
    Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
    scenario.walk().stream().filter(each -> each.task() != null && !each.data().isEmpty())
        .forEach(each -> answers.put(each.task().replaceFirst("/.*", ""), each.data()));
    String id = Objects.toString(scenario.id(), "");
    String filed = scenario.filedAt() == null ? "" : Objects.toString(scenario.filedAt().on(), "");
    return new SampleCase(id, name(scenario, id), filed.length() < 10 ? "" : filed.substring(0, 10),
        scenario.application() == null ? Map.of() : scenario.application(), answers, scenario.expect().printedLines());
  }

  private static Label name(Scenario scenario, String id) {
    String vi = scenario.name() == null ? id : Objects.toString(scenario.name().vi(), id);
    return new Label(vi.isBlank() ? "…" : vi, scenario.name() == null ? null : scenario.name().en());
  }
}
