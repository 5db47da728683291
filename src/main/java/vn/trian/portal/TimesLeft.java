package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.deadline.Calendars;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.workflow.WorkItem;

/** Time left as pages show it, colored. */
@Component
class TimesLeft {

  private final CaseDeadlines deadlines;
  private final Calendars calendars;
  private final MessageSource messages;
  private final Clock clock;

  TimesLeft(CaseDeadlines deadlines, Calendars calendars, MessageSource messages, Clock clock) {
    this.deadlines = deadlines;
    this.calendars = calendars;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Time left.
   *
   * @param color {@code green}, {@code amber}, {@code red} or {@code grey}
   * @param key    message of the words
   * @param days   working days left or over, 0 or more
   */
  record TimeLeft(String color, String key, int days) {}

  TimeLeft of(WorkItem item, CaseFile file) {
    return of(item.dueOn(), file.paused());
  }

  /** Of the running step; of the whole case while no step runs. */
  TimeLeft of(CaseFile file) {
    if (file.state().isFinal()) {
      return new TimeLeft("grey", "time.closed", 0);
    }
    return of(file.stepDueOn() == null ? file.dueOn() : file.stepDueOn(), file.paused());
  }

  /** The words of a time left. */
  String words(TimeLeft left, Locale locale) {
    return messages.getMessage(left.key(), new Object[] {left.days()}, locale);
  }

  private TimeLeft of(LocalDate due, boolean paused) {
    LocalDate today = LocalDate.now(clock);
    String color = deadlines.color(due, today, paused).name().toLowerCase(Locale.ROOT);
    if (paused) {
      return new TimeLeft(color, "time.paused", 0);
    }
    if (due == null) {
      return new TimeLeft(color, "time.none", 0);
    }
    if (due.isBefore(today)) {
      int over = calendars.workingDaysBetween(due, today);
      // over a weekend no working day has passed yet, but late it is
      return new TimeLeft(color, over == 0 ? "time.over" : "time.late", over);
    }
    return due.equals(today) ? new TimeLeft(color, "time.today", 0)
        : new TimeLeft(color, "time.left", calendars.workingDaysBetween(today, due));
  }
}
