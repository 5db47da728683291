package vn.trian.scenario;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.organization.Substitutions;
import vn.trian.workflow.rehearsal.Slate;

/**
 * Takes our own tables back to where they were after the start, so that what one test granted does not stand in
 * the way of the next. Case codes go on counting: the engine remembers them as business keys.
 */
class CleanSlate implements Slate {

  private static final String BEGINNING = "kept";
  private static final Set<String> STAY = Set.of("case_code_counter", "procedure_release", "release_file",
      "release_event", "office", "officer", "holiday", "rate", "invalid_rate", "device", "report_rule");

  private final JdbcTemplate database;
  private final TransactionTemplate transaction;
  private final Substitutions substitutions;

  CleanSlate(JdbcTemplate database, PlatformTransactionManager transactions, Substitutions substitutions) {
    this.substitutions = substitutions;
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Remembers the present content as that after the start. */
  void keep() {
    keep(BEGINNING);
  }

  /** Remembers the present content in a schema of this name, instead of what is there. */
  void keep(String schema) {
    database.execute("drop schema if exists " + schema + " cascade");
    database.execute("create schema " + schema);
    tables().forEach(table -> database.execute(
        "create table " + schema + "." + table + " as select * from trian." + table));
  }

  @Override
  public void restore() {
    restore(BEGINNING);
  }

  /** Back to what was kept in a schema. */
  void restore(String schema) {
    restoreTables(schema);
    // held in memory for a while
    ReflectionTestUtils.invokeMethod(ReflectionTestUtils.getField(substitutions, "all"), "forget");
  }

  private void restoreTables(String schema) {
    List<String> tables = tables();
    if (isPostgres()) {
      transaction.executeWithoutResult(status -> {
        database.execute("set local session_replication_role = replica");
        // for a few rows much quicker than truncate, which makes and syncs new files for every table and index
        database.execute(tables.stream().map(each -> "delete from trian." + each).collect(Collectors.joining("; ")));
        database.execute(tables.stream().map(each -> filling(each, schema)).collect(Collectors.joining("; ")));
      });
    } else {
      database.execute("set referential_integrity false");
      tables.forEach(table -> database.execute("truncate table trian." + table));
      tables.forEach(table -> database.execute(filling(table, schema)));
      database.execute("set referential_integrity true");
    }
  }

  /** Number of rows of every table of ours. */
  @Override
  public List<String> rowCounts() {
    return all().stream()
        .map(table -> table + " " + database.queryForObject("select count(*) from trian." + table, Long.class))
        .toList();
  }

  private static String filling(String table, String schema) {
    return "insert into trian." + table + " select * from " + schema + "." + table;
  }

  private boolean isPostgres() {
    return Boolean.TRUE.equals(database.execute((Connection connection) ->
        connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
  }

  private List<String> tables() {
    return all().stream().filter(table -> !STAY.contains(table)).toList();
  }

  private List<String> all() {
    return database.queryForList("select lower(table_name) from information_schema.tables"
        + " where lower(table_schema) = 'trian' and table_type = 'BASE TABLE' and table_name not like 'flyway%'"
        + " order by table_name", String.class);
  }
}
