package vn.trian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseOffices;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.Limit;
import vn.trian.deadline.PlannedStep;
import vn.trian.organization.Office;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.shared.Json;
import vn.trian.shared.Level;
import vn.trian.supervision.ForecastRule.Leg;
import vn.trian.supervision.Paces.Pace;

/**
 * Which open cases will probably miss the day promised: by {@link ForecastRule}, from what the steps still to come
 * took of late. Cases that are late already, or whose clock stands still, are none of its business.
 */
@Service
@Transactional(readOnly = true)
public class Forecast {

  /** Cases that are looked at; those that are due first. */
  public static final int LOOKED_AT = 5_000;
  /** Risk from which a case is told of. */
  public static final double POSSIBLE = 0.25;
  /** Risk from which a case will sooner miss its day than keep it. */
  public static final double PROBABLE = 0.5;

  private static final String CASES = """
      select c.code, c.owner_name, c.subject_name, c.procedure_key, c.receiving_office, c.commune, c.received_on,
        c.office, c.level_code, c.step, c.step_name, c.due_on, k.step as running, k.step_name as running_name,
        k.step_due_on, k.remaining_steps, (select max(b.happened_on) from {schema}deadline_entry b
          where b.case_code = c.code and b.kind in ('STEP_OPENED', 'RESUMED', 'STEP_CLOSED')) as since
      from {schema}case_file c join {schema}case_clock k on k.case_code = c.code
      where {where} and not c.paused and c.due_on >= :today and k.decided_on is null
      order by c.due_on, c.code limit :rows""";

  private static final Comparator<Read> RISKIEST = Comparator.comparing(Read::row,
      Comparator.comparingDouble((Row row) -> -row.risk()).thenComparing(Row::dueOn).thenComparing(Row::code));

  private final Selections selections;
  private final StepHistory history;
  private final CaseOffices offices;
  private final Procedures procedures;
  private final Calendars calendars;
  private final KeptFigures kept;
  private final Clock clock;

  Forecast(Selections selections, StepHistory history, CaseOffices offices, Procedures procedures,
      Calendars calendars, KeptFigures kept, Clock clock) {
    this.selections = selections;
    this.history = history;
    this.offices = offices;
    this.procedures = procedures;
    this.calendars = calendars;
    this.kept = kept;
    this.clock = clock;
  }

  /** What is foreseen, the likeliest to be late first. */
  public final class Outlook {

    private final List<Read> cases;
    private final boolean cut;
    private final LocalDate today;

    private Outlook(List<Read> cases, boolean cut, LocalDate today) {
      this.cases = cases;
      this.cut = cut;
      this.today = today;
    }

    /** Cases with a risk of {@link Forecast#POSSIBLE} or more. */
    public int possible() {
      return cases.size();
    }

    /** Cases with a risk of {@link Forecast#PROBABLE} or more. */
    public long probable() {
      return cases.stream().filter(each -> each.row().risk() >= PROBABLE).count();
    }

    /** Whether there were more open cases than {@link Forecast#LOOKED_AT}. */
    public boolean cut() {
      return cut;
    }

    /** Some of the cases; a cause is sought for these only. */
    public List<Row> page(int from, int rows) {
      return cases.stream().skip(from).limit(rows).map(each -> explained(each, today)).toList();
    }
  }

  /**
   * A case that may miss its day.
   *
   * @param holder   id of the office that has it
   * @param risk     {@link #POSSIBLE} to 1
   * @param likelyOn day by which the result is there as likely as not
   * @param cause    null when nothing but the result itself is waited for
   */
  public record Row(String code, String owner, String subject, String procedure, String holder, String step,
      String stepName, LocalDate dueOn, double risk, LocalDate likelyOn, Cause cause) {}

  /**
   * The step that will take longest.
   *
   * @param running    whether it is the present one
   * @param basis      what median and passes are known from
   * @param median     working days that it took at the median
   * @param passes     how often it did
   * @param limitDays  working days that its limit allows; 0 when the law sets none
   * @param elapsed    working days that it has lasted; 0 for a step to come
   * @param restDays   working days that all that is left takes at the median
   * @param daysLeft   working days after today up to the day promised
   */
  public record Cause(String step, String stepName, String office, boolean running, PaceBasis basis, double median,
      long passes, int limitDays, int elapsed, int restDays, int daysLeft) {}

  /** A step that is left of a case, with what is known of it. */
  private record Ahead(PlannedStep step, String office, Pace pace, int limitDays, int elapsed, boolean running) {

    Leg leg() {
      return new Leg(pace.days(), elapsed);
    }
  }

  /** A case as it is read. */
  private record Read(Row row, List<Ahead> ahead, int daysLeft) {}

  /** The outlook for the cases of a filter. */
  public Outlook outlook(CaseFilter filter, Actor actor) {
    return kept.get("forecast", filter, actor, Outlook::possible, () -> read(filter, actor)).figures();
  }

