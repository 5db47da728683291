package vn.trian.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "worship_holder")
class WorshipHolderEntry {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "martyr_id", nullable = false, length = 36)
  private String martyrId;

  @Column(name = "person_id", length = 36)
  private String personId;

  @Column(name = "office_id", length = 40)
  private String officeId;

  @Column(nullable = false, length = 200)
  private String name;

  @Column(name = "decision_number", length = 60)
  private String decisionNumber;

  @Column(name = "decision_date")
  private LocalDate decisionDate;

  @Column(name = "first_year", nullable = false)
  private int firstYear;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  @Column(name = "case_code", length = 64)
  private String caseCode;

  @Column(name = "current_key", length = 36)
  private String currentKey;

  protected WorshipHolderEntry() {}

  WorshipHolderEntry(WorshipGrant grant) {
    this.id = UUID.randomUUID().toString();
    this.martyrId = grant.martyrId();
    this.personId = grant.personId();
    this.officeId = grant.officeId();
    this.name = grant.name().strip();
    this.decisionNumber = grant.decisionNumber();
    this.decisionDate = grant.decisionDate();
    this.firstYear = grant.firstYear();
    this.caseCode = grant.caseCode();
    this.currentKey = grant.martyrId();
  }

  void end(LocalDate day) {
    endedOn = day;
    currentKey = null;
  }

  WorshipHolder view() {
    return new WorshipHolder(
        id, martyrId, personId, officeId, name, decisionNumber, decisionDate, firstYear, endedOn, caseCode);
  }
}
