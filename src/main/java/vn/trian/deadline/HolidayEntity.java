package vn.trian.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Confidence;

@Entity
@Table(name = "holiday")
class HolidayEntity {

  @Id
  @Column(name = "holiday_date")
  private LocalDate date;
  @Column(length = 200, nullable = false)
  private String name;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20, nullable = false)
  private DayKind kind;
  @Column(length = 500, nullable = false)
  private String source;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 1, nullable = false)
  private Confidence confidence;

  protected HolidayEntity() {}

  HolidayEntity(Holiday holiday) {
    date = holiday.date();
    name = holiday.name();
    kind = holiday.kind();
    source = holiday.source();
    confidence = holiday.confidence();
  }

  Holiday view() {
    return new Holiday(date, name, kind, source, confidence);
  }
}
