package vn.trian.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.trian.security.Actor;
import vn.trian.security.Reach;

/** Finds the cases within somebody's reach; a statement names only what it is about, so that indexes can serve it. */
@Component
class CaseSearch {

  /** Counting stops one above this: nobody reads more rows, and counting all would grow with the archive. */
  static final int COUNTED = 10_000;
  /** The same of what was searched for by a text: whoever finds more goes on typing. */
  static final int COUNTED_BY_TEXT = 1_000;

  static final String OPEN = "c.closed_at is null";
  static final String LATE = "c.closed_at is null and c.paused = false and c.step_due_on < :today";
  static final String NEWEST_FIRST = "c.received_at desc, c.code desc";
  static final String MOST_LATE_FIRST = "c.step_due_on, c.code";

  private static final String ORDERED = "c.code, c.received_at, c.step_due_on";
  private static final String RECEIVED = "c.receiving_office in (:offices)";
  private static final String HELD = "c.office in (:offices)";
  private static final String CONTAINS = "c.owner_folded like :pattern escape '!' or c.subject_folded like :pattern "
      + "escape '!' or lower(c.code) like :pattern escape '!' or c.owner_id_number = :text";

  private final CaseFileRepository cases;
  private final JdbcClient database;
  private final Reach reach;
  private final String schema;

  CaseSearch(CaseFileRepository cases, JdbcClient database, Reach reach, @Value("${trian.schema}") String schema) {
    this.cases = cases;
    this.database = database;
    this.reach = reach;
    this.schema = schema;
  }

  /** Conditions joined by "and", with their values. */
  final class Query {

    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<StatementSpec>> values = new ArrayList<>();
    private final boolean limited;
    private int counted = COUNTED;

    private Query(boolean limited) {
      this.limited = limited;
    }

    Query and(String condition) {
      conditions.add("(" + condition + ")");
      return this;
    }

    Query with(String name, Object value) {
      values.add(statement -> statement.param(name, value));
      return this;
    }

    /** Names without diacritics, codes, or a whole ID number; nothing is asked by an empty text. */
    Query containing(String folded) {
      if (folded.isEmpty()) {
        return this;
      }
      counted = COUNTED_BY_TEXT;
      return and(CONTAINS).with("text", folded)
          .with("pattern", "%" + folded.replaceAll("[!%_]", "!$0") + "%");
    }

    Query lateOn(LocalDate today) {
      return and(LATE).with("today", today);
    }

    /** Total is at most one more than what is counted. */
    Page<CaseFile> page(String order, int page, int size) {
      long total = sql("select count(*) from (" + parts("1 as one") + " limit " + (counted + 1) + ") found")
          .query(Long.class).single();
      // first rows of many are soon met on the way along the order; few are found sooner by their offices
      String found = total > counted ? whole(ORDERED) : parts(ORDERED);
      List<String> codes = sql("select c.code from (" + found + ") c order by " + order
          + " limit :size offset :offset").param("size", size).param("offset", page * size).query(String.class).list();
      List<CaseFile> files = new ArrayList<>(cases.findAllById(codes));
      files.sort(Comparator.comparingInt(file -> codes.indexOf(file.code())));
      return new PageImpl<>(files, PageRequest.of(page, size), total);
    }

    long count() {
      return sql("select count(*) from (" + parts("1 as one") + ") found").query(Long.class).single();
    }

    Map<CaseState, Long> byState() {
      Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
      sql("select c.state, count(*) as cases from (" + parts("c.state") + ") c group by c.state").query(row -> {
        counts.put(CaseState.valueOf(row.getString("state")), row.getLong("cases"));
      });
      return counts;
    }

    private String whole(String columns) {
      return select(columns, limited ? RECEIVED + " or " + HELD : "1 = 1");
    }

    /** The same as two parts without an "or", each of which an index answers. */
    private String parts(String columns) {
      return limited ? select(columns, RECEIVED) + " union all " + select(columns, HELD + " and not " + RECEIVED)
          : select(columns, "1 = 1");
    }

    private String select(String columns, String within) {
      return "select " + columns + " from " + schema + ".case_file c where (" + within + ")"
          + conditions.stream().map(" and "::concat).collect(Collectors.joining());
    }

    private StatementSpec sql(String text) {
      StatementSpec statement = database.sql(text);
      values.forEach(value -> value.accept(statement));
      return statement;
    }
  }

  /** All cases within reach. */
  Query within(Actor actor) {
    if (reach.isEverything(actor)) {
      return new Query(false);
    }
    Set<String> offices = reach.offices(actor);
    return offices.isEmpty() ? new Query(false).and("1 = 0") : new Query(true).with("offices", offices);
  }
}
