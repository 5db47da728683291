package vn.trian.deadline;

import java.time.LocalDate;
import vn.trian.deadline.model.Words;
import vn.trian.deadline.model.WorkingCalendar;
import vn.trian.shared.Texts;

/**
 * How something done on a day stands to its due day, with the words of the ledger.
 *
 * @param words begin with the day: "ngày 18/03/2024, hạn ..."
 */
record Measure(Timeliness timeliness, Words words) {

  /** While the clock stands, the day it stopped on is measured. */
  static Measure of(WorkingCalendar calendar, ClockEntity clock, LocalDate dueOn, LocalDate day) {
    Words words = Words.of("ngày %s", "on %s", Texts.day(day));
    if (dueOn == null) {
      return new Measure(Timeliness.ON_TIME, words.then(new Words(", không có thời hạn", ", without a limit")));
    }
    words = words.then(Words.of(", hạn %s", ", due on %s", Texts.day(dueOn)));
    LocalDate counted = day;
    if (clock.isPaused() && clock.pausedSince().isBefore(day)) {
      counted = clock.pausedSince();
      words = words.then(Words.of(" (tính đến ngày tạm dừng %s)", " (counted until the clock stopped on %s)",
          Texts.day(counted)));
    }
    if (counted.isAfter(dueOn)) {
      // late on a day off after the due day: no working day has passed yet, but late it is
      int days = calendar.workingDaysBetween(dueOn, counted);
      return new Measure(Timeliness.LATE, words.then(days == 0 ? new Words(": quá hạn", ": late")
          : Words.of(": quá hạn %d ngày làm việc", ": %d working days late", days)));
    }
    if (counted.equals(dueOn)) {
      return new Measure(Timeliness.ON_TIME, words.then(new Words(": đúng hạn", ": on time")));
    }
    return new Measure(Timeliness.EARLY, words.then(Words.of(": trước hạn %d ngày làm việc",
        ": %d working days early", calendar.workingDaysBetween(counted, dueOn))));
  }
}
