package vn.trian.supervision;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;
import vn.trian.shared.Level;

/** How the open cases of an office and those below stand, by everything that tells where they stick. */
@Service
@Transactional(readOnly = true)
public class OpenCases {

  private static final String CASES = """
      select level_code, office, procedure_key, step, standing, age, count(*) as cases from (
        select c.level_code, c.office, c.procedure_key, coalesce(c.step, :none) as step, {standing} as standing,
          {age} as age from {parts} c where {rest}) counted
      group by level_code, office, procedure_key, step, standing, age""";

  private static final String OFFICERS = """
      select officer, standing, count(*) as cases from (
        select distinct c.code, {standing} as standing, case when w.task_id is null then :none
            when not ({in-reach}) then :elsewhere when w.assignee is null then :queue else w.assignee end as officer
        from {parts} c left join {schema}work_item w on w.case_code = c.code where {rest}) counted
      group by officer, standing""";

  private final Selections selections;
  private final KeptFigures kept;

  OpenCases(Selections selections, KeptFigures kept) {
    this.selections = selections;
    this.kept = kept;
  }

  /**
   * The open cases at one moment.
   *
   * @param holders  by id of the office that holds them, most late ones first, as are procedures, steps and officers
   * @param officers by login, or one of the words of {@link CaseFilter#officer}; a case with two open tasks counts
   *     for both officers
   */
  public record Overview(Tally all, Map<Level, Tally> levels, Map<AgeClass, Tally> ages, Map<String, Tally> holders,
      Map<String, Tally> procedures, Map<StepOf, Tally> steps, Map<String, Tally> officers) {}

  /** A step of a procedure; {@link CaseFilter#NONE} while a case is in none. */
  public record StepOf(String procedure, String step) {}

  private record Row(Level level, String holder, StepOf step, Standing standing, AgeClass age, long cases) {}

  /** Counts of the offices and the procedure of a filter; its other parts are left aside. */
  public AsOf<Overview> overview(CaseFilter filter, Actor actor) {
    CaseFilter open = filter.about(Figure.OPEN);
    return kept.get("open", open, actor, overview -> overview.holders().size() + overview.officers().size(),
        () -> counted(open, actor));
  }

  private Overview counted(CaseFilter filter, Actor actor) {
    Selection open = selections.of(filter, actor).with("none", CaseFilter.NONE)
        .with("elsewhere", CaseFilter.ELSEWHERE).with("queue", CaseFilter.QUEUE);
    List<Row> rows = open.sql(CASES).query((row, number) -> new Row(Level.valueOf(row.getString("level_code")),
        row.getString("office"), new StepOf(row.getString("procedure_key"), row.getString("step")),
        Standing.valueOf(row.getString("standing")), AgeClass.valueOf(row.getString("age")),
        row.getLong("cases"))).list();
    Map<String, Tally> officers = new TreeMap<>();
    open.sql(OFFICERS).query(row -> {
      officers.computeIfAbsent(row.getString("officer"), officer -> new Tally())
          .add(Standing.valueOf(row.getString("standing")), row.getLong("cases"));
    });
    Tally all = new Tally();
    rows.forEach(row -> all.add(row.standing(), row.cases()));
    return new Overview(all, complete(Level.class, by(rows, Row::level)), complete(AgeClass.class, by(rows, Row::age)),
        worstFirst(by(rows, Row::holder)), worstFirst(by(rows, row -> row.step().procedure())),
        worstFirst(by(rows, Row::step)), worstFirst(officers));
  }

  private static <K> Map<K, Tally> by(List<Row> rows, Function<Row, K> key) {
    Map<K, Tally> tallies = new LinkedHashMap<>();
    rows.forEach(row -> tallies.computeIfAbsent(key.apply(row), each -> new Tally()).add(row.standing(), row.cases()));
    return tallies;
  }

  private static <E extends Enum<E>> Map<E, Tally> complete(Class<E> type, Map<E, Tally> counted) {
    Map<E, Tally> all = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      all.put(each, counted.getOrDefault(each, new Tally()));
    }
    return all;
  }

  private static <K> Map<K, Tally> worstFirst(Map<K, Tally> tallies) {
    Comparator<Map.Entry<K, Tally>> worst = Comparator
        .<Map.Entry<K, Tally>>comparingLong(entry -> -entry.getValue().of(Standing.LATE))
        .thenComparingLong(entry -> -entry.getValue().of(Standing.SOON))
        .thenComparingLong(entry -> -entry.getValue().total()).thenComparing(entry -> entry.getKey().toString());
    Map<K, Tally> sorted = new LinkedHashMap<>();
    tallies.entrySet().stream().sorted(worst).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
