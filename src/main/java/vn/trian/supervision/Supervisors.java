package vn.trian.supervision;

import java.util.EnumSet;
import java.util.Set;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Who supervises: heads and their deputies at every level, and whoever is a supervisor. */
public final class Supervisors {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR, Role.COMMUNE_CHAIR, Role.COMMUNE_VICE_CHAIR,
      Role.DIVISION_HEAD, Role.DIVISION_DEPUTY, Role.DEPT_HEAD, Role.DEPT_DIRECTOR, Role.DEPT_DEPUTY_DIRECTOR);

  private Supervisors() {}

  /** Whether somebody supervises the office that they work at. */
  public static boolean supervises(Actor actor) {
    return !actor.holds(Role.ADMIN) && actor.roles().stream().anyMatch(ROLES::contains);
  }

  /**
   * Lets supervisors through.
   *
   * @throws DomainException FORBIDDEN {@code supervision-not-yours} for everybody else
   */
  public static void require(Actor actor) {
    if (!supervises(actor)) {
      throw new DomainException(Kind.FORBIDDEN, "supervision-not-yours");
    }
  }
}
