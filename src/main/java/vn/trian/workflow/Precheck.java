package vn.trian.workflow;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.FieldProblem;

/**
 * What the server would find wrong with a form as typed so far. A page that found faults of its own asks here before
 * it shows them, so that people read everything at once; nothing is changed.
 */
@Service
public class Precheck {

  private final Intake intake;
  private final StepAnswers answers;
  private final WorkList work;
  private final CaseFiles cases;
  private final Procedures procedures;

  Precheck(Intake intake, StepAnswers answers, WorkList work, CaseFiles cases, Procedures procedures) {
    this.intake = intake;
    this.answers = answers;
    this.work = work;
    this.cases = cases;
    this.procedures = procedures;
  }

  /** Of a dossier on the desk. */
  @Transactional(readOnly = true)
  public List<FieldProblem> dossier(String procedureKey, Act act, Actor actor) {
    return intake.problems(procedureKey, act, actor);
  }

  /** Of the form of a task. */
  @Transactional(readOnly = true)
  public List<FieldProblem> task(String taskId, Act act, Actor actor) {
    WorkItem item = work.visible(taskId, actor);
    CaseFile file = cases.get(item.caseCode());
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    return answers.read(file, procedure, item, act).problems();
  }
}
