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
import vn.trian.shared.Texts;

@Entity
@Table(name = "martyr")
class MartyrEntry {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "full_name", nullable = false, length = 200)
  private String fullName;

  @Column(name = "name_folded", nullable = false, length = 200)
  private String nameFolded;

  @Column(length = 20)
  private String gender;

  @Column(name = "date_of_birth", length = 10)
  private String dateOfBirth;

  @Column(name = "home_town", length = 500)
  private String homeTown;

  @Column(name = "home_town_folded", length = 500)
  private String homeTownFolded;

  @Column(name = "certificate_number", length = 60)
  private String certificateNumber;

  @Column(name = "certificate_key", length = 60)
  private String certificateKey;

  @Column(name = "certificate_decision_number", length = 60)
  private String certificateDecisionNumber;

  @Column(name = "certificate_decision_date")
  private LocalDate certificateDecisionDate;

  @Column(name = "certificate_issuer", length = 200)
  private String certificateIssuer;

  @Column(name = "date_of_sacrifice", length = 10)
  private String dateOfSacrifice;

  @Column(name = "rank_or_position", length = 200)
  private String rankOrPosition;

  @Column(length = 300)
  private String unit;

  @Column(name = "file_symbol", length = 60)
  private String fileSymbol;

  @Column(name = "file_held_by", length = 200)
  private String fileHeldBy;

  @Column(name = "managing_office_id", length = 40)
  private String managingOfficeId;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  @ElementCollection
  @CollectionTable(name = "martyr_word", joinColumns = @JoinColumn(name = "martyr_id"))
  @Column(name = "word", nullable = false, length = 60)
  private Set<String> words = new HashSet<>();

  protected MartyrEntry() {}

  MartyrEntry(MartyrData data, Instant now) {
    id = UUID.randomUUID().toString();
    createdAt = now;
    fullName = data.fullName().strip();
    nameFolded = Texts.fold(data.fullName());
    learn(data, now);
  }

  /** A new certificate takes the place of the old one. */
  final void certify(MartyrCertificate certificate, Instant now) {
    certificateNumber = certificate.number();
    certificateKey = Words.key(certificate.number());
    certificateDecisionNumber = certificate.decisionNumber();
    certificateDecisionDate = certificate.decisionDate();
    certificateIssuer = certificate.issuer();
    fileSymbol = certificate.fileSymbol() == null ? fileSymbol : certificate.fileSymbol();
    updatedAt = now;
  }

  /** Fills what is not known yet; what is recorded is never overwritten by an application. */
  final void learn(MartyrData data, Instant now) {
    gender = known(gender, data.gender());
    dateOfBirth = known(dateOfBirth, data.dateOfBirth());
    homeTown = known(homeTown, data.homeTown());
    homeTownFolded = homeTown == null ? null : Texts.fold(homeTown);
    certificateNumber = known(certificateNumber, data.certificateNumber());
    certificateKey = certificateNumber == null ? null : Words.key(certificateNumber);
    certificateDecisionNumber = known(certificateDecisionNumber, data.certificateDecisionNumber());
    certificateDecisionDate = known(certificateDecisionDate, data.certificateDecisionDate());
    certificateIssuer = known(certificateIssuer, data.certificateIssuer());
    dateOfSacrifice = known(dateOfSacrifice, data.dateOfSacrifice());
    rankOrPosition = known(rankOrPosition, data.rankOrPosition());
    unit = known(unit, data.unit());
    fileSymbol = known(fileSymbol, data.fileSymbol());
    fileHeldBy = known(fileHeldBy, data.fileHeldBy());
    managingOfficeId = known(managingOfficeId, data.managingOfficeId());
    Set<String> all = Words.of(fullName, homeTown);
    if (!words.equals(all)) {
      words.clear();
      words.addAll(all);
    }
    updatedAt = now;
  }

  private static <T> T known(T recorded, T given) {
    return recorded != null || given instanceof String text && text.isBlank() ? recorded : given;
  }

  String id() {
    return id;
  }

  Martyr view() {
    return new Martyr(id, fullName, gender, dateOfBirth, homeTown, certificateNumber, certificateDecisionNumber,
        certificateDecisionDate, certificateIssuer, dateOfSacrifice, rankOrPosition, unit, fileSymbol, fileHeldBy,
        managingOfficeId);
  }
}
