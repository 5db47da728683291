package vn.trian.workflow.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import vn.trian.shared.Texts;

/**
 * A clock that stands where it is put. Each look takes a millisecond, so that what happens later also says so. The
 * clock of the engine is one for the whole process and is left alone: nothing of ours reads it.
 */
public class MovableClock extends Clock {

  private final AtomicLong millis = new AtomicLong();

  public MovableClock(LocalDateTime start) {
    millis.set(at(start).toEpochMilli());
  }

  private static Instant at(LocalDateTime moment) {
    return moment.atZone(Texts.VIET_NAM).toInstant();
  }

  /** Puts the clock to a moment in Vietnam. */
  public void moveTo(LocalDateTime moment) {
    millis.set(at(moment).toEpochMilli());
  }

  /** The moment it shows, without time passing. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis.get()), Texts.VIET_NAM);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.incrementAndGet());
  }

  @Override
  public ZoneId getZone() {
    return Texts.VIET_NAM;
  }

  @Override
  public Clock withZone(ZoneId other) {
    if (!other.equals(getZone())) {
      throw new UnsupportedOperationException("offices know one time zone");
    }
    return this;
  }
}
