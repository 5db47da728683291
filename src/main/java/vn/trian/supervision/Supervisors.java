package vn.trian.supervision;

import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Who supervises: heads and their deputies at every level, and whoever is a supervisor. */
public final class Supervisors {

  private Supervisors() {}

  /** Whether somebody supervises the office that they work at. */
  public static boolean supervises(Actor actor) {
    return actor.supervises();
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
