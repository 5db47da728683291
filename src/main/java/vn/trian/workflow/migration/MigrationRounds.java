package vn.trian.workflow.migration;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.workflow.migration.Migration.State;

/**
 * Works on plans that run, on every node. A plan is one node's for half a minute at a time, so that when that node is
 * killed another goes on; that no case moves twice does not hang on this but on the lock of the case.
 */
@Component
public class MigrationRounds {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationRounds.class);
  private static final Duration MINE = Duration.ofSeconds(30);
  private static final Duration CASE_AT_MOST = Duration.ofSeconds(10);
  private static final int CHUNK = 50;

  private final MigrationTable table;
  private final Plans plans;
  private final CaseMover mover;
  private final Consistency consistency;
  private final Procedures procedures;
  private final Actors actors;
  private final Clock clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
    Thread worker = new Thread(work, "migrations");
    worker.setDaemon(true);
    return worker;
  });
  private volatile boolean ending;

  MigrationRounds(MigrationTable table, Plans plans, CaseMover mover, Consistency consistency, Procedures procedures,
      Actors actors, Clock clock) {
    this.table = table;
    this.plans = plans;
    this.mover = mover;
    this.consistency = consistency;
    this.procedures = procedures;
    this.actors = actors;
    this.clock = clock;
  }

  /** Looks for plans that run; a thread of its own works on them, since other rounds must not wait for it. */
  @Scheduled(cron = "${trian.migrations.rounds:*/2 * * * * *}")
  public void look() {
    if (!ending && busy.compareAndSet(false, true)) {
      thread.execute(() -> {
        try {
          table.running().forEach(id -> work(id, UUID.randomUUID().toString()));
        } catch (RuntimeException failure) {
          LOG.warn("migrations not worked on: {}", failure.getClass().getName());
        } finally {
          busy.set(false);
        }
      });
    }
  }

  /** After this no further case is begun; a node that ends leaves its plan to the others. */
  @PreDestroy
  void end() {
    ending = true;
    thread.shutdown();
    try {
      // the case that is under way needs the database a little longer
      thread.awaitTermination(CASE_AT_MOST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Works on one plan until nothing is left to do, somebody stops it, or another node has it.
   *
   * @param worker name that no other worker has
   */
  public void work(String id, String worker) {
    if (!keep(id, worker)) {
      return;
    }
    Migration plan = table.find(id).orElseThrow();
    try {
      Plans.Ready ready = plans.ready(procedures.release(plan.fromRelease()), procedures.release(plan.toRelease()),
          plan.mapping());
      if (work(plan, ready, worker)) {
        finish(plan, worker);
      }
    } catch (Plans.PlanRefused refused) {
      LOG.warn("migration {} has pairs that cannot be", id);
      table.finish(id, worker, State.CHECKING, State.PLANNED, null);
      table.finish(id, worker, State.MOVING, State.STOPPED, null);
    } finally {
      table.leave(id, worker);
    }
  }

  /** Whether all cases were gone through. */
  private boolean work(Migration plan, Plans.Ready ready, String worker) {
    String login = plan.state() == State.MOVING ? plan.startedBy() : plan.createdBy();
    Actor by = actors.find(login).orElse(Actor.SYSTEM);
    Instant kept = clock.instant();
    String last = "";
    List<String> chunk = table.next(plan.id(), plan.state(), last, CHUNK);
    while (!chunk.isEmpty()) {
      for (String code : chunk) {
        if (ending || !table.works(plan.id(), plan.state(), worker)) {
          return false;
        }
        if (clock.instant().isAfter(kept.plus(MINE.dividedBy(6)))) {
          if (!keep(plan.id(), worker)) {
            return false;
          }
          kept = clock.instant();
        }
        if (plan.state() == State.MOVING) {
          mover.move(plan, ready, code, by);
        } else {
          mover.attempt(plan, ready, code, worker, by);
        }
        last = code;
      }
      chunk = table.next(plan.id(), plan.state(), last, CHUNK);
    }
    return true;
  }

  /** Compares before it says that all is done: of a node that is killed in between another one takes over. */
  private void finish(Migration plan, String worker) {
    if (plan.state() == State.CHECKING) {
      table.finish(plan.id(), worker, State.CHECKING, State.CHECKED, null);
    } else if (table.works(plan.id(), State.MOVING, worker)) {
      if (consistency.afterMigration(plan, after -> table.movedCodes(plan.id(), after, Consistency.PAGE),
          table.tally(plan.id()).moved(), () -> keep(plan.id(), worker))) {
        table.finish(plan.id(), worker, State.MOVING, State.DONE, clock.instant());
      }
    }
  }

  private boolean keep(String id, String worker) {
    Instant now = clock.instant();
    return table.take(id, worker, now, now.plus(MINE));
  }
}
