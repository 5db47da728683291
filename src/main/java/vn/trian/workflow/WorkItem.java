package vn.trian.workflow;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.trian.shared.Level;

/** One open task as people list it. */
@Entity
@Table(name = "work_item")
public class WorkItem {

  @Id
  private String taskId;
  private String caseCode;
  private String procedureKey;
  private String step;
  private String phase;
  private String place;
  private String processId;
  private String name;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "level_code")
  private Level level;

  private String officeId;
  private String assignee;
  private Instant takenAt;
  private Instant createdAt;
  private LocalDate dueOn;
  private String ownerName;
  private boolean waiting;
  private String proposal;

  /** By the groups that may do it. */
  @ElementCollection(fetch = FetchType.LAZY)
  @BatchSize(size = 100)
  @CollectionTable(name = "work_item_group", joinColumns = @JoinColumn(name = "task_id"))
  @MapKeyColumn(name = "group_id")
  private Map<String, Candidate> candidates = new HashMap<>();

  protected WorkItem() {}

  WorkItem(String taskId, String caseCode, String procedureKey, StepPhase at, String name, Level level,
      String officeId, Instant createdAt, LocalDate dueOn, String ownerName, boolean waiting, String proposal,
      Set<String> groups) {
    this.taskId = taskId;
    this.caseCode = caseCode;
    this.procedureKey = procedureKey;
    this.step = at.step();
    this.phase = at.phase();
    this.place = at.place();
    this.processId = at.processId();
    this.name = name;
    this.level = level;
    this.officeId = officeId;
    this.createdAt = createdAt;
    this.dueOn = dueOn;
    this.ownerName = ownerName;
    this.waiting = waiting;
    this.proposal = proposal;
    groups.forEach(group -> candidates.put(group, new Candidate(this)));
  }

  /** The task stands elsewhere in the diagrams now, or is called otherwise; whose it is and when it is due stays. */
  void standsAt(StepPhase at, String newName) {
    this.step = at.step();
    this.phase = at.phase();
    this.place = at.place();
    this.processId = at.processId();
    this.name = newName;
  }

  /** Somebody has it from now on; null gives it back to the queue. */
  void takenBy(String login, Instant at) {
    this.assignee = login;
    this.takenAt = login == null ? null : at;
    candidates.replaceAll((group, before) -> new Candidate(this));
  }

  /** Candidate groups of the task. */
  Set<String> groups() {
    return Set.copyOf(candidates.keySet());
  }

  boolean isFor(Set<String> groupsOfSomebody) {
    return candidates.keySet().stream().anyMatch(groupsOfSomebody::contains);
  }

  public String taskId() {
    return taskId;
  }

  public String caseCode() {
    return caseCode;
  }

  public String procedureKey() {
    return procedureKey;
  }

  public String step() {
    return step;
  }

  public String phase() {
    return phase;
  }

  /** Where the task stands, see {@link StepPhase#place}; null of tasks that are older than this was kept. */
  public String place() {
    return place;
  }

  public String name() {
    return name;
  }

  public Level level() {
    return level;
  }

  public String officeId() {
    return officeId;
  }

  /** Login of who has it; null while it waits in the queue. */
  public String assignee() {
    return assignee;
  }

  /** Since when the assignee has it; null while it waits in the queue. */
  public Instant takenAt() {
    return takenAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public String ownerName() {
    return ownerName;
  }

  /** Whether the next move is the citizen's or another body's; the clock may run, as while the ministry decides. */
  public boolean waiting() {
    return waiting;
  }

  /** What the officer proposed to whoever checks or signs now; null in other tasks. */
  public String proposal() {
    return proposal;
  }
}
