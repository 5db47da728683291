package vn.trian.workflow;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface WorkItemRepository extends JpaRepository<WorkItem, String> {

  /** With its groups: a task of others must not take one statement more than an invented one. */
  @Override
  @EntityGraph(attributePaths = "groups")
  Optional<WorkItem> findById(String taskId);

  List<WorkItem> findByCaseCode(String caseCode);

  @Query("select w from WorkItem w where w.assignee = :login")
  Page<WorkItem> mine(String login, Pageable page);

  @Query("""
      select w from WorkItem w
      where w.assignee is null and w.waiting = false
        and exists (select 1 from WorkItem o join o.groups g where o = w and g in :groups)""")
  Page<WorkItem> queue(Collection<String> groups, Pageable page);

  @Query("""
      select w from WorkItem w
      where w.waiting = true
        and exists (select 1 from WorkItem o join o.groups g where o = w and g in :groups)""")
  Page<WorkItem> waiting(Collection<String> groups, Pageable page);

  @Query("""
      select count(w) from WorkItem w
      where w.dueOn < :today
        and exists (select 1 from WorkItem o join o.groups g where o = w and g in :groups)""")
  long late(Collection<String> groups, LocalDate today);

  @Query("""
      select count(w) from WorkItem w
      where w.dueOn between :today and :until
        and exists (select 1 from WorkItem o join o.groups g where o = w and g in :groups)""")
  long dueSoon(Collection<String> groups, LocalDate today, LocalDate until);

  @Query("""
      select w from WorkItem w
      where w.phase = 'sign' and w.waiting = false
        and exists (select 1 from WorkItem o join o.groups g where o = w and g in :groups)
      order by w.dueOn, w.createdAt limit 500""")
  List<WorkItem> toSign(Collection<String> groups);

  @Query("""
      select w from WorkItem w
      where w.step = :step and w.phase = :phase and w.waiting = false and w.caseCode <> :caseCode
        and exists (select 1 from SubmissionList l join l.caseCodes mine join l.caseCodes other
                    where mine = :caseCode and other = w.caseCode)
      order by w.dueOn, w.createdAt""")
  List<WorkItem> nextOnSameList(String caseCode, String step, String phase, Limit limit);

  List<WorkItem> findByCaseCodeIn(Collection<String> caseCodes);
}
