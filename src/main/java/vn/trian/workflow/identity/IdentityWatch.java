package vn.trian.workflow.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.trian.organization.SubstitutionsChanged;
import vn.trian.workflow.LeftTasks;

/**
 * Brings the engine in step when officers changed or began or ended to stand in for others, and puts back what they
 * have no more to do with: with the age that the list of officers may have, whoever loses a role has lost it everywhere
 * within a minute. A substitution that is entered or ended on this node is followed at once.
 */
@Component
class IdentityWatch {

  private final IdentityBridge bridge;
  private final LeftTasks leftTasks;
  private final ThreadPoolTaskScheduler threads;
  /** From the start, as a day may have begun while nothing ran. */
  private boolean mayHoldTooMuch = true;

  IdentityWatch(IdentityBridge bridge, LeftTasks leftTasks, ThreadPoolTaskScheduler threads) {
    this.bridge = bridge;
    this.leftTasks = leftTasks;
    this.threads = threads;
  }

  /** On another thread: whoever entered it does not wait for all officers to be looked through. */
  @TransactionalEventListener(fallbackExecution = true)
  void changed(SubstitutionsChanged change) {
    threads.execute(this::look);
  }

  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  synchronized void look() {
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
