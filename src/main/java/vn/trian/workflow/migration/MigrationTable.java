package vn.trian.workflow.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.trian.shared.Json;
import vn.trian.workflow.migration.Migration.State;
import vn.trian.workflow.migration.MovingCase.Verdict;

/** The rows of plans and their cases. A plan goes on only from the state that it is in: of two who try one succeeds. */
@Repository
class MigrationTable {

  private static final int PAGE = 500;

  private final JdbcClient database;
  private final String schema;

  MigrationTable(JdbcClient database,
      @Value("${spring.jpa.properties.hibernate.default_schema:}") String schema) {
    this.database = database;
    this.schema = schema.isBlank() ? "" : schema + ".";
  }

  void insert(Migration plan) {
    sql("""
        insert into {schema}migration (id, procedure_key, from_release, to_release, state, mapping, selection,
          created_at, created_by, created_name)
        values (:id, :procedure, :from, :to, :state, :mapping, :selection, :at, :by, :name)""")
        .param("id", plan.id()).param("procedure", plan.procedureKey()).param("from", plan.fromRelease())
        .param("to", plan.toRelease()).param("state", plan.state().name()).param("mapping", Json.write(plan.mapping()))
        .param("selection", Json.write(plan.selection())).param("at", moment(plan.createdAt()))
        .param("by", plan.createdBy()).param("name", plan.createdName()).update();
  }

  Optional<Migration> find(String id) {
    return sql("select * from {schema}migration where id = :id").param("id", id)
        .query(MigrationTable::migration).optional();
  }

  List<Migration> ofProcedure(String procedureKey, int most) {
    return sql("""
        select * from {schema}migration where procedure_key = :procedure order by created_at desc, id
        fetch first :most rows only""").param("procedure", procedureKey).param("most", most)
        .query(MigrationTable::migration).list();
  }

  List<String> running() {
    return sql("select id from {schema}migration where state in ('CHECKING', 'MOVING') order by created_at, id")
        .query(String.class).list();
  }

  /** The state as it is now, read without keeping anything. */
  State state(String id) {
    return State.valueOf(sql("select state from {schema}migration where id = :id").param("id", id)
        .query(String.class).single());
  }

  /**
   * Whether a plan went from one of some states to another. Whoever worked on it has no turn any more: it may come back
   * to the state that he knows with other pairs before he looks again.
   */
  boolean step(String id, Set<State> from, State to) {
    return sql("""
        update {schema}migration set state = :to, worker = null, worker_until = null
        where id = :id and state in (:from)""").param("id", id).param("to", to.name()).param("from", names(from))
        .update() == 1;
  }

  /** Whether a plan is in a state and one has his turn at it. */
  boolean works(String id, State state, String worker) {
    return sql("select count(*) from {schema}migration where id = :id and state = :state and worker = :worker")
        .param("id", id).param("state", state.name()).param("worker", worker).query(Long.class).single() == 1;
  }

  boolean change(String id, Mapping mapping, Selection selection) {
    return sql("""
        update {schema}migration set state = 'PLANNED', mapping = :mapping, selection = :selection
        where id = :id and state in ('PLANNED', 'CHECKED')""").param("id", id).param("mapping", Json.write(mapping))
        .param("selection", Json.write(selection)).update() == 1;
  }

  void started(String id, Instant at, String by, String name) {
    sql("""
        update {schema}migration set started_at = :at, started_by = :by, started_name = :name, ended_at = null
        where id = :id""").param("id", id).param("at", moment(at)).param("by", by).param("name", name).update();
  }

  /**
   * Every case was gone through; not of a plan that somebody stopped meanwhile or that is another's by now.
   *
   * @param at null leaves open when the last case was done
   */
  void finish(String id, String worker, State from, State to, Instant at) {
    sql("""
        update {schema}migration set state = :to, worker = null, worker_until = null, ended_at = :at
        where id = :id and state = :from and worker = :worker""").param("id", id).param("worker", worker)
        .param("from", from.name()).param("to", to.name()).param("at", moment(at)).update();
  }

  /** Whether a node has a plan for itself until a moment; one that it has already is kept for longer. */
  boolean take(String id, String worker, Instant now, Instant until) {
    return sql("""
        update {schema}migration set worker = :worker, worker_until = :until
        where id = :id and state in ('CHECKING', 'MOVING')
          and (worker is null or worker = :worker or worker_until < :now)""").param("id", id).param("worker", worker)
        .param("now", moment(now)).param("until", moment(until)).update() == 1;
  }

  void leave(String id, String worker) {
    sql("update {schema}migration set worker = null, worker_until = null where id = :id and worker = :worker")
        .param("id", id).param("worker", worker).update();
  }

  void forgetCases(String id) {
    sql("delete from {schema}migration_case where migration_id = :id").param("id", id).update();
  }

