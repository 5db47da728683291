package vn.trian.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Persistable;

/** State of the clock of one case; how it got there is in the ledger. */
@Entity
@Table(name = "case_clock")
class ClockEntity implements Persistable<String> {

  @Id
  @Column(name = "case_code", length = 60)
  private String caseCode;
  /** The running step alone, so that its limit can start again. */
  @Convert(converter = PlannedStepsJson.class)
  @Column(name = "running_step", length = 4000)
  private List<PlannedStep> runningStep = List.of();
  @Column(length = 100)
  private String step;
  @Column(name = "step_name", length = 300)
  private String stepName;
  /** Day that the limit counts from: the step was opened, or the clock went on. */
  @Column(name = "step_opened_on")
  private LocalDate stepBeganOn;
  @Column(name = "step_due_on")
  private LocalDate stepDueOn;
  @Column(name = "case_due_on")
  private LocalDate caseDueOn;
  @Column(name = "paused_since")
  private LocalDate pausedSince;
  @Column(name = "decided_on")
  private LocalDate decidedOn;
  @Column(nullable = false)
  private boolean planned;
  @Convert(converter = PlannedStepsJson.class)
  @Column(name = "remaining_steps", length = 200000, nullable = false)
  private List<PlannedStep> remainingSteps = List.of();
  @Column(nullable = false)
  private int entries;
  @Version
  private long version;
  @Transient
  private boolean stored;

  protected ClockEntity() {}

  ClockEntity(String caseCode) {
    this.caseCode = caseCode;
  }

  void plan(List<PlannedStep> route, LocalDate dueOn) {
    planned = true;
    remainingSteps = List.copyOf(route);
    caseDueOn = dueOn;
  }

  void open(PlannedStep opened, List<PlannedStep> following, LocalDate on, LocalDate dueOn) {
    runningStep = List.of(opened);
    step = opened.step();
    stepName = opened.name();
    stepBeganOn = on;
    stepDueOn = dueOn;
    remainingSteps = List.copyOf(following);
    decidedOn = null;
  }

  /** The running step is called otherwise; its limit stays as it began. */
  void rename(String id, String name) {
    runningStep = List.of(new PlannedStep(id, name, running().limit()));
    step = id;
    stepName = name;
  }

  void close() {
    runningStep = List.of();
    step = null;
    stepName = null;
    stepBeganOn = null;
    stepDueOn = null;
  }

  void pause(LocalDate since) {
    if (pausedSince == null) {
      pausedSince = since;
    }
  }

  void goOn() {
    pausedSince = null;
  }

  void restartStep(LocalDate on, LocalDate dueOn) {
    stepBeganOn = on;
    stepDueOn = dueOn;
  }

  void promise(LocalDate dueOn) {
    caseDueOn = dueOn;
  }

  void decide(LocalDate on) {
    close();
    pausedSince = null;
    remainingSteps = List.of();
    decidedOn = on;
  }

  int nextSeq() {
    return ++entries;
  }

  String caseCode() {
    return caseCode;
  }

  /** Null when no step runs. */
  PlannedStep running() {
    return runningStep.isEmpty() ? null : runningStep.get(0);
  }

  List<PlannedStep> remainingSteps() {
    return remainingSteps;
  }

  LocalDate stepBeganOn() {
    return stepBeganOn;
  }

  LocalDate stepDueOn() {
    return stepDueOn;
  }

  LocalDate caseDueOn() {
    return caseDueOn;
  }

  LocalDate pausedSince() {
    return pausedSince;
  }

  boolean isPaused() {
    return pausedSince != null;
  }

  boolean isPlanned() {
    return planned;
  }

  Due due() {
    return new Due(stepDueOn, caseDueOn, isPaused());
  }

  @Override
  public String getId() {
    return caseCode;
  }

  /** An assigned id alone does not tell a new row from an old one; without this each save would read first. */
  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }
}
