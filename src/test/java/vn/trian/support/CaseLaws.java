package vn.trian.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.CaseState;

/**
 * Looks at the tables after the storm. Clients write down what they were answered; then our rows, the engine's rows
 * and that journal must tell one story.
 */
public final class CaseLaws {

  private final JdbcTemplate database;
  private final CaseRecord record;
  private final Map<String, Integer> journal = new TreeMap<>();
  private final TreeSet<String> cases = new TreeSet<>();

  public CaseLaws(JdbcTemplate database, CaseRecord record) {
    this.database = database;
    this.record = record;
  }

  /** Writes down one answer; the action as the log of the case calls it. */
  public void answered(String caseCode, String login, String action, boolean done) {
    cases.add(caseCode);
    journal.merge(caseCode + " " + login + " " + action, done ? 1 : 0, Integer::sum);
  }

  /** All laws, for every case of the journal. */
  public void hold() {
    assertThat(cases).as("cases in the journal").isNotEmpty();
    everyAnswerIsInTheLogAsOftenAsItWasGiven();
    for (String code : cases) {
      oneDecisionAndWhatItGrants(code);
      openCasesRunOnce(code);
      openTasksAreListedOnce(code);
      theLogIsWholeAndComplete(code);
    }
  }

  /** I1 and I2: what was done is there exactly once, what was refused is not there. */
  private void everyAnswerIsInTheLogAsOftenAsItWasGiven() {
    Map<String, Integer> logged = new TreeMap<>();
    journal.forEach((line, times) -> {
      String[] parts = line.split(" ");
      logged.put(line, count("trian.case_action where case_code = ? and actor = ? and action = ?",
          parts[0], parts[1], parts[2]));
    });
    assertThat(logged).as("I1, I2: log").isEqualTo(journal);
  }

  /** I4. */
  private void oneDecisionAndWhatItGrants(String code) {
    int decisions =
        count("trian.document where case_code = ? and status = 'ISSUED' and lower(kind) like '%decision%'", code);
    assertThat(decisions).as("I4: decisions of " + code).isLessThanOrEqualTo(1);
    int payments = count("trian.payment_line where case_code = ?", code);
    int periods =
        count("(select distinct entitlement_id, period from trian.payment_line where case_code = ?) periods", code);
    assertThat(periods).as("I4: payments of " + code).isEqualTo(payments);
    if (List.of(CaseState.WITHDRAWN, CaseState.REJECTED, CaseState.RECEIPT_REFUSED).contains(state(code))) {
      assertThat(payments + count("trian.entitlement where case_code = ?", code)).as("I4: " + code).isZero();
    }
  }

  /** I5. */
  private void openCasesRunOnce(String code) {
    assertThat(count("act_ru_execution where business_key_ = ? and parent_id_ is null and super_exec_ is null", code))
        .as("I5: processes of " + code + " in state " + state(code)).isEqualTo(state(code).isFinal() ? 0 : 1);
  }

  /** I6. */
  private void openTasksAreListedOnce(String code) {
    String running = "select t.id_ || ' ' || coalesce(t.assignee_, '-') from act_ru_task t"
        + " join act_ru_execution e on t.proc_inst_id_ = e.id_ where e.business_key_ = ? order by 1";
    assertThat(database.queryForList("select task_id || ' ' || coalesce(assignee, '-') from trian.work_item"
        + " where case_code = ? order by 1", String.class, code)).as("I6: tasks of " + code)
        .isEqualTo(database.queryForList(running, String.class, code));
    assertThat(count("trian.work_item where case_code = ? and (assignee is null) <> (taken_at is null)", code))
        .as("I6: since when").isZero();
    assertThat(count("act_hi_identitylink l join act_hi_taskinst t on l.task_id_ = t.id_ join act_hi_procinst p"
        + " on t.proc_inst_id_ = p.id_ where p.business_key_ = ? and l.type_ = 'assignee'"
        + " and l.operation_type_ = 'add'", code)).as("I6: assignments of " + code)
        .isEqualTo(count("trian.case_action where case_code = ? and action in ('CLAIM', 'REASSIGN')", code));
  }

  /** I7: the chain is unbroken, and each statement has its entry. */
  private void theLogIsWholeAndComplete(String code) {
    assertThat(record.firstBrokenEntry(code)).as("I7: first broken entry of " + code).isEmpty();
    List<String> said = record.statements(code).stream()
        .map(each -> each.actor() + " " + (each.seq() == 1 ? "RECEIVE" : each.outcome())).sorted().toList();
    List<String> logged = record.log(code).stream()
        .filter(each -> !List.of("CLAIM", "UNCLAIM", "REASSIGN", "WARN", "ESCALATE").contains(each.action()))
        .map(each -> each.actor() + " " + each.action()).sorted().toList();
    assertThat(logged).as("I7: entries of " + code).isEqualTo(said);
  }

  private CaseState state(String code) {
    return CaseState.valueOf(database.queryForObject("select state from trian.case_file where code = ?",
        String.class, code));
  }

  private int count(String from, Object... arguments) {
    return database.queryForObject("select count(*) from " + from, Integer.class, arguments);
  }
}
