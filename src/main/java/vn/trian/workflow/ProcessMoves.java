package vn.trian.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.ReceivedPaper;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.document.DocumentStatus;
import vn.trian.document.DocumentView;
import vn.trian.document.Documents;
import vn.trian.procedure.PaperKind;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Step;
import vn.trian.shared.Label;
import vn.trian.workflow.engine.CaseVariables;
import vn.trian.workflow.migration.EngineObjections;
import vn.trian.workflow.migration.MoveRefused;
import vn.trian.workflow.migration.Outlines.Node;
import vn.trian.workflow.migration.Outlines.ProcessOutline;
import vn.trian.workflow.migration.Plans;
import vn.trian.workflow.migration.Reason;

/**
 * Moves all processes of one case, and what our tables say of them, to another release of its procedure. What has
 * begun stays as it began: who has a task, who may have it, when it is due, limits that run, answers, papers,
 * documents. What comes next is the new release's.
 */
@Service
public class ProcessMoves {

  private final WorkItemRepository items;
  private final CasePapers papers;
  private final Documents documents;
  private final CaseDeadlines deadlines;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final GuardedActions guarded;

  ProcessMoves(WorkItemRepository items, CasePapers papers, Documents documents, CaseDeadlines deadlines,
      RuntimeService runtime, TaskService tasks, GuardedActions guarded) {
    this.items = items;
    this.papers = papers;
    this.documents = documents;
    this.deadlines = deadlines;
    this.runtime = runtime;
    this.tasks = tasks;
    this.guarded = guarded;
  }

  /**
   * Moves a case. The caller holds its lock and takes everything back when it is refused.
   *
   * @throws MoveRefused with everything that stands in the way
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(CaseFile file, Plans.Ready plan) {
    new Move(file, plan).run();
  }

  /**
   * A process of the case.
   *
   * @param call    activity of the calling process, null of the procedure's own
   * @param step    step that it was told to handle, null for none
   * @param newStep the same in the new release
   */
  private record Running(String id, String key, Running caller, String call, String step, String newStep) {}

  /** The move of one case. */
  private final class Move {

    private final CaseFile file;
    private final Plans.Ready plan;
    private final Procedure before;
    private final Procedure after;
    private final Set<Reason> reasons = new LinkedHashSet<>();
    private final Map<String, Running> processes = new LinkedHashMap<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Map<String, Map<String, VariableInstance>> variables = new HashMap<>();

    Move(CaseFile file, Plans.Ready plan) {
      this.file = file;
      this.plan = plan;
      this.before = plan.from().procedure();
      this.after = plan.to().procedure();
    }

    void run() {
      readProcesses();
      judgeData();
      processes.values().forEach(this::migrate);
      if (reasons.isEmpty()) {
        adjustVariables();
        adjustTasks();
        adjustCase();
      }
      if (!reasons.isEmpty()) {
        throw new MoveRefused(List.copyOf(reasons));
      }
    }

    private void readProcesses() {
      Map<String, ExecutionEntity> executions = guarded.within(() -> runtime.createExecutionQuery()
          .processInstanceBusinessKey(file.code()).list()).stream().map(ExecutionEntity.class::cast)
          .collect(Collectors.toMap(ExecutionEntity::getId, each -> each));
      List<ExecutionEntity> instances = executions.values().stream()
          .filter(each -> each.getId().equals(each.getProcessInstanceId())).toList();
      if (instances.isEmpty()) {
        throw new MoveRefused(List.of(new Reason("migration-no-process", List.of())));
      }
      guarded.within(() -> runtime.createVariableInstanceQuery()
              .processInstanceIdIn(instances.stream().map(ExecutionEntity::getId).toArray(String[]::new))
              .disableBinaryFetching().list())
          .stream().filter(each -> each.getExecutionId().equals(each.getProcessInstanceId()))
          .forEach(each -> variables.computeIfAbsent(each.getExecutionId(), id -> new HashMap<>())
              .put(each.getName(), each));
      instances.forEach(each -> running(each, executions));
    }

    private Running running(ExecutionEntity instance, Map<String, ExecutionEntity> executions) {
      Running known = processes.get(instance.getId());
      if (known != null) {
        return known;
      }
      ProcessOutline outline = plan.before().processes().values().stream()
          .filter(each -> each.definitionId().equals(instance.getProcessDefinitionId())).findFirst()
          .orElseThrow(() -> new MoveRefused(List.of(new Reason("migration-mixed",
              List.of(Label.same(String.valueOf(plan.from().version())))))));
      ExecutionEntity caller = executions.get(instance.getSuperExecutionId());
      Running above = caller == null ? null
          : running(executions.get(caller.getProcessInstanceId()), executions);
      String call = caller == null ? null : caller.getActivityId();
      String step = text(instance.getId(), CaseVariables.STEP);
      Running found = new Running(instance.getId(), outline.key(), above, call, step,
          step == null ? null : newStep(above, call, step));
      processes.put(instance.getId(), found);
      if (step != null) {
        steps.put(step, found.newStep());
      }
      return found;
    }

    private String newStep(Running caller, String call, String step) {
      Node target = caller == null ? null : targetOf(caller.key(), call);
      if (target != null && target.step() != null) {
        return target.step();
      }
      return caller != null && step.equals(caller.step()) ? caller.newStep() : step;
    }

    private Node targetOf(String process, String activity) {
      return plan.mapping().target(process, activity)
          .flatMap(id -> plan.after().process(process).flatMap(outline -> outline.node(id))).orElse(null);
    }

