package vn.trian.workflow;

import java.util.Set;
import vn.trian.organization.Role;
import vn.trian.security.Actor;

/** Who leads an office: the head or the deputy. */
final class Heads {

  private static final Set<Role> ROLES = Set.of(Role.COMMUNE_CHAIR, Role.COMMUNE_VICE_CHAIR, Role.DIVISION_HEAD,
      Role.DIVISION_DEPUTY, Role.DEPT_DIRECTOR, Role.DEPT_DEPUTY_DIRECTOR);

  private Heads() {}

  /** Whether somebody leads the office that they work at. */
  static boolean leads(Actor actor) {
    return actor.roles().stream().anyMatch(ROLES::contains);
  }
}
