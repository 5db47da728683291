package vn.trian.workflow.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.PaperTick;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.workflow.Act;
import vn.trian.workflow.Intake;
import vn.trian.workflow.Outcomes;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/**
 * Tells the story of a finished case once more, by the release that is at work in the chamber. What was answered then
 * is answered again; what was never asked is found out, and done where it needs no answer. Findings name steps, papers
 * and fields, never what was written in them.
 */
class Replay {

  /** More than any case has, should a release go round in circles. */
  private static final int MOST = 200;
  private static final String PAPERS = "papers.";
  private static final String REPLAY = "rehearsal.replay.";

  private final Cast cast;
  private final ChamberTables tables;
  private final MovableClock clock;
  private final WorkList work;
  private final CaseFiles cases;
  private final CaseContexts contexts;
  private final Procedures procedures;
  private final Outcomes outcomes;
  private final Endings endings;

  Replay(Cast cast, ChamberTables tables, MovableClock clock, WorkList work, CaseFiles cases, CaseContexts contexts,
      Procedures procedures, Outcomes outcomes, Endings endings) {
    this.cast = cast;
    this.tables = tables;
    this.clock = clock;
    this.work = work;
    this.cases = cases;
    this.contexts = contexts;
    this.procedures = procedures;
    this.outcomes = outcomes;
    this.endings = endings;
  }

  /**
   * How a story came out.
   *
   * @param ending   null when it was not even taken in
   * @param findings what could not be done as it was done then
   */
  record Told(Ending ending, List<Finding> findings) {

    boolean toTheEnd() {
      return ending != null && ending.complete();
    }
  }

  /**
   * Tells a story by the release of a procedure that is at work.
   *
   * @param known what the registers knew before it
   */
  Told tell(String procedureKey, Story story, List<RealFacts.Rows> known) {
    tables.restore();
    tables.add(known);
    clock.moveTo(story.filed());
    return new Retelling(procedures.active(procedureKey).procedure(), story).tell();
  }

  /** One story being told. */
  private final class Retelling {

    private final Procedure procedure;
    private final Story story;
    private final Deque<Story.Move> left;
    private final List<Finding> findings = new ArrayList<>();
    private String code;

    Retelling(Procedure procedure, Story story) {
      this.procedure = procedure;
      this.story = story;
      this.left = new ArrayDeque<>(story.moves());
    }

    Told tell() {
      try {
        code = receive(left.poll());
        int moves = 0;
        while (code != null && moves < MOST && goOn()) {
          moves++;
        }
        if (moves == MOST) {
          say("goes-on", MOST);
        }
      } catch (NotPlayable missing) {
        findings.add(missing.finding());
      } catch (DomainException refusal) {
        // a refusal that names no field: its code is known, what it says of the case stays here
        say("refused", Finding.of(refusal.code(), covered(refusal.arguments())));
      } catch (RuntimeException broken) {
        say("broke", broken.getClass().getSimpleName());
      }
      return new Told(code == null ? null : endings.of(code), findings);
    }

    private String receive(Story.Move desk) {
      List<PaperTick> ticks = new ArrayList<>(story.papers());
      Act act = desk.act();
      for (int tried = 0; ; tried++) {
        try {
          return cast.receive(procedure.key(), story.office(), new Act(act.outcome(), act.reasonCode(), act.reason(),
              act.items(), null, story.application(), ticks, true)).caseCode();
        } catch (DomainException refusal) {
          List<String> papers = refusal.problems().stream().map(FieldProblem::field)
              .filter(each -> each.startsWith(PAPERS)).map(each -> each.substring(PAPERS.length())).toList();
          if (tried > 0 || papers.isEmpty() || papers.size() < refusal.problems().size()) {
            say("desk-asks", Finding.list(asked(procedure.applicationForm(), refusal)));
            return null;
          }
          // the citizen would have had to bring them, and is taken to have done so
          say("papers", Finding.list(papers.stream().map(id -> paper(id)).toList()));
          papers.forEach(id -> {
            ticks.removeIf(each -> each.kind().equals(id));
            procedure.paper(id).ifPresent(each ->
                ticks.add(new PaperTick(id, true, each.copyKind().name(), 1, null, List.of())));
          });
        }
      }
    }

