package vn.trian.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import vn.trian.casefile.CaseFile;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * The one way in. Whatever an officer does, from Tasklist, from a page or through the API, passes here;
 * each method is one transaction over our tables and the engine. When two act at the same moment the
 * slower is tried again and then meets what the faster left behind.
 */
@Service
public class Desk {

  private static final int TRIES = 3;

  private final Intake intake;
  private final TaskActions tasks;
  private final CaseActions cases;
  private final Lists lists;

  Desk(Intake intake, TaskActions tasks, CaseActions cases, Lists lists) {
    this.intake = intake;
    this.tasks = tasks;
    this.cases = cases;
    this.lists = lists;
  }

  /** Takes a dossier in, asks for what is missing, or refuses it. */
  public Done receive(String procedureKey, Act act, String key, Actor actor) {
    return trying(() -> intake.receive(procedureKey, act, key, actor));
  }

  /** Completes a task with one of its outcomes. */
  public Done act(String taskId, Act act, String key, Actor actor) {
    return trying(() -> tasks.act(taskId, act, key, actor));
  }

  /** Takes a task out of the queue. */
  public void claim(String taskId, Actor actor) {
    trying(() -> tasks.claim(taskId, actor));
  }

  /** Puts an own task back into the queue. */
  public void unclaim(String taskId, Actor actor) {
    trying(() -> tasks.unclaim(taskId, actor));
  }

  /** The applicant takes the file back; the case ends with a stop notice. */
  public Done withdraw(String caseCode, String reason, String key, Actor actor) {
    return trying(() -> cases.withdraw(caseCode, reason, key, actor));
  }

  /** Whether {@link #withdraw} is for this person to do with the case as it is now. */
  public boolean mayWithdraw(CaseFile file, Actor actor) {
    return cases.mayWithdraw(file, actor);
  }

  /** Promises a new day for the result, with an apology to the citizen. */
  public Done extend(String caseCode, LocalDate newDay, String reason, String key, Actor actor) {
    return trying(() -> cases.extend(caseCode, newDay, reason, key, actor));
  }

  /** Whether somebody may promise a new day for a case now. */
  public boolean mayExtend(CaseFile file, Actor actor) {
    return cases.mayExtend(file, actor);
  }

  /** Signs many files and sends them up as one list with one letter. */
  public Done signList(List<String> taskIds, String key, Actor actor) {
    return trying(() -> lists.sign(taskIds, key, actor));
  }

  /** Takes all files of a list out of the queue. */
  public void claimList(String listId, Actor actor) {
    trying(() -> lists.claim(listId, actor));
  }

  private static <T> T trying(Supplier<T> action) {
    boolean lookedAgain = false;
    for (int tried = 1; ; tried++) {
      DomainException refusal;
      try {
        return action.get();
      } catch (OptimisticLockingException | ConcurrencyFailureException | DataIntegrityViolationException e) {
        if (tried >= TRIES) {
          throw new DomainException(Kind.CONFLICT, "somebody-was-faster");
        }
        continue;
      } catch (ProcessEngineException e) {
        refusal = ownRefusalIn(e);
      } catch (DomainException e) {
        refusal = e;
      }
      // whoever was faster may have sent the very same action: then its answer is there now
      if (refusal.kind() != Kind.CONFLICT || lookedAgain) {
        throw refusal;
      }
      lookedAgain = true;
    }
  }

  /**
   * The engine wraps what our listeners and delegates refuse; people want to read the refusal.
   *
   * @throws ProcessEngineException the given one, when it is no refusal of ours
   */
  private static DomainException ownRefusalIn(ProcessEngineException engine) {
    for (Throwable cause = engine.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException refusal) {
        return refusal;
      }
    }
    throw engine;
  }
}
