package vn.trian.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.trian.report.Figures.StepDays;

/**
 * How long a step took by a frozen report and by what is counted today.
 *
 * @param frozen null for a step that had not ended in the period then
 * @param today  null for a step that has not ended in the period any more
 */
public record StepComparison(StepDays frozen, StepDays today) {

  /** All steps of either side, those of today that are new at the end. */
  static List<StepComparison> between(List<StepDays> frozen, List<StepDays> today) {
    Map<String, StepDays> now = byStep(today);
    List<StepComparison> compared = new ArrayList<>();
    frozen.forEach(then -> compared.add(new StepComparison(then, now.remove(key(then)))));
    now.values().forEach(each -> compared.add(new StepComparison(null, each)));
    return compared;
  }

  private static Map<String, StepDays> byStep(List<StepDays> steps) {
    Map<String, StepDays> map = new LinkedHashMap<>();
    steps.forEach(each -> map.put(key(each), each));
    return map;
  }

  private static String key(StepDays each) {
    return each.procedure() + "/" + each.step();
  }

  /** Either side, for its names. */
  public StepDays any() {
    return frozen == null ? today : frozen;
  }

  /** Whether the numbers differ; names may change without that. */
  public boolean differs() {
    return frozen == null || today == null || frozen.passes() != today.passes()
        || Double.compare(frozen.median(), today.median()) != 0
        || Double.compare(frozen.ninetieth(), today.ninetieth()) != 0;
  }
}
