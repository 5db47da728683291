package vn.trian.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock on the wall of the office: it runs on, and a story puts it to the day it happens on. */
final class WallClock extends Clock {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDateTime BEGINNING = LocalDateTime.parse("2024-03-11T09:00");

  private final Clock real = Clock.systemUTC();
  private volatile Duration ahead;

  WallClock() {
    putTo(BEGINNING);
  }

  void putTo(LocalDateTime moment) {
    ahead = Duration.between(real.instant(), moment.atZone(VIETNAM).toInstant());
  }

  /** Back to the day that tests begin on unless they say otherwise. */
  void putToBeginning() {
    putTo(BEGINNING);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return VIETNAM;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (!zone.equals(VIETNAM)) {
      throw new UnsupportedOperationException("offices know one time zone");
    }
    return this;
  }
}
