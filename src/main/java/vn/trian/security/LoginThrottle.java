package vn.trian.security;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows the guessing of passwords down, for every door and every node alike: at most {@value LoginTally#TRIES}
 * wrong ones within a quarter of an hour for an account and as many for an address. A browser from which the
 * officer has logged in before has tries of its own. Nothing is locked for good: that would let anybody keep the head
 * of an office out.
 */
@Service
class LoginThrottle {

  private final Tallies tallies;
  private final KnownDevices devices;
  private final TransactionTemplate apart;
  private final Clock clock;

  LoginThrottle(Tallies tallies, KnownDevices devices, PlatformTransactionManager transactions, Clock clock) {
    this.tallies = tallies;
    this.devices = devices;
    // a try counts even when what follows is rolled back
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Takes a try before the password is looked at, so that a hundred at once are not a hundred tries.
   *
   * @throws TooManyAttempts when none is left
   */
  void take(String login, LoginOrigin origin) {
    Instant now = clock.instant();
    List<String> subjects = subjects(login, origin);
    Optional<Duration> wait = Optional.empty();
    while (wait.isEmpty()) {
      subjects.forEach(subject -> begin(subject, now));
      wait = apart.execute(status -> taken(subjects, now));
    }
    if (!wait.get().isZero()) {
      throw new TooManyAttempts(wait.get());
    }
  }

  /** How long to wait, zero when a try was taken; empty when a tally was cleared away meanwhile. */
  private Optional<Duration> taken(List<String> subjects, Instant now) {
    List<LoginTally> locked = subjects.stream().map(tallies::lock).flatMap(Optional::stream).toList();
    if (locked.size() < subjects.size()) {
      return Optional.empty();
    }
    Duration longest = locked.stream().map(tally -> tally.wait(now)).max(Duration::compareTo).orElseThrow();
    if (longest.isZero()) {
      locked.forEach(tally -> tally.take(now));
    }
    return Optional.of(longest);
  }

  /** The password was right: what was taken is given back. */
  void giveBack(String login, LoginOrigin origin) {
    Instant now = clock.instant();
    List<String> subjects = subjects(login, origin);
    apart.executeWithoutResult(status -> {
      subjects.stream().map(tallies::lock).flatMap(Optional::stream).forEach(tally -> tally.giveBack(now));
      tallies.deleteByLastAtBefore(now.minus(LoginTally.WITHIN));
    });
  }

  private void begin(String subject, Instant now) {
    if (tallies.existsById(subject)) {
      return;
    }
    try {
      apart.executeWithoutResult(status -> tallies.saveAndFlush(new LoginTally(subject, now)));
    } catch (DataIntegrityViolationException somebodyElseDid) {
      // it is there, and that is all that was wanted
    }
  }

  /** In one order for all, so that two who come at once do not wait for each other. */
  private List<String> subjects(String login, LoginOrigin origin) {
    TreeSet<String> subjects = new TreeSet<>();
    if (devices.knows(login, origin.device())) {
      subjects.add(Fingerprints.of("device\n" + login + "\n" + origin.device()));
    } else {
      subjects.add(Fingerprints.of("account\n" + login));
      subjects.add(Fingerprints.of("address\n" + origin.address()));
    }
    return new ArrayList<>(subjects);
  }

  interface Tallies extends JpaRepository<LoginTally, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from LoginTally t where t.subject = :subject")
    Optional<LoginTally> lock(String subject);

    void deleteByLastAtBefore(Instant moment);
  }
}
