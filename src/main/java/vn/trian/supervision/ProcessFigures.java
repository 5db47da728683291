package vn.trian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.Calendars;
import vn.trian.security.Actor;
import vn.trian.supervision.PeriodFigures.StepTime;
import vn.trian.workflow.ProcessModels.Activity;
import vn.trian.workflow.ProcessModels.Diagram;

/** Where the cases of a procedure stand in its diagram, and how long its activities took in a period. */
@Service
@Transactional(readOnly = true)
public class ProcessFigures {

  private static final String VERSIONS = """
      select r.id, r.version, r.active from {schema}procedure_release r
      where r.procedure_key = :procedure and r.deployment_id is not null
      order by r.version desc""";

  private static final String OPEN_BY_VERSION = """
      select c.release_id, count(*) as cases from {parts} c where {rest} group by c.release_id""";

  /** The activity of the diagram looked at that a task belongs to, whatever is called below it. */
  private static final String ACTIVITY = """
      case when position('/' in {tail}) > 0 then substring({tail} from 1 for position('/' in {tail}) - 1)
        else {tail} end""".replace("{tail}", "substring(w.place from :deep + 1)");

  private static final String INSIDE = "left(w.place, :deep) = :inside";

  private static final String OPEN = """
      select activity, standing, count(*) as cases from (
        select distinct c.code, {activity} as activity, {standing} as standing
        from {schema}case_file c left join {schema}work_item w on w.case_code = c.code and w.place is not null
        where (:deep = 0 or {inside}) and {where}) counted
      group by activity, standing""".replace("{activity}", ACTIVITY).replace("{inside}", INSIDE);

  private static final String DONE = """
      select activity, begun_on, done_on, count(*) as passes from (
        select {activity} as activity, w.begun_on, w.done_on
        from {schema}work_done w join {schema}case_file c on c.code = w.case_code
        where w.done_on between :first and :last and {in-reach} and {inside} and {where}) passed
      group by activity, begun_on, done_on""".replace("{activity}", ACTIVITY).replace("{inside}", INSIDE);

  private final Selections selections;
  private final PeriodFigures periods;
  private final Calendars calendars;
  private final KeptFigures kept;

  ProcessFigures(Selections selections, PeriodFigures periods, Calendars calendars, KeptFigures kept) {
    this.selections = selections;
    this.periods = periods;
    this.calendars = calendars;
    this.kept = kept;
  }

  /** A release of a procedure with the number of its open cases. */
  public record Version(String id, int number, boolean active, long cases) {}

  /**
   * An activity of a diagram.
   *
   * @param open    cases that stand there now
   * @param passes  how often it ended in the period: hand-overs of a step, or tasks done where there is no step
   * @param average working days of a pass, counted as those of a step in {@link StepTime}; NaN of none
   * @param median  of the same days
   */
  public record Passage(Activity activity, Tally open, long passes, double average, double median) {}

  /**
   * A diagram with its figures.
   *
   * @param elsewhere open cases that stand nowhere in the diagram; none inside of a called process
   */
  public record View(List<Passage> passages, Tally elsewhere) {}

  /** The releases of the procedure of a filter, newest first, with the open cases of its offices. */
  public List<Version> versions(CaseFilter filter, Actor actor) {
    CaseFilter all = new CaseFilter(Figure.OPEN, filter.period(), filter.office(), filter.procedure(), null, null,
        null, null, null, null, null, null);
    Map<String, Long> open = kept.get("versions", all, actor, Map::size, () -> openByVersion(all, actor)).figures();
    return selections.of(all, actor).sql(VERSIONS).query((row, number) -> new Version(row.getString("id"),
        row.getInt("version"), row.getBoolean("active"), open.getOrDefault(row.getString("id"), 0L))).list();
  }

  private Map<String, Long> openByVersion(CaseFilter filter, Actor actor) {
    Map<String, Long> open = new HashMap<>();
    selections.of(filter, actor).sql(OPEN_BY_VERSION).query(row -> {
      open.put(row.getString("release_id"), row.getLong("cases"));
    });
    return open;
  }

  /**
   * The figures of a diagram, for the offices, the release and the period of a filter.
   *
   * @param inside place whose inside the diagram shows, "" for the procedure's own diagram
   */
  public View view(CaseFilter filter, Diagram diagram, String inside, Actor actor) {
    return kept.get("process " + inside, filter, actor, view -> view.passages().size(),
        () -> read(filter, diagram, inside, actor)).figures();
  }

  private View read(CaseFilter filter, Diagram diagram, String inside, Actor actor) {
    Map<String, Tally> open = open(filter, inside, actor);
    Map<String, Spread> done = done(filter, inside, actor);
    Map<String, StepTime> steps = periods.steps(filter, actor).stream()
        .collect(Collectors.toMap(each -> each.step().step(), Function.identity()));
    List<Passage> passages = new ArrayList<>();
    for (Activity activity : diagram.activities()) {
      Tally tally = open.getOrDefault(activity.id(), new Tally());
      passages.add(activity.step() == null
          ? passage(activity, tally, done.getOrDefault(activity.id(), new Spread()))
          : passage(activity, tally, steps.get(activity.step())));
    }
    return new View(passages, open.getOrDefault(CaseFilter.NONE, new Tally()));
  }

  private static Passage passage(Activity activity, Tally open, Spread done) {
    return new Passage(activity, open, done.count(), done.average(), done.median());
  }

  private static Passage passage(Activity activity, Tally open, StepTime step) {
    return step == null ? passage(activity, open, new Spread())
        : new Passage(activity, open, step.passes(), step.average(), step.median());
  }

  private Map<String, Tally> open(CaseFilter filter, String inside, Actor actor) {
    Map<String, Tally> tallies = new HashMap<>();
    at(inside, selections.of(filter.about(Figure.OPEN), actor), OPEN).query(row -> {
      tallies.computeIfAbsent(activity(row), activity -> new Tally())
          .add(Standing.valueOf(row.getString("standing")), row.getLong("cases"));
    });
    return tallies;
  }

  private Map<String, Spread> done(CaseFilter filter, String inside, Actor actor) {
    Map<String, Spread> spreads = new HashMap<>();
    at(inside, selections.within(filter, actor).and(Selections.TOUCHED), DONE).query(row -> {
      spreads.computeIfAbsent(activity(row), activity -> new Spread()).add(calendars.workingDaysBetween(
          row.getObject("begun_on", LocalDate.class), row.getObject("done_on", LocalDate.class)),
          row.getLong("passes"));
    });
    return spreads;
  }

  private static String activity(ResultSet row) throws SQLException {
    String activity = row.getString("activity");
    return activity == null ? CaseFilter.NONE : activity;
  }

  private static StatementSpec at(String inside, Selection selection, String sql) {
    String prefix = inside.isEmpty() ? "" : inside + "/";
    return selection.with("inside", prefix).with("deep", prefix.length()).sql(sql);
  }
}
