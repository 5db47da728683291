package vn.trian.workflow.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.trian.shared.Json;
import vn.trian.workflow.migration.ConsistencyRun.Occasion;

/** The rows of comparisons. */
@Repository
class ConsistencyTable {

  private static final int ARGUMENTS = 4_000;

  private final JdbcClient database;
  private final String schema;

  ConsistencyTable(JdbcClient database,
      @Value("${spring.jpa.properties.hibernate.default_schema:}") String schema) {
    this.database = database;
    this.schema = schema.isBlank() ? "" : schema + ".";
  }

  /**
   * Begins a comparison; refused by a unique index when another of all cases is under way, or had the same night.
   *
   * @param alone whether it is one of all cases
   */
  void begin(ConsistencyRun run, LocalDate night, boolean alone) {
    sql("""
        insert into {schema}consistency_run (id, occasion, nightly_on, migration_id, started_at, started_name, beat_at,
          running, total, cases, findings)
        values (:id, :occasion, :night, :migration, :at, :name, :beat, :running, :total, 0, 0)""")
        .param("id", run.id()).param("occasion", run.occasion().name()).param("night", night)
        .param("migration", run.migrationId()).param("at", MigrationTable.moment(run.startedAt()))
        .param("name", run.startedName()).param("beat", MigrationTable.moment(run.beatAt()))
        .param("running", alone ? "ALL" : null).param("total", run.total()).update();
  }

  /** Gives up those whose node has been silent since a moment. */
  void breakOff(Instant silentSince) {
    sql("update {schema}consistency_run set running = null, beat_at = null where ended_at is null and beat_at < :since")
        .param("since", MigrationTable.moment(silentSince)).update();
  }

  /** Gives one up that did not come to its end. */
  void breakOff(String id) {
    sql("update {schema}consistency_run set running = null, beat_at = null where id = :id and ended_at is null")
        .param("id", id).update();
  }

  /** Keeps how far a comparison has come; false for one that was given up meanwhile. */
  boolean progress(String id, long cases, long findings, Instant at) {
    return sql("""
        update {schema}consistency_run set cases = :cases, findings = :findings, beat_at = :at
        where id = :id and ended_at is null and beat_at is not null""").param("cases", cases)
        .param("findings", findings).param("at", MigrationTable.moment(at)).param("id", id).update() == 1;
  }

  void add(String id, long seq, Finding each) {
    String arguments = Json.write(each.reason());
    sql("""
        insert into {schema}consistency_finding (run_id, seq, case_code, code, arguments, process_id)
        values (:run, :seq, :case, :code, :arguments, :process)""").param("run", id).param("seq", seq)
        .param("case", each.caseCode()).param("code", each.reason().code())
        .param("arguments", arguments.length() <= ARGUMENTS ? arguments : Json.write(Reason.of(each.reason().code())))
        .param("process", each.processId()).update();
  }

  void end(String id, Instant at) {
    sql("update {schema}consistency_run set ended_at = :at, running = null, beat_at = null where id = :id")
        .param("at", MigrationTable.moment(at)).param("id", id).update();
  }

  List<ConsistencyRun> newest(int most) {
    return sql("select * from {schema}consistency_run order by started_at desc, id fetch first :most rows only")
        .param("most", most).query(ConsistencyTable::run).list();
  }

  Optional<ConsistencyRun> find(String id) {
    return sql("select * from {schema}consistency_run where id = :id").param("id", id).query(ConsistencyTable::run)
        .optional();
  }

  Optional<ConsistencyRun> ofMigration(String migrationId) {
    return sql("""
        select * from {schema}consistency_run where migration_id = :id order by started_at desc, id
        fetch first 1 rows only""").param("id", migrationId).query(ConsistencyTable::run).optional();
  }

  List<Finding> findings(String id, int page, int size) {
    return sql("""
        select * from {schema}consistency_finding where run_id = :id order by seq
        offset :from rows fetch first :size rows only""").param("id", id).param("from", page * size)
        .param("size", size).query((row, number) -> new Finding(row.getString("case_code"),
            Json.read(row.getString("arguments"), Reason.class), row.getString("process_id"))).list();
  }

  private StatementSpec sql(String statement) {
    return database.sql(statement.replace("{schema}", schema));
  }

  private static ConsistencyRun run(ResultSet row, int number) throws SQLException {
    return new ConsistencyRun(row.getString("id"), Occasion.valueOf(row.getString("occasion")),
        row.getString("migration_id"), MigrationTable.instant(row, "started_at"), row.getString("started_name"),
        MigrationTable.instant(row, "ended_at"), MigrationTable.instant(row, "beat_at"), row.getLong("cases"),
        row.getLong("total"), row.getLong("findings"));
  }
}
