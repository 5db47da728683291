package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.support.Together;

/** Whoever holds the lock reads what the last holder wrote, even if the same was read before. */
@OnStage
class FreshReadsTest {

  private static final int CLIENTS = 8;
  private static final int TURNS = 150;

  @Autowired private JdbcTemplate database;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void begin() {
    database.execute("create table fresh_lock (id integer primary key)");
    database.execute("create table fresh_count (id integer primary key, amount integer)");
    database.execute("create table fresh_ballast (id integer primary key, amount integer)");
    database.update("insert into fresh_lock values (1)");
    database.update("insert into fresh_count values (1, 0)");
    // the longer a commit takes, the longer its lock is free and its rows are not
    database.update("insert into fresh_ballast select x, 0 from system_range(1, 2000)");
  }

  @AfterEach
  void end() {
    database.execute("drop table fresh_lock, fresh_count, fresh_ballast");
  }

  @Test
  @DisplayName("Tám luồng cùng đếm dưới một khóa: không lần đếm nào bị mất")
  void nothingIsLostUnderALock() {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    Together.act(CLIENTS, n -> {
      for (int turn = 0; turn < TURNS; turn++) {
        transaction.executeWithoutResult(status -> countOn());
      }
      return n;
    });
    assertThat(amount()).isEqualTo(CLIENTS * TURNS);
  }

  private void countOn() {
    amount();
    database.queryForObject("select id from fresh_lock where id = 1 for update", Integer.class);
    database.update("update fresh_count set amount = ? where id = 1", amount() + 1);
    database.update("update fresh_ballast set amount = amount + 1");
  }

  private int amount() {
    return database.queryForObject("select amount from fresh_count where id = 1", Integer.class);
  }
}
