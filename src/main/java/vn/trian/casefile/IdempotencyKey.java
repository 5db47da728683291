package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** An action that was done, and what was answered, so that sending it again acts once. */
@Entity
@Table(name = "idempotency_key")
class IdempotencyKey implements Persistable<String> {

  @Id
  private String id;
  private String actor;
  private String fingerprint;
  @Column(length = 20_000)
  private String answer;
  private Instant createdAt;

  protected IdempotencyKey() {}

  IdempotencyKey(String id, String actor, String fingerprint, Instant createdAt) {
    this.id = id;
    this.actor = actor;
    this.fingerprint = fingerprint;
    this.answer = "";
    this.createdAt = createdAt;
  }

  @Override
  public String getId() {
    return id;
  }

  /** Only ever added: a key that is there already must be refused by the database, not overwritten. */
  @Override
  public boolean isNew() {
    return true;
  }

  boolean isOf(String who, String what) {
    return actor.equals(who) && fingerprint.equals(what);
  }

  /** Both are committed together: nobody else ever reads a key without its answer. */
  void answered(String given) {
    this.answer = given;
  }

  String answer() {
    return answer;
  }
}
