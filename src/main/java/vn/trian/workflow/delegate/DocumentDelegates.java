package vn.trian.workflow.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Eligibility;
import vn.trian.benefit.GrantBenefitUseCase;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseSteps;
import vn.trian.payment.PaymentLines;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.engine.Registered;

/** Delegates that draw up documents, assess, grant, pay and tell of deadlines. */
final class DocumentDelegates {

  private DocumentDelegates() {}

  /** Draws up the document named by input parameter {@code document}. */
  @Component("drawUpDocument")
  @Registered
  static class DrawUpDocument implements JavaDelegate {

    private final CaseDocuments documents;
    private final CaseFiles cases;
    private final Actors actors;

    DrawUpDocument(CaseDocuments documents, CaseFiles cases, Actors actors) {
      this.documents = documents;
      this.cases = cases;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseVariables variables = CaseVariables.of(execution);
      documents.draw(cases.get(variables.caseCode()), variables.text("document"), actors.acting());
    }
  }

  /** Numbers and stamps what the office of the acting clerk has signed. */
  @Component("issueDocuments")
  @Registered
  static class IssueDocuments implements JavaDelegate {

    private final CaseDocuments documents;
    private final CaseFiles cases;
    private final Actors actors;

    IssueDocuments(CaseDocuments documents, CaseFiles cases, Actors actors) {
      this.documents = documents;
      this.cases = cases;
      this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseFile file = cases.get(CaseVariables.of(execution).caseCode());
      documents.issueSigned(file, actors.acting().officeId());
    }
  }

  /** Evaluates the eligibility decision and sets {@code eligibility}. */
  @Component("assessEligibility")
  @Registered
  static class AssessEligibility implements JavaDelegate {

    private final Assessment assessment;
    private final CaseFiles cases;

    AssessEligibility(Assessment assessment, CaseFiles cases) {
      this.assessment = assessment;
      this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseVariables variables = CaseVariables.of(execution);
      assessment.eligibility(cases.get(variables.caseCode()), java.util.Map.of())
          .map(Eligibility::result)
          .ifPresent(result -> variables.set("eligibility", result.name()));
    }
  }

  /** Stores the lines of the calculation. */
  @Component("calculateAmount")
  @Registered
  static class CalculateAmount implements JavaDelegate {

    private final Assessment assessment;
    private final CaseFiles cases;

    CalculateAmount(Assessment assessment, CaseFiles cases) {
      this.assessment = assessment;
      this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
      assessment.calculate(cases.get(CaseVariables.of(execution).caseCode()));
    }
  }

  /** Puts what the issued decision gives into force. */
  @Component("grantBenefit")
  @Registered
  static class GrantBenefitDelegate implements JavaDelegate {

    private final GrantBenefitUseCase useCase;
    private final CaseFiles cases;

    GrantBenefitDelegate(GrantBenefitUseCase useCase, CaseFiles cases) {
      this.useCase = useCase;
      this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
      useCase.grant(cases.get(CaseVariables.of(execution).caseCode()));
    }
  }

  /** Writes down that the step before paid what was due. */
  @Component("recordPayment")
  @Registered
  static class RecordPayment implements JavaDelegate {

    private final PaymentLines payments;
    private final CaseFiles cases;

    RecordPayment(PaymentLines payments, CaseFiles cases) {
      this.payments = payments;
      this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
      payments.recordPaid(cases.get(CaseVariables.of(execution).caseCode()));
    }
  }

  /** Notes in the log that the limit of the step ends soon. */
  @Component("warnDeadline")
  @Registered
  static class WarnDeadline implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseSteps steps;
    private final CaseRecord record;

    WarnDeadline(CaseFiles cases, CaseSteps steps, CaseRecord record) {
      this.cases = cases;
      this.steps = steps;
      this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseFile file = cases.lock(CaseVariables.of(execution).caseCode());
      record.log(file.code(), Actor.SYSTEM, "WARN",
          steps.stepName(file).after("Sắp hết hạn: ", "Due soon: "));
    }
  }

  /** Notes in the log that the limit of the step is over, and draws up the apology for the head to release. */
  @Component("escalateDeadline")
  @Registered
  static class EscalateDeadline implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseSteps steps;
    private final CaseRecord record;

    EscalateDeadline(CaseFiles cases, CaseSteps steps, CaseRecord record) {
      this.cases = cases;
      this.steps = steps;
      this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
      CaseFile file = cases.lock(CaseVariables.of(execution).caseCode());
      record.log(file.code(), Actor.SYSTEM, "ESCALATE",
          steps.stepName(file).after("Quá hạn: ", "Overdue: "));
    }
  }
}
