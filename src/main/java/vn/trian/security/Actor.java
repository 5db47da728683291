package vn.trian.security;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.trian.organization.Role;

/**
 * Who acts: the logged-in officer with what they may do today.
 *
 * @param login    name at the login page, such as {@code canbo.dongkinh}
 * @param name     full name as shown to people and printed under signatures
 * @param title    title under a signature, may be empty
 * @param roles    roles held today in {@code officeId}
 * @param officeId own office
 */
public record Actor(String login, String name, String title, Set<Role> roles, String officeId) {

  /** The application itself, for timers and start-up work. */
  public static final Actor SYSTEM = new Actor("system", "Hệ thống", "", Set.of(), "");

  public Actor {
    roles = Set.copyOf(roles);
  }

  public boolean holds(Role role) {
    return roles.contains(role);
  }

  /** Names of the candidate groups this person belongs to, sorted. */
  public Set<String> groups() {
    return roles.stream().map(role -> group(role, officeId)).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name of the group of all who hold a role in an office. */
  public static String group(Role role, String officeId) {
    return role.name() + "-" + officeId;
  }
}
