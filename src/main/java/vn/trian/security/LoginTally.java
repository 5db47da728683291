package vn.trian.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.domain.Persistable;

/** The last tries of one account, address or device; whose it is shows only as a fingerprint. */
@Entity
@Table(name = "login_tally")
class LoginTally implements Persistable<String> {

  static final int TRIES = 10;
  static final Duration WITHIN = Duration.ofMinutes(15);

  @Id
  @Column(length = 64)
  private String subject;
  /** Moments in milliseconds since 1970, oldest first. */
  @Column(length = 400, nullable = false)
  private String moments;
  @Column(name = "last_at", nullable = false)
  private Instant lastAt;
  @Transient
  private boolean stored;

  protected LoginTally() {}

  LoginTally(String subject, Instant now) {
    this.subject = subject;
    this.moments = "";
    this.lastAt = now;
  }

  @Override
  public String getId() {
    return subject;
  }

  /** Without this, who begins a tally a moment late would overwrite the tries that it holds by now. */
  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }

  /** How long to wait before another try; zero when there is one left. */
  Duration wait(Instant now) {
    List<Long> recent = recent(now);
    if (recent.size() < TRIES) {
      return Duration.ZERO;
    }
    return Duration.between(now, Instant.ofEpochMilli(recent.get(recent.size() - TRIES)).plus(WITHIN));
  }

  void take(Instant now) {
    List<Long> recent = recent(now);
    recent.add(now.toEpochMilli());
    write(recent);
    lastAt = now;
  }

  /** Gives the last try back: it was no guess. */
  void giveBack(Instant now) {
    List<Long> recent = recent(now);
    if (!recent.isEmpty()) {
      recent.remove(recent.size() - 1);
    }
    write(recent);
  }

  private List<Long> recent(Instant now) {
    long oldest = now.minus(WITHIN).toEpochMilli();
    return Arrays.stream(moments.split(" ")).filter(text -> !text.isEmpty()).map(Long::valueOf)
        .filter(moment -> moment > oldest).collect(Collectors.toCollection(ArrayList::new));
  }

  private void write(List<Long> recent) {
    moments = recent.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
