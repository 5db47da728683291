package vn.trian.security;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.trian.organization.Role;
import vn.trian.shared.Texts;

/** Logs officers in with the password that the engine's identity service keeps, at whichever door they stand. */
@Component
class OfficerLogin implements AuthenticationProvider {

  private static final LoginOrigin NOWHERE = new LoginOrigin("", "");

  private final ObjectProvider<PasswordCheck> passwords;
  private final Actors actors;
  private final LoginThrottle throttle;

  OfficerLogin(ObjectProvider<PasswordCheck> passwords, Actors actors, LoginThrottle throttle) {
    this.passwords = passwords;
    this.actors = actors;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String login = Texts.printable(attempt.getName());
    String password = String.valueOf(attempt.getCredentials());
    LoginOrigin origin = attempt.getDetails() instanceof LoginOrigin told ? told : NOWHERE;
    throttle.take(login, origin);
    boolean right = passwords.getObject().matches(login, password);
    Optional<Actor> officer = actors.find(login);
    if (!right || officer.isEmpty()) {
      throw new BadCredentialsException("wrong login or password");
    }
    throttle.giveBack(login, origin);
    UsernamePasswordAuthenticationToken known =
        UsernamePasswordAuthenticationToken.authenticated(login, null, authorities(officer.get()));
    known.setDetails(origin.address());
    return known;
  }

  /** What the filters ask for; everything finer is asked of {@link Actor}. */
  static List<GrantedAuthority> authorities(Actor officer) {
    return officer.roles().stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + (role == Role.ADMIN ? "ADMIN"
            : role == Role.SUPERVISOR ? "SUPERVISOR" : "OFFICER")))
        .distinct().sorted(Comparator.comparing(GrantedAuthority::getAuthority)).toList();
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
