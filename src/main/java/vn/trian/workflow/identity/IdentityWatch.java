package vn.trian.workflow.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.trian.workflow.LeftTasks;

/**
 * Brings the engine in step when officers changed or began or ended to stand in for others, and puts back what they
 * have no more to do with: with the age that the list of officers may have, whoever loses a role has lost it everywhere
 * within a minute.
 */
@Component
class IdentityWatch {

  private final IdentityBridge bridge;
  private final LeftTasks leftTasks;
  /** From the start, as a day may have begun while nothing ran. */
  private boolean mayHoldTooMuch = true;

  IdentityWatch(IdentityBridge bridge, LeftTasks leftTasks) {
    this.bridge = bridge;
    this.leftTasks = leftTasks;
  }

  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  void look() {
    if (!bridge.isInStep()) {
      bridge.synchronize();
      mayHoldTooMuch = true;
    }
    if (mayHoldTooMuch) {
      leftTasks.putBack();
      mayHoldTooMuch = false;
    }
  }
}
