package vn.trian.workflow;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A task that was done; supervisors count these. Who did it stands in the statements of the case. */
@Entity
@Table(name = "work_done")
class WorkDone {

  @Id
  private String taskId;
  private String caseCode;
  private String place;
  private String officeId;
  private LocalDate begunOn;
  private LocalDate doneOn;

  protected WorkDone() {}

  WorkDone(WorkItem item, LocalDate begunOn, LocalDate doneOn) {
    this.taskId = item.taskId();
    this.caseCode = item.caseCode();
    this.place = item.place();
    this.officeId = item.officeId();
    this.begunOn = begunOn;
    this.doneOn = doneOn;
  }
}