  /** Takes in all open cases of a release that are at some offices and stand below a place; null is any. */
  void choose(String id, String release, Set<String> offices, String place) {
    StatementSpec statement = sql("""
        insert into {schema}migration_case (migration_id, case_code, office_id, place, state)
        select :id, c.code, c.office, min(w.place), 'WAITING'
        from {schema}case_file c left join {schema}work_item w on w.case_code = c.code
        where c.release_id = :release and c.closed_at is null
        """ + (offices == null ? "" : "and c.office in (:offices)\n") + (place == null ? "" : """
        and exists (select 1 from {schema}work_item p where p.case_code = c.code
          and (p.place = :place or left(p.place, :below) = :inside))
        """) + "group by c.code, c.office").param("id", id).param("release", release);
    if (offices != null) {
      statement = statement.param("offices", offices.isEmpty() ? Set.of("") : offices);
    }
    if (place != null) {
      statement = statement.param("place", place).param("below", place.length() + 1).param("inside", place + "/");
    }
    statement.update();
  }

  /** Of the cases taken in only these stay. */
  void keepOnly(String id, Collection<String> codes) {
    Set<String> wanted = Set.copyOf(codes);
    List<String> gone = sql("select case_code from {schema}migration_case where migration_id = :id").param("id", id)
        .query(String.class).list().stream().filter(code -> !wanted.contains(code)).toList();
    for (List<String> page : pages(gone)) {
      sql("delete from {schema}migration_case where migration_id = :id and case_code in (:codes)").param("id", id)
          .param("codes", page).update();
    }
  }

  /** What cases that were named are, as far as they are cases: code, release and whether they are over. */
  Map<String, Named> named(Collection<String> codes) {
    Map<String, Named> known = new HashMap<>();
    for (List<String> page : pages(List.copyOf(codes))) {
      sql("select code, procedure_key, release_id, closed_at from {schema}case_file where code in (:codes)")
          .param("codes", page).query(row -> {
            known.put(row.getString("code"), new Named(row.getString("procedure_key"), row.getString("release_id"),
                row.getObject("closed_at") != null));
          });
    }
    return known;
  }

  record Named(String procedureKey, String releaseId, boolean over) {}

  Set<String> chosen(String id) {
    return sql("select case_code from {schema}migration_case where migration_id = :id").param("id", id)
        .query(String.class).set();
  }

  void leaveOut(String id, String code, Reason reason) {
    sql("""
        insert into {schema}migration_case (migration_id, case_code, state, reasons)
        values (:id, :code, 'LEFT_OUT', :reasons)""").param("id", id).param("code", code)
        .param("reasons", Reason.write(List.of(reason))).update();
  }

  /** Cases that still have to be tried or moved, in the order of their codes. */
  List<String> next(String id, State state, String after, int most) {
    return sql("""
        select case_code from {schema}migration_case
        where migration_id = :id and state = 'WAITING' and case_code > :after
        """ + (state == State.CHECKING ? "and verdict is null\n" : "")
        + "order by case_code fetch first :most rows only").param("id", id).param("after", after).param("most", most)
        .query(String.class).list();
  }

  boolean waits(String id, String code) {
    return sql("select state from {schema}migration_case where migration_id = :id and case_code = :code")
        .param("id", id).param("code", code).query(String.class).optional()
        .filter(MovingCase.State.WAITING.name()::equals).isPresent();
  }

  /** What trying a case came to; not of one who has lost his turn, since the pairs may be others by now. */
  void verdict(String id, String worker, String code, List<Reason> reasons) {
    sql("""
        update {schema}migration_case set verdict = :verdict, reasons = :reasons
        where migration_id = :id and case_code = :code and state = 'WAITING' and exists
          (select 1 from {schema}migration m where m.id = :id and m.state = 'CHECKING' and m.worker = :worker)""")
        .param("id", id).param("code", code).param("worker", worker)
        .param("verdict", (reasons.isEmpty() ? Verdict.POSSIBLE : Verdict.IMPOSSIBLE).name())
        .param("reasons", reasons.isEmpty() ? null : Reason.write(reasons)).update();
  }

  void moved(String id, String code, Instant at) {
    sql("""
        update {schema}migration_case set state = 'MOVED', reasons = null, done_at = :at
        where migration_id = :id and case_code = :code""").param("id", id).param("code", code)
        .param("at", moment(at)).update();
  }

  void stayed(String id, String code, List<Reason> reasons, Instant at) {
    sql("""
        update {schema}migration_case set state = 'STAYED', reasons = :reasons, done_at = :at
        where migration_id = :id and case_code = :code and state = 'WAITING'""").param("id", id).param("code", code)
        .param("reasons", Reason.write(reasons)).param("at", moment(at)).update();
  }

  /** Whatever stayed is tried again. */
  void waitAgain(String id) {
    sql("""
        update {schema}migration_case set state = 'WAITING', done_at = null
        where migration_id = :id and state = 'STAYED'""").param("id", id).update();
  }

  Tally tally(String id) {
    Map<String, Long> counts = new HashMap<>();
    sql("""
        select state, verdict, count(*) as cases from {schema}migration_case where migration_id = :id
        group by state, verdict""").param("id", id).query(row -> {
          counts.put(row.getString("state") + " " + row.getString("verdict"), row.getLong("cases"));
        });
    return tally(counts);
  }

