package vn.trian.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseState;
import vn.trian.deadline.Timeliness;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Json;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Supervisors;

/** The book of what one office took in: a line for each file, from the receipt to the result in the citizen's hands. */
@Service
@Transactional(readOnly = true)
public class TrackingBook {

  private static final String LINES = """
      from {schema}case_file c left join {schema}deadline_entry d on d.case_code = c.code and d.kind = 'DECIDED'
        and d.seq = (select min(e.seq) from {schema}deadline_entry e
          where e.case_code = c.code and e.kind = 'DECIDED')
      where c.receiving_office = :office and c.received_on between :first and :last
        and c.state <> 'RECEIPT_REFUSED' and (:procedure = '' or c.procedure_key = :procedure)""";

  private static final String COLUMNS = """
      select c.code, c.register_row, c.owner_name, c.received_on, c.due_on, c.state, c.closed_at,
        d.happened_on as decided_on, d.case_due_on as promised_on,
        (select s.data from {schema}statement s where s.case_code = c.code and s.outcome = 'DELIVER' and s.seq =
          (select max(t.seq) from {schema}statement t where t.case_code = c.code and t.outcome = 'DELIVER'))
          as delivery
      """;

  private static final String ORDER = " order by c.received_on, c.register_row, c.received_at, c.code";

  private final JdbcClient database;
  private final Reach reach;
  private final Clock clock;
  private final String schema;

  TrackingBook(JdbcClient database, Reach reach, Clock clock, @Value("${trian.schema}") String schema) {
    this.database = database;
    this.reach = reach;
    this.clock = clock;
    this.schema = schema + ".";
  }

  /**
   * A line of the book.
   *
   * @param number     row that the receipt names; counts anew every day
   * @param dueOn      day promised to the citizen; null for none
   * @param returnedOn day on which the result was handed over; null before that
   * @param timeliness how the result stands to the day promised; null while there is none
   */
  public record Line(int number, String code, String person, LocalDate receivedOn, LocalDate dueOn,
      LocalDate returnedOn, CaseState state, Timeliness timeliness) {

    /** What is entered when the file comes in, as against what comes of it. */
    List<Object> entry() {
      return Arrays.asList(number, code, person, receivedOn, dueOn);
    }
  }

  /**
   * How many files the office of a filter took in within its period, of its procedure if it names one.
   *
   * @throws DomainException FORBIDDEN {@code supervision-not-yours}; NOT_FOUND {@code supervision-office} for an
   *     office out of reach, alike for an invented one
   */
  public long count(CaseFilter filter, Actor actor) {
    return lines("select count(*) ", filter, "", actor).query(Long.class).single();
  }

  /**
   * Some lines in the order in which files came in.
   *
   * @param from first line, from 0
   */
  public List<Line> page(CaseFilter filter, int from, int rows, Actor actor) {
    return lines(COLUMNS, filter, ORDER + " limit :rows offset :from", actor).param("rows", rows).param("from", from)
        .query((row, number) -> line(row)).list();
  }

  /**
   * Hands over all lines in that order.
   *
   * @param most how many there may be
   * @throws DomainException INVALID {@code report-book-too-large} when there are more
   */
  public void each(CaseFilter filter, int most, Actor actor, Consumer<Line> taker) {
    long found = count(filter, actor);
    if (found > most) {
      throw new DomainException(Kind.INVALID, "report-book-too-large", found, most);
    }
    lines(COLUMNS, filter, ORDER, actor).query(row -> {
      taker.accept(line(row));
    });
  }

  /** Id of the office whose book a filter is about, if it is within reach; otherwise throws as {@link #count}. */
  String visible(CaseFilter filter, Actor actor) {
    Supervisors.require(actor);
    String office = filter.office() == null ? actor.officeId() : filter.office();
    if (!reach.offices(actor).contains(office)) {
      throw new DomainException(Kind.NOT_FOUND, "supervision-office");
    }
    return office;
  }

  private StatementSpec lines(String columns, CaseFilter filter, String order, Actor actor) {
    String office = visible(filter, actor);
    return database.sql((columns + LINES + order).replace("{schema}", schema)).param("office", office)
        .param("first", filter.period().first()).param("last", filter.period().last())
        .param("procedure", filter.procedure() == null ? "" : filter.procedure());
  }

  private Line line(ResultSet row) throws SQLException {
    CaseState state = CaseState.valueOf(row.getString("state"));
    LocalDate decidedOn = row.getObject("decided_on", LocalDate.class);
    LocalDate promisedOn = row.getObject("promised_on", LocalDate.class);
    return new Line(row.getInt("register_row"), row.getString("code"), row.getString("owner_name"),
        row.getObject("received_on", LocalDate.class), row.getObject("due_on", LocalDate.class),
        returnedOn(row, state), state,
        decidedOn == null || state == CaseState.WITHDRAWN ? null : timeliness(decidedOn, promisedOn));
  }

  /** As the officer wrote it down; where nobody did, the day on which the case was over. */
  private LocalDate returnedOn(ResultSet row, CaseState state) throws SQLException {
    Object written = Json.map(row.getString("delivery")).get("deliveredOn");
    if (written != null) {
      return LocalDate.parse(written.toString());
    }
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    boolean returned = closedAt != null && (state == CaseState.DELIVERED || state == CaseState.PAID);
    return returned ? LocalDate.ofInstant(closedAt.toInstant(), clock.getZone()) : null;
  }

  private static Timeliness timeliness(LocalDate decidedOn, LocalDate promisedOn) {
    int late = promisedOn == null ? 0 : decidedOn.compareTo(promisedOn);
    return late < 0 ? Timeliness.EARLY : late == 0 ? Timeliness.ON_TIME : Timeliness.LATE;
  }
}
