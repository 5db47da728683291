package vn.trian.security;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.shared.DomainException;

/** Tells who acts on the current thread. */
@Service
public class Actors {

  private final Officers officers;

  Actors(Officers officers) {
    this.officers = officers;
  }

  /**
   * The logged-in officer with the roles they hold now; read fresh, so that a change of role counts at once.
   *
   * @throws DomainException FORBIDDEN {@code not-an-officer} when nobody, or nobody in office, is logged in
   */
  public Actor current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      throw new DomainException(DomainException.Kind.FORBIDDEN, "not-an-officer");
    }
    return named(authentication.getName());
  }

  /** The logged-in officer, or the application itself where nobody is (timers, start-up). */
  public Actor acting() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return Actor.SYSTEM;
    }
    return officers.find(authentication.getName()).map(Actors::of).orElse(Actor.SYSTEM);
  }

  /**
   * An officer by login.
   *
   * @throws DomainException FORBIDDEN {@code not-an-officer} when no officer in office has that login
   */
  public Actor named(String login) {
    return officers.find(login).map(Actors::of)
        .orElseThrow(() -> new DomainException(DomainException.Kind.FORBIDDEN, "not-an-officer"));
  }

  /** Does something on this thread on nobody's behalf, as timers do. */
  public void asSystem(Runnable work) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.clearContext();
    try {
      work.run();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  private static Actor of(Officer officer) {
    return new Actor(officer.login(), officer.fullName(), officer.title(), officer.roles(), officer.officeId());
  }
}
