package vn.trian.modeladmin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.trian.modeladmin.Change.Said;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.procedure.StepLimit;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** Values of a release as sentences say them. */
final class Wording {

  private static final int LONGEST = 160;

  private Wording() {}

  static List<LocalDate> dates(StepLimit limit) {
    return Arrays.asList(limit.validFrom(), limit.validTo());
  }

  static Said limits(List<StepLimit> limits, boolean dated) {
    if (limits.isEmpty()) {
      return new Said("difference.limit.none");
    }
    return new Said("difference.list", limits.stream().map(each -> (Object) limit(each, dated)).toList());
  }

  static Said limit(StepLimit limit, boolean dated) {
    Said days = new Said(limit.when() == null ? "difference.limit." + limit.unit()
        : "difference.limit.when." + limit.unit(), limit.amount(), Objects.requireNonNullElse(limit.when(), ""));
    if (!dated || limit.validFrom() == null && limit.validTo() == null) {
      return days;
    }
    return new Said("difference.limit." + (limit.validTo() == null ? "since"
        : limit.validFrom() == null ? "until" : "between"), days, Texts.day(limit.validFrom()),
        Texts.day(limit.validTo()));
  }

  /** A form by the step that fills it in; one that several or none fill in by the name of its file. */
  static Object form(String form, Procedure procedure) {
    if (form.equals(procedure.startForm())) {
      return new Said("difference.form.start");
    }
    List<Label> steps = procedure.steps().values().stream()
        .filter(each -> each.prepare() != null && form.equals(each.prepare().form())).map(Step::name).toList();
    return steps.size() == 1 ? steps.get(0) : form;
  }

  static Object value(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException unread) {
      throw new IllegalStateException(component.getName(), unread);
    }
  }

  /** Of lists and maps only what the other has not; of labels that differ in one language only, that language. */
  static Object without(Object value, Object other) {
    if (value instanceof Label label && other instanceof Label another && label.vi().equals(another.vi())) {
      return Objects.requireNonNullElse(label.en(), "");
    }
    if (value instanceof Collection<?> list && other instanceof Collection<?> others) {
      List<Object> rest = new ArrayList<>(list);
      others.forEach(rest::remove);
      return rest.isEmpty() && list.size() == others.size() ? value : rest;
    }
    if (value instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
      Map<Object, Object> rest = new LinkedHashMap<>(map);
      rest.entrySet().removeIf(each -> Objects.equals(others.get(each.getKey()), each.getValue()));
      return rest;
    }
    return value;
  }

  /** A value as people read it. */
  static Object text(Object value) {
    if (value == null || "".equals(value) || value instanceof Collection<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty()) {
      return new Said("difference.nothing");
    }
    if (value instanceof Label) {
      return value;
    }
    if (value instanceof Boolean || "true".equals(value) || "false".equals(value)) {
      return new Said("difference." + value);
    }
    if (value instanceof Collection<?> list) {
      return new Said("difference.list", list.stream().map(Wording::text).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return new Said("difference.list", map.entrySet().stream()
          .map(each -> (Object) new Said("difference.entry", text(each.getKey()), text(each.getValue()))).toList());
    }
    return value instanceof Record part ? record(part) : shortened(String.valueOf(value));
  }

  static Said record(Record part) {
    List<Object> said = new ArrayList<>();
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = value(component, part);
      if (value != null && !"".equals(value) && !"true".equals(value) && !(value instanceof Boolean)
          && !(value instanceof Collection<?> list && list.isEmpty())) {
        said.add(text(value));
      }
    }
    return new Said("difference.list", said);
  }

  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
