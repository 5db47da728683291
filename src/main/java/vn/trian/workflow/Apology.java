package vn.trian.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.security.Actor;

/** The apology for one promised day that will not be kept: drafted in time, released by the head or discarded. */
@Entity
@Table(name = "apology")
public class Apology {

  /** What became of it. */
  enum State {
    /** For the head to release; only while the promise it is about still stands. */
    WAITING,
    RELEASED,
    /** The head holds that none is needed. */
    DISCARDED,
    /** The rule allows no further extension of the case. */
    NOT_ALLOWED,
    /** Nobody needed it: the case ended or its promise moved. */
    OVER
  }

  @Id
  private String id;
  private String caseCode;
  private LocalDate promisedOn;
  private LocalDate newDay;
  private String reasonCode;
  @Column(length = 2000)
  private String reason;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private State state;
  private Instant madeAt;
  private Instant changedAt;
  private String changedBy;
  private String changedName;
  @Column(length = 2000)
  private String note;
  @Version
  private int version;

  protected Apology() {}

  Apology(String caseCode, LocalDate promisedOn, LocalDate newDay, State state, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.promisedOn = promisedOn;
    this.newDay = newDay;
    this.state = state;
    this.madeAt = at;
    touch(Actor.SYSTEM, at);
  }

  /** Somebody says what it should say. */
  void propose(NewPromise wanted, Actor by, Instant at) {
    newDay = wanted.day() == null ? newDay : wanted.day();
    reasonCode = wanted.reasonCode();
    reason = wanted.reason();
    touch(by, at);
  }

  /** The head has promised this. */
  void release(NewPromise promised, Actor head, Instant at) {
    propose(promised, head, at);
    state = State.RELEASED;
  }

  void discard(String why, Actor head, Instant at) {
    note = why;
    state = State.DISCARDED;
    touch(head, at);
  }

  private void touch(Actor by, Instant at) {
    changedAt = at;
    changedBy = by.login();
    changedName = by.name();
  }

  /** Day that was promised and will not be kept. */
  public LocalDate promisedOn() {
    return promisedOn;
  }

  /** Day to promise instead. */
  public LocalDate newDay() {
    return newDay;
  }

  /** From the list of the case's procedure; null when none was chosen. */
  public String reasonCode() {
    return reasonCode;
  }

  /** Words of an officer; null for none. */
  public String reason() {
    return reason;
  }

  /** Name of who last changed it; the system's own while nobody has. */
  public String changedName() {
    return changedName;
  }

  /** Whether an officer has said something about it. */
  public boolean touchedByHand() {
    return !Actor.SYSTEM.login().equals(changedBy);
  }

  boolean is(State other) {
    return state == other;
  }
}
