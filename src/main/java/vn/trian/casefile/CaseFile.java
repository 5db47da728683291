package vn.trian.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Json;
import vn.trian.shared.Level;
import vn.trian.shared.Texts;

/** One request of a citizen with its data, on its way through the levels. */
@Entity
@Table(name = "case_file")
public class CaseFile {

  @Id
  private String code;
  private String procedureKey;
  private String releaseId;
  private String variant;
  private String ownerPersonId;
  private String ownerName;
  private String ownerFolded;
  private String ownerIdNumber;
  private String ownerPhone;
  private String submitterName;
  private String subjectKind;
  private String subjectId;
  private String subjectKey;
  private String subjectName;
  private String subjectFolded;
  private String duplicateKey;
  private String receivingOffice;
  private String commune;
  private String office;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "level_code")
  private Level level;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private CaseState state;

  private String step;
  private String stepName;

  @Column(length = 200_000)
  private String application;

  private String result;
  private Instant receivedAt;
  private LocalDate receivedOn;
  private LocalDate dueOn;
  private LocalDate stepDueOn;
  private LocalDate limitOn;
  private LocalDate resultOn;
  private LocalDate resultDueOn;
  private boolean paused;
  private boolean held;
  private Instant closedAt;
  /** When something was last said or handed on; every line of the ledger comes with either. */
  private Instant movedAt;
  private Instant waitsSince;
  private LocalDate answerDueOn;
  private int registerRow;
  private String lookupSecret;
  private String createdBy;

  @Version
  private int version;

  protected CaseFile() {}

  CaseFile(NewCase given, String code, int registerRow, String lookupSecret, Instant receivedAt, LocalDate receivedOn) {
    this.code = code;
    this.procedureKey = given.procedureKey();
    this.releaseId = given.releaseId();
    this.variant = given.variant();
    this.ownerName = given.owner().fullName();
    this.ownerFolded = Texts.fold(given.owner().fullName());
    this.ownerIdNumber = given.owner().idNumber();
    this.ownerPhone = given.owner().phone();
    this.submitterName = given.submitterName();
    this.subjectKind = given.subject() == null ? null : given.subject().kind();
    this.subjectName = given.subject() == null ? null : given.subject().fullName();
    this.subjectFolded = Texts.fold(subjectName);
    this.duplicateKey = given.duplicateKey();
    this.receivingOffice = given.receivingOffice();
    this.commune = given.commune();
    this.office = given.receivingOffice();
    this.level = given.level();
    this.state = CaseState.SUBMITTED;
    this.application = Json.write(given.application());
    this.receivedAt = receivedAt;
    this.receivedOn = receivedOn;
    this.registerRow = registerRow;
    this.lookupSecret = lookupSecret;
    this.createdBy = given.receivedBy();
  }

  /** The case is now worked on by an office at a level, in a step. */
  public void moveTo(Level newLevel, String newOffice, String newStep, String newStepName) {
    this.level = newLevel;
    this.office = newOffice;
    this.step = newStep;
    this.stepName = newStepName;
    if (state == CaseState.ISSUED && result != null) {
      // what was decided is only carried out now; it cannot be withdrawn any more
      return;
    }
    this.state = switch (newLevel) {
      case COMMUNE -> CaseState.AT_COMMUNE;
      case DIVISION -> CaseState.AT_DIVISION;
      case DEPARTMENT -> CaseState.AT_DEPARTMENT;
    };
  }

  /** Puts the case into a state; a final one closes it and leaves no step due. */
  public void enter(CaseState newState, Instant at) {
    this.state = newState;
    if (newState.isFinal()) {
      this.closedAt = at;
      due(null, dueOn, paused);
    }
  }

  /** Dates as the deadline ledger has them; null where the law sets no limit. */
  public void due(LocalDate stepDue, LocalDate caseDue, boolean clockStopped) {
    this.stepDueOn = stepDue;
    this.dueOn = caseDue;
    this.limitOn = stepDue == null && resultOn == null ? caseDue : stepDue;
    this.paused = clockStopped;
  }

  /** The result is there, measured by the day promised last; carrying it out changes nothing in that. */
  void resultOn(LocalDate day) {
    if (resultOn == null) {
      resultOn = day;
      resultDueOn = dueOn;
      limitOn = null;
    }
  }

  /** A head holds the case back, or lets it go on; kept in step with its rows by {@link CaseHolds}. */
  void hold(boolean nowHeld) {
    this.held = nowHeld;
  }

  /**
   * Nobody of an office can act: the applicant or another body has to.
   *
   * @param answerDue last day of their limit; null for none
   */
  public void waits(Instant since, LocalDate answerDue) {
    this.waitsSince = since;
    this.answerDueOn = answerDue;
  }

  /** An office has to act, or the case is over. */
  public void goesOn() {
    waits(null, null);
  }

  /**
   * The case keeps to another release from now on, in which its step may be called otherwise.
   *
   * @param newStep step that takes the place of the present one; null while none runs
   */
  public void follow(String release, String newStep, String newStepName) {
    this.releaseId = release;
    if (step != null) {
      this.step = newStep;
      this.stepName = newStepName;
    }
  }

  /** The dossier is complete now: limits count from this day, and not from the day it was first handed in. */
  public void completeOn(Instant at, LocalDate day) {
    this.receivedAt = at;
    this.receivedOn = day;
  }

  /** The owner is this person of the registry. */
  public void linkOwner(String personId) {
    this.ownerPersonId = personId;
  }

  /**
   * Whom or what the case is about, in the registry.
   *
   * @param id  of the record
   * @param key kind and id, such as {@code martyr:4711}: what exclusive entitlements are keyed by
   */
  public void linkSubject(String id, String key) {
    this.subjectId = id;
    this.subjectKey = key;
  }

  /** What came out of the case: GRANTED, REJECTED, or what the procedure calls it. */
  public void resultIs(String outcome) {
    this.result = outcome;
  }

  public String code() {
    return code;
  }

  public String procedureKey() {
    return procedureKey;
  }

  public String releaseId() {
    return releaseId;
  }

  /** Kind inside the procedure; empty where the procedure has none. */
  public Optional<String> variant() {
    return Optional.ofNullable(variant);
  }

  public String ownerName() {
    return ownerName;
  }

  public String ownerIdNumber() {
    return ownerIdNumber;
  }

  public String ownerPhone() {
    return ownerPhone;
  }

  public String ownerPersonId() {
    return ownerPersonId;
  }

  public String submitterName() {
    return submitterName;
  }

  public String subjectKind() {
    return subjectKind;
  }

  public String subjectId() {
    return subjectId;
  }

  public String subjectKey() {
    return subjectKey;
  }

  public String subjectName() {
    return subjectName;
  }

  public String duplicateKey() {
    return duplicateKey;
  }

  public String receivingOffice() {
    return receivingOffice;
  }

  /** Commune whose tree decides the way of the case. */
  public String commune() {
    return commune;
  }

  /** Office that holds the case now. */
  public String office() {
    return office;
  }

  public Level level() {
    return level;
  }

  public CaseState state() {
    return state;
  }

  public String step() {
    return step;
  }

  public String stepName() {
    return stepName;
  }

  /** A fresh copy of the checked data of the start form. */
  public Map<String, Object> application() {
    return Json.map(application);
  }

  public String result() {
    return result;
  }

  /** Something was said or handed on. */
  void moved(Instant at) {
    this.movedAt = at;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public LocalDate receivedOn() {
    return receivedOn;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /**
   * Day that the time left runs to: that of the running step, else the one promised; null once there is a result,
   * which waits for the citizen, and where the law sets no limit.
   */
  public LocalDate limitOn() {
    return limitOn;
  }

  public LocalDate stepDueOn() {
    return stepDueOn;
  }

  public boolean paused() {
    return paused;
  }

  /** Whether a head holds the case back, so that nobody works on it; its dates run on. */
  public boolean held() {
    return held;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public int registerRow() {
    return registerRow;
  }

  public String lookupSecret() {
    return lookupSecret;
  }

  public String createdBy() {
    return createdBy;
  }
}
