package vn.trian.payment;

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
import vn.trian.benefit.BenefitGranted;
import vn.trian.shared.Vnd;

/** Money due to somebody for one period of an entitlement. */
@Entity
@Table(name = "payment_line")
public class PaymentLine {

  private static final String CASH = "CASH";

  @Id
  private String id;
  private String entitlementId;
  private String caseCode;
  private String period;
  private String recipient;
  private long amount;
  private String method;
  private String account;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private State state;

  private LocalDate paidOn;
  private Instant createdAt;

  protected PaymentLine() {}

  PaymentLine(BenefitGranted granted, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.entitlementId = granted.entitlement().id();
    this.caseCode = granted.entitlement().caseCode();
    this.period = granted.entitlement().firstPeriod();
    this.recipient = granted.entitlement().recipient();
    this.amount = granted.entitlement().amount().amount();
    this.method = granted.method();
    this.account = granted.account();
    this.state = State.DUE;
    this.createdAt = at;
  }

  /** Where a line stands; lists and results come with the payment pages. */
  public enum State {
    DUE,
    PAID
  }

  /**
   * The money was paid.
   *
   * @param to who took it in the recipient's place, null = the recipient; the account stays the recipient's, so
   *     somebody else is paid in cash
   */
  void paid(LocalDate on, String to) {
    this.state = State.PAID;
    this.paidOn = on;
    if (to != null && !to.equals(recipient)) {
      this.recipient = to;
      this.method = CASH;
      this.account = null;
    }
  }

  public String period() {
    return period;
  }

  public String recipient() {
    return recipient;
  }

  public Vnd amount() {
    return new Vnd(amount);
  }

  public String method() {
    return method;
  }

  public State state() {
    return state;
  }

  /** Null while it is due. */
  public LocalDate paidOn() {
    return paidOn;
  }
}
