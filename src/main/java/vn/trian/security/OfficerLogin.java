package vn.trian.security;

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
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;

/** Logs officers in with the password that the engine's identity service keeps. */
@Component
class OfficerLogin implements AuthenticationProvider {

  private final ObjectProvider<PasswordCheck> passwords;
  private final Officers officers;

  OfficerLogin(ObjectProvider<PasswordCheck> passwords, Officers officers) {
    this.passwords = passwords;
    this.officers = officers;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String login = attempt.getName();
    String password = String.valueOf(attempt.getCredentials());
    Optional<Officer> officer = officers.find(login);
    if (officer.isEmpty() || !passwords.getObject().matches(login, password)) {
      throw new BadCredentialsException("wrong login or password");
    }
    return UsernamePasswordAuthenticationToken.authenticated(login, null, authorities(officer.get()));
  }

  private static List<GrantedAuthority> authorities(Officer officer) {
    return officer.roles().stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + (role == Role.ADMIN ? "ADMIN"
            : role == Role.SUPERVISOR ? "SUPERVISOR" : "OFFICER")))
        .distinct().toList();
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
