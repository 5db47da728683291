package vn.trian.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;

@Entity
@Table(name = "paper")
class Paper {

  @Id
  private UUID id;
  private String caseCode;
  private String kind;
  private String fileName;
  private String mediaType;
  private long size;
  private String sha256;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20)
  private CopyKind copyKind;
  private int quantity;
  private String note;
  private String uploadedBy;
  private Instant uploadedAt;
  private Instant attachedAt;
  private boolean withdrawn;

  protected Paper() {}

  Paper(String fileName, StoredFile file, String login, Instant at) {
    this.id = UUID.randomUUID();
    this.fileName = fileName;
    this.mediaType = file.mediaType();
    this.size = file.size();
    this.sha256 = file.sha256();
    this.quantity = 1;
    this.uploadedBy = login;
    this.uploadedAt = at;
  }

  void attachTo(String caseCode, String kind, CopyKind copyKind, int quantity, String note, Instant at) {
    requireLoose();
    if (quantity < 1 || quantity > 999) {
      throw new DomainException(Kind.INVALID, "paper-quantity");
    }
    if (note != null && note.length() > 1000) {
      throw new DomainException(Kind.INVALID, "paper-note-too-long");
    }
    this.caseCode = caseCode;
    this.kind = kind;
    this.copyKind = copyKind;
    this.quantity = quantity;
    this.note = note;
    this.attachedAt = at;
  }

  /** Refuses when the paper belongs to a case already. */
  void requireLoose() {
    if (isAttached()) {
      throw new DomainException(Kind.CONFLICT, "paper-already-attached", fileName, caseCode, Texts.moment(attachedAt));
    }
  }

  void withdraw() {
    withdrawn = true;
  }

  boolean isAttached() {
    return caseCode != null;
  }

  boolean isOf(String caseCode) {
    return caseCode.equals(this.caseCode);
  }

  boolean isUploadedBy(String login) {
    return uploadedBy.equals(login);
  }

  String sha256() {
    return sha256;
  }

  PaperView view() {
    return new PaperView(id, caseCode, kind, fileName, mediaType, size, sha256, copyKind, quantity, note,
        uploadedBy, uploadedAt, attachedAt, withdrawn);
  }
}
