package vn.trian.workflow.identity;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;

/**
 * Brings the engine in step when officers changed while the application runs: with the age that {@link Officers}
 * may have, whoever loses a role has lost it everywhere within a minute.
 */
@Component
class IdentityWatch {

  private final Officers officers;
  private final IdentityBridge bridge;
  private List<Officer> known;

  IdentityWatch(Officers officers, IdentityBridge bridge) {
    this.officers = officers;
    this.bridge = bridge;
  }

  /** Does nothing while officers are as they were; begins after the start has done it once. */
  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  synchronized void look() {
    List<Officer> now = officers.all();
    if (!now.equals(known)) {
      bridge.synchronize();
      known = now;
    }
  }
}
