package vn.trian.workflow.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.ReceivedPaper;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.DayUnit;
import vn.trian.deadline.Limit;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedure.AskedPaper;
import vn.trian.procedure.Procedure.LimitedStep;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.procedure.StepLimit;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;
import vn.trian.shared.Label;
import vn.trian.workflow.Outcomes;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** What open cases would meet otherwise from here on, were they under another release. Only reads. */
@Component
class Ahead {

  private static final String AHEAD = "rehearsal.ahead.";

  private final CaseFiles cases;
  private final CaseContexts contexts;
  private final CasePapers papers;
  private final Calendars calendars;
  private final Procedures procedures;
  private final WorkList work;
  private final Outcomes outcomes;
  private final Expressions feel;

  Ahead(CaseFiles cases, CaseContexts contexts, CasePapers papers, Calendars calendars, Procedures procedures,
      WorkList work, Outcomes outcomes, Expressions feel) {
    this.cases = cases;
    this.contexts = contexts;
    this.papers = papers;
    this.calendars = calendars;
    this.procedures = procedures;
    this.work = work;
    this.outcomes = outcomes;
    this.feel = feel;
  }

  /**
   * Looks at one open case.
   *
   * @param now        the procedure as the other release has it
   * @param activities ids of the elements of its own diagram
   */
  @Transactional(readOnly = true, noRollbackFor = RuntimeException.class)
  public Line.Told of(String caseCode, Procedure now, Set<String> activities) {
    CaseFile file = cases.find(caseCode).orElseThrow();
    Procedure then = procedures.release(file.releaseId()).procedure();
    List<Finding> stranded = new ArrayList<>();
    List<Finding> found = new ArrayList<>();
    try {
      List<WorkItem> open = work.ofCase(caseCode);
      open.forEach(item -> standing(stranded, then, now, activities, item));
      Map<String, Object> before = contexts.of(file);
      Map<String, Object> after = contexts.under(now, file);
      limits(found, file, then, before, now, after);
      papers(found, file, then, before, now, after);
      open.forEach(item -> task(found, item, then, before, now, after));
    } catch (DomainException | NoSuchElementException unreadable) {
      stranded.add(Finding.of(AHEAD + "unreadable"));
    }
    List<Finding> all = new ArrayList<>(stranded);
    all.addAll(found);
    return new Line.Told(caseCode, null, !stranded.isEmpty() ? Verdict.BROKEN
        : found.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT, all);
  }

  /** Where a case stands has to be there, or it cannot be taken over. */
  private static void standing(List<Finding> found, Procedure then, Procedure now, Set<String> activities,
      WorkItem item) {
    Step step = now.steps().get(item.step());
    if (step == null) {
      found.add(Finding.of(AHEAD + "step-gone", name(then, item)));
    } else if (step.part(item.phase()) == null) {
      found.add(Finding.of(AHEAD + "part-gone", name(then, item)));
    } else if (item.place() != null && !activities.contains(item.place().split("/")[0])) {
      found.add(Finding.of(AHEAD + "activity-gone", name(then, item)));
    }
  }

  private static Label name(Procedure procedure, WorkItem item) {
    Step step = procedure.steps().get(item.step());
    return step == null ? new Label(item.name(), null) : step.taskName(item.phase());
  }

  private void limits(List<Finding> found, CaseFile file, Procedure then, Map<String, Object> before, Procedure now,
      Map<String, Object> after) {
    LocalDate received = file.receivedOn();
    List<LimitedStep> oldRoute = then.limitedRoute(received, before, feel);
    List<LimitedStep> freshRoute = now.limitedRoute(received, after, feel);
    Map<String, LimitedStep> old = toCome(file, oldRoute);
    Map<String, LimitedStep> fresh = toCome(file, freshRoute);
    fresh.forEach((id, step) -> {
      LimitedStep known = old.get(id);
      if (known == null) {
        found.add(Finding.of(AHEAD + "step-more", step.step().name(), limit(step.limit())));
      } else if (!sameLimit(known.limit(), step.limit())) {
        found.add(Finding.of(AHEAD + "limit", step.step().name(), known.limit().unit() == step.limit().unit() ? known.limit().amount() : limit(known.limit()),
            limit(step.limit())));
      }
    });
    old.forEach((id, step) -> {
      if (!fresh.containsKey(id)) {
        found.add(Finding.of(AHEAD + "step-less", step.step().name()));
      }
    });
    LocalDate promisedThen = chain(received, oldRoute);
    LocalDate promisedNow = chain(received, freshRoute);
    if (!Objects.equals(promisedThen, promisedNow)) {
      found.add(Finding.of(AHEAD + "promised", promisedThen, promisedNow));
    }
  }

