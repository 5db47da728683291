package vn.trian.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.organization.Offices;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Turns what somebody asks for into SQL, and never beyond what they may see. */
@Component
class Selections {

  /** What closed before a period has no part in it; with an index on closing, old cases cost nothing. */
  static final String TOUCHED = "c.closed_at is null or c.closed_at >= :start";

  private static final String HAS_TASK =
      "exists (select 1 from {schema}work_item w where w.case_code = c.code and {in-reach}";

  private static final String PLACED =
      "exists (select 1 from {schema}work_item w where w.case_code = c.code and w.place is not null";

  private final JdbcClient database;
  private final Reach reach;
  private final Offices offices;
  private final Calendars calendars;
  private final CaseDeadlines deadlines;
  private final Clock clock;
  private final String schema;

  Selections(JdbcClient database, Reach reach, Offices offices, Calendars calendars, CaseDeadlines deadlines,
      Clock clock, @Value("${spring.jpa.properties.hibernate.default_schema:}") String schema) {
    this.database = database;
    this.reach = reach;
    this.offices = offices;
    this.calendars = calendars;
    this.deadlines = deadlines;
    this.clock = clock;
    this.schema = schema.isBlank() ? "" : schema + ".";
  }

  /**
   * The cases of a filter.
   *
   * @throws DomainException FORBIDDEN {@code supervision-not-yours}; NOT_FOUND {@code supervision-office} for an
   *     office out of reach, alike for an invented one
   */
  Selection of(CaseFilter filter, Actor actor) {
    Selection selection = within(filter, actor).and(filter.figure().condition());
    if (filter.figure().isOfEvents()) {
      selection.and(TOUCHED);
    }
    if (filter.figure().result() != null) {
      selection.handed("h.result = :result").with("result", filter.figure().result());
    }
    if (filter.step() != null) {
      step(selection, filter);
    }
    if (filter.place() != null) {
      place(selection, filter.place());
    }
    if (filter.level() != null) {
      selection.and("c.level_code = :level").with("level", filter.level().name());
    }
    if (filter.holder() != null) {
      selection.and("c.office = :holder").with("holder", filter.holder());
    }
    if (filter.officer() != null) {
      officer(selection, filter.officer());
    }
    if (filter.standing() != null) {
      selection.and("c.closed_at is null").and(condition(filter.standing()));
    }
    if (filter.age() != null) {
      selection.and(condition(filter.age()));
    }
    return selection;
  }

  /** All cases of all offices: for figures that name neither case nor person, such as how long a step takes. */
  Selection everywhere() {
    return new Selection(database, schema);
  }

  /** All cases of the offices, the procedure and the release of a filter. */
  Selection within(CaseFilter filter, Actor actor) {
    Supervisors.require(actor);
    Selection selection = new Selection(database, schema);
    LocalDate today = LocalDate.now(clock);
    if (filter.office() != null || !reach.isEverything(actor)) {
      selection.of(scope(filter, actor, today));
    }
    if (filter.procedure() != null) {
      selection.and("c.procedure_key = :procedure").with("procedure", filter.procedure());
    }
    if (filter.release() != null) {
      selection.and("exists (select 1 from {schema}procedure_release r where r.id = c.release_id"
          + " and r.version = :release)").with("release", filter.release());
    }
    return days(selection, filter.period(), today);
  }

  private Set<String> scope(CaseFilter filter, Actor actor, LocalDate today) {
    Set<String> reached = reach.offices(actor);
    if (filter.office() == null) {
      return reached;
    }
    if (!reached.contains(filter.office())) {
      throw new DomainException(Kind.NOT_FOUND, "supervision-office");
    }
    return offices.atOrBelow(filter.office(), today);
  }

  private Selection days(Selection selection, Period period, LocalDate today) {
    // an age counts working days, so on a day off it is that of the working day before
    LocalDate counted = calendars.isWorkingDay(today) ? today : calendars.minusWorkingDays(today, 1);
    for (AgeClass age : AgeClass.values()) {
      if (age != AgeClass.OLDER) {
        selection.with("since" + age.days(), calendars.minusWorkingDays(counted, age.days()));
      }
    }
    return selection.with("today", today).with("soonUntil", deadlines.soonUntil(today))
        .with("first", period.first()).with("last", period.last())
        .with("start", midnight(period.first())).with("end", midnight(period.last().plusDays(1)));
  }

  private OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }

  /** What {@code {standing}} tells, put so that the database can judge how many cases it is true of. */
  private static String condition(Standing standing) {
    return switch (standing) {
      case PAUSED -> "c.paused";
      case NO_LIMIT -> "not c.paused and c.limit_on is null";
      case LATE -> "not c.paused and c.limit_on < :today";
      case SOON -> "not c.paused and c.limit_on between :today and :soonUntil";
      case ON_TIME -> "not c.paused and c.limit_on > :soonUntil";
    };
  }

  /** What {@code {age}} tells, put in the same way. */
  private static String condition(AgeClass age) {
    return switch (age) {
      case UP_TO_5 -> "c.received_on >= :since5";
      case UP_TO_10 -> "c.received_on < :since5 and c.received_on >= :since10";
      case UP_TO_20 -> "c.received_on < :since10 and c.received_on >= :since20";
      case UP_TO_40 -> "c.received_on < :since20 and c.received_on >= :since40";
      case OLDER -> "c.received_on < :since40";
    };
  }

  private static void step(Selection selection, CaseFilter filter) {
    if (filter.figure().isOfHandOvers()) {
      selection.handed("h.step = :step").with("step", filter.step());
    } else if (filter.step().equals(CaseFilter.NONE)) {
      selection.and("c.step is null");
    } else {
      selection.and("c.step = :step").with("step", filter.step());
    }
  }

  private static void place(Selection selection, String place) {
    if (place.equals(CaseFilter.NONE)) {
      selection.and("not " + PLACED + ")");
    } else {
      selection.and(PLACED + " and (w.place = :place or left(w.place, :below) = :place || '/'))")
          .with("place", place).with("below", place.length() + 1);
    }
  }

  private static void officer(Selection selection, String officer) {
    switch (officer) {
      case CaseFilter.NONE ->
          selection.and("not exists (select 1 from {schema}work_item w where w.case_code = c.code)");
      case CaseFilter.ELSEWHERE ->
          selection.and("exists (select 1 from {schema}work_item w where w.case_code = c.code and not ({in-reach}))");
      case CaseFilter.QUEUE -> selection.and(HAS_TASK + " and w.assignee is null)");
      default -> selection.and(HAS_TASK + " and w.assignee = :officer)").with("officer", officer);
    }
  }
}
