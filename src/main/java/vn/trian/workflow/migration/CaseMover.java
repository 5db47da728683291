package vn.trian.workflow.migration;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseRecord;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;
import vn.trian.workflow.ProcessMoves;
import vn.trian.workflow.migration.Migration.State;

/** Tries or moves one case of a plan, each in a transaction of its own under the lock of the case. */
@Component
class CaseMover {

  private static final Logger LOG = LoggerFactory.getLogger(CaseMover.class);
  private static final int TRIES = 3;

  private final MigrationTable table;
  private final ProcessMoves moves;
  private final Consistency consistency;
  private final CaseFiles cases;
  private final CaseRecord record;
  private final Actors actors;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CaseMover(MigrationTable table, ProcessMoves moves, Consistency consistency, CaseFiles cases, CaseRecord record,
      Actors actors, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.moves = moves;
    this.consistency = consistency;
    this.cases = cases;
    this.record = record;
    this.actors = actors;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Finds out whether a case could move, and leaves nothing behind but the verdict. */
  void attempt(Migration plan, Plans.Ready ready, String code, String worker, Actor by) {
    List<Reason> reasons = tried(() -> transaction.execute(status -> {
      status.setRollbackOnly();
      move(ready, code, by);
      return List.of();
    }), code);
    transaction.executeWithoutResult(status -> table.verdict(plan.id(), worker, code, reasons));
  }

  /** Moves a case, or lists it with the reason; one that is done already, or of a plan that rests, is left alone. */
  void move(Migration plan, Plans.Ready ready, String code, Actor by) {
    List<Reason> reasons = tried(() -> transaction.execute(status -> {
      locked(code);
      if (table.state(plan.id()) == State.MOVING && table.waits(plan.id(), code)) {
        move(ready, code, by);
        table.moved(plan.id(), code, clock.instant());
      }
      return List.of();
    }), code);
    if (!reasons.isEmpty()) {
      transaction.executeWithoutResult(status -> table.stayed(plan.id(), code, reasons, clock.instant()));
    }
  }

  private void move(Plans.Ready ready, String code, Actor by) {
    CaseFile file = locked(code);
    if (file.closedAt() != null) {
      throw new MoveRefused(List.of(Reason.of("migration-code-over")));
    }
    if (!file.releaseId().equals(ready.from().id())) {
      throw new MoveRefused(List.of(file.releaseId().equals(ready.to().id())
          ? Reason.of("migration-code-there", ready.to().version())
          : Reason.of("migration-code-other-release")));
    }
    String before = String.valueOf(ready.from().version());
    actors.during(by, () -> {
      moves.move(file, ready);
      record.log(code, by, "MIGRATE", Label.same(String.valueOf(ready.to().version()))
          .after("Chuyển sang phiên bản ", "Moved to release ")
          .before(" của thủ tục (trước đó: phiên bản " + before + ")", " of the procedure (before: " + before + ")"));
      return null;
    });
    List<Reason> found = consistency.of(code);
    if (!found.isEmpty()) {
      throw new MoveRefused(found);
    }
  }

  private CaseFile locked(String code) {
    try {
      return cases.lock(code);
    } catch (DomainException unknown) {
      throw new MoveRefused(List.of(Reason.of("migration-code-unknown")));
    }
  }

  private interface Attempt {
    List<Reason> run();
  }

  private static List<Reason> tried(Attempt attempt, String code) {
    for (int tried = 1; ; tried++) {
      try {
        return attempt.run();
      } catch (MoveRefused refused) {
        return refused.reasons();
      } catch (OptimisticLockingException | ConcurrencyFailureException busy) {
        if (tried >= TRIES) {
          return List.of(Reason.of("migration-busy"));
        }
      } catch (DomainException refusal) {
        LOG.warn("case {} cannot move: {}", code, refusal.code());
        return List.of(Reason.of("migration-failed"));
      } catch (RuntimeException failure) {
        LOG.warn("case {} cannot move: {}", code, failure.getClass().getName());
        LOG.debug("case {} cannot move", code, failure);
        return List.of(Reason.of("migration-failed"));
      }
    }
  }
}
