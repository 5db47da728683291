package vn.trian.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.organization.Role;

/**
 * Who acts: the logged-in officer with what they may do today.
 *
 * @param login    name at the login page, such as {@code canbo.dongkinh}
 * @param name     full name as shown to people and printed under signatures
 * @param title    title under a signature, may be empty
 * @param ownRoles roles held today in {@code officeId}, without those of absent colleagues
 * @param officeId own office
 * @param standIns absent colleagues of the same office whose roles count for this person today
 * @param behalf   the one of them for whom this person acts just now; null = in their own right
 */
public record Actor(String login, String name, String title, Set<Role> ownRoles, String officeId,
    List<StandIn> standIns, StandIn behalf) {

  private static final Set<Role> SUPERVISING = Set.of(Role.SUPERVISOR, Role.COMMUNE_CHAIR, Role.COMMUNE_VICE_CHAIR,
      Role.DIVISION_HEAD, Role.DIVISION_DEPUTY, Role.DEPT_HEAD, Role.DEPT_DIRECTOR, Role.DEPT_DEPUTY_DIRECTOR);

  /** The application itself, for timers and start-up work. */
  public static final Actor SYSTEM = new Actor("system", "Hệ thống", "", Set.of(), "");

  public Actor {
    ownRoles = Set.copyOf(ownRoles);
    standIns = List.copyOf(standIns);
  }

  /** Somebody who stands in for nobody. */
  public Actor(String login, String name, String title, Set<Role> roles, String officeId) {
    this(login, name, title, roles, officeId, List.of(), null);
  }

  /** All roles that count today, own ones and those of absent colleagues. */
  public Set<Role> roles() {
    return Stream.concat(ownRoles.stream(), standIns.stream().flatMap(each -> each.roles().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean holds(Role role) {
    return ownRoles.contains(role) || standIns.stream().anyMatch(each -> each.roles().contains(role));
  }

  /** Whether somebody supervises their office and those below: heads, their deputies, and whoever is a supervisor. */
  public boolean supervises() {
    return !holds(Role.ADMIN) && roles().stream().anyMatch(SUPERVISING::contains);
  }

  /** Names of the candidate groups this person belongs to, sorted. */
  public Set<String> groups() {
    return roles().stream().map(role -> group(role, officeId)).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name of the group of all who hold a role in an office. */
  public static String group(Role role, String officeId) {
    return role.name() + "-" + officeId;
  }

  /** The absent colleague with that login, if this person stands in for them. */
  public Optional<StandIn> standsInFor(String absentee) {
    return standIns.stream().filter(each -> each.login().equals(absentee)).findFirst();
  }

  /** The same person doing something that is for these groups; see {@link #as}. */
  public Actor forGroups(Set<String> groups) {
    return as(role -> groups.contains(group(role, officeId)));
  }

  /**
   * The same person doing something that takes one of some roles: in their own right where they hold one themself,
   * else for the first absent colleague who does.
   */
  public Actor as(Predicate<Role> isNeeded) {
    return ownRoles.stream().anyMatch(isNeeded) ? insteadOf(null)
        : insteadOf(standIns.stream().filter(each -> each.roles().stream().anyMatch(isNeeded)).findFirst()
            .orElse(null));
  }

  /** The same person doing something for an absent colleague; null for in their own right. */
  public Actor insteadOf(StandIn absentee) {
    return new Actor(login, name, title, ownRoles, officeId, standIns, absentee);
  }

  /** Full name of the absent colleague for whom this person acts; null when in their own right. */
  public String behalfName() {
    return behalf == null ? null : behalf.name();
  }
}
