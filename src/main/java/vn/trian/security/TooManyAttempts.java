package vn.trian.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No try is left for an account, an address or a device; says nothing about whether the login exists. */
class TooManyAttempts extends AuthenticationException {

  private final transient Duration wait;

  TooManyAttempts(Duration wait) {
    super("too many attempts");
    this.wait = wait;
  }

  /** Time until the next try, rounded up. */
  long minutes() {
    return Math.max(1, (wait.toSeconds() + 59) / 60);
  }
}
