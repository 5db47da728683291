package vn.trian.workflow.gate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import vn.trian.workflow.engine.SlowPasswords;

/**
 * Checks every password against a hash the slow way once and knows the answer from then on; it cannot be another one.
 * For tests that log in some thousand times: a log-in is made slow on purpose, and nearly all of their time went there.
 */
final class KnownPasswords extends PasswordManager implements AutoCloseable {

  private final ProcessEngineConfigurationImpl engine;
  private final PasswordManager slow;
  private final Map<List<String>, Boolean> known = new ConcurrentHashMap<>();

  private KnownPasswords(ProcessEngineConfigurationImpl engine) {
    super(new SlowPasswords(), List.of());
    this.engine = engine;
    this.slow = engine.getPasswordManager();
  }

  /** Stands in for the password check of an engine until it is closed. */
  static KnownPasswords of(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    KnownPasswords passwords = new KnownPasswords(configuration);
    configuration.setPasswordManager(passwords);
    return passwords;
  }

  @Override
  public String encrypt(String password) {
    return slow.encrypt(password);
  }

  @Override
  public boolean check(String password, String encrypted) {
    return known.computeIfAbsent(List.of(password, encrypted), pair -> slow.check(password, encrypted));
  }

  @Override
  public void close() {
    engine.setPasswordManager(slow);
  }
}
