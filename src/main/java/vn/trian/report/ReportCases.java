package vn.trian.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind frozen reports; only ever added. Plain JDBC: there may be a hundred thousand. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReportCases {

  private static final int AT_ONCE = 1_000;

  private final JdbcTemplate database;
  private final String table;

  ReportCases(JdbcTemplate database, @Value("${trian.schema}") String schema) {
    this.database = database;
    this.table = schema + ".report_case";
  }

  void keep(String report, Collection<CountedCase> cases) {
    database.batchUpdate("insert into " + table + " (report_id, case_code, procedure_key, office_id, counted)"
        + " values (?, ?, ?, ?, ?)", cases, AT_ONCE, (row, each) -> {
          row.setString(1, report);
          row.setString(2, each.code());
          row.setString(3, each.procedure());
          row.setString(4, each.office());
          row.setString(5, each.counted());
        });
  }

  /** By code. */
  Map<String, CountedCase> of(String report) {
    Map<String, CountedCase> cases = new TreeMap<>();
    List<CountedCase> rows = database.query("select case_code, procedure_key, office_id, counted from " + table
        + " where report_id = ?", (row, n) -> new CountedCase(row.getString(1), row.getString(2), row.getString(3),
            CountedCase.read(row.getString(4))), report);
    rows.forEach(each -> cases.put(each.code(), each));
    return cases;
  }
}
