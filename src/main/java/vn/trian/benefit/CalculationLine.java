package vn.trian.benefit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Confidence;
import vn.trian.shared.Vnd;

/** One line of "why this sum?": unit amount in force on the day the law names, times a quantity. */
@Entity
@Table(name = "calculation_line")
public class CalculationLine {

  @Id
  private String id;
  private String caseCode;
  private int seq;
  private String benefit;
  private String label;
  private String rateCode;
  private LocalDate asOf;
  private long unitAmount;
  @Column(precision = 12, scale = 4)
  private BigDecimal quantity;
  private long amount;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Periodicity periodicity;

  private String firstPeriod;
  private int periods;
  private String claimKey;
  private String recipient;
  private String legalBasis;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Confidence confidence;

  private String note;
  private boolean finalLine;

  protected CalculationLine() {}

  CalculationLine(String caseCode, int seq, Computed given) {
    this.id = UUID.randomUUID().toString();
    this.caseCode = caseCode;
    this.seq = seq;
    this.benefit = given.benefit();
    this.label = given.label();
    this.rateCode = given.rateCode();
    this.asOf = given.asOf();
    this.unitAmount = given.unitAmount().amount();
    this.quantity = given.quantity();
    this.amount = given.unitAmount().times(given.quantity()).amount();
    this.periodicity = given.periodicity();
    this.firstPeriod = given.firstPeriod();
    this.periods = given.periods();
    this.claimKey = given.claimKey();
    this.recipient = given.recipient();
    this.legalBasis = given.legalBasis();
    this.confidence = given.confidence();
    this.note = given.note();
  }

  /** How often an amount is due. */
  public enum Periodicity {
    ONCE("một lần"),
    MONTHLY("mỗi tháng"),
    YEARLY("mỗi năm");

    private final String vi;

    Periodicity(String vi) {
      this.vi = vi;
    }

    public String vi() {
      return vi;
    }
  }

  /**
   * What the amount decision yields for one line.
   *
   * @param firstPeriod first period paid for: {@code 2024} or {@code 2024-05}
   * @param periods     number of periods the claim covers, 0 = until ended
   * @param claimKey    the thing that the law grants once, null when it may be granted again
   */
  record Computed(String benefit, String label, String rateCode, LocalDate asOf, Vnd unitAmount, BigDecimal quantity,
      Periodicity periodicity, String firstPeriod, int periods, String claimKey, String recipient, String legalBasis,
      Confidence confidence, String note) {}

  void makeFinal() {
    this.finalLine = true;
  }

  public int seq() {
    return seq;
  }

  public String benefit() {
    return benefit;
  }

  public String label() {
    return label;
  }

  public String rateCode() {
    return rateCode;
  }

  public LocalDate asOf() {
    return asOf;
  }

  public Vnd unitAmount() {
    return new Vnd(unitAmount);
  }

  public BigDecimal quantity() {
    return quantity;
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

  public int periods() {
    return periods;
  }

  public String claimKey() {
    return claimKey;
  }

  public String recipient() {
    return recipient;
  }

  public String legalBasis() {
    return legalBasis;
  }

  public Confidence confidence() {
    return confidence;
  }

  public String note() {
    return note;
  }
}