  /** The running step and those after it; all of them for a case that is at none of them. */
  private static Map<String, LimitedStep> toCome(CaseFile file, List<LimitedStep> route) {
    int at = route.stream().map(LimitedStep::id).toList().indexOf(file.step());
    Map<String, LimitedStep> toCome = new LinkedHashMap<>();
    route.subList(Math.max(at, 0), route.size()).forEach(each -> toCome.put(each.id(), each));
    return toCome;
  }

  private static boolean sameLimit(StepLimit one, StepLimit other) {
    return one.amount().equals(other.amount()) && one.unit() == other.unit();
  }

  private static Finding limit(StepLimit limit) {
    return Finding.of("difference.limit." + limit.unit(), limit.amount());
  }

  /** Last day of the chain of limits, as the receipt promises it; null when none has a limit. */
  private LocalDate chain(LocalDate received, List<LimitedStep> route) {
    LocalDate end = null;
    for (LimitedStep each : route) {
      end = calendars.due(end == null ? received : end, new Limit(each.limit().amount(),
          DayUnit.valueOf(each.limit().unit().name()), "", Confidence.U));
    }
    return end;
  }

  private void papers(List<Finding> found, CaseFile file, Procedure then, Map<String, Object> before, Procedure now,
      Map<String, Object> after) {
    Set<String> there = papers.of(file.code()).stream().filter(ReceivedPaper::received).map(ReceivedPaper::kind)
        .collect(Collectors.toSet());
    Set<String> asked = required(then, before).keySet();
    Map<String, Label> wanted = required(now, after);
    wanted.keySet().removeAll(asked);
    wanted.keySet().removeAll(there);
    if (!wanted.isEmpty()) {
      found.add(Finding.of(AHEAD + "papers", Finding.list(wanted.values())));
    }
  }

  private Map<String, Label> required(Procedure procedure, Map<String, Object> context) {
    Map<String, Label> required = new LinkedHashMap<>();
    procedure.papersFor(context, feel).stream().filter(AskedPaper::required)
        .forEach(each -> required.put(each.paper().id(), each.paper().name()));
    return required;
  }

  /** The task that waits: its buttons, and what its form asks for. */
  private void task(List<Finding> found, WorkItem item, Procedure then, Map<String, Object> before, Procedure now,
      Map<String, Object> after) {
    Step old = then.steps().get(item.step());
    Step fresh = now.steps().get(item.step());
    if (old == null || fresh == null || fresh.part(item.phase()) == null) {
      return;
    }
    Label name = fresh.taskName(item.phase());
    Map<String, Label> buttonsBefore = buttons(then, old, item, before);
    Map<String, Label> buttonsAfter = buttons(now, fresh, item, after);
    less(found, "outcome-less", name, buttonsBefore, buttonsAfter);
    less(found, "outcome-more", name, buttonsAfter, buttonsBefore);
    less(found, "asks", name, fields(now.formOf(fresh, item.phase())), fields(then.formOf(old, item.phase())));
  }

  private static void less(List<Finding> found, String what, Label name, Map<String, Label> from,
      Map<String, Label> in) {
    Map<String, Label> missing = new LinkedHashMap<>(from);
    missing.keySet().removeAll(in.keySet());
    if (!missing.isEmpty()) {
      found.add(Finding.of(AHEAD + what, name, Finding.list(missing.values())));
    }
  }

  private Map<String, Label> buttons(Procedure procedure, Step step, WorkItem item, Map<String, Object> context) {
    return outcomes.of(procedure, step, item.phase(), context).stream().collect(Collectors.toMap(Function.identity(),
        code -> procedure.outcome(code).label(), (one, other) -> one, LinkedHashMap::new));
  }

  /** Fields that have to be answered. */
  private static Map<String, Label> fields(FormSchema form) {
    Map<String, Label> fields = new LinkedHashMap<>();
    if (form != null) {
      form.byPath().forEach((path, component) -> {
        if (required(component)) {
          fields.put(path, component.title());
        }
      });
    }
    return fields;
  }

  private static boolean required(FormComponent component) {
    return component.type().isInput() && component.validation().required();
  }
}
