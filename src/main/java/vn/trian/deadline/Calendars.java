package vn.trian.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.model.WorkingCalendar;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Snapshot;
import vn.trian.shared.Texts;

/**
 * The working calendar of the offices: Monday to Friday, without the recorded days off, with the weekend
 * days that are worked in exchange. Counts by Bộ luật Dân sự 2015, Điều 145 to 148: the first day is not
 * counted, a last day that is off moves to the next working day.
 */
@Service
@DependsOn("holidayLoader")
public class Calendars {

  private final HolidayTable table;
  private final Snapshot<WorkingCalendar> calendar;

  Calendars(HolidayTable table) {
    this.table = table;
    this.calendar = new Snapshot<>(this::load);
  }

  /** Whether offices work on that day; a worked weekend day counts. */
  public boolean isWorkingDay(LocalDate day) {
    return working().isWorkingDay(day);
  }

  /**
   * Last day on time, inclusive; always a working day.
   *
   * @param received day of receipt, not counted
   */
  public LocalDate due(LocalDate received, Limit limit) {
    return working().due(received, limit);
  }

  /**
   * The n-th working day after a day.
   *
   * @param n 0 or more; 0 is the day itself, worked or not
   */
  public LocalDate plusWorkingDays(LocalDate day, int n) {
    return working().plusWorkingDays(day, n);
  }

  /**
   * The n-th working day before a day.
   *
   * @param n 0 or more; 0 is the day itself, worked or not
   */
  public LocalDate minusWorkingDays(LocalDate day, int n) {
    return working().minusWorkingDays(day, n);
  }

  /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return working().workingDaysBetween(from, to);
  }

  /** Whether days off are recorded for that year; without them only weekends are left out. */
  public boolean knows(int year) {
    return working().knows(year);
  }

  /** Recorded days of a year, earliest first. */
  @Transactional(readOnly = true)
  public List<Holiday> holidays(int year) {
    return table.findAll().stream()
        .map(HolidayEntity::view)
        .filter(holiday -> holiday.date().getYear() == year)
        .sorted(Comparator.comparing(Holiday::date))
        .toList();
  }

  /**
   * Records a day, in place of what was recorded for its date. Due dates already promised do not move.
   *
   * @throws DomainException INVALID {@code makeup-day-not-on-weekend} for a makeup day from Monday to Friday
   */
  @Transactional
  public void record(Holiday holiday) {
    DayOfWeek weekday = holiday.date().getDayOfWeek();
    if (holiday.kind() == DayKind.MAKEUP_WORKDAY
        && weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
      throw new DomainException(Kind.INVALID, "makeup-day-not-on-weekend", Texts.day(holiday.date()));
    }
    table.save(new HolidayEntity(holiday));
    calendar.forget();
  }

  /** Removes what is recorded for a date, if anything. Due dates already promised do not move. */
  @Transactional
  public void remove(LocalDate date) {
    table.deleteById(date);
    calendar.forget();
  }

  WorkingCalendar working() {
    return calendar.get();
  }

  private WorkingCalendar load() {
    Map<LocalDate, String> daysOff = new HashMap<>();
    Map<LocalDate, String> madeUp = new HashMap<>();
    for (HolidayEntity row : table.findAll()) {
      Holiday holiday = row.view();
      (holiday.kind() == DayKind.HOLIDAY ? daysOff : madeUp).put(holiday.date(), holiday.name());
    }
    return new WorkingCalendar(daysOff, madeUp);
  }
}
