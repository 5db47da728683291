package vn.trian.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.deadline.StepEnd;
import vn.trian.deadline.Timeliness;
import vn.trian.security.Actor;
import vn.trian.security.StandIn;
import vn.trian.shared.Label;

/** One row of the control slip: who handed the file over, who received it, and whether it was in time. */
@Entity
@Table(name = "hand_over")
public class HandOver {

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private String procedureKey;
  private String step;
  private String stepName;
  private String fromOffice;
  private String giver;
  private String giverName;
  private String giverFor;
  private String toOffice;
  private String receiver;
  private String receiverName;
  private String receiverFor;
  private Instant handedAt;
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Timeliness result;

  private LocalDate beganOn;
  private LocalDate endedOn;

  protected HandOver() {}

  HandOver(CaseFile file, int seq, Actor giver, Instant at, StepEnd end) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = file.code();
    this.seq = seq;
    this.procedureKey = file.procedureKey();
    this.step = file.step();
    this.stepName = file.stepName();
    this.fromOffice = giver.officeId();
    this.giver = giver.login();
    this.giverName = giver.name();
    this.giverFor = giver.behalfName();
    this.handedAt = at;
    this.result = file.stepDueOn() == null ? null : end.timeliness();
    this.beganOn = end.beganOn();
    this.endedOn = end.endedOn();
  }

  /** Somebody of the next office took the file. */
  void receivedBy(Actor who, Instant at) {
    this.toOffice = who.officeId();
    this.receiver = who.login();
    this.receiverName = who.name();
    this.receiverFor = who.behalfName();
    this.receivedAt = at;
  }

  boolean open() {
    return receiver == null;
  }

  public int seq() {
    return seq;
  }

  public String step() {
    return step;
  }

  public String stepName() {
    return stepName;
  }

  public String fromOffice() {
    return fromOffice;
  }

  public String giver() {
    return giver;
  }

  /** Who handed it over, and for whom: "A thay B"; null when nobody did. */
  public Label handedBy() {
    return giverName == null ? null : StandIn.said(giverName, giverFor);
  }

  public String toOffice() {
    return toOffice;
  }

  /** Null until somebody of the next office has taken the file. */
  public String receiver() {
    return receiver;
  }

  /** Who received it, and for whom; null while nobody has. */
  public Label takenBy() {
    return receiverName == null ? null : StandIn.said(receiverName, receiverFor);
  }

  public Instant handedAt() {
    return handedAt;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** Null where the step has no limit. */
  public Timeliness result() {
    return result;
  }
}
