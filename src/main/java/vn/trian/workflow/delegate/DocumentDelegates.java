package vn.trian.workflow.delegate;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
@Configuration(proxyBeanMethods = false)
class DocumentDelegates {

  private final CaseFiles cases;

  DocumentDelegates(CaseFiles cases) {
    this.cases = cases;
  }

  /** Draws up the document named by input parameter {@code document}. */
  @Bean
  @Registered
  JavaDelegate drawUpDocument(CaseDocuments documents, Actors actors) {
    return execution ->
        documents.draw(fileOf(execution), CaseVariables.of(execution).text("document"), actors.acting());
  }

  /** Numbers and stamps what the office of the acting clerk has signed. */
  @Bean
  @Registered
  JavaDelegate issueDocuments(CaseDocuments documents, Actors actors) {
    return execution -> documents.issueSigned(fileOf(execution), actors.acting().officeId());
  }

  /** Evaluates the eligibility decision and sets {@code eligibility}. */
  @Bean
  @Registered
  JavaDelegate assessEligibility(Assessment assessment) {
    return execution -> assessment.eligibility(fileOf(execution), Map.of())
        .map(Eligibility::result)
        .ifPresent(result -> CaseVariables.of(execution).set(CaseVariables.ELIGIBILITY, result.name()));
  }

  /** Stores the lines of the calculation. */
  @Bean
  @Registered
  JavaDelegate calculateAmount(Assessment assessment) {
    return execution -> assessment.calculate(fileOf(execution));
  }

  /** Puts what the issued decision gives into force. */
  @Bean
  @Registered
  JavaDelegate grantBenefit(GrantBenefitUseCase useCase) {
    return execution -> useCase.grant(fileOf(execution));
  }

  /** Writes down that the step before paid what was due. */
  @Bean
  @Registered
  JavaDelegate recordPayment(PaymentLines payments) {
    return execution -> payments.recordPaid(fileOf(execution));
  }

  /** Notes in the log that the limit of the step ends soon. */
  @Bean
  @Registered
  JavaDelegate warnDeadline(CaseSteps steps, CaseRecord record) {
    return execution -> {
      CaseFile file = cases.lock(CaseVariables.of(execution).caseCode());
      record.log(file.code(), Actor.SYSTEM, "WARN", steps.stepName(file).after("Sắp hết hạn: ", "Due soon: "));
    };
  }

  /** Notes in the log that the limit of the step is over. */
  @Bean
  @Registered
  JavaDelegate escalateDeadline(CaseSteps steps, CaseRecord record) {
    return execution -> {
      CaseFile file = cases.lock(CaseVariables.of(execution).caseCode());
      record.log(file.code(), Actor.SYSTEM, "ESCALATE", steps.stepName(file).after("Quá hạn: ", "Overdue: "));
    };
  }

  private CaseFile fileOf(DelegateExecution execution) {
    return cases.get(CaseVariables.of(execution).caseCode());
  }
}
