package vn.trian.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trian.organization.Offices;

/** Since when the system knows what an office does: nothing can be counted, or be late, before. */
@Component
class FirstCases {

  /** One look into the index of each office, however many cases it has. */
  private static final String FIRST = """
      select o.office_id, (select min(c.received_on) from {schema}case_file c where c.receiving_office = o.office_id)
        as first_on
      from (select distinct office_id from {schema}office where office_id in (:offices)) o""";

  private final JdbcClient database;
  private final Offices offices;
  private final String first;

  FirstCases(JdbcClient database, Offices offices, @Value("${trian.schema}") String schema) {
    this.database = database;
    this.offices = offices;
    this.first = FIRST.replace("{schema}", schema + ".");
  }

  /** Day of the first case that came in at an office or below it; empty while there is none. */
  Optional<LocalDate> since(String office, LocalDate today) {
    return earliest(received(offices.atOrBelow(office, today)).values());
  }

  /** As {@link #since}, of several offices at once; those without a case are left out. */
  Map<String, LocalDate> since(Collection<String> tops, LocalDate today) {
    Map<String, Collection<String>> below = new TreeMap<>();
    tops.forEach(top -> below.put(top, offices.atOrBelow(top, today)));
    Map<String, LocalDate> received = received(below.values().stream().flatMap(Collection::stream).distinct().toList());
    Map<String, LocalDate> since = new TreeMap<>();
    below.forEach((top, all) -> earliest(all.stream().map(received::get).filter(Objects::nonNull).toList())
        .ifPresent(day -> since.put(top, day)));
    return since;
  }

  private static Optional<LocalDate> earliest(Collection<LocalDate> days) {
    return days.stream().min(LocalDate::compareTo);
  }

  private Map<String, LocalDate> received(Collection<String> ids) {
    Map<String, LocalDate> days = new TreeMap<>();
    if (!ids.isEmpty()) {
      database.sql(first).param("offices", ids).query(row -> {
        LocalDate day = row.getObject("first_on", LocalDate.class);
        if (day != null) {
          days.put(row.getString("office_id"), day);
        }
      });
    }
    return days;
  }
}
