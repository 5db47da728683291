package vn.trian.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.shared.Level;

/**
 * One user task of a procedure, or one level's work with preparation, check and signature.
 *
 * @param limits      first row that fits the case applies; empty = no limit of its own
 * @param check       second pair of eyes before the signature, may be null
 * @param sign        null for a plain user task
 * @param outcomes    codes of the outcomes of the prepare task, in button order
 * @param eligibility evaluate the eligibility decision and block APPROVE against it
 * @param amount      evaluate and show the calculation
 * @param rules       cross-field checks of what is answered here; they also see the chosen {@code outcome}
 * @param documents   ids of documents drawn up as draft, by the outcome that is proposed
 * @param list        files can be sent up from here as one list with one letter
 * @param waitsFor    body that has the next move while the task is open, null = none; the limit is then that body's
 */
public record Step(
    @Needed Level level,
    @Needed Label name,
    List<StepLimit> limits,
    @Needed Part prepare,
    Part check,
    Part sign,
    List<String> outcomes,
    boolean eligibility,
    boolean amount,
    List<Rule> rules,
    Map<String, List<String>> documents,
    boolean list,
    String waitsFor) {

  public Step {
    limits = Given.list(limits);
    outcomes = Given.list(outcomes);
    rules = Given.list(rules);
    documents = Given.map(documents);
  }

  /**
   * Name of the task of one part.
   *
   * @param phase {@code prepare}, {@code check} or {@code sign}
   */
  public Label taskName(String phase) {
    return switch (phase) {
      case "check" -> name.before(" – thẩm tra", " – check");
      case "sign" -> name.before(" – ký duyệt", " – signature");
      default -> name;
    };
  }

  /**
   * One part of the work; null when the step has no such part.
   *
   * @param phase {@code prepare}, {@code check} or {@code sign}
   */
  public Part part(String phase) {
    return switch (phase) {
      case "check" -> check;
      case "sign" -> sign;
      default -> prepare;
    };
  }

  /**
   * Who does one part and with which form.
   *
   * @param form name of the form without {@code .form}, null = none of its own
   */
  public record Part(@Needed String role, String form) {}

  /**
   * What the cross-field rules find wrong with the answers of this step, in the order of the rules.
   *
   * @param unread fields without a value that can be judged; rules that look at them are silent
   */
  public List<FieldProblem> brokenRules(Map<String, ?> context, Expressions feel, List<FieldProblem> unread) {
    return Rule.broken(rules, context, feel, unread);
  }

  /** The limit of this step for a case: first row whose dates and condition fit. */
  public Optional<StepLimit> limit(LocalDate on, Map<String, ?> context, Expressions feel) {
    return limits.stream()
        .filter(row -> row.inForceOn(on))
        .filter(row -> row.when() == null || feel.holds(row.when(), context))
        .findFirst();
  }
}
