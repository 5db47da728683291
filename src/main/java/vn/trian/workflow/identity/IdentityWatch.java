package vn.trian.workflow.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the engine in step when officers changed while the application runs: with the age that the list of officers
 * may have, whoever loses a role has lost it everywhere within a minute.
 */
@Component
class IdentityWatch {

  private final IdentityBridge bridge;

  IdentityWatch(IdentityBridge bridge) {
    this.bridge = bridge;
  }

  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  void look() {
    if (!bridge.isInStep()) {
      bridge.synchronize();
    }
  }
}
