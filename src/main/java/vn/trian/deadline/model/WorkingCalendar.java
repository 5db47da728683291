package vn.trian.deadline.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trian.deadline.DayUnit;
import vn.trian.deadline.Limit;

/**
 * Counts days as offices do: Monday to Friday, without the days off, with the weekend days that are worked
 * in exchange. Rules: Bộ luật Dân sự 2015, Điều 147.2 (first day not counted), 148.5 (last day off moves on).
 */
public final class WorkingCalendar {

  private final Map<LocalDate, String> daysOff;
  private final Map<LocalDate, String> workedWeekendDays;
  private final Set<Integer> years;

  /**
   * Calendar of the given exceptions, each with its Vietnamese name.
   *
   * @param daysOff           days not worked; a day of the weekend among them changes nothing
   * @param workedWeekendDays days of the weekend that are worked
   */
  public WorkingCalendar(Map<LocalDate, String> daysOff, Map<LocalDate, String> workedWeekendDays) {
    this.daysOff = Map.copyOf(daysOff);
    this.workedWeekendDays = Map.copyOf(workedWeekendDays);
    this.years = Stream.concat(daysOff.keySet().stream(), workedWeekendDays.keySet().stream())
        .map(LocalDate::getYear)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether offices work on that day; a worked weekend day counts unless it is a day off as well. */
  public boolean isWorkingDay(LocalDate day) {
    if (isWeekend(day)) {
      return workedWeekendDays.containsKey(day) && !daysOff.containsKey(day);
    }
    return !daysOff.containsKey(day);
  }

  /** Whether any exception of that year is recorded; without them a count knows weekends only. */
  public boolean knows(int year) {
    return years.contains(year);
  }

  /**
   * Last day on time, inclusive; always a working day.
   *
   * @param received day of receipt, not counted
   */
  public LocalDate due(LocalDate received, Limit limit) {
    return limit.unit() == DayUnit.WORKING_DAY
        ? plusWorkingDays(received, limit.amount())
        : onOrAfter(received.plusDays(limit.amount()));
  }

  /** {@link #due} with what was left out, counted in and moved on the way. */
  public Reckoning reckon(LocalDate received, Limit limit) {
    LocalDate dueOn = due(received, limit);
    LocalDate lastCounted =
        limit.unit() == DayUnit.WORKING_DAY ? dueOn : received.plusDays(limit.amount());
    // a calendar-day limit meets days off only at its end
    LocalDate from = limit.unit() == DayUnit.WORKING_DAY ? received.plusDays(1) : lastCounted;
    var skipped = new ArrayList<Reckoning.NamedDay>();
    var madeUp = new ArrayList<Reckoning.NamedDay>();
    for (LocalDate day = from; !day.isAfter(dueOn); day = day.plusDays(1)) {
      if (isWeekend(day) && isWorkingDay(day)) {
        madeUp.add(new Reckoning.NamedDay(day, workedWeekendDays.get(day)));
      } else if (!isWeekend(day) && daysOff.containsKey(day)) {
        skipped.add(new Reckoning.NamedDay(day, daysOff.get(day)));
      }
    }
    var unknown = new TreeSet<Integer>();
    for (int year = received.getYear(); year <= dueOn.getYear(); year++) {
      if (!knows(year)) {
        unknown.add(year);
      }
    }
    return new Reckoning(received, limit, lastCounted, dueOn, skipped, madeUp, List.copyOf(unknown));
  }

  /**
   * The n-th working day after a day.
   *
   * @param n 0 or more; 0 is the day itself, worked or not
   */
  public LocalDate plusWorkingDays(LocalDate day, int n) {
    return step(day, n, 1);
  }

  /**
   * The n-th working day before a day.
   *
   * @param n 0 or more; 0 is the day itself, worked or not
   */
  public LocalDate minusWorkingDays(LocalDate day, int n) {
    return step(day, n, -1);
  }

  /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -workingDaysBetween(to, from);
    }
    int count = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /** The day itself when it is worked, else the next working day. */
  public LocalDate onOrAfter(LocalDate day) {
    return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
  }

  private LocalDate step(LocalDate day, int n, int direction) {
    if (n < 0) {
      throw new IllegalArgumentException("working days cannot be " + n);
    }
    LocalDate reached = day;
    for (int left = n; left > 0; ) {
      reached = reached.plusDays(direction);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
