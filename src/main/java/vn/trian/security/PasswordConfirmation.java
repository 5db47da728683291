package vn.trian.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/**
 * Asks somebody who is logged in for the password once more, before what would hurt most if it were a stranger at an
 * unattended screen. Wrong ones count with those of the log-in.
 */
@Service
public class PasswordConfirmation {

  private final ObjectProvider<PasswordCheck> passwords;
  private final LoginThrottle throttle;

  PasswordConfirmation(ObjectProvider<PasswordCheck> passwords, LoginThrottle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /**
   * Refuses unless the password is that of the actor.
   *
   * @throws DomainException FORBIDDEN {@code password-wrong}; CONFLICT {@code password-wait} with the minutes until
   *     the next try
   */
  public void require(Actor actor, String password, HttpServletRequest request) {
    LoginOrigin origin = LoginOrigin.SOURCE.buildDetails(request);
    try {
      throttle.take(actor.login(), origin);
    } catch (TooManyAttempts tooMany) {
      throw new DomainException(Kind.CONFLICT, "password-wait", String.valueOf(tooMany.minutes()));
    }
    if (!passwords.getObject().matches(actor.login(), password == null ? "" : password)) {
      throw new DomainException(Kind.FORBIDDEN, "password-wrong");
    }
    throttle.giveBack(actor.login(), origin);
  }
}
