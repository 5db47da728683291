package vn.trian.benefit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.benefit.CalculationLine.Periodicity;
import vn.trian.shared.Vnd;

/** What a signed decision gives to somebody, until it is used up or ended. */
@Entity
@Table(name = "entitlement")
public class Entitlement {

  @Id
  private String id;
  private String caseCode;
  private String benefit;
  private String label;
  private String claimKey;
  private String activeKey;
  private String recipient;
  private String personId;
  private long amount;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Periodicity periodicity;

  private String firstPeriod;
  private String lastPeriod;
  private String decisionNumber;
  private LocalDate decidedOn;
  private LocalDate endedOn;
  private String endReason;

  protected Entitlement() {}

  Entitlement(String caseCode, CalculationLine line, String recipient, String personId, String lastPeriod,
      String decisionNumber, LocalDate decidedOn) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.benefit = line.benefit();
    this.label = line.label();
    this.claimKey = line.claimKey();
    // a claim without an end is held by one at a time; one with an end is guarded period by period
    this.activeKey = line.periods() == 0 ? line.claimKey() : null;
    this.recipient = recipient;
    this.personId = personId;
    this.amount = line.amount().amount();
    this.periodicity = line.periodicity();
    this.firstPeriod = line.firstPeriod();
    this.lastPeriod = lastPeriod;
    this.decisionNumber = decisionNumber;
    this.decidedOn = decidedOn;
  }

  /** Ends an entitlement that runs on, because another decision takes its place. */
  void end(LocalDate on, String reason) {
    this.activeKey = null;
    this.endedOn = on;
    this.endReason = reason;
  }

  public String id() {
    return id;
  }

  public String caseCode() {
    return caseCode;
  }

  public String benefit() {
    return benefit;
  }

  public String label() {
    return label;
  }

  public String claimKey() {
    return claimKey;
  }

  public String recipient() {
    return recipient;
  }

  public Vnd amount() {
    return new Vnd(amount);
  }

  public Periodicity periodicity() {
    return periodicity;
  }

  public String firstPeriod() {
    return firstPeriod;
  }

  /** Last period covered; null = runs on. */
  public String lastPeriod() {
    return lastPeriod;
  }

  public String decisionNumber() {
    return decisionNumber;
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public LocalDate endedOn() {
    return endedOn;
  }
}
