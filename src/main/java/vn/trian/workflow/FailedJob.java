package vn.trian.workflow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A job of a case that the engine has tried in vain as often as it may. */
@Entity
@Table(name = "failed_job")
class FailedJob {

  @Id
  private String jobId;
  private String caseCode;
  private String processId;
  private String name;
  private Instant failedAt;

  protected FailedJob() {}

  FailedJob(String jobId, String caseCode, String processId, String name, Instant failedAt) {
    this.jobId = jobId;
    this.caseCode = caseCode;
    this.processId = processId;
    this.name = name;
    this.failedAt = failedAt;
  }

  String caseCode() {
    return caseCode;
  }

  /** What the activity that failed is called in the diagram. */
  String name() {
    return name;
  }
}
