package vn.trian.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.OnlyOnce;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;

/** Many files at once: one list with one submission letter goes up, and the level above works through it. */
@Service
public class Lists {

  private static final String SEND_UP = "APPROVE";

  /** Locks are taken in one order, so that two lists never wait for each other. */
  private static final Comparator<WorkItem> ONE_ORDER = Comparator.comparing(WorkItem::caseCode);

  private final Rows rows;
  private final WorkItemRepository items;
  private final TaskGuard guard;
  private final TaskActions tasks;
  private final TaskHolders holders;
  private final Conflicts conflicts;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final Procedures procedures;
  private final OnlyOnce once;
  private final Reach reach;
  private final Clock clock;

  Lists(Rows rows, WorkItemRepository items, TaskGuard guard, TaskActions tasks, TaskHolders holders,
      Conflicts conflicts, CaseFiles cases, CaseDocuments documents, Procedures procedures, OnlyOnce once,
      Reach reach, Clock clock) {
    this.rows = rows;
    this.items = items;
    this.guard = guard;
    this.tasks = tasks;
    this.holders = holders;
    this.conflicts = conflicts;
    this.cases = cases;
    this.documents = documents;
    this.procedures = procedures;
    this.once = once;
    this.reach = reach;
    this.clock = clock;
  }

  /**
   * Files that wait for one signature to go up together.
   *
   * @param files open tasks, earliest limit first
   */
  public record Ready(String procedureKey, Label procedureName, String step, Label stepName, List<WorkItem> files) {}

  /** What the actor can sign and send up as lists: files whose officers propose to send them up, none that is held. */
  @Transactional(readOnly = true)
  public List<Ready> ready(Actor actor) {
    Map<String, List<WorkItem>> groups = new LinkedHashMap<>();
    List<WorkItem> proposed = items.toSign(actor.groups()).stream()
        .filter(item -> SEND_UP.equals(item.proposal())).toList();
    Map<String, Procedure> ofCase = cases.all(proposed.stream().map(WorkItem::caseCode).toList()).stream()
        .filter(file -> !file.held()).collect(Collectors.toMap(CaseFile::code, this::procedureOf));
    for (WorkItem item : proposed) {
      if (ofCase.containsKey(item.caseCode()) && ofCase.get(item.caseCode()).step(item.step()).list()) {
        groups.computeIfAbsent(item.procedureKey() + "/" + item.step(), key -> new ArrayList<>()).add(item);
      }
    }
    return groups.values().stream().map(files -> {
      WorkItem first = files.get(0);
      Procedure procedure = ofCase.get(first.caseCode());
      return new Ready(first.procedureKey(), procedure.name(), first.step(),
          procedure.step(first.step()).name(), List.copyOf(files));
    }).toList();
  }

  /** Signs files and sends them up as one list with one letter: all of them or none. */
  @Transactional
  Done sign(List<String> taskIds, String key, Actor actor) {
    Set<String> chosen = taskIds == null ? Set.of()
        : taskIds.stream().filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    return once.act(key, actor, List.of("sign", chosen), Done.class, () -> sign(chosen, actor));
  }

  private Done sign(Set<String> chosen, Actor actor) {
    List<WorkItem> files = chosen(chosen, actor);
    WorkItem first = files.get(0);
    Act sign = new Act(Outcomes.SIGN, null, null, null, null, null, null, false);
    // all locks before any work: whoever comes too late for one file has drawn up nothing for the others
    files.forEach(item -> guard.refuseIfTaken(guard.locked(item.taskId(), actor), actor));
    for (WorkItem item : files) {
      tasks.perform(item.taskId(), sign, true, actor);
    }
    List<CaseFile> signed = files.stream().map(item -> cases.get(item.caseCode())).toList();
    SubmissionList list = rows.saveAndFlush(new SubmissionList(first.procedureKey(), first.step(), first.officeId(),
        actor.login(), clock.instant(), signed.stream().map(CaseFile::code).toList()));
    documents.signList(list.id(), signed, first.officeId(), first.level(),
        stepOf(first).documents().getOrDefault(SEND_UP, List.of()), actor);
    return new Done(null, "done-list", List.of(Label.same(String.valueOf(files.size()))), null,
        documents.ofList(list.id()).stream().map(Done.Link::numbered).toList());
  }

