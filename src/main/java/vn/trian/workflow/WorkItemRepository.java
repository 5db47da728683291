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
      where w.phase = 'sign' and w.waiting = false
        and w.taskId in (select o.taskId from WorkItem o join o.candidates c where key(c) in :groups)
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
