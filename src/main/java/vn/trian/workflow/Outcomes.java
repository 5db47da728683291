package vn.trian.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Expressions;
import vn.trian.shared.FieldProblem;

/** Which outcomes somebody can choose where, and what each asks for. */
@Component
public class Outcomes {

  /** What a signer can do with a proposal. */
  static final String SIGN = "SIGN";
  static final String CHECKED = "CHECKED";
  static final String SEND_BACK = "SEND_BACK";
  private static final String REFUSE_RECEIPT = "REFUSE_RECEIPT";

  /** Outcomes after which the case does not go on as proposed, so that the form may stay unfinished. */
  private static final Set<String> BACKWARD = Set.of("RETURN", "SUPPLEMENT", "SUSPEND", SEND_BACK, "STILL_MISSING",
      "WITHDRAW");

  private final Expressions feel;

  Outcomes(Expressions feel) {
    this.feel = feel;
  }

  /**
   * Codes of the outcomes of a task, in the order of the buttons.
   *
   * @param context the case context: some outcomes are shown in some cases only
   */
  public List<String> of(Procedure procedure, Step step, String phase, Map<String, Object> context) {
    return switch (phase) {
      case "check" -> List.of(CHECKED, SEND_BACK);
      case "sign" -> List.of(SIGN, SEND_BACK);
      default -> step.outcomes().stream()
          .filter(code -> feel.holds(procedure.outcome(code).shown(), context)).toList();
    };
  }

  /** Codes of the outcomes at the desk. */
  public List<String> atDesk() {
    return List.of(Intake.ACCEPT, Intake.SUPPLEMENT, Intake.REFUSE);
  }

  /** An outcome of the desk. */
  public Outcome atDesk(Procedure procedure, String code) {
    return switch (code == null ? "" : code) {
      case Intake.ACCEPT, Intake.SUPPLEMENT -> procedure.outcome(code);
      case Intake.REFUSE -> procedure.outcome(REFUSE_RECEIPT);
      default -> throw new DomainException(Kind.INVALID, "outcome-unknown");
    };
  }

  /**
   * An outcome of a task.
   *
   * @throws DomainException INVALID {@code outcome-unknown} when the task has no such outcome
   */
  Outcome chosen(Procedure procedure, Step step, String phase, Map<String, Object> context, String code) {
    if (!of(procedure, step, phase, context).contains(code)) {
      throw new DomainException(Kind.INVALID, "outcome-unknown");
    }
    return procedure.outcome(code);
  }

  boolean isBackward(String code) {
    return BACKWARD.contains(code);
  }

  /** Refuses when the outcome asks for something that was not given. */
  void requireNeeds(Procedure procedure, Outcome outcome, Act act) {
    List<FieldProblem> problems = new ArrayList<>();
    for (Outcome.Need need : outcome.needs()) {
      switch (need) {
        case REASON -> {
          if (act.reason() == null) {
            problems.add(new FieldProblem("reason", "reason-missing"));
          }
        }
        case REASON_CODE -> {
          if (act.reasonCode() == null || procedure.refusalReason(act.reasonCode()).isEmpty()) {
            problems.add(new FieldProblem("reasonCode", "reason-code-missing"));
          }
        }
        case ITEMS -> {
          if (act.items().stream().noneMatch(item -> item.text() != null && !item.text().isBlank())) {
            problems.add(new FieldProblem("items", "items-missing"));
          }
        }
        case BODY -> {
          if (act.body() == null || act.body().name() == null || act.body().name().isBlank()) {
            problems.add(new FieldProblem("body", "body-missing"));
          }
        }
        case CONFIRM -> { }
        default -> throw new IllegalStateException("need " + need);
      }
    }
    if (!problems.isEmpty()) {
      throw new DomainException(Kind.INVALID, "form-incomplete", problems, problems.size());
    }
  }

  /** What an outcome was given beside its reason, as it is kept with the statement. */
  Map<String, Object> details(Act act) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (!act.items().isEmpty()) {
      details.put("items", act.items());
    }
    if (act.body() != null) {
      details.put("body", act.body());
    }
    return details;
  }
}
