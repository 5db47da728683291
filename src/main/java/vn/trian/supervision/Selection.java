package vn.trian.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Cases as SQL: tables, conditions and values of one filter within one reach. Made by {@link Selections}. */
final class Selection {

  private static final String STANDING = """
      case when c.paused then 'PAUSED' when c.limit_on is null then 'NO_LIMIT' when c.limit_on < :today then 'LATE'
        when c.limit_on <= :soonUntil then 'SOON' else 'ON_TIME' end""";

  private static final String AGE = """
      case when c.received_on >= :since5 then 'UP_TO_5' when c.received_on >= :since10 then 'UP_TO_10'
        when c.received_on >= :since20 then 'UP_TO_20' when c.received_on >= :since40 then 'UP_TO_40'
        else 'OLDER' end""";

  private static final String WITHIN = "c.receiving_office in (:offices) or c.office in (:offices)";

  /** The same as two parts: many rows to count are found in an index only without the "or". */
  private static final String PARTS = """
      (select * from {schema}case_file where receiving_office in (:offices)
       union all select * from {schema}case_file where office in (:offices) and receiving_office not in (:offices))""";

  private static final String HAND_OVERS_OF_CASES =
      "{schema}hand_over h join {schema}case_file c on c.code = h.case_code";

  private final JdbcClient database;
  private final String schema;
  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, Object> values = new HashMap<>();
  private boolean ofCases;
  private boolean limited;
  private String handed = "1 = 1";
  private String worked = "1 = 1";

  Selection(JdbcClient database, String schema) {
    this.database = database;
    this.schema = schema;
  }

  /** Only cases that these offices received or hold, what they gave on, and tasks that are theirs. */
  Selection of(Set<String> offices) {
    limited = true;
    worked = "w.office_id in (:offices)";
    return handed("h.from_office in (:offices)").with("offices", offices);
  }

  /** Narrows the cases {@code c}. */
  Selection and(String condition) {
    ofCases = true;
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

  /** A statement in which some words stand for what this selection is about. */
  StatementSpec sql(String text) {
    String handOver = "h.handed_at >= :start and h.handed_at < :end and " + handed;
    String sql = text
        .replace("{hand-overs}", ofCases || limited ? HAND_OVERS_OF_CASES : "{schema}hand_over h")
        .replace("{where}", (limited ? "(" + WITHIN + ")" : "1 = 1") + conditions)
        .replace("{parts}", limited ? PARTS : "{schema}case_file")
        .replace("{rest}", "1 = 1" + conditions)
        .replace("{handed}", "exists (select 1 from {schema}hand_over h where h.case_code = c.code and {hand-over})")
        .replace("{hand-over}", handOver)
        .replace("{in-reach}", worked)
        .replace("{held}", limited ? "c.office in (:offices)" : "1 = 1")
        .replace("{standing}", STANDING)
        .replace("{age}", AGE)
        .replace("{schema}", schema);
    return database.sql(sql).params(values);
  }
}
