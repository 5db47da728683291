package vn.trian.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "kinship")
class KinshipEntry {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "martyr_id", length = 36)
  private String martyrId;

  @Column(name = "deceased_person_id", length = 36)
  private String deceasedPersonId;

  @Column(name = "person_id", length = 36)
  private String personId;

  @Column(nullable = false)
  private int position;

  @Column(name = "full_name", nullable = false, length = 200)
  private String fullName;

  @Column(name = "birth_year")
  private Integer birthYear;

  @Column(name = "death_year")
  private Integer deathYear;

  @Column(nullable = false, length = 60)
  private String relationship;

  @Column(length = 500)
  private String residence;

  @Column(name = "source_case", length = 64)
  private String sourceCase;

  protected KinshipEntry() {}

  KinshipEntry(String martyrId, String deceasedPersonId, int position, Relative relative, String sourceCase) {
    this.id = UUID.randomUUID().toString();
    this.martyrId = martyrId;
    this.deceasedPersonId = deceasedPersonId;
    this.position = position;
    this.personId = relative.personId();
    this.fullName = relative.fullName().strip();
    this.birthYear = relative.birthYear();
    this.deathYear = relative.deathYear();
    this.relationship = relative.relationship();
    this.residence = relative.residence();
    this.sourceCase = sourceCase;
  }

  Kinship view() {
    return new Kinship(id, martyrId, deceasedPersonId,
        new Relative(personId, fullName, birthYear, deathYear, relationship, residence), sourceCase);
  }
}
