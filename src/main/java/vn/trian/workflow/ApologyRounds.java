package vn.trian.workflow;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for promises that run out and has their apologies drafted, on every node. Each case is a transaction of
 * its own under the lock of the case, so nodes that look at once draft one apology.
 */
@Component
public class ApologyRounds {

  private static final Logger LOG = LoggerFactory.getLogger(ApologyRounds.class);

  private final Apologies apologies;

  ApologyRounds(Apologies apologies) {
    this.apologies = apologies;
  }

  /** Drafts what is owed now; what was drafted before stays as it is. */
  @Scheduled(cron = "${trian.apologies.rounds:0 */15 * * * *}")
  public void look() {
    String last = "";
    List<String> owed = apologies.owed(last);
    while (!owed.isEmpty()) {
      owed.forEach(this::draft);
      last = owed.get(owed.size() - 1);
      owed = apologies.owed(last);
    }
    apologies.putAside();
  }

  /** One case that cannot be drafted must not keep the others from it; it is tried again on the next round. */
  private void draft(String caseCode) {
    try {
      apologies.draft(caseCode);
    } catch (RuntimeException e) {
      LOG.warn("no apology drafted for {}: {}", caseCode, e.getClass().getName());
    }
  }
}
