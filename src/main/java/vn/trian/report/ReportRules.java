package vn.trian.report;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.ReferenceData;
import vn.trian.shared.Snapshot;

/** Which reports are owed, and when; a new installation gets the packaged ones, which its admins keep up. */
@Service
public class ReportRules implements InitializingBean {

  private static final String FILE = "reference/report-rules.csv";

  private final Rows table;
  private final PlatformTransactionManager transactions;
  private final Snapshot<List<ReportRule>> rules;

  ReportRules(Rows table, PlatformTransactionManager transactions) {
    this.table = table;
    this.transactions = transactions;
    this.rules = new Snapshot<>(() -> table.findAllByOrderBySeq().stream().map(ReportRuleEntity::view).toList());
  }

  @Override
  public void afterPropertiesSet() {
    ReferenceData.fillWhenEmpty(transactions, table::count, () -> {
      var rows = ReferenceData.rows(FILE);
      table.saveAll(IntStream.range(0, rows.size()).mapToObj(n -> new ReportRuleEntity(n + 1, rows.get(n))).toList());
    });
  }

  /** All reports that are asked for, in their order. */
  public List<ReportRule> all() {
    return rules.get();
  }

  /**
   * One of them.
   *
   * @throws DomainException INVALID {@code report-rule-unknown}
   */
  public ReportRule get(String code) {
    return all().stream().filter(rule -> rule.code().equals(code)).findFirst()
        .orElseThrow(() -> new DomainException(Kind.INVALID, "report-rule-unknown"));
  }

  interface Rows extends JpaRepository<ReportRuleEntity, String> {

    List<ReportRuleEntity> findAllByOrderBySeq();
  }
}
