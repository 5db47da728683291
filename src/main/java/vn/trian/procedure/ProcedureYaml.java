package vn.trian.procedure;

import java.util.List;
import java.util.Map;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/** {@code procedure.yaml} as written, before {@code common.yaml} is laid beneath it. */
record ProcedureYaml(
    @Needed String key,
    String code,
    Confidence codeConfidence,
    @Needed Label name,
    Label shortName,
    @Needed List<LegalBasis> legalBasis,
    @Needed String startForm,
    @Needed Label resultName,
    Integer setsOfPapers,
    Label fee,
    Variants variants,
    @Needed PersonPaths owner,
    PersonPaths submitter,
    SubjectPaths subject,
    Map<String, String> derived,
    String duplicateKey,
    List<Exclusive> exclusive,
    List<Rule> rules,
    List<PaperKind> papers,
    List<RefusalReason> refusalReasons,
    Extensions extensions,
    @Needed Route route,
    @Needed Map<String, Step> steps,
    Map<String, Outcome> outcomes,
    DecisionRef eligibility,
    DecisionRef amount,
    Map<String, DocumentKind> documents,
    Result result,
    Payment payment,
    List<ListColumn> listColumns) {

  ProcedureYaml {
    if (setsOfPapers != null && setsOfPapers < 1) {
      throw new IllegalArgumentException("setsOfPapers phải từ 1 trở lên");
    }
    legalBasis = Given.list(legalBasis);
    derived = Given.map(derived);
    exclusive = Given.list(exclusive);
    rules = Given.list(rules);
    papers = Given.list(papers);
    refusalReasons = Given.list(refusalReasons);
    steps = Given.map(steps);
    outcomes = Given.map(outcomes);
    documents = Given.map(documents);
    listColumns = Given.list(listColumns);
  }
}
