package vn.trian.supervision;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Cases as SQL: tables, conditions and values of one filter within one reach. Made by {@link Selections}. */
final class Selection {

  /** Line of the ledger with the first result; carrying it out may close the case's clock once more. */
  private static final String RESULT = """
      left join {schema}deadline_entry d on d.case_code = c.code and d.kind = 'DECIDED' and d.seq =
        (select min(e.seq) from {schema}deadline_entry e where e.case_code = c.code and e.kind = 'DECIDED')""";

  private static final String LIMIT = "coalesce(c.step_due_on, c.due_on)";

  private static final String STANDING = """
      case when c.paused then 'PAUSED' when {limit} is null then 'NO_LIMIT' when {limit} < :today then 'LATE'
        when {limit} <= :soonUntil then 'SOON' else 'ON_TIME' end""".replace("{limit}", LIMIT);

  /** Day on which the pass of a step began that ended with hand-over {@code h}: its receipt, or the clock went on. */
  private static final String BEGAN = """
      (select max(b.happened_on) from {schema}deadline_entry b where b.case_code = h.case_code
        and b.step = h.step and b.kind in ('STEP_OPENED', 'RESUMED') and b.happened_at <= h.handed_at)""";

  private static final String ENDED = """
      (select max(b.happened_on) from {schema}deadline_entry b where b.case_code = h.case_code
        and b.step = h.step and b.kind = 'STEP_CLOSED' and b.happened_at <= h.handed_at)""";

  private static final String AGE = """
      case when c.received_on >= :since5 then 'UP_TO_5' when c.received_on >= :since10 then 'UP_TO_10'
        when c.received_on >= :since20 then 'UP_TO_20' when c.received_on >= :since40 then 'UP_TO_40'
        else 'OLDER' end""";

  private final JdbcClient database;
  private final String schema;
  private final StringBuilder conditions = new StringBuilder("1 = 1");
  private final Map<String, Object> values = new HashMap<>();
  private String handed = "1 = 1";
  private String worked = "1 = 1";
  private String held = "1 = 1";

  Selection(JdbcClient database, String schema) {
    this.database = database;
    this.schema = schema;
  }

  Selection and(String condition) {
    conditions.append("\n and (").append(condition).append(')');
    return this;
  }

  Selection with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Which hand-overs {@code h} count. */
  Selection handed(String condition) {
    handed += " and " + condition;
    return this;
  }

  /** Which tasks {@code w} are within reach. */
  Selection worked(String condition) {
    worked = condition;
    return this;
  }

  /** Which offices {@code c.office} hold a case within reach. */
  Selection held(String condition) {
    held = condition;
    return this;
  }

  /** A statement in which some words stand for what this selection is about. */
  StatementSpec sql(String text) {
    String handOver = "h.handed_at >= :start and h.handed_at < :end and " + handed;
    String sql = text
        .replace("{where}", conditions)
        .replace("{handed}", "exists (select 1 from {schema}hand_over h where h.case_code = c.code and {hand-over})")
        .replace("{hand-over}", handOver)
        .replace("{in-reach}", worked)
        .replace("{held}", held)
        .replace("{result}", RESULT)
        .replace("{limit}", LIMIT)
        .replace("{standing}", STANDING)
        .replace("{age}", AGE)
        .replace("{began}", BEGAN)
        .replace("{ended}", ENDED)
        .replace("{schema}", schema);
    return database.sql(sql).params(values);
  }
}
