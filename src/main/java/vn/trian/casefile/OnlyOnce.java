package vn.trian.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Json;
import vn.trian.shared.Sha256;

/** Lets an action that is sent several times with one key act once. */
@Service
public class OnlyOnce {

  private static final int LONGEST = 80;
  /** A page that was left open over a week off may still send its key. */
  static final Duration REMEMBERED = Duration.ofDays(14);

  private final Keys keys;
  private final Clock clock;

  OnlyOnce(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Acts, or gives the answer that the same key was given before. The key is taken first: whoever brings it a second
   * time while the first still acts waits for the outcome, is refused by the primary key and, when tried again, finds
   * the answer. An action that is refused leaves its key free.
   *
   * @param request what is to be done and to what, as it makes the one action differ from any other
   * @param type    of the answer; {@link Void} where there is none
   * @throws DomainException MALFORMED {@code key-missing} without a key, INVALID {@code key-reused} when the key came
   *     before with another content or from another person
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> T act(String key, Actor actor, List<?> request, Class<T> type, Supplier<T> action) {
    if (key == null || key.isBlank() || key.length() > LONGEST) {
      throw new DomainException(Kind.MALFORMED, "key-missing");
    }
    String fingerprint = fingerprint(request);
    Optional<IdempotencyKey> known = keys.findById(key);
    if (known.isPresent()) {
      if (!known.get().isOf(actor.login(), fingerprint)) {
        throw new DomainException(Kind.INVALID, "key-reused");
      }
      return Json.read(known.get().answer(), type);
    }
    IdempotencyKey taken = keys.saveAndFlush(new IdempotencyKey(key, actor.login(), fingerprint, clock.instant()));
    T answer = action.get();
    taken.answered(Json.write(answer));
    return answer;
  }

  /** Forgets keys that nobody sends any more; what they hold are answers about people. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  @Transactional
  public void forget() {
    keys.deleteOlder(clock.instant().minus(REMEMBERED));
  }

  private static String fingerprint(List<?> request) {
    return Sha256.of(Json.write(request));
  }

  interface Keys extends JpaRepository<IdempotencyKey, String> {

    @Modifying
    @Query("delete from IdempotencyKey k where k.createdAt < :moment")
    void deleteOlder(Instant moment);
  }
}
