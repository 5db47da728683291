package vn.trian.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.security.Actor;
import vn.trian.security.StandIn;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.Candidate.Place;

/** Open tasks as somebody may see them: those of the groups they belong to, earliest limit first. */
@Service
@Transactional(readOnly = true)
public class WorkList {

  private static final Sort EARLIEST_LIMIT = Sort.by(Sort.Order.asc("dueOn").nullsLast(), Sort.Order.asc("createdAt"));
  private static final int SOON_DAYS = 2;

  /** Before all limits. */
  private static final LocalDate LONG_AGO = LocalDate.EPOCH;

  private final WorkItemRepository items;
  private final Queues queues;
  private final Clock clock;

  WorkList(WorkItemRepository items, Queues queues, Clock clock) {
    this.items = items;
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * A task of one's own groups.
   *
   * @throws DomainException NOT_FOUND {@code task-unknown}, alike for invented ids and for tasks of others
   */
  public WorkItem visible(String taskId, Actor actor) {
    return items.findById(taskId).filter(item -> item.isFor(actor.groups()))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "task-unknown"));
  }

  /** Those of the given tasks that the actor may see. */
  public List<WorkItem> visible(Collection<String> taskIds, Actor actor) {
    return items.findAllById(taskIds).stream().filter(item -> item.isFor(actor.groups())).toList();
  }

  /** Open tasks of a case, whoever has them; the caller has checked that the case may be seen. */
  public List<WorkItem> ofCase(String caseCode) {
    return items.findByCaseCode(caseCode);
  }

  /** Tasks that the actor has taken. */
  public Page<WorkItem> mine(Actor actor, int page, int size) {
    return items.mine(actor.login(), PageRequest.of(page, size, EARLIEST_LIMIT));
  }

  /** Tasks that absent colleagues have, for whom the actor stands in and whose roles they have. */
  public Page<WorkItem> heldByAbsent(Actor actor, int page, int size) {
    return items.heldBy(actor.standIns().stream().map(StandIn::login).toList(), actor.groups(),
        PageRequest.of(page, size, EARLIEST_LIMIT));
  }

  /** Tasks of the own groups that nobody has taken and somebody can work on. */
  public Page<WorkItem> queue(Actor actor, int page, int size) {
    return at(Place.QUEUE, actor, page, size);
  }

  /** Tasks of the own groups in which the citizen or another body has the next move. */
  public Page<WorkItem> waiting(Actor actor, int page, int size) {
    return at(Place.WAITING, actor, page, size);
  }

  private Page<WorkItem> at(Place place, Actor actor, int page, int size) {
    List<String> ids = queues.first(actor.groups(), place, page * size, size);
    List<WorkItem> found = new ArrayList<>(items.findByTaskIdIn(ids));
    found.sort(Comparator.comparingInt(item -> ids.indexOf(item.taskId())));
    return new PageImpl<>(found, PageRequest.of(page, size), queues.count(actor.groups(), place));
  }

  /** Number of own and queued tasks whose limit is over. */
  public long late(Actor actor) {
    return queues.count(actor.groups(), LONG_AGO, LocalDate.now(clock).minusDays(1));
  }

  /** Number of own and queued tasks whose limit ends today or within {@value #SOON_DAYS} days. */
  public long dueSoon(Actor actor) {
    LocalDate today = LocalDate.now(clock);
    return queues.count(actor.groups(), today, today.plusDays(SOON_DAYS));
  }
}
