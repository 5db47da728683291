package vn.trian.security;

import java.time.LocalDate;
import java.util.Set;
import vn.trian.organization.Role;
import vn.trian.shared.Label;

/**
 * An absent colleague for whom somebody stands in today.
 *
 * @param login    of the absent one
 * @param name     full name of the absent one
 * @param roles    what the absence passes on; administration never is among it
 * @param firstDay of the absence
 * @param lastDay  of the absence, inclusive
 */
public record StandIn(String login, String name, Set<Role> roles, LocalDate firstDay, LocalDate lastDay) {

  public StandIn {
    roles = Set.copyOf(roles);
  }

  /**
   * Who did something: "A thay B", "A for B".
   *
   * @param absentee full name; null for whoever acted in their own right
   */
  public static Label said(String name, String absentee) {
    return absentee == null ? Label.same(name) : new Label(name + " thay " + absentee, name + " for " + absentee);
  }
}
