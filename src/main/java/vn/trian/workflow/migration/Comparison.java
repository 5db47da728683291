package vn.trian.workflow.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.trian.procedure.Procedures;
import vn.trian.workflow.migration.CaseComparison.Case;
import vn.trian.workflow.migration.CaseComparison.Item;
import vn.trian.workflow.migration.CaseComparison.Open;
import vn.trian.workflow.migration.CaseComparison.Process;
import vn.trian.workflow.migration.CaseComparison.Time;
import vn.trian.workflow.migration.CaseComparison.Work;

/**
 * What our tables and the engine's say of the same cases. Reads both by a fixed number of statements, however many
 * cases are asked for; the engine's own queries would ask for each.
 */
@Component
class Comparison {

  private static final String CASES = """
      select code, release_id, closed_at, step, step_due_on, due_on, paused, held, waits_since
      from {schema}case_file where code in (:codes)""";
  private static final String CLOCKS = """
      select case_code, step, step_due_on, case_due_on, paused_since from {schema}case_clock
      where case_code in (:codes)""";
  private static final String ITEMS = """
      select task_id, case_code, name, assignee, due_on, place, process_id, waiting from {schema}work_item
      where case_code in (:codes)""";
  private static final String ITEM_GROUPS = """
      select task_id, group_id from {schema}work_item_group where task_id in (:tasks)""";
  private static final String PROCESSES = """
      select e.id_, e.business_key_, e.suspension_state_, d.deployment_id_, d.name_
      from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
      where e.parent_id_ is null and e.business_key_ in (:codes)""";
  private static final String TASKS = """
      select t.id_, t.name_, t.assignee_, t.due_date_, t.task_def_key_, t.proc_inst_id_, e.business_key_,
        case when t.proc_def_id_ = e.proc_def_id_ then 1 else 0 end as whole_
      from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
      where e.business_key_ in (:codes)""";
  private static final String TASK_GROUPS = """
      select task_id_, group_id_ from act_ru_identitylink
      where type_ = 'candidate' and group_id_ is not null and task_id_ in (:tasks)""";
  private static final String JOBS = """
      select j.id_, j.retries_, j.suspension_state_, j.duedate_, e.business_key_, e.id_ as process_,
        e.proc_def_id_, d.act_id_, case when j.process_def_id_ = e.proc_def_id_ then 1 else 0 end as whole_
      from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
        left join act_ru_jobdef d on d.id_ = j.job_def_id_
      where e.business_key_ in (:codes)""";
  private static final String FAILED = """
      select job_id, case_code, process_id from {schema}failed_job where case_code in (:codes)""";
  private static final String OPEN = """
      select code from {schema}case_file where closed_at is null and code > :after order by code
      fetch first :most rows only""";
  private static final String LEFT = """
       from act_ru_execution e left join {schema}case_file c on c.code = e.business_key_
      where e.parent_id_ is null and (c.code is null or c.closed_at is not null)""";

  private final JdbcClient database;
  private final Procedures procedures;
  private final Outlines outlines;
  private final Clock clock;
  private final String schema;

  Comparison(JdbcClient database, Procedures procedures, Outlines outlines, Clock clock,
      @Value("${spring.jpa.properties.hibernate.default_schema:}") String schema) {
    this.database = database;
    this.procedures = procedures;
    this.outlines = outlines;
    this.clock = clock;
    this.schema = schema.isBlank() ? "" : schema + ".";
  }

  /** Codes of open cases behind one, in their order. */
  List<String> open(String after, int most) {
    return sql(OPEN).param("after", after).param("most", most).query(String.class).list();
  }

  long countOpen() {
    return sql("select count(*) from {schema}case_file where closed_at is null").query(Long.class).single();
  }

  long countLeftBehind() {
    return sql("select count(*)" + LEFT).query(Long.class).single();
  }

  /** Processes that run though their case is over or was never there. */
  List<Finding> leftBehind(int most) {
    return sql("select e.id_, e.business_key_, c.code" + LEFT
        + " order by e.business_key_, e.id_ fetch first :most rows only").param("most", most).query((row, number) -> {
      String key = Objects.requireNonNullElse(row.getString("business_key_"), "–");
      return new Finding(key, Reason.of(row.getString("code") == null ? "consistency-no-case" : "consistency-over",
          key), row.getString("id_"));
    }).list();
  }

