package vn.trian.workflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
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

  private final VariableScope scope;

  private CaseVariables(VariableScope scope) {
    this.scope = scope;
  }

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

  public String caseCode() {
    return text(CASE_CODE);
  }

  public String step() {
    return text(STEP);
  }

  public String text(String name) {
    Object value = scope.getVariable(name);
    return value == null ? null : value.toString();
  }

  public void set(String name, Object value) {
    scope.setVariable(name, value);
  }
}
