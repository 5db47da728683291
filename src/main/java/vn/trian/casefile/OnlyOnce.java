package vn.trian.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Json;

/** Lets an action that is sent several times with one key act once. */
@Service
public class OnlyOnce {

  private final Keys keys;
  private final Clock clock;

  OnlyOnce(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The answer given before to the same key.
   *
   * @throws DomainException INVALID {@code key-missing} without a key, {@code key-reused} when the key came
   *     before with another content or from another person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> Optional<T> answered(String key, Actor actor, Object request, Class<T> type) {
    if (key == null || key.isBlank() || key.length() > 80) {
      throw new DomainException(Kind.INVALID, "key-missing");
    }
    return keys.findById(key).map(known -> {
      if (!known.isOf(actor.login(), fingerprint(request))) {
        throw new DomainException(Kind.INVALID, "key-reused");
      }
      return Json.read(known.answer(), type);
    });
  }

  /** Keeps the answer with its key; the primary key decides between two that come at the same moment. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(String key, Actor actor, Object request, Object answer) {
    keys.saveAndFlush(
        new IdempotencyKey(key, actor.login(), fingerprint(request), Json.write(answer), clock.instant()));
  }

  private static String fingerprint(Object request) {
    try {
      byte[] json = Json.write(request).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  interface Keys extends JpaRepository<IdempotencyKey, String> {}
}
