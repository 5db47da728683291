package vn.trian.organization;

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
import vn.trian.shared.Level;

@Entity
@Table(name = "office")
class OfficeEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Column(name = "office_id", length = 40, nullable = false)
  private String officeId;
  @Column(length = 200, nullable = false)
  private String name;
  @Column(name = "short_name", length = 100, nullable = false)
  private String shortName;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20, nullable = false)
  private Level level;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20, nullable = false)
  private OfficeKind kind;
  @Column(name = "parent_id", length = 40)
  private String parentId;
  @Column(length = 40)
  private String abbreviation;
  @Column(name = "superior_name", length = 200)
  private String superiorName;
  @Column(length = 100, nullable = false)
  private String place;
  @Column(name = "identification_code", length = 40)
  private String identificationCode;
  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;
  @Column(name = "valid_to")
  private LocalDate validTo;
  @Column(name = "successor_id", length = 40)
  private String successorId;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 1, nullable = false)
  private Confidence confidence;

  protected OfficeEntity() {}

  OfficeEntity(Office office) {
    officeId = office.id();
    name = office.name();
    shortName = office.shortName();
    level = office.level();
    kind = office.kind();
    parentId = office.parentId();
    abbreviation = office.abbreviation();
    superiorName = office.superiorName();
    place = office.place();
    identificationCode = office.identificationCode();
    validFrom = office.validFrom();
    validTo = office.validTo();
    successorId = office.successorId();
    confidence = office.confidence();
  }

  Office view() {
    return new Office(officeId, name, shortName, level, kind, parentId, abbreviation, superiorName, place,
        identificationCode, validFrom, validTo, successorId, confidence);
  }
}
