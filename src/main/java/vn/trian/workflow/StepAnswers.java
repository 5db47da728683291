package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.procedure.Checked;
import vn.trian.procedure.FormCheck;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;

/** What an officer answers in the form of a step: checked field by field, then against the rules of the step. */
@Component
class StepAnswers {

  private final CaseContexts contexts;
  private final FormCheck forms;
  private final OptionSource options;
  private final Expressions feel;
  private final Outcomes outcomes;
  private final Clock clock;

  StepAnswers(CaseContexts contexts, FormCheck forms, OptionSource options, Expressions feel, Outcomes outcomes,
      Clock clock) {
    this.contexts = contexts;
    this.forms = forms;
    this.options = options;
    this.feel = feel;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * The answers, cleaned; those of an outcome after which the case does not go on may be unfinished, and those of a
   * refusal for which its reason is enough.
   *
   * @throws DomainException INVALID {@code form-incomplete} with everything that is wrong
   */
  Map<String, Object> checked(CaseFile file, Procedure procedure, WorkItem item, Act act) {
    return read(file, procedure, item, act).orThrow();
  }

  /** The answers as far as they can be read, and all that is wrong with them at once. */
  Checked read(CaseFile file, Procedure procedure, WorkItem item, Act act) {
    String stepId = item.step();
    Step step = procedure.step(stepId);
    FormSchema form = procedure.formOf(step, item.phase());
    if (form == null) {
      return new Checked(Map.of(), List.of());
    }
    Map<String, Object> context = new LinkedHashMap<>(contexts.with(file, Map.of(stepId, act.data())));
    act.data().forEach(context::put);
    Checked checked = forms.check(form, act.data(), context, feel, options, LocalDate.now(clock));
    if (outcomes.isBackward(act.outcome())) {
      return new Checked(checked.data(), List.of());
    }
    List<FieldProblem> problems = new ArrayList<>(checked.problems());
    problems.addAll(step.brokenRules(ruled(file, stepId, checked, act), feel, checked.problems()));
    Checked all = new Checked(checked.data(), problems);
    return procedure.restsOnReason(step, act.outcome()) ? all.unfinished(act.data()) : all;
  }

  private Map<String, Object> ruled(CaseFile file, String stepId, Checked checked, Act act) {
    Map<String, Object> context = new LinkedHashMap<>(contexts.with(file, Map.of(stepId, checked.data())));
    context.put("outcome", act.outcome());
    return context;
  }
}
