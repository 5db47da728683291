package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.trian.security.Actor;

/** One time that a head held a case back: who, why, and how it ended. */
@Entity
@Table(name = "case_hold")
public class CaseHold {

  /** Longest reason for holding a case or for letting it go on. */
  public static final int LONGEST_REASON = 500;

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private String officeId;
  private String heldBy;
  private String heldByName;
  private Instant heldAt;
  @Column(length = LONGEST_REASON)
  private String reason;
  private String endedBy;
  private String endedByName;
  private Instant endedAt;
  @Column(length = LONGEST_REASON)
  private String endReason;

  protected CaseHold() {}

  CaseHold(String caseCode, int seq, String reason, Actor by, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.officeId = by.officeId();
    this.heldBy = by.login();
    this.heldByName = by.name();
    this.heldAt = at;
    this.reason = reason;
  }

  /** The case goes on. */
  void end(String why, Actor by, Instant at) {
    this.endedBy = by.login();
    this.endedByName = by.name();
    this.endedAt = at;
    this.endReason = why;
  }

  /** Office of the head who holds the case: at the case's own level or above. */
  public String officeId() {
    return officeId;
  }

  public String heldByName() {
    return heldByName;
  }

  public Instant heldAt() {
    return heldAt;
  }

  public String reason() {
    return reason;
  }

  /** Null while the case is held. */
  public String endedByName() {
    return endedByName;
  }

  /** Null while the case is held. */
  public Instant endedAt() {
    return endedAt;
  }

  /** Null while the case is held. */
  public String endReason() {
    return endReason;
  }
}
