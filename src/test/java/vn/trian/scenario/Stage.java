package vn.trian.scenario;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import vn.trian.casefile.CaseContexts;
import vn.trian.organization.Officers;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actors;
import vn.trian.shared.Expressions;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.rehearsal.Cast;

/** Does what officers do, as whoever of the demo people is in charge, and counts it. */
class Stage extends Cast {

  private final AtomicLong moves = new AtomicLong();
  private volatile Consumer<String> before = code -> { };

  Stage(Desk desk, Procedures procedures, CaseContexts contexts, Expressions feel, Actors actors, Officers officers,
      TaskService tasks, RuntimeService runtime, HistoryService history, ManagementService management,
      TestClock clock) {
    super(desk, procedures, contexts, feel, actors, officers, tasks, runtime, history, management, clock);
  }

  /** Something that happens to a case before a task of it is looked up to be done, and before it moves otherwise. */
  void beforeMoves(Consumer<String> action) {
    before = action;
  }

  @Override
  public Task task(String caseCode, String place) {
    before.accept(caseCode);
    return super.task(caseCode, place);
  }

  /** How often anything was done here that moves a case. */
  long moves() {
    return moves.get();
  }

  @Override
  public Done receive(String procedureKey, String office, Act act) {
    moves.incrementAndGet();
    return super.receive(procedureKey, office, act);
  }

  @Override
  public Done act(Task task, Act act, String login) {
    moves.incrementAndGet();
    return super.act(task, act, login);
  }

  @Override
  public Done withdraw(String caseCode, String office, String reason) {
    before.accept(caseCode);
    moves.incrementAndGet();
    return super.withdraw(caseCode, office, reason);
  }

  @Override
  public void fire(String caseCode, String activity) {
    before.accept(caseCode);
    moves.incrementAndGet();
    super.fire(caseCode, activity);
  }
}
