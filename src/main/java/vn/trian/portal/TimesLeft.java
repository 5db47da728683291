package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.TimeLeft;
import vn.trian.workflow.WorkItem;

/** Time left of cases and tasks. */
@Component
class TimesLeft {

  private final CaseDeadlines deadlines;
  private final MessageSource messages;
  private final Clock clock;

  TimesLeft(CaseDeadlines deadlines, MessageSource messages, Clock clock) {
    this.deadlines = deadlines;
    this.messages = messages;
    this.clock = clock;
  }

  TimeLeft of(WorkItem item, CaseFile file) {
    return of(item.dueOn(), file.paused());
  }

  /** Of the running step; of the whole case while no step runs and there is no result. */
  TimeLeft of(CaseFile file) {
    if (file.state().isFinal()) {
      return TimeLeft.CLOSED;
    }
    return of(file.limitOn(), file.paused());
  }

  /** The words of a time left. */
  String words(TimeLeft left, Locale locale) {
    return messages.getMessage(left.key(), new Object[] {left.days()}, locale);
  }

  private TimeLeft of(LocalDate due, boolean paused) {
    return deadlines.timeLeft(due, LocalDate.now(clock), paused);
  }
}
