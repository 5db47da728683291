package vn.trian.organization;

import java.util.Set;

/**
 * Somebody who works at an office today.
 *
 * @param roles    at least one
 * @param officeId office that the roles are held at
 * @param roomId   room inside a department; null elsewhere
 * @param title    Vietnamese, as below a signature
 */
public record Officer(String login, String fullName, Set<Role> roles, String officeId, String roomId, String title) {

  public Officer {
    if (login == null || login.isBlank() || fullName == null || officeId == null || title == null) {
      throw new IllegalArgumentException("officer " + login + " is incomplete");
    }
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("officer " + login + " holds no role");
    }
  }

  public boolean holds(Role role) {
    return roles.contains(role);
  }

  /** Whether this person is the head of the office or the deputy. */
  boolean leads() {
    return roles.stream().anyMatch(Role::leads);
  }
}
