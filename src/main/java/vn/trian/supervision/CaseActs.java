package vn.trian.supervision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseHolds;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Done;
import vn.trian.workflow.Foresight;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.Heads;
import vn.trian.workflow.Hold;
import vn.trian.workflow.NewNote;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/**
 * One action on many cases: first what it would come to for each of them, then, when somebody confirms that, each for
 * itself through the {@link Desk}. What cannot be done for one case does not stop the others.
 */
@Service
public class CaseActs {

  /** Cases, or tasks of cases, that one turn may have. */
  public static final int MOST = 150;

  private final Desk desk;
  private final Foresight foresight;
  private final WorkList work;
  private final CaseFiles cases;
  private final CaseHolds holds;
  private final Procedures procedures;
  private final Officers officers;

  CaseActs(Desk desk, Foresight foresight, WorkList work, CaseFiles cases, CaseHolds holds, Procedures procedures,
      Officers officers) {
    this.desk = desk;
    this.foresight = foresight;
    this.work = work;
    this.cases = cases;
    this.holds = holds;
    this.procedures = procedures;
    this.officers = officers;
  }

  /** What can be done to many cases. */
  public enum Action {
    HAND_ON,
    NOTE,
    HOLD,
    RESUME
  }

  /**
   * What is to be done to all of them.
   *
   * @param assignee login of who is to get the tasks, where they are handed on
   * @param toOffice whether a note goes to the office that holds the case, and not to who has its task
   * @param words    the reason, or the text of the note
   */
  public record Wish(Action action, String assignee, boolean toOffice, String words) {}

  /**
   * What an action is about, as it was when somebody looked.
   *
   * @param task     id of the task that is to be handed on; empty for other actions
   * @param expected who has that task, the step that is to be held, whom a note is for; empty for nobody in particular
   */
  public record Target(String code, String task, String expected) {

    private static final String BETWEEN = "|";
    private static final int PARTS = 3;

    /** The target as one text. */
    public String token() {
      return String.join(BETWEEN, code, task, expected);
    }

    /** The target that a text stands for; empty when it stands for none. */
    public static Optional<Target> read(String token) {
      String[] parts = token.split("\\" + BETWEEN, -1);
      return parts.length == PARTS ? Optional.of(new Target(parts[0], parts[1], parts[2])) : Optional.empty();
    }
  }

  /**
   * What would come of the action for one case.
   *
   * @param owner     null for a case that is out of reach, which is told of as one that does not exist
   * @param arguments of the sentence that says what would happen; empty when nothing would
   * @param refusal   why not; null when it would be done
   */
  public record Preview(Target target, String owner, List<Label> arguments, DomainException refusal) {

    /** The arguments as they are said in a language. */
    public Object[] arguments(String language) {
      return arguments.stream().map(each -> each.in(language)).toArray();
    }
  }

  /**
   * What came of it.
   *
   * @param done    null when it was refused
   * @param refusal null when it was done
   */
  public record Result(String code, Done done, DomainException refusal) {}

  /** The actions that somebody may do to cases of their own reach. */
  public Set<Action> actions(Actor actor) {
    Supervisors.require(actor);
    Set<Action> actions = EnumSet.of(Action.NOTE);
    if (Heads.leads(actor)) {
      actions.addAll(EnumSet.allOf(Action.class));
    } else if (actor.holds(Role.DEPT_HEAD)) {
      actions.add(Action.HAND_ON);
    }
    return actions;
  }

  /** Colleagues to whom tasks of the own office may be handed. */
  public List<Officer> colleagues(Actor actor) {
    return officers.at(actor.officeId());
  }

  /**
   * What would come of the wish, for each case or for each of its tasks.
   *
   * @throws DomainException INVALID {@code acts-too-many}, {@code acts-none}
   */
  public List<Preview> preview(Wish wish, Collection<String> codes, Actor actor) {
    Supervisors.require(actor);
    requireFew(codes);
    return codes.stream().flatMap(code -> preview(wish, code, actor).stream()).toList();
  }

