package vn.trian.workflow.engine;

import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, as the first of OWASP's recommendations has it: 19 MiB, two passes. The
 * engine's own is one round of SHA-512, which a stolen table gives away within hours.
 */
public final class SlowPasswords implements PasswordEncryptor {

  /** Length protects, rules about signs only annoy. */
  public static final int SHORTEST = 10;
  /** Stands in front of each hash. */
  static final String ALGORITHM = "argon2id";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  /** A slow hash is a weapon too: a flood of log-ins waits here instead of taking all cores and memory. */
  private final Semaphore atOnce = new Semaphore(2, true);

  @Override
  public String encrypt(String password) {
    atOnce.acquireUninterruptibly();
    try {
      return argon.encode(password);
    } finally {
      atOnce.release();
    }
  }

  @Override
  public boolean check(String password, String encrypted) {
    atOnce.acquireUninterruptibly();
    try {
      return argon.matches(password, encrypted);
    } finally {
      atOnce.release();
    }
  }

  @Override
  public String hashAlgorithmName() {
    return ALGORITHM;
  }
}
