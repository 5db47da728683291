package vn.trian.workflow.migration;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.migration.ConsistencyRun.Occasion;
import vn.trian.workflow.release.ReleaseDesk;

/**
 * Compares what our tables say of open cases with what the engine says: every night, after each migration, and when an
 * administrator asks. Officers act meanwhile, so what seems amiss is looked at again under the lock of its case.
 */
@Service
public class Consistency {

  /** Most of what one comparison finds that is listed; what is more is counted. */
  public static final int MOST_FINDINGS = 5_000;

  static final int PAGE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Consistency.class);
  private static final int TRIES = 3;

  private final Comparison comparison;
  private final ConsistencyTable table;
  private final CaseFiles cases;
  private final EntityManager entities;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
    Thread worker = new Thread(work, "comparison");
    worker.setDaemon(true);
    worker.setPriority(Thread.MIN_PRIORITY);
    return worker;
  });
  private volatile boolean ending;

  Consistency(Comparison comparison, ConsistencyTable table, CaseFiles cases, EntityManager entities,
      PlatformTransactionManager transactions, Clock clock) {
    this.comparison = comparison;
    this.table = table;
    this.cases = cases;
    this.entities = entities;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Has all open cases compared in the background.
   *
   * @return what was begun
   * @throws DomainException CONFLICT {@code consistency-running} while all cases are compared already, on whatever node
   */
  public ConsistencyRun run(Actor actor) {
    Person by = ReleaseDesk.require(actor);
    try {
      ConsistencyRun begun = begin(Occasion.BY_HAND, null, null, comparison.countOpen(), by.name());
      thread.execute(() -> compareAll(begun));
      return begun;
    } catch (DataIntegrityViolationException another) {
      throw new DomainException(Kind.CONFLICT, "consistency-running");
    }
  }

  /** Waits until all that was asked of this node so far is over. */
  public void await() {
    try {
      thread.submit(() -> { }).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a comparison is under way. */
  public boolean isRunning(ConsistencyRun run) {
    return run.isRunning(clock.instant());
  }

  /** The newest comparisons. */
  public List<ConsistencyRun> newest(int most, Actor actor) {
    ReleaseDesk.require(actor);
    return table.newest(most);
  }

  /**
   * A comparison.
   *
   * @throws DomainException NOT_FOUND {@code consistency-unknown}
   */
  public ConsistencyRun find(String id, Actor actor) {
    ReleaseDesk.require(actor);
    return table.find(id)
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "consistency-unknown"));
  }

  /** The comparison that followed a migration; empty before. */
  public Optional<ConsistencyRun> after(String migrationId, Actor actor) {
    ReleaseDesk.require(actor);
    return table.ofMigration(migrationId);
  }

  /** A page of what a comparison found. */
  public List<Finding> findings(String id, int page, int size, Actor actor) {
    ReleaseDesk.require(actor);
    return table.findings(id, page, size);
  }

  /** One node's turn each night; the others find it begun. */
  @Scheduled(cron = "${trian.consistency.rounds:0 30 2 * * *}")
  public void nightly() {
    try {
      ConsistencyRun begun = begin(Occasion.NIGHTLY, null, LocalDate.now(clock), comparison.countOpen(), "");
      thread.execute(() -> compareAll(begun));
    } catch (DataIntegrityViolationException another) {
      LOG.debug("somebody compares already");
    }
  }

  /** After this no further page is begun; who reads of the comparison finds it cut off. */
  @PreDestroy
  void end() {
    ending = true;
    thread.shutdown();
  }

  /**
   * Compares the cases of a migration that moved.
   *
   * @param moved a page of codes behind one, in their order; empty at the end
   * @param total how many they are
   * @param alive called after each page
   * @return false when this node ends before it is done
   */
  boolean afterMigration(Migration plan, Function<String, List<String>> moved, long total, Runnable alive) {
    return new Running(begin(Occasion.MIGRATION, plan.id(), null, total, plan.startedName()), alive)
        .compare(moved, false);
  }

  /** What is amiss with one case; within the caller's transaction and what it did so far. */
  List<Reason> of(String code) {
    entities.flush();
    return comparison.of(List.of(code)).stream().map(Finding::reason).toList();
  }

  private ConsistencyRun begin(Occasion occasion, String migration, LocalDate night, long total, String name) {
    Instant now = clock.instant();
    ConsistencyRun begun = new ConsistencyRun(UUID.randomUUID().toString(), occasion, migration, now, name, null, now,
        0, total, 0);
    transaction.executeWithoutResult(status -> table.breakOff(now.minus(ConsistencyRun.SILENCE)));
    transaction.executeWithoutResult(status -> table.begin(begun, night, migration == null));
    return begun;
  }

  private void compareAll(ConsistencyRun begun) {
    new Running(begun, () -> { }).compare(after -> comparison.open(after, PAGE), true);
  }

  /** This node ends, or the others take it to be gone. */
  private static final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    GivenUp() {
      super(null, null, false, false);
    }
  }

  /** One comparison under way: what it has found is kept page by page. */
  private final class Running {

    private final String id;
    private final Runnable alive;
    private long compared;
    private long found;

    Running(ConsistencyRun begun, Runnable alive) {
      this.id = begun.id();
      this.alive = alive;
    }

    /** False when it was given up; one that fails is listed as cut off, and its caller goes on. */
    boolean compare(Function<String, List<String>> next, boolean all) {
      try {
        for (List<String> page = next.apply(""); !page.isEmpty(); page = next.apply(page.get(page.size() - 1))) {
          List<String> codes = page;
          List<Finding> findings = again(within(() -> comparison.of(codes)));
          compared += codes.size();
          keep(findings, findings.size());
        }
        if (all) {
          keep(within(() -> comparison.leftBehind(MOST_FINDINGS)), within(comparison::countLeftBehind));
        }
        transaction.executeWithoutResult(status -> table.end(id, clock.instant()));
        LOG.info("{} cases compared with the engine, {} findings", compared, found);
        return true;
      } catch (GivenUp ends) {
        transaction.executeWithoutResult(status -> table.breakOff(id));
        return false;
      } catch (RuntimeException failure) {
        LOG.warn("comparison {} failed: {}", id, failure.getClass().getName());
        transaction.executeWithoutResult(status -> table.breakOff(id));
        return true;
      }
    }

    private void keep(List<Finding> findings, long count) {
      long before = found;
      found += count;
      transaction.executeWithoutResult(status -> {
        long seq = before;
        for (Finding each : findings.subList(0, (int) Math.max(0, Math.min(findings.size(), MOST_FINDINGS - before)))) {
          table.add(id, ++seq, each);
        }
        goOn();
      });
    }

    private void goOn() {
      alive.run();
      if (ending || !table.progress(id, compared, found, clock.instant())) {
        throw new GivenUp();
      }
    }

    /** Whatever still is so when nobody else has the case. */
    private List<Finding> again(List<Finding> suspected) {
      Map<String, List<Finding>> byCase = suspected.stream()
          .collect(Collectors.groupingBy(Finding::caseCode, LinkedHashMap::new, Collectors.toList()));
      List<Finding> still = new ArrayList<>();
      byCase.forEach((code, first) -> {
        still.addAll(locked(code, first));
        transaction.executeWithoutResult(status -> goOn());
      });
      return still;
    }

    /** What somebody keeps for himself all the time is told as it was seen. */
    private List<Finding> locked(String code, List<Finding> suspected) {
      for (int tried = 1; tried <= TRIES; tried++) {
        try {
          return within(() -> {
            cases.lock(code);
            return comparison.of(List.of(code));
          });
        } catch (ConcurrencyFailureException busy) {
          LOG.debug("case {} is busy", code);
        }
      }
      return suspected;
    }
  }

  private <T> T within(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
