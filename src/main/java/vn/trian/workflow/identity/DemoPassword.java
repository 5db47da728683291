package vn.trian.workflow.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.util.function.SingletonSupplier;

/**
 * The password that everybody knows, for the invented people of the demo. All share one salt and so one hash: it
 * hides nothing, is made once instead of for each, and is told from real ones without trying it on each.
 */
final class DemoPassword {

  private static final String SALT = "demo: known to all";

  private final Supplier<String> hash;

  DemoPassword(ProcessEngineConfigurationImpl engine, String password) {
    this.hash = SingletonSupplier.of(
        () -> engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, SALT)));
  }

  void give(UserEntity user) {
    user.setSalt(SALT);
    user.setDbPassword(hash.get());
  }

  static boolean isThatOf(UserEntity user) {
    return SALT.equals(user.getSalt());
  }
}
