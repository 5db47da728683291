package vn.trian.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.organization.Substitution;
import vn.trian.organization.Substitutions;
import vn.trian.shared.DomainException;

/** Tells who acts on the current thread. */
@Service
public class Actors {

  private final Officers officers;
  private final Substitutions substitutions;
  private final ThreadLocal<Actor> capacity = new ThreadLocal<>();

  Actors(Officers officers, Substitutions substitutions) {
    this.officers = officers;
    this.substitutions = substitutions;
  }

  /**
   * The logged-in officer with the roles they hold now, those of absent colleagues among them; read fresh, so that a
   * change counts at once.
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

  /**
   * Who acts here: the one named to {@link #during}, else the logged-in officer, or the application itself where
   * nobody is (timers, start-up).
   */
  public Actor acting() {
    if (capacity.get() != null) {
      return capacity.get();
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      return Actor.SYSTEM;
    }
    return find(authentication.getName()).orElse(Actor.SYSTEM);
  }

  /** Does something on this thread as somebody in a capacity, such as for an absent colleague. */
  public <T> T during(Actor actor, Supplier<T> action) {
    Actor before = capacity.get();
    capacity.set(actor);
    try {
      return action.get();
    } finally {
      if (before == null) {
        capacity.remove();
      } else {
        capacity.set(before);
      }
    }
  }

  /**
   * An officer by login.
   *
   * @throws DomainException FORBIDDEN {@code not-an-officer} when no officer in office has that login
   */
  public Actor named(String login) {
    return find(login)
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

  /** An officer by login; empty when no officer in office has it. */
  public Optional<Actor> find(String login) {
    return officers.find(login).map(this::of);
  }

  /** Everybody in office. */
  public List<Actor> all() {
    return officers.all().stream().map(this::of).toList();
  }

  private Actor of(Officer officer) {
    List<StandIn> standIns = officer.holds(Role.ADMIN) ? List.of()
        : substitutions.heldBy(officer.login()).stream().flatMap(each -> passed(each, officer).stream()).toList();
    return new Actor(officer.login(), officer.fullName(), officer.title(), officer.roles(), officer.officeId(),
        standIns, null);
  }

  /** Whoever lost an office meanwhile passes nothing on, and what takes a head passes to heads only. */
  private Optional<StandIn> passed(Substitution substitution, Officer substitute) {
    return officers.find(substitution.absentee())
        .filter(absentee -> absentee.officeId().equals(substitute.officeId()))
        .map(absentee -> new StandIn(absentee.login(), absentee.fullName(), passable(absentee, substitute),
            substitution.firstDay(), substitution.lastDay()));
  }

  private static Set<Role> passable(Officer absentee, Officer substitute) {
    boolean leads = substitute.roles().stream().anyMatch(Role::leads);
    Set<Role> passed = EnumSet.noneOf(Role.class);
    absentee.roles().stream().filter(role -> role != Role.ADMIN && (leads || !role.leads())).forEach(passed::add);
    return passed;
  }
}
