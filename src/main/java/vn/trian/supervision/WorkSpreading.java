package vn.trian.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.TimeLeft;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.organization.Substitution;
import vn.trian.organization.Substitutions;
import vn.trian.security.Actor;
import vn.trian.supervision.FairShare.Move;
import vn.trian.workflow.Load;
import vn.trian.workflow.OfficeWork;
import vn.trian.workflow.WorkItem;

/** Who has what at the supervisor's own office, and who should have it. Only reads. */
@Service
@Transactional(readOnly = true)
public class WorkSpreading {

  /** Tasks on one page; the rest comes when these are spread. */
  public static final int MOST = 50;

  private static final Set<Role> WITHOUT_TASKS = Set.of(Role.ADMIN, Role.SUPERVISOR);

  private final OfficeWork work;
  private final Officers officers;
  private final Substitutions substitutions;
  private final CaseDeadlines deadlines;
  private final Clock clock;

  WorkSpreading(OfficeWork work, Officers officers, Substitutions substitutions, CaseDeadlines deadlines,
      Clock clock) {
    this.work = work;
    this.officers = officers;
    this.substitutions = substitutions;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * What an office has to do.
   *
   * @param people    those who work on tasks, as they were recorded
   * @param lines     open tasks, earliest limit first, {@value #MOST} at most
   * @param total     number of all open tasks
   */
  public record Board(List<Person> people, List<Line> lines, long total) {}

  /**
   * Somebody with what they have to do.
   *
   * @param absence why they are not there today; null when they are
   */
  public record Person(Officer officer, Load load, Substitution absence) {}

  /**
   * An open task.
   *
   * @param led       whether the one who looks may hand it to others
   * @param able      those who may do it, whether they are there or not
   * @param suggested who should have it; null = leave it
   */
  public record Line(WorkItem item, TimeLeft left, boolean led, List<Officer> able, Move suggested) {}

  /**
   * The own office of a supervisor.
   *
   * @param balance also suggest to move what people have begun
   * @throws vn.trian.shared.DomainException FORBIDDEN {@code supervision-not-yours}
   */
  public Board board(Actor actor, boolean balance) {
    Supervisors.require(actor);
    LocalDate today = LocalDate.now(clock);
    LocalDate soonUntil = deadlines.soonUntil(today);
    List<Person> people = people(actor.officeId(), today, soonUntil);
    Map<String, Officer> byLogin = people.stream().map(Person::officer)
        .collect(Collectors.toMap(Officer::login, officer -> officer, (a, b) -> a, LinkedHashMap::new));
    List<OfficeWork.Open> open = work.open(actor, MOST);
    Map<String, Move> moves = moves(open, people, today, soonUntil, balance);
    List<Line> lines = open.stream().map(each -> new Line(each.item(), left(each.item(), today), each.led(),
        each.able().stream().map(byLogin::get).toList(), moves.get(each.item().taskId()))).toList();
    return new Board(people, lines, work.count(actor.officeId()));
  }

  private TimeLeft left(WorkItem item, LocalDate today) {
    return deadlines.timeLeft(item.dueOn(), today, item.waiting() && item.dueOn() == null);
  }

  private List<Person> people(String officeId, LocalDate today, LocalDate soonUntil) {
    Map<String, Load> loads = work.loads(officeId, today, soonUntil).stream()
        .collect(Collectors.toMap(Load::officer, load -> load));
    return officers.at(officeId).stream().filter(officer -> !WITHOUT_TASKS.containsAll(officer.roles())
            || loads.containsKey(officer.login()) || !substitutions.heldBy(officer.login()).isEmpty())
        .map(officer -> new Person(officer,
            loads.getOrDefault(officer.login(), new Load(officer.login(), 0, 0, 0)),
            absence(officer.login()).orElse(null))).toList();
  }

  private Optional<Substitution> absence(String login) {
    return substitutions.present().stream().filter(each -> each.absentee().equals(login)).findFirst();
  }

  private static Map<String, Move> moves(List<OfficeWork.Open> open, List<Person> people, LocalDate today,
      LocalDate soonUntil, boolean balance) {
    List<Person> present = people.stream().filter(person -> person.absence() == null).toList();
    FairShare share = new FairShare(present.stream().map(person -> person.officer().login()).toList(), today,
        soonUntil);
    present.forEach(person -> share.with(person.officer().login(), person.load().open(), person.load().soon(),
        person.load().late()));
    List<FairShare.Task> tasks = open.stream().filter(each -> each.led() && !each.item().waiting())
        .map(each -> new FairShare.Task(each.item().taskId(), each.item().dueOn(), each.item().assignee(),
            each.able())).toList();
    return share.suggest(tasks, balance).stream().collect(Collectors.toMap(Move::task, move -> move));
  }
}
