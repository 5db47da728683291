package vn.trian.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.Calendars;
import vn.trian.security.Actor;
import vn.trian.supervision.OpenCases.StepOf;

/** How a period went: what came in, what came out and when, how long the steps took. */
@Service
@Transactional(readOnly = true)
public class PeriodFigures {

  /** Each figure for itself, as each has an index of its own. */
  private static final String CASES = Stream.of(Figure.values())
      .filter(figure -> figure.isOfPeriod() && !figure.isOfHandOvers() && !figure.isOfStock())
      .map(figure -> "select '" + figure + "' as figure, count(*) as cases from {parts} c\nwhere {rest}"
          + (figure.isOfEvents() ? " and (" + Selections.TOUCHED + ")" : "") + " and (" + figure.condition() + ")")
      .collect(Collectors.joining("\nunion all "));

  private static final String HANDED_OVER = """
      select count(*) from (select distinct h.case_code from {hand-overs} where {hand-over} and {where}) handed""";

  private static final String PAYMENTS = """
      select count(*) as payments, count(case when p.method <> 'CASH' then 1 end) as cashless
      from {schema}payment_line p join {schema}case_file c on c.code = p.case_code
      where p.created_at >= :start and p.created_at < :end and {where}""";

  private static final String STEPS = """
      select procedure_key, step, sum(passes) as passes, count(*) as cases, sum(early) as early,
        sum(on_time) as on_time, sum(late) as late
      from (select h.procedure_key, h.step, h.case_code, count(*) as passes,
          max(case when h.result = 'EARLY' then 1 else 0 end) as early,
          max(case when h.result = 'ON_TIME' then 1 else 0 end) as on_time,
          max(case when h.result = 'LATE' then 1 else 0 end) as late
        from {hand-overs} where {hand-over} and {where}
        group by h.procedure_key, h.step, h.case_code) passed
      group by procedure_key, step""";

  private static final String DAYS = """
      select h.procedure_key, h.step, h.began_on, h.ended_on, count(*) as passes
      from {hand-overs} where {hand-over} and {where}
      group by h.procedure_key, h.step, h.began_on, h.ended_on""";

  private final Selections selections;
  private final Calendars calendars;
  private final KeptFigures kept;

  PeriodFigures(Selections selections, Calendars calendars, KeptFigures kept) {
    this.selections = selections;
    this.calendars = calendars;
    this.kept = kept;
  }

  /**
   * A period.
   *
   * @param cases    of each figure that {@link Figure#isOfPeriod}, but for those by the limit of a step and
   *     those of its ends
   * @param payments payments that became due
   * @param cashless those of them that are not paid in cash
   */
  public record Report(Map<Figure, Long> cases, long payments, long cashless, List<StepTime> steps) {

    /** Share of the cases with a step that ended, or NaN when there are none. */
    public double returnedShare() {
      return (double) cases.get(Figure.RETURNED) / cases.get(Figure.HANDED_OVER);
    }

    /** Share of the results that came early or on time, or NaN when there are none. */
    public double inTimeShare() {
      return 1 - (double) cases.get(Figure.DECIDED_LATE) / cases.get(Figure.DECIDED);
    }

    /** Share of the payments, or NaN when there are none. */
    public double cashlessShare() {
      return (double) cashless / payments;
    }
  }

  /**
   * How long a step took, each time that it ended within the period.
   *
   * @param passes    how often it ended; a case that was sent back passes a step more than once
   * @param cases     cases that passed it; of these some may be early once and late another time
   * @param average   of the working days that {@code median} is about
   * @param median    working days from the receipt at the step, or from the day the clock went on, to its end
   * @param ninetieth working days that nine of ten passes stay within
   */
  public record StepTime(StepOf step, long passes, long cases, long early, long onTime, long late, double average,
      double median, double ninetieth) {}

  /** As {@link #report}, of a while ago where it takes long to count. */
  public AsOf<Report> recent(CaseFilter filter, Actor actor) {
    CaseFilter period = filter.about(Figure.OPEN);
    return kept.get("period", period, actor, report -> report.steps().size(), () -> report(period, actor));
  }

  /** The period of a filter, for its offices and its procedure; its other parts are left aside. */
  public Report report(CaseFilter filter, Actor actor) {
    Selection within = selections.within(filter, actor);
    Map<Figure, Long> cases = new EnumMap<>(Figure.class);
    within.sql(CASES).query(row -> {
      cases.put(Figure.valueOf(row.getString("figure")), row.getLong("cases"));
    });
    cases.put(Figure.HANDED_OVER, within.sql(HANDED_OVER).query(Long.class).single());
    long[] payments = within.sql(PAYMENTS)
        .query((row, number) -> new long[] {row.getLong("payments"), row.getLong("cashless")}).single();
    return new Report(cases, payments[0], payments[1], steps(within));
  }

  /** The steps of a {@link #report}, alone. */
  public List<StepTime> steps(CaseFilter filter, Actor actor) {
    return steps(selections.within(filter, actor));
  }

  private List<StepTime> steps(Selection within) {
    Map<StepOf, Spread> days = days(within);
    List<StepTime> steps = new ArrayList<>(within.sql(STEPS).query((row, number) -> {
      StepOf step = new StepOf(row.getString("procedure_key"), row.getString("step"));
      Spread spread = days.getOrDefault(step, new Spread());
      return new StepTime(step, row.getLong("passes"), row.getLong("cases"), row.getLong("early"),
          row.getLong("on_time"), row.getLong("late"), spread.average(), spread.median(),
          spread.ninetieth());
    }).list());
    steps.sort((one, other) -> Double.compare(other.ninetieth(), one.ninetieth()));
    return steps;
  }

  private Map<StepOf, Spread> days(Selection within) {
    Map<StepOf, Spread> spreads = new HashMap<>();
    within.sql(DAYS).query(row -> {
      LocalDate began = row.getObject("began_on", LocalDate.class);
      LocalDate ended = row.getObject("ended_on", LocalDate.class);
      Objects.requireNonNull(began, "a step that ended began");
      spreads.computeIfAbsent(new StepOf(row.getString("procedure_key"), row.getString("step")), step -> new Spread())
          .add(calendars.workingDaysBetween(began, ended), row.getLong("passes"));
    });
    return spreads;
  }
}
