package vn.trian.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.trian.workflow.Candidate.Place;

/**
 * Ids of the tasks that wait for groups, read from one index. Each group gives its first rows, which the index has in
 * order, so that a page costs the same however long the queue is.
 */
@Component
class Queues {

  private static final String FIRST_OF_GROUP = """
      (select task_id, sort_on, created_at from {schema}work_item_group
       where group_id = :group%d and place = :place order by sort_on, created_at, task_id limit :upTo)""";

  private final JdbcClient database;
  private final String schema;

  Queues(JdbcClient database, @Value("${trian.schema}") String schema) {
    this.database = database;
    this.schema = schema + ".";
  }

  /** Earliest limit first; a task that is for several of the groups comes once. */
  List<String> first(Set<String> groups, Place place, int from, int rows) {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<String> ordered = List.copyOf(groups);
    List<String> each = new ArrayList<>();
    for (int at = 0; at < ordered.size(); at++) {
      each.add(FIRST_OF_GROUP.formatted(at));
    }
    String sql = "select task_id from (" + String.join(" union ", each)
        + ") candidates order by sort_on, created_at, task_id limit :rows offset :from";
    StatementSpec statement = database.sql(sql.replace("{schema}", schema))
        .param("place", place.name()).param("upTo", from + rows).param("rows", rows).param("from", from);
    for (int at = 0; at < ordered.size(); at++) {
      statement = statement.param("group" + at, ordered.get(at));
    }
    return statement.query((row, number) -> row.getString("task_id")).list();
  }

  /** Number of tasks at a place. */
  long count(Set<String> groups, Place place) {
    return groups.isEmpty() ? 0 : database.sql(("select count(" + oneOf(groups) + ") from {schema}work_item_group "
        + "where group_id in (:groups) and place = :place").replace("{schema}", schema))
        .param("groups", groups).param("place", place.name()).query(Long.class).single();
  }

  /** Number of tasks, wherever they stand, whose limit is one of these days. */
  long count(Set<String> groups, LocalDate from, LocalDate until) {
    return groups.isEmpty() ? 0 : database.sql(("select count(" + oneOf(groups) + ") from {schema}work_item_group "
        + "where group_id in (:groups) and place in ('QUEUE', 'TAKEN', 'WAITING') and sort_on between :from and :until")
        .replace("{schema}", schema))
        .param("groups", groups).param("from", from).param("until", until).query(Long.class).single();
  }

  /** Only of several groups can a task be met twice; leaving out the doubles means sorting all. */
  private static String oneOf(Set<String> groups) {
    return groups.size() == 1 ? "*" : "distinct task_id";
  }
}
