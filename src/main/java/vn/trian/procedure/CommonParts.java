package vn.trian.procedure;

import java.util.List;
import java.util.Map;

/** What all procedures share: {@code common.yaml}. A procedure's own entry of the same name wins. */
public record CommonParts(
    Map<String, Outcome> outcomes,
    Map<String, Step> steps,
    Map<String, DocumentKind> documents,
    List<PaperKind> papers,
    List<RefusalReason> refusalReasons,
    Extensions extensions) {

  public CommonParts {
    outcomes = Given.map(outcomes);
    steps = Given.map(steps);
    documents = Given.map(documents);
    papers = Given.list(papers);
    refusalReasons = Given.list(refusalReasons);
  }

  /** Nothing shared. */
  public static CommonParts none() {
    return new CommonParts(null, null, null, null, null, null);
  }
}