  /** Takes all files of a list that wait in the own queue, but for those that a head holds back. */
  @Transactional
  Void claim(String listId, String key, Actor actor) {
    return once.act(key, actor, List.of("claimList", listId), Void.class, () -> {
      waitingHere(visible(listId, actor), actor).stream()
          .filter(item -> item.assignee() == null && !cases.get(item.caseCode()).held())
          .sorted(ONE_ORDER).forEach(item -> holders.claim(item.taskId(), actor));
      return null;
    });
  }

  /** Open tasks of the files of a list that are for the actor, in the order of the list. */
  @Transactional(readOnly = true)
  public List<WorkItem> waitingHere(SubmissionList list, Actor actor) {
    List<String> order = list.caseCodes();
    return items.findByCaseCodeIn(order).stream()
        .filter(item -> item.isFor(actor.groups()))
        .sorted(Comparator.comparingInt(item -> order.indexOf(item.caseCode())))
        .toList();
  }

  /** Lists of the own office and those below it, newest first. */
  @Transactional(readOnly = true)
  public Page<SubmissionList> all(Actor actor, int page, int size) {
    Pageable wanted = PageRequest.of(page, size, Sort.by(Sort.Direction.DESC, "createdAt"));
    Set<String> offices = reach.offices(actor);
    return offices.isEmpty() ? Page.empty(wanted) : rows.findByOfficeIdIn(offices, wanted);
  }

  /**
   * A list of the own office or one below it.
   *
   * @throws DomainException NOT_FOUND {@code list-unknown}
   */
  @Transactional(readOnly = true)
  public SubmissionList visible(String id, Actor actor) {
    return rows.findById(id)
        .filter(list -> reach.sees(actor, list.officeId(), list.officeId()))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "list-unknown"));
  }

  /** The list that a case last went up on. */
  @Transactional(readOnly = true)
  public Optional<SubmissionList> lastOf(String caseCode) {
    return rows.ofCase(caseCode).stream().findFirst();
  }

  private List<WorkItem> chosen(Set<String> taskIds, Actor actor) {
    if (taskIds.isEmpty()) {
      throw new DomainException(Kind.INVALID, "list-empty");
    }
    List<WorkItem> files = items.findAllById(taskIds).stream().filter(item -> item.isFor(actor.groups()))
        .sorted(ONE_ORDER).toList();
    Set<String> gone = new TreeSet<>(taskIds);
    files.forEach(item -> gone.remove(item.taskId()));
    if (!gone.isEmpty()) {
      throw conflicts.gone(gone.iterator().next(), actor);
    }
    WorkItem first = files.get(0);
    boolean alike = files.stream().allMatch(item -> item.procedureKey().equals(first.procedureKey())
        && item.step().equals(first.step()) && item.officeId().equals(first.officeId())
        && "sign".equals(item.phase()) && SEND_UP.equals(item.proposal()));
    if (!alike || !stepOf(first).list()) {
      throw new DomainException(Kind.INVALID, "list-mixed");
    }
    return files;
  }

  private Step stepOf(WorkItem item) {
    return procedureOf(cases.get(item.caseCode())).step(item.step());
  }

  /** As of the case's own release: the one at work now may have dropped the step. */
  private Procedure procedureOf(CaseFile file) {
    return procedures.release(file.releaseId()).procedure();
  }

  interface Rows extends JpaRepository<SubmissionList, String> {

    Page<SubmissionList> findByOfficeIdIn(Set<String> offices, Pageable page);

    @Query("select l from SubmissionList l join l.caseCodes c where c = :caseCode order by l.createdAt desc")
    List<SubmissionList> ofCase(String caseCode);
  }
}