  /** What is amiss with some cases. */
  List<Finding> of(Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    Map<String, Time> clocks = by(rows(CLOCKS, codes, row -> new Time(row.getString("case_code"),
        row.getString("step"), day(row, "step_due_on"), day(row, "case_due_on"),
        row.getObject("paused_since") != null)), Time::code).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get(0)));
    Map<String, List<Item>> items = by(rows(ITEMS, codes, row -> new Item(row.getString("task_id"),
        row.getString("case_code"), row.getString("name"), row.getString("assignee"), day(row, "due_on"),
        row.getString("place"), row.getString("process_id"), row.getBoolean("waiting"))), Item::code);
    Map<String, List<Process>> processes = by(rows(PROCESSES, codes, row -> new Process(row.getString("id_"),
        row.getString("business_key_"), suspended(row), row.getString("deployment_id_"), row.getString("name_"))),
        Process::code);
    Map<String, List<Open>> tasks = by(rows(TASKS, codes, row -> new Open(row.getString("id_"),
        row.getString("business_key_"), row.getString("name_"), row.getString("assignee_"),
        engineDay(row.getTimestamp("due_date_")), row.getString("task_def_key_"), row.getString("proc_inst_id_"),
        row.getInt("whole_") == 1)), Open::code);
    Map<String, List<Work>> jobs = by(rows(JOBS, codes, row -> new Work(row.getString("id_"),
        row.getString("business_key_"), row.getString("process_"), row.getInt("retries_") == 0, suspended(row),
        row.getInt("whole_") == 1, row.getString("proc_def_id_"), row.getString("act_id_"),
        engineDay(row.getTimestamp("duedate_")))), Work::code);
    Map<String, List<String[]>> failed = by(rows(FAILED, codes, row -> new String[] {row.getString("case_code"),
        row.getString("job_id"), row.getString("process_id")}), each -> each[0]);
    // by ids: joined to their cases, PostgreSQL with old statistics reads the groups of all cases there are
    Map<String, Set<String>> itemGroups = groups(ITEM_GROUPS, items.values().stream().flatMap(List::stream)
        .map(Item::taskId).toList(), "task_id", "group_id");
    Map<String, Set<String>> taskGroups = groups(TASK_GROUPS, tasks.values().stream().flatMap(List::stream)
        .map(Open::id).toList(), "task_id_", "group_id_");
    LocalDate today = LocalDate.now(clock);
    List<Finding> findings = new ArrayList<>();
    for (Case each : rows(CASES, codes, row -> new Case(row.getString("code"), row.getString("release_id"),
        row.getObject("closed_at") != null, row.getString("step"), day(row, "step_due_on"), day(row, "due_on"),
        row.getBoolean("paused"), row.getBoolean("held"), row.getObject("waits_since") != null))) {
      CaseComparison one = new CaseComparison(each, procedures, outlines, today, findings);
      one.processes(processes.getOrDefault(each.code(), List.of()));
      one.clock(clocks.get(each.code()));
      one.tasks(items.getOrDefault(each.code(), List.of()), tasks.getOrDefault(each.code(), List.of()), itemGroups,
          taskGroups);
      one.jobs(jobs.getOrDefault(each.code(), List.of()), failed.getOrDefault(each.code(), List.of()));
    }
    return findings;
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private LocalDate engineDay(Timestamp at) {
    return at == null ? null : LocalDate.ofInstant(at.toInstant(), clock.getZone());
  }

  private static boolean suspended(ResultSet row) throws SQLException {
    return row.getInt("suspension_state_") == SuspensionState.SUSPENDED.getStateCode();
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String statement, Collection<String> codes, Reading<T> reading) {
    return sql(statement).param("codes", codes).query((row, number) -> reading.of(row)).list();
  }

  private Map<String, Set<String>> groups(String statement, List<String> ids, String task, String group) {
    Map<String, Set<String>> groups = new HashMap<>();
    MigrationTable.pages(ids).forEach(page -> sql(statement).param("tasks", page).query(row -> {
      groups.computeIfAbsent(row.getString(task), id -> new TreeSet<>()).add(row.getString(group));
    }));
    return groups;
  }

  private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> code) {
    return rows.stream().collect(Collectors.groupingBy(code, LinkedHashMap::new, Collectors.toList()));
  }

  private StatementSpec sql(String statement) {
    return database.sql(statement.replace("{schema}", schema));
  }
}
