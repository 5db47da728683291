package vn.trian.workflow.release;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;

/**
 * Puts approved releases to work on their day, on every node: of two nodes that try at once one commits, and the other
 * finds the release at work.
 */
@Component
public class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final ReleaseStore store;
  private final ReleaseDesk desk;
  private final Clock clock;

  Rounds(ReleaseStore store, ReleaseDesk desk, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /** One that cannot be put to work must not keep the others from it; it stays approved and is tried again. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void look() {
    for (ReleaseInfo due : store.due(LocalDate.now(clock))) {
      try {
        desk.activateOnItsDay(due.id());
        LOG.info("release {} of {} put to work on its day", due.version(), due.procedureKey());
      } catch (RuntimeException e) {
        LOG.warn("release {} of {} not put to work: {}", due.version(), due.procedureKey(), e.getClass().getName());
      }
    }
  }
}
