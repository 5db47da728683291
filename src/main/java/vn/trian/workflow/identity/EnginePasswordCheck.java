package vn.trian.workflow.identity;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.trian.security.PasswordCheck;
import vn.trian.shared.Snapshot;

/**
 * Checks passwords against the hashes of the engine's users. Not by way of the engine's own check, which locks a user
 * for good after ten wrong passwords: anybody could keep the head of an office out of work.
 */
@Component
class EnginePasswordCheck implements PasswordCheck {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final Supplier<String> hashOfNobody;
  private final Snapshot<Set<String>> open;

  EnginePasswordCheck(IdentityService identity, ProcessEngineConfiguration engine) {
    this.identity = identity;
    this.engine = (ProcessEngineConfigurationImpl) engine;
    this.hashOfNobody = SingletonSupplier.of(() -> this.engine.getPasswordManager().encrypt("nobody"));
    this.open = new Snapshot<>(() -> this.identity.createUserQuery().unlimitedList().stream().map(User::getId)
        .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public boolean matches(String login, String password) {
    UserEntity user = (UserEntity) identity.createUserQuery().userId(login).singleResult();
    if (user == null || user.getPassword() == null) {
      // an unknown login takes as long as a wrong password
      engine.getPasswordManager().check(password, hashOfNobody.get());
      return false;
    }
    return engine.getPasswordManager().check(EncryptionUtil.saltPassword(password, user.getSalt()),
        user.getPassword());
  }

  @Override
  public boolean isOpen(String login) {
    return open.get().contains(login);
  }
}
