package vn.trian.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks with each request whether the session may go on: the officer is still in office, the account still open, the
 * session not older than a working day. Roles count as they are now, not as they were at the log-in.
 */
class StillInOffice extends OncePerRequestFilter {

  /** However busy, a session ends after this time. */
  static final Duration LONGEST = Duration.ofHours(8);

  private final Actors actors;
  private final ObjectProvider<PasswordCheck> accounts;

  StillInOffice(Actors actors, ObjectProvider<PasswordCheck> accounts) {
    this.actors = actors;
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && !(login instanceof AnonymousAuthenticationToken)) {
      Optional<Actor> officer = actors.find(login.getName())
          .filter(found -> accounts.getObject().isOpen(found.login()));
      if (officer.isEmpty() || isTooOld(request.getSession(false))) {
        end(request.getSession(false));
      } else {
        refresh(login, OfficerLogin.authorities(officer.get()));
      }
    }
    chain.doFilter(request, response);
  }

  // both moments come from the session store, which knows the machine's time and not that of the cases
  private static boolean isTooOld(HttpSession session) {
    return session != null
        && session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis();
  }

  private static void end(HttpSession session) {
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  private static void refresh(Authentication login, List<GrantedAuthority> now) {
    if (!now.equals(List.copyOf(login.getAuthorities()))) {
      UsernamePasswordAuthenticationToken changed =
          UsernamePasswordAuthenticationToken.authenticated(login.getPrincipal(), null, now);
      changed.setDetails(login.getDetails());
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(changed);
      SecurityContextHolder.setContext(context);
    }
  }
}
