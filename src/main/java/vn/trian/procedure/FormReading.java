package vn.trian.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.trian.shared.Expressions;

/** Walks through the components of a form and gathers the values of those that show. */
final class FormReading {

  private static final int MAX_ROWS = 200;
  private static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final FormSchema schema;
  private final Map<String, Object> given;
  private final Map<String, Object> context;
  private final Expressions feel;
  private final OptionSource options;
  private final LocalDate today;

  FormReading(FormSchema schema, Map<String, Object> given, Map<String, Object> context, Expressions feel,
      OptionSource options, LocalDate today) {
    this.schema = schema;
    this.given = given;
    this.context = context;
    this.feel = feel;
    this.options = options;
    this.today = today;
  }

  /** Reads the whole form once; what is hidden is told by the values of the reading before. */
  Checked read(Map<String, Object> before) {
    Pass pass = new Pass(CaseContext.layered(CaseContext.blanks(schema), context, before));
    Map<String, Object> out = new LinkedHashMap<>();
    pass.components(schema.components(), new Place("", given, out, pass.scope, Map.of()));
    return new Checked(out, pass.problems.found());
  }

  /**
   * Where the reading stands.
   *
   * @param path  prefix of the values here
   * @param given submitted values here
   * @param out   cleaned values here
   * @param row   values that conditions know as {@code this}
   * @param extra further words of conditions inside a list
   */
  private record Place(
      String path, Map<?, ?> given, Map<String, Object> out, Map<String, Object> row, Map<String, Object> extra) {}

  private final class Pass {

    private final Map<String, Object> scope;
    private final FieldProblems problems = new FieldProblems();
    private final FieldCheck fields = new FieldCheck(options, today, problems);

    Pass(Map<String, Object> scope) {
      this.scope = scope;
    }

    void components(List<FormComponent> components, Place place) {
      for (FormComponent component : components) {
        if (component.hide() != null && isHidden(component, place)) {
          continue;
        }
        switch (component.type()) {
          case GROUP -> group(component, place);
          case DYNAMICLIST -> rows(component, place);
          case TEXT, SEPARATOR, SPACER -> { }
          default -> field(component, place);
        }
      }
    }

    private boolean isHidden(FormComponent component, Place place) {
      Map<String, Object> words = new LinkedHashMap<>(scope);
      words.putAll(place.extra());
      return feel.holds(component.hide(), words);
    }

    private void group(FormComponent component, Place place) {
      if (component.path().isBlank()) {
        components(component.components(), place);
        return;
      }
      Map<String, Object> submitted = map(Paths.get(map(place.given()), component.path()));
      Map<String, Object> inside = new LinkedHashMap<>();
      components(component.components(), new Place(
          Paths.join(place.path(), component.path()), submitted, inside, place.row(), place.extra()));
      if (component.lookup() != null && submitted.get("recordId") instanceof String id
          && RECORD_ID.matcher(id).matches()) {
        inside.putIfAbsent("recordId", id);
      }
      if (!inside.isEmpty()) {
        Map<String, Object> merged = new LinkedHashMap<>(map(Paths.get(place.out(), component.path())));
        merged.putAll(inside);
        Paths.set(place.out(), component.path(), merged);
      }
    }

    private void rows(FormComponent component, Place place) {
      String path = Paths.join(place.path(), component.path());
      if (!(Paths.get(map(place.given()), component.path()) instanceof List<?> submitted)) {
        return;
      }
      if (submitted.size() > MAX_ROWS) {
        problems.add(path, "field-rows-many", component.title(), MAX_ROWS);
        return;
      }
      List<Object> rows = new ArrayList<>();
      for (int i = 0; i < submitted.size(); i++) {
        Map<String, Object> cells = map(submitted.get(i));
        if (Paths.isBlank(cells)) {
          continue;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Object> words = CaseContext.layered(CaseContext.blanks(component.components()), cells);
        components(component.components(), new Place(path + "[" + i + "]", cells, row, words,
            Map.of("this", words, "parent", place.row(), "i", i + 1)));
        if (!row.isEmpty()) {
          rows.add(row);
        }
      }
      if (!rows.isEmpty()) {
        Paths.set(place.out(), component.path(), rows);
      }
    }

    private void field(FormComponent component, Place place) {
      if (component.disabled()) {
        return;
      }
      String path = Paths.join(place.path(), component.key());
      Object submitted = Paths.get(map(place.given()), component.key());
      if (component.readonly() && Paths.get(context, path) != null) {
        submitted = CaseContext.asTyped(Paths.get(context, path));
      }
      Object value = fields.checked(component, path, submitted, place.given());
      if (value != null) {
        Paths.set(place.out(), component.key(), value);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
