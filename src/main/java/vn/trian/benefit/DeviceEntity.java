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
@Table(name = "device")
class DeviceEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Column(length = 60, nullable = false)
  private String code;
  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;
  @Column(name = "valid_to")
  private LocalDate validTo;
  @Column(name = "name_vi", length = 300, nullable = false)
  private String nameVi;
  @Column(name = "name_en", length = 300, nullable = false)
  private String nameEn;
  @Column(name = "lifetime_years")
  private Integer lifetimeYears;
  private Long amount;
  @Column(name = "legal_basis", length = 500, nullable = false)
  private String legalBasis;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 1, nullable = false)
  private Confidence confidence;

  protected DeviceEntity() {}

  DeviceEntity(Device device) {
    code = device.code();
    validFrom = device.validFrom();
    validTo = device.validTo();
    nameVi = device.name().vi();
    nameEn = device.name().in("en");
    lifetimeYears = device.lifetimeYears();
    amount = device.amount();
    legalBasis = device.legalBasis();
    confidence = device.confidence();
  }

  Device view() {
    return new Device(code, new Label(nameVi, nameEn), lifetimeYears, amount, validFrom, validTo, legalBasis,
        confidence);
  }
}
