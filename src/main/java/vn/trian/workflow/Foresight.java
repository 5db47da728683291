package vn.trian.workflow;

import org.springframework.stereotype.Service;
import vn.trian.organization.Officer;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;

/**
 * What an action would come to if it were done now. Nothing is locked and nothing changed; each method throws the
 * {@link DomainException} that the {@link Desk} would throw.
 */
@Service
public class Foresight {

  private final TaskHolders holders;
  private final CaseHolding holding;
  private final CaseNoting noting;

  Foresight(TaskHolders holders, CaseHolding holding, CaseNoting noting) {
    this.holders = holders;
    this.holding = holding;
    this.noting = noting;
  }

  /** Who would get a task; see {@link Desk#reassign}. */
  public Officer reassign(String taskId, HandOn wanted, Actor actor) {
    return holders.foresee(taskId, wanted, actor);
  }

  /** See {@link Desk#hold}. */
  public void hold(String caseCode, Hold wanted, Actor actor) {
    holding.foreseeHold(caseCode, wanted, actor);
  }

  /** See {@link Desk#resume}. */
  public void resume(String caseCode, Hold wanted, Actor actor) {
    holding.foreseeResume(caseCode, wanted, actor);
  }

  /** Name of who would get a note; see {@link Desk#note}. */
  public String note(String caseCode, NewNote wanted, Actor actor) {
    return noting.nameOf(noting.foresee(caseCode, wanted, actor));
  }
}
