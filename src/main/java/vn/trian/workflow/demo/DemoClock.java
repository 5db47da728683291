package vn.trian.workflow.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.trian.shared.Texts;

/** The real time for everybody but the thread that plays invented cases of the past weeks. */
@Component
@Primary
@Profile("demo")
@ConditionalOnExpression("${trian.demo.cases:0} > 0")
public class DemoClock extends Clock {

  private final ThreadLocal<Instant> played = new ThreadLocal<>();

  void play(Instant moment) {
    played.set(moment);
  }

  void backToNow() {
    played.remove();
  }

  @Override
  public ZoneId getZone() {
    return Texts.VIET_NAM;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }

  @Override
  public Instant instant() {
    Instant moment = played.get();
    return moment == null ? Instant.now(Clock.systemUTC()) : moment;
  }
}
