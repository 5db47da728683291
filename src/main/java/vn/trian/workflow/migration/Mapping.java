package vn.trian.workflow.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the activities of one release continue in another.
 *
 * @param processes by key of the process the activities of the old release, each with that of the new one; what is
 *                  missing continues nowhere
 */
public record Mapping(Map<String, Map<String, String>> processes) {

  public Mapping {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    processes.forEach((process, pairs) -> copy.put(process, Map.copyOf(pairs)));
    processes = Map.copyOf(copy);
  }

  /** Activities of one process. */
  public Map<String, String> of(String process) {
    return processes.getOrDefault(process, Map.of());
  }

  /** The activity in which one continues. */
  public Optional<String> target(String process, String activity) {
    return Optional.ofNullable(of(process).get(activity));
  }

  /** With other pairs for one process. */
  public Mapping with(String process, Map<String, String> pairs) {
    Map<String, Map<String, String>> changed = new LinkedHashMap<>(processes);
    changed.put(process, pairs);
    return new Mapping(changed);
  }
}
