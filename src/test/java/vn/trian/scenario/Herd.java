package vn.trian.scenario;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many cases in no time: copies of one that came in the usual way, made in the tables of ours and of the engine. They
 * have no log and no documents of their own, else they are whole.
 */
class Herd {

  private static final Set<String> IDS = Set.of("id_", "root_proc_inst_id_", "proc_inst_id_", "process_instance_id_",
      "parent_id_", "super_exec_", "act_inst_id_", "execution_id_", "task_id_", "var_scope_", "parent_act_inst_id_",
      "call_proc_inst_id_", "super_process_instance_id_", "task_id", "process_id");
  /** In the order of their foreign keys. */
  private static final List<String> OURS = List.of("case_clock", "deadline_entry", "received_paper", "work_item",
      "statement");
  private static final List<String> ENGINES = List.of("act_ru_execution", "act_ru_task", "act_ru_variable",
      "act_ru_event_subscr", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst");

  private final JdbcTemplate database;

  Herd(JdbcTemplate database) {
    this.database = database;
  }

  /** Codes of as many copies of a case. */
  List<String> of(String code, int count) {
    List<Object[]> copies = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      codes.add("%s-%04d".formatted(code, i));
      copies.add(new Object[] {"%04d%s-".formatted(i, code.substring(code.length() - 4)), codes.get(i - 1)});
    }
    database.execute("drop table if exists public.herd");
    database.execute("create table public.herd (prefix varchar(20), code varchar(60))");
    database.batchUpdate("insert into public.herd (prefix, code) values (?, ?)", copies);
    String processes = "(select id_ from act_ru_execution where parent_id_ is null and business_key_ = '" + code + "')";
    String tasks = "(select id_ from act_ru_task where proc_inst_id_ in " + processes + ")";
    boolean h2 = Boolean.TRUE.equals(database.execute((Connection connection) ->
        connection.getMetaData().getDatabaseProductName().equals("H2")));
    if (h2) {
      // asks for the parent of a row before the next row is there
      database.execute("set referential_integrity false");
    }
    ENGINES.forEach(table -> copy("public", table, "t.proc_inst_id_ in " + processes));
    copy("public", "act_ru_identitylink", "t.task_id_ in " + tasks);
    copy("public", "act_ru_job", "t.process_instance_id_ in " + processes);
    copy("trian", "case_file", "t.code = '" + code + "'");
    OURS.forEach(table -> copy("trian", table, "t.case_code = '" + code + "'"));
    copy("trian", "work_item_group", "t.task_id in " + tasks);
    if (h2) {
      database.execute("set referential_integrity true");
    }
    database.execute("drop table public.herd");
    return codes;
  }

  private void copy(String schema, String table, String which) {
    Map<String, String> columns = new LinkedHashMap<>();
    database.queryForList("select lower(column_name) from information_schema.columns where lower(table_schema) = ?"
        + " and lower(table_name) = ? order by ordinal_position", String.class, schema, table)
        .forEach(column -> columns.put(column, value(schema, table, column)));
    columns.values().removeIf(String::isEmpty);
    database.update("insert into " + schema + "." + table + " (" + String.join(", ", columns.keySet()) + ") select "
        + String.join(", ", columns.values()) + " from " + schema + "." + table + " t cross join public.herd k where "
        + which);
  }

  private static String value(String schema, String table, String column) {
    if (column.equals("id") && schema.equals("trian")) {
      return table.equals("deadline_entry") ? "" : "left(k.prefix || t.id, 36)";
    }
    if (column.equals("business_key_") || column.equals("case_code") || table.equals("case_file")
        && column.equals("code")) {
      return "k.code";
    }
    if (column.equals("text_")) {
      return "case when t.name_ = 'caseCode' then k.code else t.text_ end";
    }
    return IDS.contains(column) ? "k.prefix || t." + column : "t." + column;
  }
}