  private Outlook read(CaseFilter filter, Actor actor) {
    LocalDate today = LocalDate.now(clock);
    Reader reader = new Reader(today, history.paces(), procedures.active().stream()
        .collect(Collectors.toMap(release -> release.procedure().key(), release -> release.procedure())));
    List<Read> cases = selections.of(filter, actor).with("rows", LOOKED_AT + 1).sql(CASES)
        .query((row, number) -> reader.read(row)).list();
    boolean cut = cases.size() > LOOKED_AT;
    return new Outlook(cases.stream().limit(LOOKED_AT).filter(each -> each.row().risk() >= POSSIBLE)
        .sorted(RISKIEST).toList(), cut, today);
  }

  private Row explained(Read read, LocalDate today) {
    Row row = read.row();
    int rest = ForecastRule.likelyDays(read.ahead().stream().map(Ahead::leg).toList());
    Cause cause = read.ahead().stream().filter(ahead -> !ahead.step().step().equals(StepHistory.TAIL))
        .max(Comparator.comparingInt(ahead -> ahead.leg().likelyDays()))
        .map(ahead -> new Cause(ahead.step().step(), ahead.step().name(), ahead.office(), ahead.running(),
            ahead.pace().basis(), ahead.pace().days().median(), ahead.pace().days().count(), ahead.limitDays(),
            ahead.elapsed(), rest, read.daysLeft()))
        .orElse(null);
    return new Row(row.code(), row.owner(), row.subject(), row.procedure(), row.holder(), row.step(), row.stepName(),
        row.dueOn(), row.risk(), calendars.plusWorkingDays(today, rest), cause);
  }

  /** Reads cases on one day; what many have in common is worked out once. */
  private final class Reader {

    private final LocalDate today;
    private final Paces paces;
    private final Map<String, Procedure> active;
    private final Map<String, List<PlannedStep>> routes = new HashMap<>();
    private final Map<Limit, Integer> limits = new HashMap<>();

    Reader(LocalDate today, Paces paces, Map<String, Procedure> active) {
      this.today = today;
      this.paces = paces;
      this.active = active;
    }

    Read read(ResultSet row) throws SQLException {
      LocalDate dueOn = row.getObject("due_on", LocalDate.class);
      List<Ahead> ahead = ahead(row);
      int daysLeft = Math.max(0, calendars.workingDaysBetween(today, dueOn));
      double risk = ForecastRule.risk(ahead.stream().map(Ahead::leg).toList(), daysLeft);
      return new Read(new Row(row.getString("code"), row.getString("owner_name"), row.getString("subject_name"),
          row.getString("procedure_key"), row.getString("office"), row.getString("step"), row.getString("step_name"),
          dueOn, risk, null, null), ahead, daysLeft);
    }

    private List<Ahead> ahead(ResultSet row) throws SQLException {
      String procedure = row.getString("procedure_key");
      List<Ahead> ahead = new ArrayList<>();
      LocalDate since = row.getObject("since", LocalDate.class);
      int elapsed = since == null ? 0 : Math.max(0, calendars.workingDaysBetween(since, today));
      String running = row.getString("running");
      if (running != null) {
        LocalDate dueOn = row.getObject("step_due_on", LocalDate.class);
        int limit = since == null || dueOn == null ? 0 : Math.max(1, calendars.workingDaysBetween(since, dueOn));
        PlannedStep step = new PlannedStep(running, row.getString("running_name"), null);
        Pace pace = paces.orLimit(procedure, running, row.getString("office"),
            Level.valueOf(row.getString("level_code")), limit);
        ahead.add(new Ahead(step, row.getString("office"), pace, limit, elapsed, true));
      }
      for (PlannedStep step : route(row.getString("remaining_steps"))) {
        Optional<Office> office = officeOf(row, procedure, step.step());
        int limit = step.limit() == null ? 0 : limits.computeIfAbsent(step.limit(),
            each -> calendars.workingDaysBetween(today, calendars.due(today, each)));
        String id = office.map(Office::id).orElse(null);
        Pace pace = paces.orLimit(procedure, step.step(), id, office.map(Office::level).orElse(null), limit);
        ahead.add(new Ahead(step, id, pace, limit, 0, false));
      }
      tail(procedure, row.getString("office"), ahead, elapsed).ifPresent(ahead::add);
      return ahead;
    }

    /** What comes after the last step, as far as it is known. */
    private Optional<Ahead> tail(String procedure, String holder, List<Ahead> ahead, int elapsed) {
      String office = ahead.isEmpty() ? holder : ahead.get(ahead.size() - 1).office();
      return paces.of(procedure, StepHistory.TAIL, office, null)
          .map(pace -> new Ahead(new PlannedStep(StepHistory.TAIL, StepHistory.TAIL, null), office, pace, 0,
              ahead.isEmpty() ? elapsed : 0, ahead.isEmpty()));
    }

    private List<PlannedStep> route(String remaining) {
      return routes.computeIfAbsent(remaining, text -> List.of(Json.read(text, PlannedStep[].class)));
    }

    /** Empty when the procedure has the step no more. */
    private Optional<Office> officeOf(ResultSet row, String procedure, String step) throws SQLException {
      Procedure known = active.get(procedure);
      Step found = known == null ? null : known.steps().get(step);
      return found == null ? Optional.empty() : offices.officeFor(row.getString("commune"),
          row.getString("receiving_office"), row.getObject("received_on", LocalDate.class), found.level());
    }
  }
}
