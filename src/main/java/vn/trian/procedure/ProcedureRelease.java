package vn.trian.procedure;

import java.time.Instant;

/**
 * One version of a procedure folder.
 *
 * @param version      1, 2, ... per procedure
 * @param deploymentId where the engine holds the files, null while nothing is deployed
 * @param checksum     {@link ProcedureFiles#checksum()}
 * @param active       new cases start with this release; at most one per procedure
 */
public record ProcedureRelease(
    String id,
    String procedureKey,
    String code,
    String nameVi,
    int version,
    String deploymentId,
    Source source,
    String checksum,
    boolean active,
    Instant createdAt,
    String createdBy) {

  /** Where a release came from. */
  public enum Source {
    /** Packed into the application. */
    PACKAGED,
    /** Brought by an admin. */
    UPLOADED
  }
}
