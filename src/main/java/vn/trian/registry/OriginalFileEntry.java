package vn.trian.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "original_file")
class OriginalFileEntry {

  @Id
  @Column(length = 36)
  private String id;

  @Column(length = 60)
  private String symbol;

  /** PERSON or MARTYR. */
  @Column(name = "holder_kind", nullable = false, length = 20)
  private String holderKind;

  @Column(name = "person_id", length = 36)
  private String personId;

  @Column(name = "martyr_id", length = 36)
  private String martyrId;

  @Column(name = "held_by_office", nullable = false, length = 200)
  private String heldByOffice;

  @Column(name = "opened_on")
  private LocalDate openedOn;

  protected OriginalFileEntry() {}

  OriginalFileEntry(String symbol, String personId, String martyrId, String heldByOffice, LocalDate openedOn) {
    this.id = UUID.randomUUID().toString();
    this.symbol = symbol;
    this.holderKind = martyrId == null ? "PERSON" : "MARTYR";
    this.personId = personId;
    this.martyrId = martyrId;
    this.heldByOffice = heldByOffice;
    this.openedOn = openedOn;
  }

  void moveTo(String office) {
    heldByOffice = office;
  }

  OriginalFile view() {
    return new OriginalFile(id, symbol, personId, martyrId, heldByOffice, openedOn);
  }
}
