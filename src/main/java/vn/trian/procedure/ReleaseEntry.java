package vn.trian.procedure;

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

@Entity
@Table(name = "procedure_release")
class ReleaseEntry {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "procedure_key", nullable = false, length = 64)
  private String procedureKey;

  @Column(nullable = false, length = 64)
  private String code;

  @Column(name = "name_vi", nullable = false, length = 500)
  private String nameVi;

  @Column(nullable = false)
  private int version;

  @Column(name = "deployment_id", length = 64)
  private String deploymentId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, length = 20)
  private ProcedureRelease.Source source;

  @Column(nullable = false, length = 64)
  private String checksum;

  @Column(nullable = false)
  private boolean active;

  /** The procedure's key while active, so that the database refuses a second active release. */
  @Column(name = "active_key", length = 64)
  private String activeKey;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "created_by", nullable = false, length = 64)
  private String createdBy;

  protected ReleaseEntry() {}

  ReleaseEntry(
      Procedure procedure,
      int version,
      String deploymentId,
      ProcedureRelease.Source source,
      String checksum,
      Instant createdAt,
      String createdBy) {
    this.id = UUID.randomUUID().toString();
    this.procedureKey = procedure.key();
    this.code = procedure.code();
    this.nameVi = procedure.name().vi();
    this.version = version;
    this.deploymentId = deploymentId;
    this.source = source;
    this.checksum = checksum;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  void activate() {
    active = true;
    activeKey = procedureKey;
  }

  void retire() {
    active = false;
    activeKey = null;
  }

  void deployedAs(String deployment) {
    deploymentId = deployment;
  }

  ProcedureRelease view() {
    return new ProcedureRelease(
        id, procedureKey, code, nameVi, version, deploymentId, source, checksum, active, createdAt, createdBy);
  }
}
