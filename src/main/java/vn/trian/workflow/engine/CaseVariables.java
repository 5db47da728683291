package vn.trian.workflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names and types of everything that the engine carries for a case; nothing else goes into it. */
public final class CaseVariables {

  public static final String CASE_CODE = "caseCode";
  public static final String COMMUNE = "commune";
  public static final String HAS_DIVISION = "hasDivision";
  public static final String DESK_OUTCOME = "deskOutcome";
  public static final String OUTCOME = "outcome";
  public static final String PROPOSAL = "proposal";
  public static final String NEEDS_SIGNATURE = "needsSignature";
  public static final String STEP = "step";
  /** What the checker or signer did with the proposal. */
  public static final String DECISION = "decision";
  public static final String HAS_CHECK = "hasCheck";
  public static final String ELIGIBILITY = "eligibility";

  private final VariableScope scope;

  private CaseVariables(VariableScope scope) {
    this.scope = scope;
  }

  /** The variables of an execution or a task. */
  public static CaseVariables of(VariableScope scope) {
    return new CaseVariables(scope);
  }

  /** Variables that a case begins with. */
  public static Map<String, Object> atStart(String caseCode, String commune, boolean hasDivision, String deskOutcome) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put(CASE_CODE, caseCode);
    variables.put(COMMUNE, commune);
    variables.put(HAS_DIVISION, hasDivision);
    variables.put(DESK_OUTCOME, deskOutcome);
    variables.put(OUTCOME, deskOutcome);
    return variables;
  }

  /**
   * Code of the case that the process belongs to.
   *
   * @throws IllegalStateException when the model says another code than the process was begun for
   */
  public String caseCode() {
    String code = text(CASE_CODE);
    if (scope instanceof DelegateExecution execution && execution.getProcessBusinessKey() != null
        && !execution.getProcessBusinessKey().equals(code)) {
      throw new IllegalStateException("a process works for its own case only");
    }
    return code;
  }

  /** Step that a called process handles now; null outside of one. */
  public String step() {
    return text(STEP);
  }

  /** A variable, or an input parameter of the activity, as text; null when there is none. */
  public String text(String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }

  /** Sets a variable where the engine finds it, or else in the process. */
  public void set(String name, Object value) {
    scope.setVariable(name, value);
  }
}
