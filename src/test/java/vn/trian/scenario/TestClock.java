package vn.trian.scenario;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.trian.workflow.rehearsal.MovableClock;

/** A clock that tests put where they want it; the engine's clock goes with it. */
public final class TestClock extends MovableClock {

  private volatile Thread killed;

  TestClock(LocalDateTime start) {
    super(start);
    moveTo(start);
  }

  @Override
  public void moveTo(LocalDateTime moment) {
    super.moveTo(moment);
    ClockUtil.setCurrentTime(Date.from(moment.atZone(getZone()).toInstant()));
  }

  /** The next time that a thread asks for the time it ends, as a process that is killed. */
  void kill(Thread thread) {
    killed = thread;
  }

  @Override
  public Instant instant() {
    if (Thread.currentThread() == killed) {
      throw new Killed();
    }
    return super.instant();
  }

  /** The end of a thread; nothing in the application may take it for a failure that it can handle. */
  static final class Killed extends Error {}
}
