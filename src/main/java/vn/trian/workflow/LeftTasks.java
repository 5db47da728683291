package vn.trian.workflow;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;

/**
 * Tasks of people who may not do them any more: a substitute whose days are over, an officer who changed or left.
 * Nobody else could take such a task, so it goes back into the queue.
 */
@Component
public class LeftTasks {

  private final WorkItemRepository items;
  private final TaskHolders holders;
  private final Actors actors;

  LeftTasks(WorkItemRepository items, TaskHolders holders, Actors actors) {
    this.items = items;
    this.holders = holders;
    this.actors = actors;
  }

  /** Puts them back, each in a transaction of its own; what changes meanwhile is left for the next time. */
  public void putBack() {
    for (String login : items.holders()) {
      Set<String> groups = actors.find(login).map(Actor::groups).filter(found -> !found.isEmpty())
          .orElse(Set.of("-"));
      for (String task : items.heldOutside(login, groups)) {
        try {
          holders.putBack(task);
        } catch (DomainException gone) {
          // somebody was faster
        }
      }
    }
  }
}
