package vn.trian.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;

/** What somebody may see: their own office and those below it. */
@Service
public class Reach {

  private final Offices offices;
  private final Clock clock;

  Reach(Offices offices, Clock clock) {
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * Whether a case that was received at one office and is now held by another is within reach.
   * The office that received a case goes on seeing it while a level above works on it.
   */
  public boolean sees(Actor actor, String receivingOffice, String holdingOffice) {
    if (actor.holds(Role.ADMIN)) {
      return false;
    }
    LocalDate today = LocalDate.now(clock);
    return offices.isAtOrBelow(receivingOffice, actor.officeId(), today)
        || offices.isAtOrBelow(holdingOffice, actor.officeId(), today);
  }

  /** Ids of the own office and all below it. */
  public Set<String> offices(Actor actor) {
    return actor.holds(Role.ADMIN) ? Set.of() : offices.atOrBelow(actor.officeId(), LocalDate.now(clock));
  }

  /** Whether somebody's office is the top of the tree, so that all cases are within reach. */
  public boolean isEverything(Actor actor) {
    return !actor.holds(Role.ADMIN) && offices.find(actor.officeId(), LocalDate.now(clock))
        .filter(office -> office.parentId() == null).isPresent();
  }
}
