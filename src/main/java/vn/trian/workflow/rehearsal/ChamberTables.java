package vn.trian.workflow.rehearsal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.shared.Snapshot;

/** The tables of the chamber, which are an H2 in memory. Releases and case codes stay: the engine remembers them. */
class ChamberTables implements Slate {

  private static final String BEGINNING = "kept";
  private static final Set<String> STAY = Set.of("case_code_counter", "procedure_release", "release_file",
      "release_event");

  private final JdbcTemplate database;

  ChamberTables(JdbcTemplate database) {
    this.database = database;
  }

  /** What is on file now is the beginning of every story from here on. */
  void keep() {
    database.execute("drop schema if exists " + BEGINNING + " cascade");
    database.execute("create schema " + BEGINNING);
    changing().forEach(table -> database.execute(
        "create table " + BEGINNING + "." + table + " as select * from trian." + table));
    Snapshot.forgetAll();
  }

  /** Forgets everything but releases. */
  void clear() {
    unchecked(() -> changing().forEach(table -> database.execute("truncate table trian." + table)));
    Snapshot.forgetAll();
  }

  /** Puts rows into tables in place of what is there. */
  void replace(List<RealFacts.Rows> tables) {
    unchecked(() -> tables.forEach(each -> {
      database.execute("truncate table trian." + each.table());
      insert(each);
    }));
    Snapshot.forgetAll();
  }

  /** Adds rows to tables. */
  void add(List<RealFacts.Rows> tables) {
    unchecked(() -> tables.forEach(this::insert));
  }

  private void insert(RealFacts.Rows given) {
    for (Map<String, Object> row : given.rows()) {
      database.update("insert into trian." + given.table() + " (" + String.join(", ", row.keySet()) + ") values ("
          + String.join(", ", Collections.nCopies(row.size(), "?")) + ")", row.values().toArray());
    }
  }

  /** Not all that a row points at is here. */
  private void unchecked(Runnable work) {
    database.execute("set referential_integrity false");
    try {
      work.run();
    } finally {
      database.execute("set referential_integrity true");
    }
  }

  @Override
  public void restore() {
    unchecked(() -> changing().forEach(table -> {
      database.execute("truncate table trian." + table);
      database.execute("insert into trian." + table + " select * from " + BEGINNING + "." + table);
    }));
  }

  @Override
  public List<String> rowCounts() {
    return all().stream()
        .map(table -> table + " " + database.queryForObject("select count(*) from trian." + table, Long.class))
        .toList();
  }

  private List<String> changing() {
    return all().stream().filter(table -> !STAY.contains(table)).toList();
  }

  private List<String> all() {
    return database.queryForList("select lower(table_name) from information_schema.tables"
        + " where table_schema = 'TRIAN' and table_type = 'BASE TABLE' and lower(table_name) not like 'flyway%'"
        + " order by table_name", String.class);
  }
}
