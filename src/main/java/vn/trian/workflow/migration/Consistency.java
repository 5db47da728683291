package vn.trian.workflow.migration;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.casefile.CaseFiles;
import vn.trian.procedure.ReleaseEvent.Person;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.workflow.migration.ConsistencyRun.Occasion;
import vn.trian.workflow.release.ReleaseDesk;

/**
 * Compares what our tables say of open cases with what the engine says: every night, after each migration, and when an
 * administrator asks. Officers act meanwhile, so what seems amiss is looked at again under the lock of its case.
 */
@Service
public class Consistency {

  private static final Logger LOG = LoggerFactory.getLogger(Consistency.class);
  private static final int PAGE = 500;
  private static final int MOST_FINDINGS = 5_000;

  private final Comparison comparison;
  private final ConsistencyTable table;
  private final CaseFiles cases;
  private final EntityManager entities;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Consistency(Comparison comparison, ConsistencyTable table, CaseFiles cases, EntityManager entities,
      PlatformTransactionManager transactions, Clock clock) {
    this.comparison = comparison;
    this.table = table;
    this.cases = cases;
    this.entities = entities;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Compares all open cases now. */
  public ConsistencyRun run(Actor actor) {
    Person by = ReleaseDesk.require(actor);
    return compare(Occasion.BY_HAND, null, null, null, by.name());
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
        .orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "consistency-unknown"));
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
      ConsistencyRun done = compare(Occasion.NIGHTLY, null, LocalDate.now(clock), null, "");
      LOG.info("{} cases compared with the engine, {} findings", done.cases(), done.findings());
    } catch (DataIntegrityViolationException begun) {
      LOG.debug("another node compares tonight");
    }
  }

  /** Compares the cases of a migration that moved. */
  void afterMigration(Migration plan, List<String> codes) {
    compare(Occasion.MIGRATION, plan.id(), null, codes, plan.startedName());
  }

  /** What is amiss with one case; within the caller's transaction and what it did so far. */
  List<Reason> of(String code) {
    entities.flush();
    return comparison.of(List.of(code)).stream().map(Finding::reason).toList();
  }

  private ConsistencyRun compare(Occasion occasion, String migration, LocalDate night, List<String> codes,
      String name) {
    String id = UUID.randomUUID().toString();
    ConsistencyRun begun = new ConsistencyRun(id, occasion, migration, clock.instant(), name, null, 0, 0);
    within(() -> {
      table.begin(begun, night);
      return null;
    });
    List<Finding> findings = new ArrayList<>();
    int compared = 0;
    String last = "";
    List<String> page = codes == null ? comparison.open(last, PAGE) : codes;
    for (List<String> part : MigrationTable.pages(page)) {
      compared += part.size();
      findings.addAll(again(within(() -> comparison.of(part))));
    }
    while (codes == null && !page.isEmpty()) {
      last = page.get(page.size() - 1);
      page = comparison.open(last, PAGE);
      List<String> next = page;
      compared += next.size();
      findings.addAll(again(within(() -> comparison.of(next))));
    }
    if (codes == null) {
      findings.addAll(within(comparison::leftBehind));
    }
    List<Finding> kept = findings.subList(0, Math.min(MOST_FINDINGS, findings.size()));
    ConsistencyRun done = new ConsistencyRun(id, occasion, migration, begun.startedAt(), name, clock.instant(),
        compared, findings.size());
    within(() -> {
      table.end(done, kept);
      return null;
    });
    return done;
  }

  /** Whatever still is so when nobody else has the case. */
  private List<Finding> again(List<Finding> suspected) {
    List<Finding> found = new ArrayList<>();
    suspected.stream().map(Finding::caseCode).distinct().forEach(code -> found.addAll(within(() -> {
      cases.lock(code);
      return comparison.of(List.of(code));
    })));
    return found;
  }

  private <T> T within(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
