package vn.trian.workflow.delegate;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseOffices;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.shared.Level;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.engine.Registered;

/** Candidate groups of a task, computed from the office tree on the day the case was received. */
@Component("route")
@Registered
public class RouteExpressions {

  private final CaseFiles cases;
  private final CaseOffices offices;
  private final Procedures procedures;

  RouteExpressions(CaseFiles cases, CaseOffices offices, Procedures procedures) {
    this.cases = cases;
    this.offices = offices;
    this.procedures = procedures;
  }

  /**
   * Groups that hold a role, or its deputy, in the office of that role's level which is competent for the case.
   *
   * @param role name of a {@link Role}; the one-stop desk is the one that received the case
   * @return comma-separated group names, as the engine reads candidate groups
   */
  public String group(DelegateExecution execution, String role) {
    var file = cases.get(CaseVariables.of(execution).caseCode());
    Role wanted = offices.roleFor(file, Role.valueOf(role));
    String office = offices.officeFor(file, wanted.level()).id();
    return withDeputies(wanted).stream().map(each -> Actor.group(each, office)).collect(Collectors.joining(","));
  }

  /**
   * Groups of one part of the step that the called process handles now.
   *
   * @param phase {@code prepare}, {@code check}, {@code sign}, or {@code stampDocument} for the records clerk
   */
  public String stepGroup(DelegateExecution execution, String phase) {
    CaseVariables variables = CaseVariables.of(execution);
    var file = cases.get(variables.caseCode());
    Step step = procedures.release(file.releaseId()).procedure().step(variables.step());
    return switch (phase) {
      case "check" -> group(execution, step.check().role());
      case "sign" -> group(execution, step.sign().role());
      case "stampDocument" -> group(execution, clerkOf(step.level()).name());
      default -> group(execution, step.prepare().role());
    };
  }

  /**
   * Groups that hold a kind of role at the level of the step that the called process handles now.
   *
   * @param kind {@code CLERK}: the records clerk
   */
  public String levelGroup(DelegateExecution execution, String kind) {
    if (!"CLERK".equals(kind)) {
      throw new IllegalArgumentException("no role of kind " + kind);
    }
    return stepGroup(execution, "stampDocument");
  }

  private static Role clerkOf(Level level) {
    return switch (level) {
      case COMMUNE -> Role.COMMUNE_CLERK;
      case DIVISION -> Role.DIVISION_CLERK;
      case DEPARTMENT -> Role.DEPT_CLERK;
    };
  }

  private static List<Role> withDeputies(Role role) {
    return switch (role) {
      case COMMUNE_CHAIR -> List.of(role, Role.COMMUNE_VICE_CHAIR);
      case DIVISION_HEAD -> List.of(role, Role.DIVISION_DEPUTY);
      case DEPT_DIRECTOR -> List.of(role, Role.DEPT_DEPUTY_DIRECTOR);
      default -> List.of(role);
    };
  }
}
