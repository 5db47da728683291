package vn.trian.workflow.migration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trian.procedure.Procedures;
import vn.trian.shared.Texts;

/** Holds what our tables say of one case against what the engine says, and notes each difference. */
final class CaseComparison {

  private final Case file;
  private final Procedures procedures;
  private final Outlines outlines;
  private final LocalDate today;
  private final List<Finding> findings;

  CaseComparison(Case file, Procedures procedures, Outlines outlines, LocalDate today, List<Finding> findings) {
    this.file = file;
    this.procedures = procedures;
    this.outlines = outlines;
    this.today = today;
    this.findings = findings;
  }

  /** A case as its row says. */
  record Case(String code, String releaseId, boolean over, String step, LocalDate stepDueOn, LocalDate dueOn,
      boolean paused, boolean held, boolean waits) {}

  /** The clock of a case. */
  record Time(String code, String step, LocalDate stepDueOn, LocalDate dueOn, boolean paused) {}

  /** A task as it is listed. */
  record Item(String taskId, String code, String name, String assignee, LocalDate dueOn, String place,
      String processId, boolean waiting) {}

  /** A process that runs for a case. */
  record Process(String id, String code, boolean suspended, String deploymentId, String name) {}

  /**
   * A task as the engine has it.
   *
   * @param whole whether it follows the same definition as its process
   */
  record Open(String id, String code, String name, String assignee, LocalDate dueOn, String activity,
      String processId, boolean whole) {}

  /**
   * A job of the engine.
   *
   * @param whole whether it follows the same definition as its process
   * @param on    day on which it is due; null for at once
   */
  record Work(String id, String code, String processId, boolean failed, boolean suspended, boolean whole,
      String definitionId, String activity, LocalDate on) {}

  private void found(String process, String code, Object... arguments) {
    findings.add(new Finding(file.code(), Reason.of(code, arguments), process));
  }

  /** All that run belong to the release of the case, and rest when it is held. */
  void processes(List<Process> running) {
    if (file.over()) {
      running.forEach(each -> found(each.id(), "consistency-over", file.code()));
      return;
    }
    if (running.isEmpty()) {
      found(null, "consistency-no-process");
    }
    String deployment = procedures.release(file.releaseId()).deploymentId();
    int version = procedures.release(file.releaseId()).version();
    for (Process each : running) {
      if (!each.deploymentId().equals(deployment)) {
        found(each.id(), "consistency-release", each.name(), version);
      }
      if (each.suspended() != file.held()) {
        found(each.id(), file.held() ? "consistency-not-held" : "consistency-held", each.name());
      }
    }
  }

  /** Its limits are those of the clock; null for a case without one. */
  void clock(Time time) {
    if (file.over()) {
      return;
    }
    if (time == null) {
      if (file.stepDueOn() != null || file.dueOn() != null) {
        found(null, "consistency-no-clock");
      }
      return;
    }
    if (time.step() != null && !time.step().equals(file.step())) {
      found(null, "consistency-step", words(file.step()), time.step());
    }
    if (!Objects.equals(time.stepDueOn(), file.stepDueOn())) {
      found(null, "consistency-step-due", day(file.stepDueOn()), day(time.stepDueOn()));
    }
    if (!Objects.equals(time.dueOn(), file.dueOn())) {
      found(null, "consistency-case-due", day(file.dueOn()), day(time.dueOn()));
    }
    if (time.paused() != file.paused()) {
      found(null, file.paused() ? "consistency-runs" : "consistency-stands");
    }
  }

  /** What is listed is open, and what is open is listed, with the same people, days and places. */
  void tasks(List<Item> items, List<Open> open, Map<String, Set<String>> itemGroups,
      Map<String, Set<String>> taskGroups) {
    Map<String, Item> listed = items.stream().collect(Collectors.toMap(Item::taskId, each -> each));
    Set<String> there = new HashSet<>();
    for (Open task : open) {
      there.add(task.id());
      if (!task.whole()) {
        found(task.processId(), "consistency-task-release", task.name());
      }
      Item item = listed.get(task.id());
      if (item == null) {
        found(task.processId(), "consistency-not-listed", task.name());
        continue;
      }
      if (!Objects.equals(item.assignee(), task.assignee())) {
        found(task.processId(), "consistency-assignee", item.name(), words(item.assignee()), words(task.assignee()));
      }
      if (!Objects.equals(item.dueOn(), task.dueOn())) {
        found(task.processId(), "consistency-due", item.name(), day(item.dueOn()), day(task.dueOn()));
      }
      Set<String> ours = itemGroups.getOrDefault(task.id(), Set.of());
      Set<String> engines = taskGroups.getOrDefault(task.id(), Set.of());
      if (!ours.equals(engines)) {
        found(task.processId(), "consistency-groups", item.name(), words(String.join(", ", ours)),
            words(String.join(", ", engines)));
      }
      if (item.place() != null && !(item.place().equals(task.activity())
          || item.place().endsWith("/" + task.activity()))) {
        found(task.processId(), "consistency-place", item.name(), item.place(), task.activity());
      }
      if (item.processId() != null && !item.processId().equals(task.processId())
          || !Objects.equals(item.name(), task.name())) {
        found(task.processId(), "consistency-name", item.name(), words(task.name()));
      }
    }
    if (!file.over() && file.waits() != (!items.isEmpty() && items.stream().allMatch(Item::waiting))) {
      found(null, "consistency-waits");
    }
    items.stream().filter(item -> !there.contains(item.taskId()))
        .forEach(item -> found(item.processId(), "consistency-no-task", item.name()));
  }

  /** Timers go off when limits end, failures are listed by the job and the process that has it. */
  void jobs(List<Work> jobs, List<String[]> failed) {
    Map<String, String> listed = new HashMap<>();
    failed.forEach(each -> listed.put(each[1], each[2]));
    Set<String> there = new HashSet<>();
    for (Work job : jobs) {
      if (!job.whole()) {
        found(job.processId(), "consistency-job-release");
      }
      if (job.suspended() != file.held()) {
        found(job.processId(), file.held() ? "consistency-job-not-held" : "consistency-job-held");
      }
      // one that was due already is tried again at moments of the engine's own
      if (file.stepDueOn() != null && !file.paused() && !file.stepDueOn().isBefore(today)
          && endsStep(job) && !file.stepDueOn().plusDays(1).equals(job.on())) {
        found(job.processId(), "consistency-timer", day(file.stepDueOn()), day(job.on()));
      }
      if (job.failed()) {
        there.add(job.id());
        if (!listed.containsKey(job.id())) {
          found(job.processId(), "consistency-failure-not-listed");
        }
      }
    }
    listed.keySet().stream().filter(job -> !there.contains(job))
        .forEach(job -> found(listed.get(job), "consistency-no-failure"));
  }

  private boolean endsStep(Work job) {
    return outlines.of(procedures.release(file.releaseId())).processes().values().stream()
        .anyMatch(each -> each.definitionId().equals(job.definitionId()) && each.stepEnds().contains(job.activity()));
  }

  private static String words(String value) {
    return value == null || value.isEmpty() ? "–" : value;
  }

  private static String day(LocalDate day) {
    return day == null ? "–" : Texts.day(day);
  }
}
