package vn.trian.workflow.demo;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.OnlyOnce;
import vn.trian.security.Actor;
import vn.trian.startup.StartStep;

/** Of the nodes that share a database one plays the invented cases: the first to start on it. */
@Component
@Profile("demo")
@ConditionalOnExpression("${trian.demo.cases:0} > 0")
class DemoTurn implements StartStep {

  private static final String MARK = "demo-cases";

  private final CaseFiles cases;
  private final OnlyOnce once;
  private final TransactionTemplate transaction;
  private boolean ours;

  DemoTurn(CaseFiles cases, OnlyOnce once, PlatformTransactionManager transactions) {
    this.cases = cases;
    this.once = once;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run() {
    transaction.executeWithoutResult(status -> {
      if (cases.none()) {
        once.act(MARK, Actor.SYSTEM, List.of(MARK), String.class, () -> {
          ours = true;
          return MARK;
        });
      }
    });
  }

  /** Known once the start is over. */
  boolean isOurs() {
    return ours;
  }
}
