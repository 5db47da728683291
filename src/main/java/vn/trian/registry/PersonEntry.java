package vn.trian.registry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;

@Entity
@Table(name = "person")
class PersonEntry {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "full_name", nullable = false, length = 200)
  private String fullName;

  @Column(name = "name_folded", nullable = false, length = 200)
  private String nameFolded;

  @Column(name = "date_of_birth", length = 10)
  private String dateOfBirth;

  @Column(name = "birth_year")
  private Integer birthYear;

  @Column(length = 20)
  private String gender;

  @Column(name = "id_type", length = 20)
  private String idType;

  @Column(name = "id_number", length = 20)
  private String idNumber;

  @Column(name = "id_issue_date")
  private LocalDate idIssueDate;

  @Column(name = "id_issue_place", length = 200)
  private String idIssuePlace;

  @Column(name = "home_town", length = 500)
  private String homeTown;

  @Column(name = "home_town_folded", length = 500)
  private String homeTownFolded;

  @Column(name = "residence_province", length = 200)
  private String residenceProvince;

  @Column(name = "residence_commune", length = 200)
  private String residenceCommune;

  @Column(name = "residence_detail", length = 500)
  private String residenceDetail;

  @Column(name = "office_id", length = 40)
  private String officeId;

  @Column(length = 20)
  private String phone;

  @Column(length = 200)
  private String email;

  @Column(name = "date_of_death")
  private LocalDate dateOfDeath;

  @Column(length = 60)
  private String category;

  @Column(name = "injury_percent")
  private Integer injuryPercent;

  @Column(name = "file_number", length = 60)
  private String fileNumber;

  @Column(name = "monthly_allowance", nullable = false)
  private boolean monthlyAllowance;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "person_word", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "word", nullable = false, length = 60)
  private Set<String> words = new HashSet<>();

  protected PersonEntry() {}

  PersonEntry(PersonData data, Instant now) {
    id = UUID.randomUUID().toString();
    createdAt = now;
    fullName = data.fullName().strip();
    nameFolded = Texts.fold(data.fullName());
    words.addAll(Words.of(data.fullName()));
    learn(data, now);
  }

  /** Fills what is not known yet, and takes over what may change in a life: contact, card and residence. */
  final void learn(PersonData data, Instant now) {
    dateOfBirth = known(dateOfBirth, data.dateOfBirth());
    birthYear = Birth.year(dateOfBirth);
    gender = known(gender, data.gender());
    homeTown = known(homeTown, data.homeTown());
    homeTownFolded = homeTown == null ? null : Texts.fold(homeTown);
    category = known(category, data.category());
    injuryPercent = known(injuryPercent, data.injuryPercent());
    fileNumber = known(fileNumber, data.fileNumber());
    if (data.idNumber() != null && (idNumber == null || idNumber.equals(data.idNumber()))) {
      idNumber = data.idNumber();
      idType = known(data.idType(), idType);
      idIssueDate = known(data.idIssueDate(), idIssueDate);
      idIssuePlace = known(data.idIssuePlace(), idIssuePlace);
    }
    phone = known(data.phone(), phone);
    email = known(data.email(), email);
    officeId = known(data.officeId(), officeId);
    if (data.residenceCommune() != null && !data.residenceCommune().isBlank()) {
      residenceProvince = data.residenceProvince();
      residenceCommune = data.residenceCommune();
      residenceDetail = data.residenceDetail();
    }
    monthlyAllowance = data.monthlyAllowance() == null ? monthlyAllowance : data.monthlyAllowance();
    updatedAt = now;
  }

  void die(LocalDate day, Instant now) {
    if (dateOfDeath != null && !dateOfDeath.equals(day)) {
      throw new DomainException(
          DomainException.Kind.CONFLICT, "death-already-recorded", fullName, Texts.day(dateOfDeath));
    }
    dateOfDeath = day;
    updatedAt = now;
  }

  private static <T> T known(T first, T second) {
    return first == null || first instanceof String text && text.isBlank() ? second : first;
  }

  String id() {
    return id;
  }

  Person view() {
    return new Person(id, fullName, dateOfBirth, birthYear, gender, idType, idNumber, idIssueDate, idIssuePlace,
        homeTown, residenceProvince, residenceCommune, residenceDetail, officeId, phone, email, dateOfDeath, category,
        injuryPercent, fileNumber, monthlyAllowance);
  }
}
