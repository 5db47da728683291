package vn.trian.document;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers of documents by office, series and year: 1, 2, 3, ... without gaps or doubles. The row stays locked
 * until the caller's transaction ends, so a number of an issue that fails is taken by the next one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NumberRegister {

  private final JdbcTemplate jdbc;
  private final FileStore store;

  NumberRegister(JdbcTemplate jdbc, FileStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  int next(String officeId, String series, int year) {
    String register = store.table("number_register");
    // two first issues of a year meet here: one inserts, the other waits for it and goes on
    store.insertIfAbsent("insert into " + register + " (office_id, series, number_year, last_number)"
        + " select ?, ?, ?, 0 where not exists (select 1 from " + register
        + " where office_id = ? and series = ? and number_year = ?)",
        officeId, series, year, officeId, series, year);
    Integer last = jdbc.queryForObject("select last_number from " + register
        + " where office_id = ? and series = ? and number_year = ? for update", Integer.class, officeId, series, year);
    int next = (last == null ? 0 : last) + 1;
    jdbc.update("update " + register + " set last_number = ? where office_id = ? and series = ? and number_year = ?",
        next, officeId, series, year);
    return next;
  }
}
