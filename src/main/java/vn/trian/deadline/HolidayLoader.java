package vn.trian.deadline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.trian.shared.Confidence;
import vn.trian.shared.ReferenceData;

/** Fills the calendar of a new installation; an installation that has one keeps it as its admins made it. */
@Component("holidayLoader")
class HolidayLoader implements InitializingBean {

  static final String FILE = "reference/holidays.csv";

  private final HolidayTable table;
  private final PlatformTransactionManager transactions;

  HolidayLoader(HolidayTable table, PlatformTransactionManager transactions) {
    this.table = table;
    this.transactions = transactions;
  }

  @Override
  public void afterPropertiesSet() {
    ReferenceData.fillWhenEmpty(transactions, table::count, () -> table.saveAll(
        ReferenceData.rows(FILE).stream().map(row -> new HolidayEntity(holiday(row))).toList()));
  }

  private static Holiday holiday(Map<String, String> row) {
    return new Holiday(LocalDate.parse(row.get("date")), row.get("name_vi"),
        DayKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)), row.get("source"),
        Confidence.valueOf(row.get("confidence")));
  }
}
