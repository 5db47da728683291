package vn.trian.workflow.rehearsal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Statement;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.LedgerKind;
import vn.trian.deadline.LedgerLine;
import vn.trian.document.DocumentStatus;
import vn.trian.procedure.DocumentKind;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;

/** Reads what came out of a case, here or in a chamber. */
@Component
class Endings {

  private final CaseFiles cases;
  private final CaseRecord record;
  private final CaseDeadlines deadlines;
  private final CaseDocuments documents;
  private final Assessment assessment;
  private final Procedures procedures;

  Endings(CaseFiles cases, CaseRecord record, CaseDeadlines deadlines, CaseDocuments documents, Assessment assessment,
      Procedures procedures) {
    this.cases = cases;
    this.record = record;
    this.deadlines = deadlines;
    this.documents = documents;
    this.assessment = assessment;
    this.procedures = procedures;
  }

  /** What has come out of a case so far. */
  @Transactional(readOnly = true, noRollbackFor = DomainException.class)
  public Ending of(String caseCode) {
    CaseFile file = cases.find(caseCode).orElseThrow();
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    Map<String, LocalDate> due = new LinkedHashMap<>();
    Map<String, Label> names = new LinkedHashMap<>();
    for (LedgerLine line : deadlines.ledger(caseCode)) {
      if (line.step() != null && (line.kind() == LedgerKind.STEP_OPENED || line.kind() == LedgerKind.RESUMED)) {
        due.put(line.step(), line.stepDueOn());
        names.put(line.step(), name(procedure, line.step(), line.stepName()));
      }
    }
    List<CalculationLine> lines = assessment.lines(caseCode);
    return new Ending(file.state().isFinal(), file.state().label(), file.result(), file.dueOn(), due, names,
        record.statements(caseCode).stream().map(each -> task(procedure, each)).toList(), Assessment.totals(lines),
        lines.stream().map(Ending::row).toList(),
        documents.of(caseCode).stream().filter(each -> each.status() != DocumentStatus.REPLACED)
            .map(each -> document(procedure, each.kind())).toList(), eligible(file));
  }

  private String eligible(CaseFile file) {
    try {
      return assessment.eligibility(file, Map.of()).map(each -> each.result().name()).orElse(null);
    } catch (DomainException undecidable) {
      return null;
    }
  }

  private static Label name(Procedure procedure, String step, String written) {
    Step found = procedure.steps().get(step);
    return found == null ? Label.same(written == null ? step : written) : found.name();
  }

  private static Label task(Procedure procedure, Statement said) {
    Step step = procedure.steps().get(said.step());
    return step == null ? new Label(said.stepName(), null) : step.taskName(said.phase());
  }

  private static Label document(Procedure procedure, String kind) {
    DocumentKind found = procedure.documents().get(kind);
    return found == null ? Label.same(kind) : found.name();
  }
}
