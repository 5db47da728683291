package vn.trian.procedure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a release; at most one of a procedure is active. */
@Entity
@Table(name = "procedure_release")
class ProcedureRelease {

  @Id
  private String id;
  private String procedureKey;
  private String code;
  private String nameVi;
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

  protected ProcedureRelease() {}

  ProcedureRelease(String id, Procedure procedure, int version, Procedures.Source source, String checksum,
      Instant createdAt, String createdBy) {
    this.id = id;
    this.procedureKey = procedure.key();
    // the column is only sorted by: a procedure whose published code is not known comes first
    this.code = Objects.requireNonNullElse(procedure.code(), "");
    this.nameVi = procedure.name().vi();
    this.version = version;
    this.source = source;
    this.checksum = checksum;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  void activate(String deployment) {
    this.deploymentId = deployment;
    this.active = true;
    this.activeKey = procedureKey;
  }

  void retire() {
    this.active = false;
    this.activeKey = null;
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
