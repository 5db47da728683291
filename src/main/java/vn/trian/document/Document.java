package vn.trian.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

@Entity
@Table(name = "document")
class Document {

  @Id
  private UUID id;
  private String caseCode;
  private String listId;
  private String kind;
  private String name;
  private String formNumber;
  private String series;
  private Integer number;
  private Integer numberYear;
  private String symbol;
  private String officeId;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 20)
  private DocumentStatus status;
  private String signerLogin;
  private String signerName;
  private Instant signedAt;
  private Instant issuedAt;
  private LocalDate issuedOn;
  private String template;
  private String templateSha256;
  @Column(length = 1_000_000)
  private String model;
  private String pdfSha256;
  private String wordSha256;
  private String createdBy;
  private Instant createdAt;

  protected Document() {}

  Document(DrawUp command, Instant at) {
    this.id = UUID.randomUUID();
    this.caseCode = command.caseCode();
    this.listId = command.listId();
    this.kind = command.kindId();
    this.name = command.name();
    this.formNumber = command.formNumber();
    this.series = command.series();
    this.officeId = command.officeId();
    this.status = DocumentStatus.DRAFT;
    this.template = command.template().name();
    this.createdBy = command.login();
    this.createdAt = at;
  }

  /** Keeps what was filled in and what came of it. */
  void drawn(String templateSha256, String model, String pdfSha256, String wordSha256) {
    if (status == DocumentStatus.WITHDRAWN) {
      throw conflict("document-withdrawn");
    }
    this.templateSha256 = templateSha256;
    this.model = model;
    this.pdfSha256 = pdfSha256;
    this.wordSha256 = wordSha256;
  }

  void sign(Signer signer, Instant at) {
    switch (status) {
      case DRAFT -> {
        status = DocumentStatus.SIGNED;
        signerLogin = signer.login();
        signerName = signer.name();
        signedAt = at;
      }
      case SIGNED, ISSUED, REPLACED -> throw conflict("document-already-signed");
      case WITHDRAWN -> throw conflict("document-withdrawn");
    }
  }

  /** @param number null for a paper that carries no number */
  void issue(Integer number, String symbol, LocalDate on, Instant at) {
    this.number = number;
    this.numberYear = number == null ? null : on.getYear();
    this.symbol = symbol;
    this.issuedOn = on;
    this.issuedAt = at;
    this.status = DocumentStatus.ISSUED;
  }

  void refuseUnlessSigned() {
    switch (status) {
      case SIGNED -> { }
      case DRAFT -> throw conflict("document-not-signed");
      case ISSUED, REPLACED -> throw conflict("document-already-issued");
      case WITHDRAWN -> throw conflict("document-withdrawn");
    }
  }

  /** The same paper was issued anew; what is not in force stays what it is. */
  void giveWay() {
    status = status == DocumentStatus.ISSUED ? DocumentStatus.REPLACED : status;
  }

  void withdraw() {
    status = DocumentStatus.WITHDRAWN;
  }

  boolean is(DocumentStatus status) {
    return this.status == status;
  }

  boolean isEarlierThan(DocumentView other) {
    return kind.equals(other.kind()) && officeId.equals(other.officeId()) && !id.equals(other.id());
  }

  boolean isOfOffice(String officeId) {
    return this.officeId.equals(officeId);
  }

  UUID id() {
    return id;
  }

  String model() {
    return model;
  }

  String series() {
    return series;
  }

  String officeId() {
    return officeId;
  }

  String templateSha256() {
    return templateSha256;
  }

  String pdfSha256() {
    return pdfSha256;
  }

  String wordSha256() {
    return wordSha256;
  }

  /** Checksums of the files that go with this document; its template stays for others. */
  List<String> files() {
    return Stream.of(pdfSha256, wordSha256).filter(Objects::nonNull).toList();
  }

  DocumentView view() {
    return new DocumentView(id, caseCode, listId, kind, name, formNumber, series, number, numberYear, symbol, officeId,
        status, signerLogin, signerName, signedAt, issuedAt, issuedOn, wordSha256 != null, createdBy, createdAt);
  }

  private DomainException conflict(String code) {
    return new DomainException(Kind.CONFLICT, code, name);
  }
}
