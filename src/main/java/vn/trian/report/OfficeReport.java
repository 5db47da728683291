package vn.trian.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Persistable;
import vn.trian.document.DocumentView;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Json;
import vn.trian.shared.Sha256;
import vn.trian.supervision.Period;

/** One edition of a report: a draft that can be rewritten, or frozen for good. */
@Entity
@Table(name = "office_report")
public class OfficeReport implements Persistable<String> {

  @Id
  private String id;
  private String ruleCode;
  private int reportYear;
  private String officeId;
  private int edition;
  private LocalDate firstOn;
  private LocalDate lastOn;
  private String addressee;
  @Column(length = 10_000)
  private String results;
  @Column(length = 10_000)
  private String difficulties;
  @Column(length = 10_000)
  private String proposals;
  @Column(length = 10_000)
  private String others;
  private String writtenBy;
  private Instant writtenAt;
  @Column(length = 1_000_000)
  private String figures;
  private String checksum;
  private String frozenBy;
  private String frozenName;
  private Instant frozenAt;
  private LocalDate frozenOn;
  private UUID documentId;
  private String symbol;
  @Version
  private Integer version;

  protected OfficeReport() {}

  OfficeReport(String ruleCode, int year, String officeId, int edition, Wording wording, Actor by, Instant at) {
    this.id = UUID.randomUUID().toString();
    this.ruleCode = ruleCode;
    this.reportYear = year;
    this.officeId = officeId;
    this.edition = edition;
    write(wording, by, at);
  }

  /**
   * Puts other words and days in.
   *
   * @throws DomainException CONFLICT {@code report-frozen}
   */
  final void write(Wording wording, Actor by, Instant at) {
    refuseFrozen();
    this.firstOn = wording.first();
    this.lastOn = wording.last();
    this.addressee = wording.addressee();
    this.results = wording.results();
    this.difficulties = wording.difficulties();
    this.proposals = wording.proposals();
    this.others = wording.others();
    this.writtenBy = by.login();
    this.writtenAt = at;
  }

  /** Closes the report over its figures; nothing of it changes afterwards. */
  void freeze(Figures counted, String checksumOfAll, Actor by, Instant at, LocalDate on) {
    refuseFrozen();
    this.figures = Json.write(counted);
    this.checksum = checksumOfAll;
    this.frozenBy = by.login();
    this.frozenName = by.name();
    this.frozenAt = at;
    this.frozenOn = on;
  }

  /** The paper with its number. */
  void issuedAs(DocumentView document) {
    this.documentId = document.id();
    this.symbol = document.symbol();
  }

  void refuseFrozen() {
    if (frozen()) {
      throw new DomainException(Kind.CONFLICT, "report-frozen");
    }
  }

  /** Checksum over what is reported, its numbers and the cases behind them. */
  String checksumOf(Figures counted, Iterable<CountedCase> cases) {
    var digest = Sha256.digest();
    digest.update(bytes(String.join("|", ruleCode, String.valueOf(reportYear), officeId, String.valueOf(edition),
        firstOn.toString(), lastOn.toString(), Json.write(counted))));
    cases.forEach(each -> digest.update(bytes(each.text())));
    return Sha256.hex(digest.digest());
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }

  public String id() {
    return id;
  }

  public String ruleCode() {
    return ruleCode;
  }

  public int year() {
    return reportYear;
  }

  public String officeId() {
    return officeId;
  }

  /** Counts from 1; the later ones correct the one before. */
  public int edition() {
    return edition;
  }

  public Period days() {
    return new Period(Period.CHOSEN, firstOn, lastOn);
  }

  public Wording wording() {
    return new Wording(firstOn, lastOn, addressee, results, difficulties, proposals, others);
  }

  public boolean frozen() {
    return figures != null;
  }

  /** The frozen numbers; null in a draft. */
  public Figures figures() {
    return figures == null ? null : Json.read(figures, Figures.class);
  }

  public String checksum() {
    return checksum;
  }

  public String frozenName() {
    return frozenName;
  }

  public Instant frozenAt() {
    return frozenAt;
  }

  public LocalDate frozenOn() {
    return frozenOn;
  }

  UUID documentId() {
    return documentId;
  }

  /** Number of the paper, such as {@code 03/BC-UBND}; null in a draft. */
  public String symbol() {
    return symbol;
  }
}
