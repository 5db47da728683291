package vn.trian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.Calendars;
import vn.trian.security.Actor;

/** Open cases that do not get on: jobs of the engine that failed, and waits that nobody ends. */
@Service
@Transactional(readOnly = true)
public class Incidents {

  private static final String MOVED = "coalesce(c.moved_at, c.received_at)";

  private static final String FAILED = """
      select 'FAILED_JOB' as kind, c.code, j.failed_at as since, j.job_id
      from {schema}failed_job j join {schema}case_file c on c.code = j.case_code
      where {where}""";

  /**
   * It is the turn of an office. Where no task is open a date is waited for, such as the end of a public posting;
   * until then nobody can act.
   */
  private static final String STILL = """
      select 'NO_MOVEMENT' as kind, c.code, {moved} as since, cast(null as varchar(64)) as job_id
      from {schema}case_file c
      where c.closed_at is null and c.waits_since is null and {where} and {moved} < :stillSince
        and (c.limit_on is null or c.limit_on < :today
          or exists (select 1 from {schema}work_item w where w.case_code = c.code))""".replace("{moved}", MOVED);

  private static final String SILENT = """
      select '{kind}' as kind, c.code, c.waits_since as since, cast(null as varchar(64)) as job_id
      from {schema}case_file c
      where c.closed_at is null and c.waits_since is not null and {where}
        and (c.answer_due_on < :today or c.waits_since < :silentSince) and c.state {state}""";

  /** Each kind by itself, as each has an index of its own that leads to what has stood longest. */
  private static final Map<IncidentKind, String> KINDS = new EnumMap<>(Map.of(
      IncidentKind.FAILED_JOB, FAILED,
      IncidentKind.NO_MOVEMENT, STILL,
      IncidentKind.BODY_SILENT, SILENT.replace("{kind}", "BODY_SILENT")
          .replace("{state}", "<> 'SUPPLEMENT_REQUESTED'"),
      IncidentKind.APPLICANT_SILENT, SILENT.replace("{kind}", "APPLICANT_SILENT")
          .replace("{state}", "= 'SUPPLEMENT_REQUESTED'")));

  private static final String COUNTS = KINDS.entrySet().stream().map(each -> "select '" + each.getKey()
      + "' as kind, count(*) as incidents from (" + each.getValue() + ") found")
      .collect(Collectors.joining("\nunion all "));

  /** What was found, with its case and the first of the tasks of whose turn it is. */
  private static final String ROWS = """
      select found.kind, c.code, c.owner_name, c.subject_name, c.procedure_key, c.office, c.step, c.step_name,
        found.since, c.answer_due_on, case when {in-reach} then w.assignee end as officer,
        j.job_id, j.name as job_name, coalesce(j.process_id, w.process_id) as process_id
      from (select * from ({found}) each_kind order by since, code, job_id limit :rows offset :from) found
        join {schema}case_file c on c.code = found.code
        left join {schema}failed_job j on j.job_id = found.job_id
        left join {schema}work_item w on j.job_id is null and w.task_id = (select min(o.task_id)
          from {schema}work_item o where o.case_code = c.code and (not o.waiting or c.waits_since is not null))
      order by found.since, c.code, j.job_id""";

  private final Selections selections;
  private final Calendars calendars;
  private final SupervisionSettings settings;
  private final KeptFigures kept;
  private final Clock clock;

  Incidents(Selections selections, Calendars calendars, SupervisionSettings settings, KeptFigures kept, Clock clock) {
    this.selections = selections;
    this.calendars = calendars;
    this.settings = settings;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Something that stands still.
   *
   * @param holder      id of the office that holds the case
   * @param since       when the job failed, the wait began or something last happened
   * @param answerDueOn limit of the body that is waited for; null for none
   * @param officer     login of who has the task, within reach; null for nobody
   * @param jobId       of a failed job; null of waits, as is {@code jobName}
   * @param processId   process instance that stands still; null when it is not known
   */
  public record Incident(IncidentKind kind, String code, String owner, String subject, String procedure, String holder,
      String step, String stepName, Instant since, LocalDate answerDueOn, String officer, String jobId,
      String jobName, String processId) {}

  /** How many there are of each kind, for the offices and the procedure of a filter. */
  public Map<IncidentKind, Long> counts(CaseFilter filter, Actor actor) {
    CaseFilter open = filter.about(Figure.OPEN);
    return kept.get("incidents", open, actor, counts -> counts.size(), () -> {
      Map<IncidentKind, Long> counts = new EnumMap<>(IncidentKind.class);
      within(open, actor).sql(COUNTS).query(row -> {
        counts.put(IncidentKind.valueOf(row.getString("kind")), row.getLong("incidents"));
      });
      return counts;
    }).figures();
  }

  /**
   * Some of them, what has stood longest first.
   *
   * @param kind null for every kind
   * @param from first row, from 0
   */
  public List<Incident> page(CaseFilter filter, IncidentKind kind, int from, int rows, Actor actor) {
    String found = KINDS.entrySet().stream().filter(each -> kind == null || each.getKey() == kind)
        .map(each -> "(" + each.getValue() + " order by since, code limit :until)")
        .collect(Collectors.joining("\nunion all "));
    return within(filter, actor).with("from", from).with("rows", rows).with("until", from + rows)
        .sql(ROWS.replace("{found}", found)).query((row, number) -> incident(row)).list();
  }

  private Selection within(CaseFilter filter, Actor actor) {
    return selections.within(filter.about(Figure.OPEN), actor)
        .with("stillSince", movedAfter(settings.stillDays())).with("silentSince", movedAfter(settings.silentDays()));
  }

  /** Whatever last moved before this moment has stood still for as many working days, today included. */
  private OffsetDateTime movedAfter(int days) {
    LocalDate today = LocalDate.now(clock);
    LocalDate counted = calendars.isWorkingDay(today) ? today : calendars.minusWorkingDays(today, 1);
    return calendars.plusWorkingDays(calendars.minusWorkingDays(counted, days), 1).atStartOfDay(clock.getZone())
        .toOffsetDateTime();
  }

  private static Incident incident(ResultSet row) throws SQLException {
    return new Incident(IncidentKind.valueOf(row.getString("kind")), row.getString("code"),
        row.getString("owner_name"), row.getString("subject_name"), row.getString("procedure_key"),
        row.getString("office"), row.getString("step"), row.getString("step_name"),
        row.getObject("since", OffsetDateTime.class).toInstant(), row.getObject("answer_due_on", LocalDate.class),
        row.getString("officer"), row.getString("job_id"), row.getString("job_name"), row.getString("process_id"));
  }
}
