package vn.trian.modeladmin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.trian.modeladmin.Change.Area;
import vn.trian.modeladmin.Change.Kind;
import vn.trian.modeladmin.Change.Said;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.Step;
import vn.trian.procedure.StepLimit;
import vn.trian.shared.Label;

/** What one release of a procedure says otherwise than another, in sentences. */
final class Difference {

  /** Parts of a procedure that are compared by themselves, or are told by those. */
  private static final Set<String> APART = Set.of("key", "steps", "papers", "refusalReasons", "extensions", "outcomes",
      "documents", "forms");
  private static final Set<String> OF_STEPS = Set.of("limits");

  private final Procedure before;
  private final Procedure after;
  private final Changes changes;
  private final RecordDifference records;

  private Difference(Procedure before, Procedure after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.records = new RecordDifference(changes);
  }

  /** What the second says otherwise than the first. */
  static List<Change> between(Procedure before, ProcedureFiles old, Procedure after, ProcedureFiles now) {
    Changes changes = new Changes();
    new Difference(before, after, changes).parts();
    new FileDifference(changes, new ModelDifference(changes, after.key()), after, old, now).files();
    return changes.inOrder();
  }

  private void parts() {
    records.fields(Area.GENERAL, new Said("difference.procedure"), before, after, APART, null);
    records.compare(Area.STEPS, "step", before.steps(), after.steps(), Step::name, this::step);
    records.compare(Area.PAPERS, "paper", by(before.papers(), each -> each.id()), by(after.papers(), each -> each.id()),
        each -> each.name(), null);
    records.compare(Area.REASONS, "reason", by(before.refusalReasons(), each -> each.code()),
        by(after.refusalReasons(), each -> each.code()), each -> each.name(), null);
    records.fields(Area.LIMITS, new Said("difference.extensions"), before.extensions(), after.extensions(),
        Set.of("reasons"), null);
    records.compare(Area.REASONS, "delay", by(before.extensions().reasons(), each -> each.code()),
        by(after.extensions().reasons(), each -> each.code()), each -> each.name(), null);
    records.compare(Area.STEPS, "outcome", before.outcomes(), after.outcomes(), each -> each.label(), null);
    records.compare(Area.DOCUMENTS, "document", before.documents(), after.documents(), each -> each.name(), null);
    records.compare(Area.FORMS, "form", before.forms(), after.forms(), each -> Wording.form(each.name(), after),
        this::form);
  }

  private void step(String id, Step one, Step other) {
    Said what = RecordDifference.what("step", other.name());
    records.fields(Area.STEPS, what, one, other, OF_STEPS, id);
    if (!one.limits().equals(other.limits())) {
      limits(id, one.limits(), other.limits(), other.name());
    }
  }

  /** Days and units, with the dates where these changed; what stands beside them row by row. */
  private void limits(String id, List<StepLimit> one, List<StepLimit> other, Label step) {
    boolean dated = !one.stream().map(Wording::dates).toList()
        .equals(other.stream().map(Wording::dates).toList());
    Said was = Wording.limits(one, dated);
    Said is = Wording.limits(other, dated);
    if (!was.equals(is)) {
      changes.add(Area.LIMITS, Kind.CHANGED, id, new Said("difference.limit", step,
          !dated && onlyAmount(one, other) ? one.get(0).amount() : was, is));
      return;
    }
    for (int i = 0; i < other.size(); i++) {
      records.fields(Area.LIMITS, new Said("difference.limit.of", step, Wording.limit(other.get(i), true)), one.get(i),
          other.get(i), Set.of(), id);
    }
  }

  /** Then the unit is said once. */
  private static boolean onlyAmount(List<StepLimit> one, List<StepLimit> other) {
    return one.size() == 1 && other.size() == 1 && one.get(0).unit() == other.get(0).unit()
        && Objects.equals(one.get(0).when(), other.get(0).when());
  }

  private void form(String name, FormSchema one, FormSchema other) {
    records.compare(Area.FORMS, "field", one.byPath(), other.byPath(), FormComponent::title, null,
        Wording.form(name, after));
  }

  private static <T> Map<String, T> by(List<T> list, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(each -> map.put(id.apply(each), each));
    return map;
  }
}
