package vn.trian.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Eligibility;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.OnlyOnce;
import vn.trian.casefile.PaperTick;
import vn.trian.casefile.Statement;
import vn.trian.casefile.Supplements;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.workflow.engine.CaseVariables;

/** What officers do with tasks: right, lock, state, engine, own rows and log in one transaction. */
@Service
class TaskActions {

  private final TaskGuard guard;
  private final TaskHolders holders;
  private final WorkItemRepository items;
  private final CaseFiles cases;
  private final CaseContexts contexts;
  private final CasePapers papers;
  private final CaseRecord record;
  private final CaseDocuments documents;
  private final Supplements supplements;
  private final Assessment assessment;
  private final OnlyOnce once;
  private final Procedures procedures;
  private final StepAnswers stepAnswers;
  private final Outcomes outcomes;
  private final Intake intake;
  private final TaskService tasks;
  private final GuardedActions guarded;

  TaskActions(TaskGuard guard, TaskHolders holders, WorkItemRepository items, CaseFiles cases, CaseContexts contexts,
      CasePapers papers, CaseRecord record, CaseDocuments documents, Supplements supplements, Assessment assessment,
      OnlyOnce once, Procedures procedures, StepAnswers stepAnswers, Outcomes outcomes, Intake intake,
      TaskService tasks, GuardedActions guarded) {
    this.guard = guard;
    this.holders = holders;
    this.items = items;
    this.cases = cases;
    this.contexts = contexts;
    this.papers = papers;
    this.record = record;
    this.documents = documents;
    this.supplements = supplements;
    this.assessment = assessment;
    this.once = once;
    this.procedures = procedures;
    this.stepAnswers = stepAnswers;
    this.outcomes = outcomes;
    this.intake = intake;
    this.tasks = tasks;
    this.guarded = guarded;
  }

  @Transactional
  Done act(String taskId, Act act, String key, Actor actor) {
    return once.act(key, actor, List.of("act", taskId, act), Done.class, () -> perform(taskId, act, false, actor));
  }

  /**
   * Completes one task; the caller answers for acting once.
   *
   * @param onList whether the file is one of a list that is handled together
   */
  Done perform(String taskId, Act act, boolean onList, Actor person) {
    WorkItem item = guard.locked(taskId, person);
    guard.refuseIfTaken(item, person);
    guard.refuseSameHands(item, person.login());
    if (!person.login().equals(item.assignee())) {
      holders.claim(taskId, person);
    }
    Actor actor = person.forGroups(item.groups());
    CaseFile file = cases.get(item.caseCode());
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    Step step = procedure.step(item.step());
    Outcome outcome = outcomes.chosen(procedure, step, item.phase(), contexts.of(file), act.outcome());
    outcomes.requireNeeds(procedure, outcome, act);
    var documentsBefore = documents.progress(file.code());

    FormSchema form = procedure.formOf(step, item.phase());
    Map<String, Object> answers = stepAnswers.checked(file, procedure, item, act);
    if (act.papers() != null) {
      papers.take(file.code(), act.papers(), actor);
    }
    requirePapersIfBrought(file, procedure, act);
    requireEligible(item, file, procedure, step, act, answers);

    String label = outcome.label().vi();
    record.say(file.code(), new Statement.Said(item.step(), step.name().vi(), item.phase(), act.outcome(), label,
        act.reasonCode(), act.reason(), outcomes.details(act), answers), actor);
    Map<String, Object> variables = new LinkedHashMap<>(form == null ? Map.of() : form.processVariables(answers));
    if ("prepare".equals(item.phase())) {
      propose(item, file, step, outcome, act, variables, actor);
    } else {
      decide(item, file, act, variables, onList, actor);
    }
    record.log(file.code(), actor, act.outcome(),
        step.taskName(item.phase()).before(": " + label, ": " + outcome.label().in("en")));
    guarded.within(actor, () -> {
      tasks.complete(taskId, variables);
      return null;
    });

    return new Done(file.code(), "done-outcome", List.of(outcome.label(), Label.same(file.code())),
        nextFor(file, item, actor), Done.Link.to(documents.linksSince(documentsBefore, file.code())));
  }

