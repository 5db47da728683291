package vn.trian.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trian.shared.DomainException;

/**
 * A form as Camunda Modeler saves it.
 *
 * @param name file name without {@code .form}
 * @param id   id inside the file
 */
public record FormSchema(String name, String id, List<FormComponent> components) {

  public FormSchema {
    components = Given.list(components);
  }

  /**
   * Reads one form.
   *
   * @param fileName with {@code .form}
   * @throws DomainException of kind INVALID, code {@code form-broken}, naming every fault
   */
  public static FormSchema read(String fileName, byte[] json) {
    Faults faults = new Faults();
    FormSchema schema = new FormReader(faults).read(fileName, json);
    faults.orThrow("form-broken");
    return schema;
  }

  /**
   * Inputs, groups and lists by their path; what stands inside a list carries {@code []}, as in
   * {@code relatives[].fullName}. In the order of the form; groups without a path are left out.
   */
  public Map<String, FormComponent> byPath() {
    Map<String, FormComponent> found = new LinkedHashMap<>();
    collect(components, "", found);
    return found;
  }

  /** Sources of selects that are lists of the application, each once. */
  public List<String> rowSources() {
    return byPath().values().stream().map(FormComponent::source)
        .filter(source -> source != null && source.startsWith(OptionSource.ROWS)).distinct().toList();
  }

  /** The component at a path, as {@link #byPath()} writes it; {@code recordId} of a look-up has none. */
  public Optional<FormComponent> at(String path) {
    return Optional.ofNullable(byPath().get(path));
  }

  /** True when the form can yield a value at that path. */
  public boolean yields(String path) {
    Map<String, FormComponent> all = byPath();
    if (all.containsKey(path)) {
      return true;
    }
    int dot = path.lastIndexOf('.');
    FormComponent group = dot < 0 ? null : all.get(path.substring(0, dot));
    return group != null && group.lookup() != null && path.endsWith(".recordId");
  }

  /**
   * Data in which fields and lists that begin with an earlier value ({@code from}) have it where the form was not
   * answered yet; what stands inside a list begins with its row. Nothing given is changed.
   */
  public Map<String, Object> begun(Map<String, ?> data) {
    Map<String, Object> begun = CaseContext.layered(data);
    byPath().forEach((path, component) -> {
      if (component.from() != null && !path.contains("[]") && Paths.get(begun, path) == null) {
        Object earlier = Paths.get(data, component.from());
        if (earlier != null) {
          Paths.set(begun, path, earlier);
        }
      }
    });
    return begun;
  }

  /** Values that also become process variables, by the variable's name. */
  public Map<String, Object> processVariables(Map<String, ?> data) {
    Map<String, Object> variables = new LinkedHashMap<>();
    byPath().forEach((path, component) -> {
      if (component.processVariable() != null && !path.contains("[]")) {
        variables.put(component.processVariable(), Paths.get(data, path));
      }
    });
    return variables;
  }

  private static void collect(List<FormComponent> components, String prefix, Map<String, FormComponent> found) {
    for (FormComponent component : components) {
      switch (component.type()) {
        case GROUP -> {
          String path = Paths.join(prefix, component.path());
          if (!path.equals(prefix)) {
            found.putIfAbsent(path, component);
          }
          collect(component.components(), path, found);
        }
        case DYNAMICLIST -> {
          String path = Paths.join(prefix, component.path());
          found.putIfAbsent(path, component);
          collect(component.components(), path + "[]", found);
        }
        case TEXT, SEPARATOR, SPACER -> { }
        default -> found.putIfAbsent(Paths.join(prefix, component.key()), component);
      }
    }
  }

  /** Paths that two inputs claim. */
  List<String> pathsTwice() {
    List<String> all = new ArrayList<>();
    inputs(components, "", all);
    return all.stream().filter(path -> all.indexOf(path) != all.lastIndexOf(path)).distinct().toList();
  }

  private static void inputs(List<FormComponent> components, String prefix, List<String> found) {
    for (FormComponent component : components) {
      switch (component.type()) {
        case GROUP -> inputs(component.components(), Paths.join(prefix, component.path()), found);
        case DYNAMICLIST -> inputs(component.components(), Paths.join(prefix, component.path()) + "[]", found);
        case TEXT, SEPARATOR, SPACER -> { }
        default -> found.add(Paths.join(prefix, component.key()));
      }
    }
  }
}