    /** Does the next thing; false when there is nothing more to do, or no way on. */
    private boolean goOn() {
      Story.Move next = left.peek();
      if (cast.fireNext(code, next == null ? story.ended() : next.at())) {
        return true;
      }
      List<WorkItem> open = work.ofCase(code);
      if (next == null && open.isEmpty()) {
        return !cases.get(code).state().isFinal() && cast.fireNext(code, null);
      }
      if (next != null && next.step().equals(Intake.STEP) && next.act().outcome().equals("WITHDRAW")) {
        cast.comes(next.at());
        cast.withdraw(code, story.office(), next.act().reason());
        left.poll();
        return true;
      }
      Optional<WorkItem> same = next == null ? Optional.empty()
          : open.stream().filter(item -> next.isAt(item.step(), item.phase())).findFirst();
      if (same.isPresent()) {
        left.poll();
        cast.comes(next.at());
        return act(same.get(), next);
      }
      boolean comesLater = open.stream().anyMatch(item ->
          left.stream().anyMatch(move -> move.isAt(item.step(), item.phase())));
      if (next != null && (comesLater || open.isEmpty())) {
        if (open.isEmpty() && cast.fireNext(code, null)) {
          return true;
        }
        left.poll();
        say("step-gone", taskName(next));
        return true;
      }
      return pass(open.get(0));
    }

    /** Answers a task as it was answered then. */
    private boolean act(WorkItem item, Story.Move move) {
      try {
        cast.actAsSomebody(code, item.taskId(), move.act());
        return true;
      } catch (DomainException refusal) {
        say("asks", taskName(item), Finding.list(asked(form(item), refusal)));
        return false;
      }
    }

    /** Does a task that was not there then, with the outcome that lets the case go on. */
    private boolean pass(WorkItem item) {
      Step step = procedure.step(item.step());
      Map<String, Object> context = new LinkedHashMap<>(contexts.of(cases.get(code)));
      List<String> offered = outcomes.of(procedure, step, item.phase(), context);
      String chosen = offered.stream().filter(each -> {
        Outcome outcome = procedure.outcome(each);
        return outcome.needs().stream().allMatch(Outcome.Need.CONFIRM::equals);
      }).findFirst().orElse(offered.get(0));
      Label outcome = procedure.outcome(chosen).label();
      try {
        cast.actAsSomebody(code, item.taskId(), new Act(chosen, null, null, null, null, Map.of(), null, true));
        say("step-added", taskName(item), outcome);
        return true;
      } catch (DomainException refusal) {
        say("step-added-asks", taskName(item), Finding.list(asked(form(item), refusal)));
        return false;
      }
    }

    private FormSchema form(WorkItem item) {
      return procedure.formOf(procedure.step(item.step()), item.phase());
    }

    private Label taskName(WorkItem item) {
      return procedure.step(item.step()).taskName(item.phase());
    }

    private Label taskName(Story.Move move) {
      Step step = procedure.steps().get(move.step());
      return step == null ? new Label(move.name(), null) : step.taskName(move.phase());
    }

    /** What a refusal asks for: fields and papers by their names in the procedure. */
    private List<Object> asked(FormSchema form, DomainException refusal) {
      if (refusal.problems().isEmpty()) {
        return List.of(Finding.of(refusal.code(), covered(refusal.arguments())));
      }
      List<Object> asked = new ArrayList<>();
      for (FieldProblem problem : refusal.problems()) {
        String field = problem.field().replaceAll("\\[\\d+]", "[]");
        Object name = field.startsWith(PAPERS) ? paper(field.substring(PAPERS.length()))
            : form == null ? field : form.at(field).map(FormComponent::title).<Object>map(each -> each).orElse(field);
        if (!asked.contains(name)) {
          asked.add(name);
        }
      }
      return asked;
    }

    private Object paper(String id) {
      return procedure.paper(id).<Object>map(each -> each.name()).orElse(id);
    }

    /** Once, however often the case comes there. */
    private void say(String what, Object... arguments) {
      Finding said = Finding.of(REPLAY + what, arguments);
      if (!findings.contains(said)) {
        findings.add(said);
      }
    }
  }

  /** Whatever a refusal says of the people of a case is not told. */
  private static Object[] covered(Object[] arguments) {
    Object[] covered = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      covered[i] = arguments[i] instanceof Integer ? arguments[i] : "…";
    }
    return covered;
  }
}
