package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Which open tasks a ready-made list shows. Filters carry the name of a scope as property {@code scope}. */
public enum TaskScope {
  /** Waiting for somebody of the office to take them. */
  QUEUE {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("unassigned", true);
      query.put("minPriority", WAITING_PRIORITY + 1);
    }
  },
  /** Taken by whoever looks. */
  MINE {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("assignee", login);
    }
  },
  /** Limit ends today or within {@value #SOON_DAYS} days. */
  DUE_SOON {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("dueAfter", begin(today, zone));
      query.put("dueBefore", begin(today.plusDays(SOON_DAYS + 1), zone));
    }
  },
  /** Limit is over. */
  LATE {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("dueBefore", begin(today, zone));
    }
  },
  /** The clock stands still. */
  WAITING {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("maxPriority", WAITING_PRIORITY);
    }
  },
  /** Everything of the own groups. */
  ALL {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      // the groups are enough
    }
  };

  /** Property of a filter that names its scope. */
  public static final String PROPERTY = "scope";
  /** Priority of tasks that wait for the citizen or another body; all others have a higher one. */
  public static final int WAITING_PRIORITY = 0;
  private static final int SOON_DAYS = 2;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  abstract void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone);

  private static String begin(LocalDate day, ZoneId zone) {
    return MOMENT.format(day.atStartOfDay(zone));
  }
}
