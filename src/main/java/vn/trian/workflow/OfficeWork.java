package vn.trian.workflow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Hand;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.security.Actor;
import vn.trian.security.Actors;

/** The open tasks of one office, with those who may do each; the caller answers for who may look. */
@Service
@Transactional(readOnly = true)
public class OfficeWork {

  private final WorkItemRepository items;
  private final CaseRecord record;
  private final Officers officers;
  private final Actors actors;

  OfficeWork(WorkItemRepository items, CaseRecord record, Officers officers, Actors actors) {
    this.items = items;
    this.record = record;
    this.officers = officers;
    this.actors = actors;
  }

  /**
   * An open task.
   *
   * @param led  whether the one who asked may hand it to others
   * @param able logins of those at the office who may do it, by role and by four eyes, as they were recorded
   */
  public record Open(WorkItem item, boolean led, List<String> able) {}

  /**
   * Open tasks of the actor's office that are not held back, earliest limit first, those that wait for others last;
   * {@code most} at most.
   */
  public List<Open> open(Actor actor, int most) {
    List<WorkItem> open = items.ofOffice(actor.officeId(), Limit.of(most));
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    for (Officer officer : officers.at(actor.officeId())) {
      groups.put(officer.login(), actors.named(officer.login()).groups());
    }
    Map<String, List<Hand>> hands = record.hands(open.stream().map(WorkItem::caseCode).distinct().toList());
    return open.stream().map(item -> new Open(item, TaskHolders.leads(actor, item), groups.entrySet().stream()
        .filter(each -> item.isFor(each.getValue())
            && !TaskGuard.hadHand(item, each.getKey(), hands.getOrDefault(item.caseCode(), List.of())))
        .map(Map.Entry::getKey).toList())).toList();
  }

  /** Number of open tasks of an office that are not held back, those that wait for others among them. */
  public long count(String officeId) {
    return items.countOfOffice(officeId);
  }

  /** What everybody at an office has, by login; whoever has nothing is left out. */
  public List<Load> loads(String officeId, LocalDate today, LocalDate soonUntil) {
    return items.loads(officeId, today, soonUntil);
  }
}