  private List<Preview> preview(Wish wish, String code, Actor actor) {
    CaseFile file;
    try {
      file = cases.visible(code, actor);
    } catch (DomainException unknown) {
      return List.of(new Preview(new Target(code, "", ""), null, List.of(), unknown));
    }
    return switch (wish.action()) {
      case HAND_ON -> handOn(wish, file, actor);
      case NOTE -> List.of(note(wish, file, actor));
      case HOLD -> List.of(foreseen(file, new Target(code, "", Objects.toString(file.step(), "")), () -> {
        foresight.hold(code, new Hold(wish.words(), Objects.toString(file.step(), "")), actor);
        return List.of(stepName(file));
      }));
      case RESUME -> List.of(foreseen(file, new Target(code, "", ""), () -> {
        foresight.resume(code, new Hold(wish.words(), null), actor);
        return holds.current(file).map(hold -> Label.same(hold.heldByName())).stream().toList();
      }));
    };
  }

  private List<Preview> handOn(Wish wish, CaseFile file, Actor actor) {
    List<WorkItem> here = work.ofCase(file.code()).stream()
        .filter(item -> item.officeId().equals(actor.officeId())).toList();
    if (here.isEmpty()) {
      return List.of(new Preview(new Target(file.code(), "", ""), file.ownerName(), List.of(),
          new DomainException(Kind.CONFLICT, "acts-no-task")));
    }
    return here.stream().map(item -> {
      String holder = Objects.toString(item.assignee(), "");
      return foreseen(file, new Target(file.code(), item.taskId(), holder), () -> {
        Officer successor = foresight.reassign(item.taskId(), new HandOn(wish.assignee(), holder, wish.words()), actor);
        return List.of(taskName(file, item), Label.same(successor.fullName()), holder.isEmpty()
            ? new Label("hàng đợi", "the queue") : Label.same(officers.nameOf(holder)));
      });
    }).toList();
  }

  /** A note to who has the task; to the office where nobody has it. */
  private Preview note(Wish wish, CaseFile file, Actor actor) {
    String addressee = wish.toOffice() ? "" : work.ofCase(file.code()).stream().map(WorkItem::assignee)
        .filter(Objects::nonNull).findFirst().orElse("");
    return foreseen(file, new Target(file.code(), "", addressee), () ->
        List.of(Label.same(foresight.note(file.code(), new NewNote(addressee, wish.words()), actor))));
  }

  private static Preview foreseen(CaseFile file, Target target, Supplier<List<Label>> action) {
    try {
      return new Preview(target, file.ownerName(), action.get(), null);
    } catch (DomainException refusal) {
      return new Preview(target, file.ownerName(), List.of(), refusal);
    }
  }

  private Label stepName(CaseFile file) {
    var step = procedures.release(file.releaseId()).procedure().steps().get(file.step());
    return step == null ? file.state().label() : step.name();
  }

  private Label taskName(CaseFile file, WorkItem item) {
    return procedures.release(file.releaseId()).procedure().step(item.step()).taskName(item.phase());
  }

  /**
   * Does it, one target after the other, each in a transaction and with a key of its own: sent again with the same key
   * nothing happens twice.
   *
   * @throws DomainException INVALID {@code acts-too-many}, {@code acts-none}
   */
  public List<Result> perform(Wish wish, Collection<Target> targets, String key, Actor actor) {
    Supervisors.require(actor);
    requireFew(targets);
    List<Result> results = new ArrayList<>();
    for (Target target : targets) {
      try {
        results.add(new Result(target.code(), perform(wish, target, keyOf(key, target), actor), null));
      } catch (DomainException refusal) {
        results.add(new Result(target.code(), null, refusal));
      }
    }
    return results;
  }

  private Done perform(Wish wish, Target target, String key, Actor actor) {
    // who may not see the case is told so whatever task the request names
    cases.visible(target.code(), actor);
    return switch (wish.action()) {
      case HAND_ON ->
          desk.reassign(target.task(), new HandOn(wish.assignee(), target.expected(), wish.words()), key, actor);
      case NOTE -> desk.note(target.code(), new NewNote(target.expected(), wish.words()), key, actor);
      case HOLD -> desk.hold(target.code(), new Hold(wish.words(), target.expected()), key, actor);
      case RESUME -> desk.resume(target.code(), new Hold(wish.words(), null), key, actor);
    };
  }

  private static void requireFew(Collection<?> chosen) {
    if (chosen.isEmpty()) {
      throw new DomainException(Kind.INVALID, "acts-none");
    }
    if (chosen.size() > MOST) {
      throw new DomainException(Kind.INVALID, "acts-too-many", chosen.size(), MOST);
    }
  }

  private static String keyOf(String key, Target target) {
    return key == null || key.isBlank() ? null
        : UUID.nameUUIDFromBytes((key + " " + target.token()).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