    private String text(String process, String name) {
      VariableInstance variable = variables.getOrDefault(process, Map.of()).get(name);
      return variable == null || variable.getValue() == null ? null : variable.getValue().toString();
    }

    /** What the tables hold has to mean something in the new release too. */
    private void judgeData() {
      steps.values().forEach(this::judgeStep);
      if (file.step() != null) {
        judgeStep(newStepOf(file.step()));
        Step old = before.steps().get(file.step());
        Step now = after.steps().get(newStepOf(file.step()));
        if (old != null && now != null && old.level() != now.level()) {
          reasons.add(reason("migration-other-level", old.name(), now.name()));
        }
      }
      documents.of(file.code()).stream()
          .filter(each -> each.status() == DocumentStatus.DRAFT || each.status() == DocumentStatus.SIGNED)
          .filter(each -> !after.documents().containsKey(each.kind())).map(DocumentView::name).distinct()
          .forEach(name -> reasons.add(reason("migration-document-gone", Label.same(name))));
      papers.of(file.code()).stream().filter(ReceivedPaper::received).map(ReceivedPaper::kind)
          .filter(kind -> after.paper(kind).isEmpty()).forEach(kind -> reasons.add(reason("migration-paper-gone",
              before.paper(kind).map(PaperKind::name).orElse(Label.same(kind)))));
      file.variant().filter(each -> after.variants() == null || !after.variants().values().containsKey(each))
          .ifPresent(each -> reasons.add(reason("migration-variant-gone", before.nameOf(each))));
    }

    private void judgeStep(String step) {
      if (!after.steps().containsKey(step) && before.steps().containsKey(step)) {
        reasons.add(reason("migration-step-gone", before.step(step).name()));
      }
    }

    private String newStepOf(String step) {
      return steps.getOrDefault(step, step);
    }

    private void migrate(Running process) {
      ProcessOutline source = plan.before().processes().get(process.key());
      ProcessOutline target = plan.after().processes().get(process.key());
      if (target == null) {
        reasons.add(reason("migration-process-gone", Label.same(source.name())));
        return;
      }
      try {
        guarded.within(() -> {
          runtime.newMigration(plan.plans().get(process.key())).processInstanceIds(process.id()).execute();
          return null;
        });
      } catch (MigratingProcessInstanceValidationException refusal) {
        reasons.addAll(EngineObjections.of(refusal, source, target));
      }
    }

    private void adjustVariables() {
      for (Running process : processes.values()) {
        if (process.step() != null && !process.step().equals(process.newStep())) {
          set(process, CaseVariables.STEP, process.newStep());
        }
        Step step = process.newStep() == null ? null : after.steps().get(process.newStep());
        VariableInstance hasCheck = variables.getOrDefault(process.id(), Map.of()).get(CaseVariables.HAS_CHECK);
        if (step != null && hasCheck != null && !Objects.equals(hasCheck.getValue(), step.check() != null)) {
          set(process, CaseVariables.HAS_CHECK, step.check() != null);
        }
        if (process.caller() == null) {
          Map<String, Object> asked = after.applicationForm().processVariables(file.application());
          asked.keySet().removeAll(variables.getOrDefault(process.id(), Map.of()).keySet());
          asked.forEach((name, value) -> set(process, name, value));
        }
      }
    }

    private void set(Running process, String name, Object value) {
      guarded.within(() -> {
        runtime.setVariableLocal(process.id(), name, value);
        return null;
      });
    }

    private void adjustTasks() {
      Map<String, Task> open = guarded.within(() -> tasks.createTaskQuery()
          .processInstanceBusinessKey(file.code()).list()).stream()
          .collect(Collectors.toMap(Task::getId, each -> each));
      for (WorkItem item : items.findByCaseCode(file.code())) {
        Task task = open.get(item.taskId());
        Running process = task == null ? null : processes.get(task.getProcessInstanceId());
        if (process == null) {
          continue;
        }
        StepPhase at = StepPhase.of(task.getTaskDefinitionKey(), process.newStep(),
            place(process, task.getTaskDefinitionKey()), process.id());
        Step step = after.steps().get(at.step());
        if (step == null || step.part(at.phase()) == null) {
          reasons.add(reason("migration-part-gone", Label.same(item.name())));
          continue;
        }
        if (!step.level().equals(before.step(item.step()).level())) {
          reasons.add(reason("migration-other-level", before.step(item.step()).name(), step.name()));
          continue;
        }
        steps.put(item.step(), at.step());
        String name = step.taskName(at.phase()).vi();
        item.standsAt(at, name);
        if (!name.equals(task.getName())) {
          task.setName(name);
          guarded.within(() -> {
            tasks.saveTask(task);
            return null;
          });
        }
      }
    }

    private String place(Running process, String activity) {
      List<String> place = new ArrayList<>(List.of(activity));
      for (Running at = process; at.caller() != null; at = at.caller()) {
        place.add(0, plan.mapping().target(at.caller().key(), at.call()).orElse(at.call()));
      }
      return String.join("/", place);
    }

    private void adjustCase() {
      String step = file.step() == null ? null : newStepOf(file.step());
      Step known = step == null ? null : after.steps().get(step);
      String name = known == null ? file.stepName() : known.name().vi();
      if (step != null && known != null && !(step.equals(file.step()) && name.equals(file.stepName()))) {
        deadlines.rename(file.code(), step, name);
      }
      file.follow(plan.to().id(), step, name);
    }

    private static Reason reason(String code, Label... arguments) {
      return new Reason(code, List.of(arguments));
    }
  }
}
