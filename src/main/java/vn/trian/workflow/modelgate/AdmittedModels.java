package vn.trian.workflow.modelgate;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Models that passed the gate, byte for byte as the engine will get them. Only {@link ModelGate} makes them. */
public final class AdmittedModels {

  private final SortedMap<String, byte[]> resources;

  AdmittedModels(SortedMap<String, byte[]> resources) {
    this.resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** Diagrams, decision tables and the frame of the forms, by resource name. */
  public SortedMap<String, byte[]> resources() {
    return resources;
  }

  boolean has(String name, byte[] bytes) {
    return Arrays.equals(resources.get(name), bytes);
  }
}
