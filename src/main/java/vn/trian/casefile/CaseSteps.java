package vn.trian.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.DayUnit;
import vn.trian.deadline.Due;
import vn.trian.deadline.Limit;
import vn.trian.deadline.PlannedStep;
import vn.trian.deadline.StepEnd;
import vn.trian.document.Documents;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.procedure.StepLimit;
import vn.trian.security.Actor;
import vn.trian.shared.Confidence;
import vn.trian.shared.Expressions;
import vn.trian.shared.Label;

/** Takes a case through its steps and keeps its dates: opening, closing, standing still, going on. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseSteps {

  private final CaseFiles cases;
  private final CaseOffices offices;
  private final CaseContexts contexts;
  private final CaseRecord record;
  private final CaseDeadlines deadlines;
  private final Documents documents;
  private final Procedures procedures;
  private final Expressions feel;
  private final Clock clock;

  CaseSteps(CaseFiles cases, CaseOffices offices, CaseContexts contexts, CaseRecord record, CaseDeadlines deadlines,
      Documents documents, Procedures procedures, Expressions feel, Clock clock) {
    this.cases = cases;
    this.offices = offices;
    this.contexts = contexts;
    this.record = record;
    this.deadlines = deadlines;
    this.documents = documents;
    this.procedures = procedures;
    this.feel = feel;
    this.clock = clock;
  }

  /**
   * All papers are there: the clock of the whole case starts and the date for the receipt is computed.
   *
   * @return the promised day; null when no step of the route has a limit
   */
  public LocalDate accept(CaseFile file, Actor by) {
    file.completeOn(clock.instant(), LocalDate.now(clock));
    Map<String, Object> context = contexts.of(file);
    LocalDate due = deadlines.plan(file.code(), clock.instant(), planned(file, context, null), by.login());
    file.due(null, due, false);
    return due;
  }

  /** The file arrives at a step: level, office, due day. */
  public Due open(String caseCode, String stepId, Actor by) {
    CaseFile file = cases.get(caseCode);
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    Step step = procedure.step(stepId);
    file.moveTo(step.level(), offices.officeFor(file, step.level()).id(), stepId, step.name().vi());
    Map<String, Object> context = contexts.of(file);
    Due due = deadlines.openStep(caseCode, plannedStep(file, stepId, step, context),
        planned(file, context, stepId), clock.instant(), by.login());
    file.due(due.stepDueOn(), due.caseDueOn(), false);
    return due;
  }

  /** The step is done at this level; writes the hand-over with early, on time or late. */
  public void close(String caseCode, Actor by) {
    CaseFile file = cases.get(caseCode);
    StepEnd end = deadlines.closeStep(caseCode, clock.instant(), by.login());
    if (file.step() != null) {
      record.handOver(file, by, end);
    }
    file.due(null, file.dueOn(), false);
  }

  /** The file waits for the citizen or another body. */
  public void pause(String caseCode, Label reason, Actor by) {
    CaseFile file = cases.get(caseCode);
    deadlines.pause(caseCode, reason, clock.instant(), by.login());
    file.due(file.stepDueOn(), file.dueOn(), true);
  }

  /**
   * What was missing is there: the limit of the running step begins anew. A dossier that was never complete
   * before is accepted now, and only now does its clock start.
   */
  public void resume(String caseCode, Actor by) {
    CaseFile file = cases.get(caseCode);
    Due due = deadlines.resume(caseCode, clock.instant(), by.login());
    if (file.step() == null) {
      accept(file, by);
      return;
    }
    file.moveTo(file.level(), file.office(), file.step(), file.stepName());
    file.due(due.stepDueOn(), due.caseDueOn(), false);
  }

  /** Name of the step that runs. */
  public Label stepName(CaseFile file) {
    Step step = procedures.release(file.releaseId()).procedure().steps().get(file.step());
    return step == null ? new Label(file.stepName(), null) : step.name();
  }

  /** The promised day moves to a later one. */
  public void extend(CaseFile file, LocalDate newDay, Label reason, Actor by) {
    Due due = deadlines.extend(file.code(), newDay, reason, clock.instant(), by.login());
    file.due(due.stepDueOn(), due.caseDueOn(), file.paused());
  }

  /**
   * Puts the case into a state; with the result, or the end of the case, its clock has done its work. What was
   * drafted for a case that is taken back is given up.
   */
  public void enter(String caseCode, CaseState state, Actor by) {
    CaseFile file = cases.get(caseCode);
    boolean over = state == CaseState.ISSUED || state == CaseState.WITHDRAWN;
    if (over && deadlines.current(caseCode).isPresent()) {
      deadlines.decide(caseCode, clock.instant(), by.login());
      file.resultOn(LocalDate.now(clock));
      file.due(null, file.dueOn(), false);
    }
    if (state == CaseState.WITHDRAWN) {
      documents.giveUp(caseCode);
    }
    if (state == CaseState.REJECTED) {
      file.resultIs("REJECTED");
    }
    file.enter(state, clock.instant());
  }

  private PlannedStep plannedStep(CaseFile file, String id, Step step, Map<String, Object> context) {
    return new PlannedStep(id, step.name().vi(),
        step.limit(file.receivedOn(), context, feel).map(CaseSteps::asLimit).orElse(null));
  }

  /** The limited steps of the route, only those after a given step when there is one. */
  private List<PlannedStep> planned(CaseFile file, Map<String, Object> context, String after) {
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    List<PlannedStep> route = procedure.limitedRoute(file.receivedOn(), context, feel).stream()
        .map(each -> new PlannedStep(each.id(), each.step().name().vi(), asLimit(each.limit())))
        .toList();
    if (after == null) {
      return route;
    }
    int at = -1;
    for (int i = 0; i < route.size(); i++) {
      if (route.get(i).step().equals(after)) {
        at = i;
      }
    }
    return at < 0 ? List.of() : route.subList(at + 1, route.size());
  }

  private static Limit asLimit(StepLimit limit) {
    return new Limit(limit.amount(), DayUnit.valueOf(limit.unit().name()), limit.legalBasis(),
        limit.confidence() == null ? Confidence.U : limit.confidence());
  }
}
