package vn.trian.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.OnlyOnce;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Label;
import vn.trian.workflow.engine.JobEvents;

/** Jobs that the engine has given up: kept as a list of our own, tried again when somebody asks for it. */
@Service
class FailedJobs implements JobEvents {

  private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

  private final Rows rows;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final OnlyOnce once;
  private final Reach reach;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final GuardedActions guarded;
  private final Actors actors;
  private final Clock clock;

  FailedJobs(Rows rows, CaseFiles cases, CaseRecord record, OnlyOnce once, Reach reach,
      ManagementService management, RuntimeService runtime, GuardedActions guarded, Actors actors, Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.record = record;
    this.once = once;
    this.reach = reach;
    this.management = management;
    this.runtime = runtime;
    this.guarded = guarded;
    this.actors = actors;
    this.clock = clock;
  }

  @Override
  public void failed(String jobId, String caseCode, String processId, String activity) {
    rows.save(new FailedJob(jobId, caseCode, processId, activity.replaceAll("\\s+", " "), clock.instant()));
  }

  @Override
  public void over(String jobId) {
    rows.deleteById(jobId);
  }

  /** Whether this person may have jobs tried again, of the cases within their reach. */
  static boolean mayRetry(Actor actor) {
    return Heads.leads(actor) || actor.holds(Role.SUPERVISOR);
  }

  /** Gives a job one more try, see {@link #run}. */
  @Transactional
  Done allow(String jobId, String key, Actor actor) {
    return once.act(key, actor, List.of("retry", jobId), Done.class, () -> allow(jobId, actor));
  }

  private Done allow(String jobId, Actor actor) {
    if (!mayRetry(actor)) {
      throw new DomainException(Kind.FORBIDDEN, "only-head-retries");
    }
    String caseCode = caseOf(jobId, actor);
    cases.lock(caseCode);
    FailedJob job = rows.findById(jobId)
        .orElseThrow(() -> new DomainException(Kind.CONFLICT, "job-runs", caseCode));
    record.log(caseCode, actor, "RETRY", new Label("Cho chạy lại việc tự động: " + job.name(),
        "Automatic work tried again: " + job.name()));
    guarded.within(() -> {
      management.setJobRetries(jobId, 1);
      return null;
    });
    return new Done(caseCode, "done-retry-waits", List.of(Label.same(job.name())), null, List.of());
  }

  /** The case of a job that is there, failed or not, and within reach; to all others it never was. */
  private String caseOf(String jobId, Actor actor) {
    return rows.caseOf(jobId).or(() -> Optional.ofNullable(find(jobId)).map(this::caseOf)).flatMap(cases::find)
        .filter(file -> reach.sees(actor, file.receivingOffice(), file.office()))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "job-unknown")).code();
  }

  private String caseOf(Job job) {
    return guarded.within(() -> runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId())
        .singleResult()).getBusinessKey();
  }

  /**
   * Runs a job that was given another try, at once and as the engine would: in a transaction of its own and on nobody's
   * behalf.
   *
   * @param allowed answer to whoever asked for it
   * @return the answer that says how it went
   */
  Done run(String jobId, Done allowed) {
    if (hasTries(find(jobId))) {
      actors.asSystem(() -> tryToRun(jobId));
    }
    Job left = find(jobId);
    String said = left == null ? "done-retry-worked" : hasTries(left) ? allowed.code() : "done-retry-failed";
    return new Done(allowed.caseCode(), said, allowed.arguments(), null, List.of());
  }

  private void tryToRun(String jobId) {
    try {
      management.executeJob(jobId);
    } catch (RuntimeException failure) {
      // the engine has written down what; here, whoever asked is answered
      LOG.warn("job {} failed again: {}", jobId, failure.getClass().getName());
    }
  }

  private Job find(String jobId) {
    return guarded.within(() -> management.createJobQuery().jobId(jobId).singleResult());
  }

  private static boolean hasTries(Job job) {
    return job != null && job.getRetries() > 0;
  }

  interface Rows extends JpaRepository<FailedJob, String> {

    /** Without keeping the row, so that it is read anew behind the lock of the case. */
    @Query("select f.caseCode from FailedJob f where f.jobId = :jobId")
    Optional<String> caseOf(String jobId);
  }
}
