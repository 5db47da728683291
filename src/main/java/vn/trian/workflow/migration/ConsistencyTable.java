package vn.trian.workflow.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
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

  void begin(ConsistencyRun run, LocalDate night) {
    sql("""
        insert into {schema}consistency_run (id, occasion, nightly_on, migration_id, started_at, started_name, cases,
          findings) values (:id, :occasion, :night, :migration, :at, :name, 0, 0)""").param("id", run.id())
        .param("occasion", run.occasion().name()).param("night", night).param("migration", run.migrationId())
        .param("at", MigrationTable.moment(run.startedAt())).param("name", run.startedName()).update();
  }

  void end(ConsistencyRun run, List<Finding> findings) {
    int seq = 0;
    for (Finding each : findings) {
      String arguments = Json.write(each.reason());
      sql("""
          insert into {schema}consistency_finding (run_id, seq, case_code, code, arguments, process_id)
          values (:run, :seq, :case, :code, :arguments, :process)""").param("run", run.id()).param("seq", ++seq)
          .param("case", each.caseCode()).param("code", each.reason().code())
          .param("arguments", arguments.length() <= ARGUMENTS ? arguments : Json.write(Reason.of(each.reason().code())))
          .param("process", each.processId()).update();
    }
    sql("update {schema}consistency_run set ended_at = :at, cases = :cases, findings = :findings where id = :id")
        .param("at", MigrationTable.moment(run.endedAt())).param("cases", run.cases())
        .param("findings", run.findings()).param("id", run.id()).update();
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
        MigrationTable.instant(row, "ended_at"), row.getInt("cases"), row.getInt("findings"));
  }
}