  /** As {@link #tally}, of all plans of a procedure that have cases, by id. */
  Map<String, Tally> tallies(String procedureKey) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    sql("""
        select m.id, c.state, c.verdict, count(*) as cases
        from {schema}migration m join {schema}migration_case c on c.migration_id = m.id
        where m.procedure_key = :procedure group by m.id, c.state, c.verdict""").param("procedure", procedureKey)
        .query(row -> {
          counts.computeIfAbsent(row.getString("id"), id -> new HashMap<>())
              .put(row.getString("state") + " " + row.getString("verdict"), row.getLong("cases"));
        });
    Map<String, Tally> tallies = new HashMap<>();
    counts.forEach((id, each) -> tallies.put(id, tally(each)));
    return tallies;
  }

  private static Tally tally(Map<String, Long> counts) {
    return new Tally(sum(counts, "WAITING", ""), sum(counts, "WAITING", "null"), sum(counts, "", "POSSIBLE"),
        sum(counts, "", "IMPOSSIBLE"), sum(counts, "MOVED", ""), sum(counts, "STAYED", ""),
        sum(counts, "LEFT_OUT", ""));
  }

  private static long sum(Map<String, Long> counts, String state, String verdict) {
    return counts.entrySet().stream().filter(each -> each.getKey().startsWith(state))
        .filter(each -> verdict.isEmpty() || each.getKey().endsWith(' ' + verdict))
        .mapToLong(Map.Entry::getValue).sum();
  }

  /** Cases of a plan, those that cannot move first; null shows all. */
  List<MovingCase> cases(String id, MovingCase.State state, Verdict verdict, int page, int size) {
    return shown(id, state, verdict, "select *", """
         order by case state when 'STAYED' then 0 when 'LEFT_OUT' then 1 else 2 end,
          case verdict when 'IMPOSSIBLE' then 0 else 1 end, case_code
        offset :from rows fetch first :size rows only""").param("from", page * size).param("size", size)
        .query((row, number) -> movingCase(row)).list();
  }

  long count(String id, MovingCase.State state, Verdict verdict) {
    return shown(id, state, verdict, "select count(*)", "").query(Long.class).single();
  }

  private StatementSpec shown(String id, MovingCase.State state, Verdict verdict, String what, String order) {
    StatementSpec statement = sql(what + " from {schema}migration_case where migration_id = :id"
        + (state == null ? "" : " and state = :state") + (verdict == null ? "" : " and verdict = :verdict") + order)
        .param("id", id);
    if (state != null) {
      statement = statement.param("state", state.name());
    }
    return verdict == null ? statement : statement.param("verdict", verdict.name());
  }

  /** Codes of the cases that have moved behind one, in their order. */
  List<String> movedCodes(String id, String after, int most) {
    return sql("""
        select case_code from {schema}migration_case where migration_id = :id and state = 'MOVED' and case_code > :after
        order by case_code fetch first :most rows only""").param("id", id).param("after", after).param("most", most)
        .query(String.class).list();
  }

  /** Where the open cases of a release stand, with how many stand there; null stands nowhere. */
  Map<String, Long> places(String release) {
    Map<String, Long> places = new HashMap<>();
    sql("""
        select w.place, count(distinct c.code) as cases
        from {schema}case_file c left join {schema}work_item w on w.case_code = c.code
        where c.release_id = :release and c.closed_at is null
        group by w.place""").param("release", release).query(row -> {
          places.put(row.getString("place"), row.getLong("cases"));
        });
    return places;
  }

  private StatementSpec sql(String statement) {
    return database.sql(statement.replace("{schema}", schema));
  }

  static <T> List<List<T>> pages(List<T> all) {
    List<List<T>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PAGE) {
      pages.add(all.subList(from, Math.min(all.size(), from + PAGE)));
    }
    return pages;
  }

  private static Set<String> names(Set<State> states) {
    return states.stream().map(Enum::name).collect(Collectors.toSet());
  }

  static OffsetDateTime moment(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Migration migration(ResultSet row, int number) throws SQLException {
    return new Migration(row.getString("id"), row.getString("procedure_key"), row.getString("from_release"),
        row.getString("to_release"), State.valueOf(row.getString("state")),
        Json.read(row.getString("mapping"), Mapping.class), Json.read(row.getString("selection"), Selection.class),
        instant(row, "created_at"), row.getString("created_by"), row.getString("created_name"),
        instant(row, "started_at"), row.getString("started_by"), row.getString("started_name"),
        instant(row, "ended_at"));
  }

  private static MovingCase movingCase(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    return new MovingCase(row.getString("case_code"), row.getString("office_id"), row.getString("place"),
        verdict == null ? null : Verdict.valueOf(verdict), MovingCase.State.valueOf(row.getString("state")),
        Reason.read(row.getString("reasons")), instant(row, "done_at"));
  }
}
