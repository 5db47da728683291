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

@Entity
@Table(name = "rate")
class RateEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Column(length = 60, nullable = false)
  private String code;
  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;
  @Column(name = "valid_to")
  private LocalDate validTo;
  private Long amount;
  @Column(length = 300, nullable = false)
  private String formula;
  @Column(length = 100, nullable = false)
  private String unit;
  @Column(name = "legal_basis", length = 500, nullable = false)
  private String legalBasis;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 1, nullable = false)
  private Confidence confidence;
  @Column(name = "name_vi", length = 300, nullable = false)
  private String nameVi;
  @Column(name = "name_en", length = 300, nullable = false)
  private String nameEn;

  protected RateEntity() {}

  RateEntity(Rate rate) {
    code = rate.code();
    validFrom = rate.validFrom();
    validTo = rate.validTo();
    amount = rate.amount();
    formula = rate.formula();
    unit = rate.unit();
    legalBasis = rate.legalBasis();
    confidence = rate.confidence();
    nameVi = rate.name().vi();
    nameEn = rate.name().in("en");
  }

  Rate view() {
    return new Rate(code, validFrom, validTo, amount, formula, unit, legalBasis, confidence,
        new Label(nameVi, nameEn));
  }
}
