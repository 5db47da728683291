package vn.trian.benefit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;

/** Monthly allowance of war invalids, a printed table by percent of injury and not a formula. */
@Entity
@Table(name = "invalid_rate")
class InvalidRateEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Column(length = 60, nullable = false)
  private String code;
  @Column(name = "injury_percent", nullable = false)
  private int percent;
  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;
  @Column(name = "valid_to")
  private LocalDate validTo;
  @Column(nullable = false)
  private long amount;
  @Column(name = "legal_basis", length = 500, nullable = false)
  private String legalBasis;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 1, nullable = false)
  private Confidence confidence;

  protected InvalidRateEntity() {}

  InvalidRateEntity(String code, int percent, LocalDate validFrom, LocalDate validTo, long amount,
      String legalBasis, Confidence confidence) {
    this.code = code;
    this.percent = percent;
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.amount = amount;
    this.legalBasis = legalBasis;
    this.confidence = confidence;
  }

  int percent() {
    return percent;
  }

  Rate view() {
    boolean typeB = code.endsWith("_B");
    return new Rate(code, validFrom, validTo, amount, "tỷ lệ tổn thương cơ thể " + percent + "%", "VND/month",
        legalBasis, confidence, new Label(
            (typeB ? "Thương binh loại B, tỷ lệ " : "Thương binh, tỷ lệ ") + percent + "%",
            (typeB ? "War invalid type B, " : "War invalid, ") + percent + " %"));
  }
}