  private void propose(WorkItem item, CaseFile file, Step step, Outcome outcome, Act act,
      Map<String, Object> variables, Actor actor) {
    boolean signed = outcome.signed() && step.sign() != null;
    variables.put(CaseVariables.OUTCOME, act.outcome());
    variables.put(CaseVariables.PROPOSAL, act.outcome());
    variables.put(CaseVariables.NEEDS_SIGNATURE, signed);
    if ("SUPPLEMENT".equals(act.outcome()) || "STILL_MISSING".equals(act.outcome())) {
      supplements.answered(file.code());
      supplements.request(file.code(), item.step(), act.items(), act.reason(), actor);
    } else if ("SUPPLEMENTED".equals(act.outcome())) {
      supplements.answered(file.code());
    }
    if (step.amount() && !outcomes.isBackward(act.outcome())) {
      if ("REJECT".equals(act.outcome())) {
        assessment.discard(file);
      } else {
        assessment.calculate(file);
      }
    }
    List<String> drafts = step.documents().getOrDefault(act.outcome(), List.of());
    documents.prepare(file, item.officeId(), drafts, actor);
  }

  private void decide(WorkItem item, CaseFile file, Act act, Map<String, Object> variables, boolean onList,
      Actor actor) {
    variables.put(CaseVariables.OUTCOME, Outcomes.SIGN.equals(act.outcome()) ? item.proposal() : act.outcome());
    variables.put(CaseVariables.DECISION, act.outcome());
    if (Outcomes.SIGN.equals(act.outcome()) && "sign".equals(item.phase())) {
      documents.sign(file, item.officeId(), onList, actor);
    }
  }

  private void requirePapersIfBrought(CaseFile file, Procedure procedure, Act act) {
    if (!"SUPPLEMENTED".equals(act.outcome())) {
      return;
    }
    var ticks = papers.of(file.code()).stream()
        .map(paper -> new PaperTick(paper.kind(), paper.received(), paper.copyKind(),
            paper.quantity(), paper.note(), List.of())).toList();
    var missing = intake.missingPapers(procedure, contexts.of(file), ticks);
    if (!missing.isEmpty()) {
      throw new DomainException(Kind.INVALID, "form-incomplete", missing, missing.size());
    }
  }

  /**
   * The law decides, not the button: what the decision table refuses cannot be proposed as granted. A level that
   * only passes the file on may do so while the table is still without an answer; the one that drafts the decision
   * may not.
   */
  private void requireEligible(WorkItem item, CaseFile file, Procedure procedure, Step step, Act act,
      Map<String, Object> answers) {
    if (!step.eligibility() || !"prepare".equals(item.phase()) || !"APPROVE".equals(act.outcome())) {
      return;
    }
    boolean decides = procedure.result() != null && step.documents().getOrDefault(act.outcome(), List.of())
        .contains(procedure.result().decisionDocument());
    assessment.eligibility(file, Map.of(item.step(), answers))
        .filter(found -> found.result() == Eligibility.Result.INELIGIBLE
            || decides && found.result() == Eligibility.Result.UNDECIDED)
        .ifPresent(found -> {
          String code = found.result() == Eligibility.Result.UNDECIDED ? "not-decided" : "not-eligible";
          throw new DomainException(Kind.INVALID, code, found.result().label(),
              Objects.toString(found.explanation(), ""), found.article() == null ? "" : "(" + found.article() + ").");
        });
  }

  /** The next task of the same case, or the next file of the list that this one came on. */
  private String nextFor(CaseFile file, WorkItem done, Actor actor) {
    Optional<WorkItem> sameCase = items.findByCaseCode(file.code()).stream()
        .filter(next -> next.isFor(actor.groups()) && next.assignee() == null).findFirst();
    return sameCase
        .or(() -> items.nextOnSameList(file.code(), done.step(), done.phase(), Limit.of(1)).stream()
            .filter(next -> next.isFor(actor.groups())
                && (next.assignee() == null || next.assignee().equals(actor.login())))
            .findFirst())
        .map(WorkItem::taskId).orElse(null);
  }
}
