package vn.trian.workflow;

import java.util.Set;
import vn.trian.organization.Role;
import vn.trian.security.Actor;

/** Who leads an office, the head or the deputy, and who appraises its files. */
public final class Heads {

  private static final Set<Role> OFFICERS = Set.of(Role.COMMUNE_SOCIAL_OFFICER, Role.DIVISION_OFFICER,
      Role.DEPT_OFFICER, Role.DEPT_HEAD);

  private Heads() {}

  /** Whether somebody appraises files, as the officers of an office, the head of a room and the heads do. */
  static boolean appraises(Actor actor) {
    return actor.roles().stream().anyMatch(Heads::appraises);
  }

  static boolean appraises(Role role) {
    return role.leads() || OFFICERS.contains(role);
  }

  /** Whether somebody leads the office that they work at. */
  public static boolean leads(Actor actor) {
    return actor.roles().stream().anyMatch(Role::leads);
  }
}
