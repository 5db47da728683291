package vn.trian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import vn.trian.deadline.Calendars;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;

/** How long steps took of late at all offices. Only what ended before today counts, so it is read now and then. */
@Component
class StepHistory {

  /** Step id of what comes after the last step, until the result is there. */
  static final String TAIL = CaseFilter.NONE;
  /** What is older says little about the next pass: people and workload change. */
  private static final int DAYS_BACK = 90;
  /** Where little has happened yet, as in a new installation, reading costs nothing and each pass tells much. */
  private static final int LITTLE = 1_000;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEPT_LITTLE = Duration.ofMinutes(1);

  private static final String PASSES = """
      select h.procedure_key, h.step, h.from_office as office, h.began_on, h.ended_on, count(*) as passes
      from {schema}hand_over h
      where h.handed_at >= :since and h.handed_at < :until and h.began_on is not null
      group by h.procedure_key, h.step, h.from_office, h.began_on, h.ended_on""";

  private static final String TAILS = """
      select procedure_key, :tail as step, office, began_on, ended_on, count(*) as passes from (
        select c.procedure_key, c.office, d.happened_on as ended_on,
          (select max(b.happened_on) from {schema}deadline_entry b
            where b.case_code = d.case_code and b.kind = 'STEP_CLOSED' and b.seq < d.seq) as began_on
        from {schema}deadline_entry d join {schema}case_file c on c.code = d.case_code
        where d.kind = 'DECIDED' and d.happened_on >= :first and d.happened_on < :today and c.state <> 'WITHDRAWN'
          and d.seq = (select min(e.seq) from {schema}deadline_entry e
            where e.case_code = d.case_code and e.kind = 'DECIDED')) ended
      where began_on is not null
      group by procedure_key, office, began_on, ended_on""";

  private final Selections selections;
  private final Calendars calendars;
  private final Offices offices;
  private final Clock clock;
  private Read last = new Read(null, Instant.MIN, null);

  StepHistory(Selections selections, Calendars calendars, Offices offices, Clock clock) {
    this.selections = selections;
    this.calendars = calendars;
    this.offices = offices;
    this.clock = clock;
  }

  private record Read(LocalDate on, Instant until, Paces paces) {}

  /** As known this morning; whoever asks first waits for the reading, others for them. */
  synchronized Paces paces() {
    LocalDate today = LocalDate.now(clock);
    if (!today.equals(last.on()) || !clock.instant().isBefore(last.until())) {
      Paces paces = read(today);
      last = new Read(today, clock.instant().plus(paces.count() < LITTLE ? KEPT_LITTLE : KEPT), paces);
    }
    return last.paces();
  }

  private Paces read(LocalDate today) {
    Paces paces = new Paces();
    LocalDate first = today.minusDays(DAYS_BACK);
    Selection all = selections.everywhere().with("first", first).with("today", today).with("since", midnight(first))
        .with("until", midnight(today)).with("tail", TAIL);
    all.sql(PASSES).query(row -> {
      add(paces, row, today);
    });
    all.sql(TAILS).query(row -> {
      add(paces, row, today);
    });
    return paces;
  }

  private void add(Paces paces, ResultSet row, LocalDate today) throws SQLException {
    String office = row.getString("office");
    int days = calendars.workingDaysBetween(row.getObject("began_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class));
    boolean tail = TAIL.equals(row.getString("step"));
    paces.add(row.getString("procedure_key"), row.getString("step"), office,
        tail ? null : offices.find(office, today).map(Office::level).orElse(null), Math.max(0, days),
        row.getLong("passes"));
  }

  private OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }
}
