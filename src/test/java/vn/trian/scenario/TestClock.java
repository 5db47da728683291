package vn.trian.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A clock that tests put where they want it; the engine's clock goes with it. Each look takes a millisecond, so
 * that what happens later also says so.
 */
public final class TestClock extends Clock {

  private final ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
  private final AtomicLong millis = new AtomicLong();

  TestClock(LocalDateTime start) {
    moveTo(start);
  }

  /** Puts the clock to a moment in Vietnam. */
  void moveTo(LocalDateTime moment) {
    Instant instant = moment.atZone(zone).toInstant();
    millis.set(instant.toEpochMilli());
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis.get()), zone);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.incrementAndGet());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    if (!other.equals(zone)) {
      throw new UnsupportedOperationException("offices know one time zone");
    }
    return this;
  }
}
