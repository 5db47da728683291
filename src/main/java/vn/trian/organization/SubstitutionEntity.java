package vn.trian.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "substitution")
class SubstitutionEntity {

  @Id
  @Column(length = 36)
  private String id;
  @Column(name = "office_id", length = 40, nullable = false)
  private String officeId;
  @Column(length = 100, nullable = false)
  private String absentee;
  @Column(length = 100, nullable = false)
  private String substitute;
  @Column(name = "first_day", nullable = false)
  private LocalDate firstDay;
  @Column(name = "last_day", nullable = false)
  private LocalDate lastDay;
  @Column(length = 500, nullable = false)
  private String reason;
  @Column(name = "entered_by", length = 100, nullable = false)
  private String enteredBy;
  @Column(name = "entered_at", nullable = false)
  private Instant enteredAt;
  @Column(name = "ended_by", length = 100)
  private String endedBy;
  @Column(name = "ended_at")
  private Instant endedAt;

  protected SubstitutionEntity() {}

  SubstitutionEntity(Absence absence, String officeId, String enteredBy, Instant enteredAt) {
    this.id = UUID.randomUUID().toString();
    this.officeId = officeId;
    this.absentee = absence.absentee();
    this.substitute = absence.substitute();
    this.firstDay = absence.firstDay();
    this.lastDay = absence.lastDay();
    this.reason = absence.reason();
    this.enteredBy = enteredBy;
    this.enteredAt = enteredAt;
  }

  void end(String by, Instant at) {
    endedBy = by;
    endedAt = at;
  }

  Substitution view() {
    return new Substitution(id, officeId, absentee, substitute, firstDay, lastDay, reason, enteredBy, enteredAt,
        endedBy, endedAt);
  }
}
