package vn.trian.workflow.identity;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import vn.trian.security.PasswordCheck;

/** Checks passwords against the engine's users. */
@Component
class EnginePasswordCheck implements PasswordCheck {

  private final IdentityService identity;

  EnginePasswordCheck(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public boolean matches(String login, String password) {
    try {
      return identity.checkPassword(login, password);
    } catch (org.camunda.bpm.engine.AuthenticationException locked) {
      return false;
    }
  }
}
