package vn.trian.workflow;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import vn.trian.casefile.CaseFile;
import vn.trian.document.PaperView;
import vn.trian.document.Papers;
import vn.trian.organization.Absence;
import vn.trian.organization.Officer;
import vn.trian.organization.Substitution;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;

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
  private final TaskHolders holders;
  private final CaseActions cases;
  private final Apologies apologies;
  private final CaseHolding holding;
  private final CaseNoting notes;
  private final Lists lists;
  private final Uploads uploads;
  private final FailedJobs jobs;
  private final Absences absences;

  Desk(Intake intake, TaskActions tasks, TaskHolders holders, CaseActions cases, Apologies apologies,
      CaseHolding holding, CaseNoting notes, Lists lists, Uploads uploads, FailedJobs jobs, Absences absences) {
    this.intake = intake;
    this.tasks = tasks;
    this.holders = holders;
    this.cases = cases;
    this.apologies = apologies;
    this.holding = holding;
    this.notes = notes;
    this.lists = lists;
    this.uploads = uploads;
    this.jobs = jobs;
    this.absences = absences;
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
  public void claim(String taskId, String key, Actor actor) {
    trying(() -> holders.claim(taskId, key, actor));
  }

  /** As {@link #claim(String, String, Actor)}, from Tasklist's own button, which knows no keys. */
  public void claim(String taskId, Actor actor) {
    trying(() -> holders.claim(taskId, actor));
  }

  /** Puts an own task back into the queue. */
  public void unclaim(String taskId, String key, Actor actor) {
    trying(() -> holders.unclaim(taskId, key, actor));
  }

  /** As {@link #unclaim(String, String, Actor)}, from Tasklist's own button, which knows no keys. */
  public void unclaim(String taskId, Actor actor) {
    trying(() -> holders.unclaim(taskId, actor));
  }

  /**
   * The holder of a task, or the head of the office, hands it to a colleague of the same office and role, or back into
   * the queue.
   *
   * @throws DomainException CONFLICT when somebody else has it than the request expects; FORBIDDEN
   *     {@code only-holder-or-head}, {@code four-eyes}; INVALID {@code not-a-colleague}, {@code has-it-already},
   *     {@code in-queue-already}, {@code reason-missing}
   */
  public Done reassign(String taskId, HandOn wanted, String key, Actor actor) {
    return trying(() -> holders.reassign(taskId, wanted, key, actor));
  }

  /** To whom somebody may hand a task now; empty when they may not, or there is nobody. */
  public List<Officer> successors(String taskId, Actor actor) {
    return holders.successors(taskId, actor);
  }

  /** Whether somebody leads the holder of a task and so may put it back into the queue. */
  public boolean mayTakeBack(String taskId, Actor actor) {
    return holders.mayTakeBack(taskId, actor);
  }

  /**
   * Lets somebody stand in for an absent colleague: the head or deputy enters it for their office, everybody for
   * themself.
   *
   * @throws DomainException FORBIDDEN {@code absence-not-yours}; INVALID {@code absence-...} for whatever cannot be
   */
  public String enterAbsence(Absence wanted, String key, Actor actor) {
    return trying(() -> absences.enter(wanted, key, actor));
  }

  /**
   * Ends an absence before its last day, or calls it off.
   *
   * @throws DomainException NOT_FOUND {@code absence-unknown} also for those out of reach; FORBIDDEN
   *     {@code absence-not-yours}; CONFLICT {@code absence-over}, {@code absence-ended}
   */
  public void endAbsence(String id, String key, Actor actor) {
    trying(() -> absences.end(id, key, actor));
  }

  /** Whether {@link #endAbsence} is for this person to do while the absence is not over. */
  public boolean mayEndAbsence(Substitution absence, Actor actor) {
    return Absences.mayEnd(absence, actor);
  }

  /** Takes in one file that does not belong to a case yet; what it must be like is said at {@link Papers#upload}. */
  public PaperView upload(InputStreamSource file, String name, String key, Actor actor) {
    return trying(() -> uploads.upload(file, name, key, actor));
  }

  /** Removes an own upload that does not belong to a case yet. */
  public void discard(UUID paper, String key, Actor actor) {
    trying(() -> uploads.discard(paper, key, actor));
  }

  /** The applicant takes the file back; the case ends with a stop notice. */
  public Done withdraw(String caseCode, String reason, String key, Actor actor) {
    return trying(() -> cases.withdraw(caseCode, reason, key, actor));
  }

  /** Whether {@link #withdraw} is for this person to do with the case as it is now. */
  public boolean mayWithdraw(CaseFile file, Actor actor) {
    return cases.mayWithdraw(file, actor);
  }

  /**
   * Promises a new day for the result, with an apology to the citizen.
   *
   * @throws DomainException FORBIDDEN {@code only-head-extends}; CONFLICT {@code nothing-to-extend},
   *     {@code extension-used-up}; INVALID {@code new-day-too-early}, {@code extension-on-day-off},
   *     {@code reason-missing}, {@code delay-reason-unknown}
   */
  public Done extend(String caseCode, NewPromise promise, String key, Actor actor) {
    return trying(() -> apologies.extend(caseCode, promise, key, actor));
  }

  /** Whether somebody may promise a new day for a case now. */
  public boolean mayExtend(CaseFile file, Actor actor) {
    return apologies.mayExtend(file, actor);
  }

  /** Says what the apology that waits for the head should say. */
  public Done proposeApology(String caseCode, NewPromise proposal, String key, Actor actor) {
    return trying(() -> apologies.propose(caseCode, proposal, key, actor));
  }

  /** Whether somebody may say what the apology that waits should say, and one waits. */
  public boolean mayPropose(CaseFile file, Actor actor) {
    return apologies.mayPropose(file, actor);
  }

  /** Takes the apology that waits away for good: the promise will be kept, or the head answers for it otherwise. */
  public Done discardApology(String caseCode, String reason, String key, Actor actor) {
    return trying(() -> apologies.discard(caseCode, reason, key, actor));
  }

  /**
   * A head of the office that holds a case, or of one above, holds it back: nobody works on it, its processes and
   * timers rest, its dates run on.
   *
   * @throws DomainException FORBIDDEN {@code only-head-holds}; CONFLICT {@code case-held}, {@code nothing-to-hold}, or
   *     {@code case-changed} when it is in another step than the request says; INVALID {@code reason-missing},
   *     {@code text-too-long}
   */
  public Done hold(String caseCode, Hold wanted, String key, Actor actor) {
    return trying(() -> holding.hold(caseCode, wanted, key, actor));
  }

  /**
   * A head of the office that holds a case back, or of one above, lets it go on; what fell due meanwhile comes now.
   *
   * @throws DomainException FORBIDDEN {@code only-head-holds}, {@code held-from-above}; CONFLICT {@code nothing-held};
   *     INVALID {@code reason-missing}, {@code text-too-long}
   */
  public Done resume(String caseCode, Hold wanted, String key, Actor actor) {
    return trying(() -> holding.resume(caseCode, wanted, key, actor));
  }

  /** Whether {@link #hold} is for this person to do with the case as it is now. */
  public boolean mayHold(CaseFile file, Actor actor) {
    return holding.mayHold(file, actor);
  }

  /** Whether {@link #resume} is for this person to do with the case as it is now. */
  public boolean mayResume(CaseFile file, Actor actor) {
    return holding.mayResume(file, actor);
  }

  /**
   * A supervisor writes a note on a case to one who works on it, or to the office that holds it.
   *
   * @throws DomainException FORBIDDEN {@code only-supervisor-notes}; INVALID {@code note-empty},
   *     {@code text-too-long}, {@code note-addressee}, {@code note-office-elsewhere}
   */
  public Done note(String caseCode, NewNote wanted, String key, Actor actor) {
    return trying(() -> notes.note(caseCode, wanted, key, actor));
  }

  /** To whom somebody may write a note on a case, who has it now first; empty for who does not supervise. */
  public List<Officer> addressees(String caseCode, Actor actor) {
    return notes.addressees(caseCode, actor);
  }

  /** Whether somebody may write a note to the office that holds a case. */
  public boolean mayNoteOffice(CaseFile file, Actor actor) {
    return notes.mayNoteOffice(file, actor);
  }

  /**
   * Somebody whom a note is for has read it.
   *
   * @return code of its case
   * @throws DomainException NOT_FOUND {@code note-unknown}
   */
  public String readNote(String noteId, String key, Actor actor) {
    return trying(() -> notes.read(noteId, key, actor));
  }

  /** Signs many files and sends them up as one list with one letter. */
  public Done signList(List<String> taskIds, String key, Actor actor) {
    return trying(() -> lists.sign(taskIds, key, actor));
  }

  /** Takes all files of a list out of the queue. */
  public void claimList(String listId, String key, Actor actor) {
    trying(() -> lists.claim(listId, key, actor));
  }

  /**
   * Lets a job that the engine has given up run once more, and says how it went.
   *
   * @throws DomainException FORBIDDEN {@code only-head-retries}; NOT_FOUND {@code job-unknown} when it is gone or out
   *     of reach; CONFLICT {@code job-runs} when it is being tried already
   */
  public Done retry(String jobId, String key, Actor actor) {
    return jobs.run(jobId, trying(() -> jobs.allow(jobId, key, actor)));
  }

  /** Whether {@link #retry} is for this person to do, in the cases within their reach. */
  public boolean mayRetry(Actor actor) {
    return FailedJobs.mayRetry(actor);
  }

  private static <T> T trying(Supplier<T> action) {
    for (int tried = 1; ; tried++) {
      try {
        return action.get();
      } catch (OptimisticLockingException | ConcurrencyFailureException | DataIntegrityViolationException e) {
        if (tried >= TRIES) {
          throw Conflicts.busy();
        }
      } catch (ProcessEngineException e) {
        throw ownRefusalIn(e);
      }
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
