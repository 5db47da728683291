package vn.trian.workflow;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.organization.Officers;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.StandIn;
import vn.trian.shared.Label;

/** As whom somebody does a task: in their own right, or for an absent colleague. */
@Service
public class Capacities {

  private final WorkItemRepository items;
  private final Actors actors;
  private final Officers officers;

  Capacities(WorkItemRepository items, Actors actors, Officers officers) {
    this.items = items;
    this.actors = actors;
    this.officers = officers;
  }

  /** The absent colleague for whom somebody would do a task today; empty when it would be in their own right. */
  @Transactional(readOnly = true)
  public Optional<StandIn> behalf(WorkItem item, Actor person) {
    if (person.standIns().isEmpty()) {
      return Optional.empty();
    }
    return items.findById(item.taskId()).map(found -> of(found, person).behalf());
  }

  /** Who has a task, as the log will say it: "A", or "A thay B"; null while nobody has it. */
  @Transactional(readOnly = true)
  public Label holder(WorkItem item) {
    if (item.assignee() == null) {
      return null;
    }
    String behalf = actors.find(item.assignee()).flatMap(holder -> behalf(item, holder)).map(StandIn::name)
        .orElse(null);
    return StandIn.said(officers.nameOf(item.assignee()), behalf);
  }

  /** An absent colleague's own task is taken for that colleague, others as the role demands. */
  static Actor of(WorkItem item, Actor person) {
    return person.standsInFor(item.assignee()).map(person::insteadOf)
        .orElseGet(() -> person.forGroups(item.groups()));
  }
}
