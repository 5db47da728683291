package vn.trian.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.benefit.BenefitGranted;
import vn.trian.shared.Vnd;

/** Money due to somebody for one period of an entitlement. */
@Entity
@Table(name = "payment_line")
public class PaymentLine {

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
    DUE("Chờ lập danh sách chi trả");

    private final String vi;

    State(String vi) {
      this.vi = vi;
    }

    public String vi() {
      return vi;
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
}
