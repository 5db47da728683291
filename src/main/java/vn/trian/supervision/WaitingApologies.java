package vn.trian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;

/** Drafts of apologies that wait for the head of an office within reach. */
@Service
@Transactional(readOnly = true)
public class WaitingApologies {

  /**
   * A draft is of one promise: it waits while that promise stands, time runs and the result is not there. Most drafts
   * are of the promise that stands; of a bare "=" the database would believe that hardly any is, and sort all cases.
   */
  private static final String WAITING = """
      from {schema}apology a join {schema}case_file c on c.code = a.case_code
      where a.state = 'WAITING' and coalesce(a.promised_on = c.due_on, false) and {held} and {rest} and not c.paused
        and c.state <> 'ISSUED'""";

  /** Which drafts are on the page is found in indexes; only these and their cases are read. */
  private static final String ROWS = """
      select c.code, c.owner_name, c.subject_name, c.procedure_key, c.office, c.step, c.step_name, c.due_on, a.new_day,
        a.reason_code, a.changed_name, a.changed_by
      from (select a.promised_on, a.case_code\s""" + WAITING + """
         order by a.promised_on, a.case_code limit :rows offset :from) found
        join {schema}apology a on a.case_code = found.case_code and a.promised_on = found.promised_on
        join {schema}case_file c on c.code = found.case_code
      order by a.promised_on, a.case_code""";

  private final Selections selections;
  private final KeptFigures kept;
  private final Clock clock;

  WaitingApologies(Selections selections, KeptFigures kept, Clock clock) {
    this.selections = selections;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * A draft.
   *
   * @param holder     id of the office whose head releases it
   * @param promisedOn day that will be missed
   * @param newDay     day to promise instead
   * @param reasonCode null while no reason was chosen
   * @param changedBy  login of who last changed it
   */
  public record Row(String code, String owner, String subject, String procedure, String holder, String step,
      String stepName, LocalDate promisedOn, LocalDate newDay, String reasonCode, String changedName,
      String changedBy) {}

  /** How many wait at the offices of a filter. */
  public long count(CaseFilter filter, Actor actor) {
    return kept.get("apologies", filter, actor, count -> 1,
        () -> selections.of(filter, actor).sql("select count(*) " + WAITING).query(Long.class).single()).figures();
  }

  /** How many wait at somebody's own office, not at those below it. */
  public long ownCount(Actor actor) {
    return count(CaseFilter.heldBy(actor.officeId(), LocalDate.now(clock)), actor);
  }

  /**
   * Some of those at the offices of a filter, the earliest promise first.
   *
   * @param from first row, from 0
   */
  public List<Row> page(CaseFilter filter, int from, int rows, Actor actor) {
    return selections.of(filter, actor).with("from", from).with("rows", rows).sql(ROWS)
        .query((row, number) -> row(row)).list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getString("code"), row.getString("owner_name"), row.getString("subject_name"),
        row.getString("procedure_key"), row.getString("office"), row.getString("step"), row.getString("step_name"),
        row.getObject("due_on", LocalDate.class), row.getObject("new_day", LocalDate.class),
        row.getString("reason_code"), row.getString("changed_name"), row.getString("changed_by"));
  }
}
