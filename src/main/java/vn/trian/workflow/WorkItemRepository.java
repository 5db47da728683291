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
  @EntityGraph(attributePaths = "candidates")
  Optional<WorkItem> findById(String taskId);

  List<WorkItem> findByCaseCode(String caseCode);

  @Query("select w from WorkItem w where w.assignee = :login")
  Page<WorkItem> mine(String login, Pageable page);

  @EntityGraph(attributePaths = "candidates")
  List<WorkItem> findByTaskIdIn(Collection<String> taskIds);

  @Query("""
      select w from WorkItem w
      where w.assignee in :logins
        and w.taskId in (select o.taskId from WorkItem o join o.candidates c where key(c) in :groups)""")
  Page<WorkItem> heldBy(Collection<String> logins, Collection<String> groups, Pageable page);

  @Query("""
      select w from WorkItem w
      where w.phase = 'sign' and w.waiting = false
        and w.taskId in (select o.taskId from WorkItem o join o.candidates c where key(c) in :groups)
      order by w.dueOn, w.createdAt limit 500""")
  List<WorkItem> toSign(Collection<String> groups);

  @Query("""
      select w from WorkItem w join CaseFile c on c.code = w.caseCode and c.held = false
      where w.step = :step and w.phase = :phase and w.waiting = false and w.caseCode <> :caseCode
        and exists (select 1 from SubmissionList l join l.caseCodes mine join l.caseCodes other
                    where mine = :caseCode and other = w.caseCode)
      order by w.dueOn, w.createdAt""")
  List<WorkItem> nextOnSameList(String caseCode, String step, String phase, Limit limit);

  @Query("select distinct w.assignee from WorkItem w where w.assignee is not null")
  List<String> holders();

  /** Tasks that somebody has and that are for none of some groups. */
  @Query("""
      select w.taskId from WorkItem w
      where w.assignee = :login
        and not exists (select 1 from WorkItem o join o.candidates c where o = w and key(c) in :groups)""")
  List<String> heldOutside(String login, Collection<String> groups);

  /** Open tasks of an office but for those of cases held back, what waits for others last. */
  @Query("select w from WorkItem w where w.officeId = :officeId"
      + " and w.caseCode not in (select c.code from CaseFile c where c.held = true)"
      + " order by w.waiting, w.dueOn nulls last, w.createdAt, w.taskId")
  List<WorkItem> ofOffice(String officeId, Limit limit);

  @Query("select count(w) from WorkItem w where w.officeId = :officeId"
      + " and w.caseCode not in (select c.code from CaseFile c where c.held = true)")
  long countOfOffice(String officeId);

  @Query("""
      select new vn.trian.workflow.Load(w.assignee, count(w),
        sum(case when w.dueOn between :today and :soonUntil then 1 else 0 end),
        sum(case when w.dueOn < :today then 1 else 0 end))
      from WorkItem w where w.officeId = :officeId and w.waiting = false and w.assignee is not null
      group by w.assignee order by w.assignee""")
  List<Load> loads(String officeId, LocalDate today, LocalDate soonUntil);

  List<WorkItem> findByCaseCodeIn(Collection<String> caseCodes);
}
