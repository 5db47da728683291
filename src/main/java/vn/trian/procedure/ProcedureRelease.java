package vn.trian.procedure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.shared.Label;

/** Row of a release; at most one of a procedure is active. */
@Entity
@Table(name = "procedure_release")
class ProcedureRelease {

  @Id
  private String id;
  private String procedureKey;
  private String code;
  private String nameVi;
  private String nameEn;
  private int version;
  private String deploymentId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Procedures.Source source;

  private String checksum;
  private boolean active;
  private String activeKey;
  private Instant createdAt;
  private String createdBy;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ReleaseState state;

  private String note;
  private String baseId;
  private String createdName;
  private Instant approvedAt;
  private String approvedBy;
  private String approvedName;
  private LocalDate activateOn;
  private Instant activatedAt;

  @Version
  private int rowVersion;

  protected ProcedureRelease() {}

  ProcedureRelease(String id, Procedure procedure, int version, Procedures.Source source, String checksum,
      String baseId, String note, Instant createdAt, Person by) {
    this.id = id;
    this.procedureKey = procedure.key();
    // the column is only sorted by: a procedure whose published code is not known comes first
    this.code = Objects.requireNonNullElse(procedure.code(), "");
    this.nameVi = procedure.name().vi();
    this.nameEn = procedure.name().en();
    this.version = version;
    this.source = source;
    this.checksum = checksum;
    this.baseId = baseId;
    this.note = note;
    this.createdAt = createdAt;
    this.createdBy = by.login();
    this.createdName = by.name();
    this.state = ReleaseState.DRAFT;
  }

  /** Agrees to it; {@code on} is null for at once. */
  void approve(Person by, Instant at, LocalDate on) {
    this.state = ReleaseState.APPROVED;
    this.approvedAt = at;
    this.approvedBy = by.login();
    this.approvedName = by.name();
    this.activateOn = on;
  }

  void activate(String deployment, Instant at) {
    this.deploymentId = deployment;
    this.active = true;
    this.activeKey = procedureKey;
    this.state = ReleaseState.ACTIVE;
    this.activatedAt = at;
  }

  void retire() {
    this.active = false;
    this.activeKey = null;
    this.state = ReleaseState.RETIRED;
  }

  void discard() {
    this.state = ReleaseState.DISCARDED;
  }

  ReleaseInfo info() {
    return new ReleaseInfo(id, procedureKey, new Label(nameVi, nameEn), version, state, source, checksum, baseId, note, createdAt,
        createdBy, createdName == null ? createdBy : createdName, approvedAt, approvedBy, approvedName, activateOn,
        activatedAt, deploymentId != null);
  }

  ReleaseState state() {
    return state;
  }

  String createdBy() {
    return createdBy;
  }

  String id() {
    return id;
  }

  String procedureKey() {
    return procedureKey;
  }

  int version() {
    return version;
  }

  String deploymentId() {
    return deploymentId;
  }

  String checksum() {
    return checksum;
  }

  boolean active() {
    return active;
  }
}
