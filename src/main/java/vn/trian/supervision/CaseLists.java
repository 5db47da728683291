package vn.trian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.TimeLeft;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Level;

/** The cases behind a figure. */
@Service
@Transactional(readOnly = true)
public class CaseLists {

  /** Rows that an export may have at most. */
  public static final int EXPORTED = 50_000;

  private static final String COUNT = "select count(*) from {parts} c where {rest}";
  private static final String COLUMNS = """
      select c.code, c.owner_name, c.subject_name, c.procedure_key, c.receiving_office, c.office, c.level_code,
        c.step, c.step_name, c.state, c.received_on, c.limit_on, c.due_on, c.paused, c.held, c.closed_at,
        c.result_on as decided_on,
        (select min(w.assignee) from {schema}work_item w where w.case_code = c.code and {in-reach}) as officer
      """;
  private static final String ROWS = COLUMNS + "from {schema}case_file c where {where} order by ";

  /** Which cases are on the page is found in an index; only these are read. */
  private static final String PAGE = COLUMNS + """
      from (select c.code from {parts} c where {rest} order by {order} limit :rows offset :from) found
        join {schema}case_file c on c.code = found.code
      order by {order}""";

  private final Selections selections;
  private final CaseDeadlines deadlines;
  private final KeptFigures kept;
  private final Clock clock;

  CaseLists(Selections selections, CaseDeadlines deadlines, KeptFigures kept, Clock clock) {
    this.selections = selections;
    this.deadlines = deadlines;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * A case of a list.
   *
   * @param holder    id of the office that holds it
   * @param stepName  as it was called when the case came there; null in no step
   * @param limitOn   day that the time left runs to; null for none
   * @param dueOn     day promised to the citizen; null for none
   * @param decidedOn day of the first result; null before it
   * @param held      whether a head holds it back
   * @param officer   login of who has its task, within reach; null for nobody
   */
  public record Row(String code, String owner, String subject, String procedure, String receivingOffice, String holder,
      Level level, String step, String stepName, CaseState state, LocalDate receivedOn, LocalDate limitOn,
      LocalDate dueOn, LocalDate decidedOn, boolean paused, boolean held, Instant closedAt, String officer,
      TimeLeft left) {}

  /** How many cases a filter finds. */
  public long count(CaseFilter filter, Actor actor) {
    return kept.get("cases", filter, actor, count -> 1, () -> counted(selections.of(filter, actor))).figures();
  }

  /**
   * Some of the cases of a filter.
   *
   * @param from first row, from 0
   */
  public List<Row> page(CaseFilter filter, CaseOrder order, boolean descending, int from, int rows, Actor actor) {
    LocalDate today = LocalDate.now(clock);
    return selections.of(filter, actor).with("from", from).with("rows", rows)
        .sql(PAGE.replace("{order}", order.sql(descending)))
        .query((row, number) -> row(row, today)).list();
  }

  /**
   * Hands over all cases of a filter, one after the other.
   *
   * @param codes only these of them; all when empty
   * @throws DomainException INVALID {@code supervision-too-many} with their number when there are more than
   *     {@link #EXPORTED}
   */
  public void each(CaseFilter filter, Collection<String> codes, CaseOrder order, boolean descending, Actor actor,
      Consumer<Row> taker) {
    LocalDate today = LocalDate.now(clock);
    Selection selection = selections.of(filter, actor);
    if (!codes.isEmpty()) {
      selection.and("c.code in (:codes)").with("codes", codes);
    }
    long found = counted(selection);
    if (found > EXPORTED) {
      throw new DomainException(Kind.INVALID, "supervision-too-many", found, EXPORTED);
    }
    selection.sql(ROWS + order.sql(descending)).query(row -> {
      taker.accept(row(row, today));
    });
  }

  private static long counted(Selection selection) {
    return selection.sql(COUNT).query(Long.class).single();
  }

  private Row row(ResultSet row, LocalDate today) throws SQLException {
    LocalDate limitOn = row.getObject("limit_on", LocalDate.class);
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    boolean paused = row.getBoolean("paused");
    return new Row(row.getString("code"), row.getString("owner_name"), row.getString("subject_name"),
        row.getString("procedure_key"), row.getString("receiving_office"), row.getString("office"),
        Level.valueOf(row.getString("level_code")), row.getString("step"), row.getString("step_name"),
        CaseState.valueOf(row.getString("state")), row.getObject("received_on", LocalDate.class), limitOn,
        row.getObject("due_on", LocalDate.class), row.getObject("decided_on", LocalDate.class), paused,
        row.getBoolean("held"), closedAt == null ? null : closedAt.toInstant(), row.getString("officer"),
        closedAt == null ? deadlines.timeLeft(limitOn, today, paused) : TimeLeft.CLOSED);
  }
}
