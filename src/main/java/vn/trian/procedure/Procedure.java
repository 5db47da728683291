package vn.trian.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/**
 * An administrative procedure as its folder tells it, {@code common.yaml} laid beneath its own entries.
 * Expressions are FEEL over the case context.
 *
 * @param key            process id, also the key of the entitlement's procedure
 * @param startForm      name of the form filled at the desk, without {@code .form}
 * @param code           published code, null where none is known
 * @param setsOfPapers   how many sets the applicant hands in
 * @param fee            what the applicant pays, null when the folder does not say
 * @param submitter      null when the form does not ask for a submitter
 * @param subject        null when the case is about its owner
 * @param derived        FEEL by name, over the case context and the names before it
 * @param duplicateKey   FEEL that yields a text; the same text in another case is a warning; may be null
 * @param extensions     how often the promised day may be put off, and why
 * @param steps          by id, own ones first
 * @param outcomes       by code, own ones first
 * @param documents      by id, own ones first
 * @param eligibility    null when nothing is decided by table
 * @param amount         null when no money is due
 * @param forms          by name without {@code .form}
 */
public record Procedure(
    String key,
    String code,
    Confidence codeConfidence,
    Label name,
    Label shortName,
    List<LegalBasis> legalBasis,
    String startForm,
    Label resultName,
    int setsOfPapers,
    Label fee,
    Variants variants,
    PersonPaths owner,
    PersonPaths submitter,
    SubjectPaths subject,
    Map<String, String> derived,
    String duplicateKey,
    List<Exclusive> exclusive,
    List<Rule> rules,
    List<PaperKind> papers,
    List<RefusalReason> refusalReasons,
    Extensions extensions,
    Route route,
    Map<String, Step> steps,
    Map<String, Outcome> outcomes,
    DecisionRef eligibility,
    DecisionRef amount,
    Map<String, DocumentKind> documents,
    Result result,
    Payment payment,
    List<ListColumn> listColumns,
    Map<String, FormSchema> forms) {

  public Procedure {
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
    forms = Given.map(forms);
  }

  /**
   * A step by id.
   *
   * @throws NoSuchElementException when the procedure has no such step
   */
  public Step step(String id) {
    return found(steps.get(id), "step", id);
  }

  /**
   * An outcome by code.
   *
   * @throws NoSuchElementException when neither the procedure nor the common parts know it
   */
  public Outcome outcome(String outcomeCode) {
    return found(outcomes.get(outcomeCode), "outcome", outcomeCode);
  }

  /**
   * A document by id.
   *
   * @throws NoSuchElementException when neither the procedure nor the common parts know it
   */
  public DocumentKind document(String id) {
    return found(documents.get(id), "document", id);
  }

  /**
   * A form by name, without {@code .form}.
   *
   * @throws NoSuchElementException when the release does not bring it
   */
  public FormSchema form(String formName) {
    return found(forms.get(formName), "form", formName);
  }

  /**
   * The form of one part of a step, null when the part has none of its own.
   *
   * @param phase {@code prepare}, {@code check} or {@code sign}
   */
  public FormSchema formOf(Step step, String phase) {
    Step.Part part = step.part(phase);
    return part == null || part.form() == null ? null : form(part.form());
  }

  /** The form that the desk fills in. */
  public FormSchema applicationForm() {
    return form(startForm);
  }

  /**
   * Whether an outcome of a step rests on its refusal reason alone, so that the answers of the step may be unfinished:
   * nothing is drawn up from them. A rejection by a council, say, is another matter: its minutes need the answers.
   */
  public boolean restsOnReason(Step step, String outcomeCode) {
    return step.outcomes().contains(outcomeCode)
        && outcome(outcomeCode).needs().contains(Outcome.Need.REASON_CODE)
        && step.documents().getOrDefault(outcomeCode, List.of()).stream()
            .allMatch(id -> document(id).isRefusalLetter());
  }

  /** A paper by id. */
  public Optional<PaperKind> paper(String id) {
    return papers.stream().filter(paper -> paper.id().equals(id)).findFirst();
  }

  /** A refusal reason by code. */
  public Optional<RefusalReason> refusalReason(String reasonCode) {
    return refusalReasons.stream().filter(reason -> reason.code().equals(reasonCode)).findFirst();
  }

  /** The variant of an application: the value of the field that tells it, null without variants. */
  public String variantOf(Map<String, ?> application) {
    Object value = variants == null ? null : Paths.get(application, variants.field());
    return value == null ? null : value.toString();
  }

  /** Name of a variant, or of the procedure when there is none of that value. */
  public Label nameOf(String variant) {
    Variants.Variant found = variants == null || variant == null ? null : variants.values().get(variant);
    return found == null ? name : found.name();
  }

  /** Published code of a variant, or of the procedure when the variant has none of its own. */
  public String codeOf(String variant) {
    Variants.Variant found = variants == null || variant == null ? null : variants.values().get(variant);
    return found == null || found.code() == null ? code : found.code();
  }

  /**
   * Adds what the folder derives from a case to the context of the case.
   *
   * @throws DomainException as {@link Expressions#value}
   */
  public void derive(Map<String, Object> context, Expressions feel) {
    derived.forEach((name, expression) -> context.put(name, feel.value(expression, context)));
  }

  /** Sources of law that documents of a case quote. */
  public List<LegalBasis> groundsFor(Map<String, ?> context, Expressions feel) {
    return legalBasis.stream().filter(basis -> feel.holds(basis.shown(), context)).toList();
  }

  /** Reasons that a refusal of a case may give. */
  public List<RefusalReason> reasonsFor(Map<String, ?> context, Expressions feel) {
    return refusalReasons.stream().filter(reason -> feel.holds(reason.shown(), context)).toList();
  }

  /** Papers that are asked for in a case, with whether each is required in it. */
  public List<AskedPaper> papersFor(Map<String, ?> context, Expressions feel) {
    return papers.stream()
        .filter(paper -> feel.holds(paper.shown(), context))
        .map(paper -> new AskedPaper(paper, feel.holds(paper.required(), context)))
        .toList();
  }

  /**
   * A paper in one case.
   *
   * @param required false = may be missing
   */
  public record AskedPaper(PaperKind paper, boolean required) {}

  /**
   * What the cross-field rules find wrong with an application, in the order of the rules.
   *
   * @param context also holds the {@code outcome} that the desk chose
   * @param unread  fields without a value that can be judged; rules that look at them are silent
   */
  public List<FieldProblem> brokenRules(Map<String, ?> context, Expressions feel, List<FieldProblem> unread) {
    return Rule.broken(rules, context, feel, unread);
  }

  /** The steps of a case with the limit that applies to each; a step without a limit is left out. */
  public List<LimitedStep> limitedRoute(LocalDate on, Map<String, ?> context, Expressions feel) {
    return route.steps(context, feel).stream()
        .flatMap(id -> step(id).limit(on, context, feel).map(limit -> new LimitedStep(id, step(id), limit)).stream())
        .toList();
  }

  /** A step of the route and its limit in one case. */
  public record LimitedStep(String id, Step step, StepLimit limit) {}

  private <T> T found(T value, String what, String id) {
    if (value == null) {
      throw new NoSuchElementException("procedure " + key + " has no " + what + " " + id);
    }
    return value;
  }
}
