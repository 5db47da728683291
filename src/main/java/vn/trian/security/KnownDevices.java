package vn.trian.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers from which somebody has logged in before. Guesses from elsewhere cannot use up the tries that
 * an officer has at the own desk, so nobody can be locked out of work by strangers.
 */
@Service
class KnownDevices {

  /** How long a browser is remembered after its last log-in. */
  static final Duration REMEMBERED = Duration.ofDays(180);
  private static final int SECRET_BYTES = 32;

  private final Rows rows;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  KnownDevices(Rows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Whether this officer has logged in with the browser that shows this secret. */
  @Transactional(readOnly = true)
  public boolean knows(String login, String secret) {
    return !secret.isEmpty() && rows.findById(id(login, secret))
        .filter(device -> device.seenAt().isAfter(clock.instant().minus(REMEMBERED))).isPresent();
  }

  /**
   * Remembers the browser of an officer.
   *
   * @param secret that it showed; one that is empty or came from nowhere is replaced
   * @return the secret that it has to show from now on
   */
  @Transactional
  public String remember(String login, String secret) {
    Instant now = clock.instant();
    String kept = secret.isEmpty() || !rows.existsByDevice(Fingerprints.of(secret)) ? fresh() : secret;
    rows.save(new KnownDevice(id(login, kept), Fingerprints.of(kept), now));
    rows.deleteBySeenAtBefore(now.minus(REMEMBERED));
    return kept;
  }

  private String fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String id(String login, String secret) {
    return Fingerprints.of(login + "\n" + secret);
  }

  interface Rows extends JpaRepository<KnownDevice, String> {

    boolean existsByDevice(String device);

    void deleteBySeenAtBefore(Instant moment);
  }
}
