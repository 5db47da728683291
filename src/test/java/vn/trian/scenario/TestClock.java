package vn.trian.scenario;

import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.trian.workflow.rehearsal.MovableClock;

/** A clock that tests put where they want it; the engine's clock goes with it. */
public final class TestClock extends MovableClock {

  TestClock(LocalDateTime start) {
    super(start);
    moveTo(start);
  }

  @Override
  public void moveTo(LocalDateTime moment) {
    super.moveTo(moment);
    ClockUtil.setCurrentTime(Date.from(moment.atZone(getZone()).toInstant()));
  }
}
