package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.trian.shared.Label;

/** Which open tasks a ready-made list shows. Filters carry the name of a scope as property {@code scope}. */
public enum TaskScope {
  /** Waiting for somebody of the office to take them. */
  QUEUE(new Label("Hàng đợi của cơ quan", "Queue of the office"),
      new Label("Hồ sơ chờ người nhận, hạn gần nhất trước", "Cases nobody has taken, earliest limit first"),
      "#2E6B4F") {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("unassigned", true);
      query.put("minPriority", WAITING_PRIORITY + 1);
    }
  },
  /** Taken by whoever looks. */
  MINE(new Label("Việc của tôi", "My tasks"),
      new Label("Hồ sơ tôi đã nhận", "Cases that I have taken"), "#9E1B20") {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("assignee", login);
    }
  },
  /** Limit ends today or within {@value #SOON_DAYS} days. */
  DUE_SOON(new Label("Sắp đến hạn", "Due soon"),
      new Label("Còn 2 ngày hoặc ít hơn", "Two days left or fewer"), "#B7791F") {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("dueAfter", begin(today, zone));
      query.put("dueBefore", begin(today.plusDays(SOON_DAYS + 1), zone));
    }
  },
  /** Limit is over. */
  LATE(new Label("Quá hạn", "Overdue"),
      new Label("Đã quá thời hạn của bước", "The limit of the step has passed"), "#C0392B") {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("dueBefore", begin(today, zone));
    }
  },
  /** The next move is the citizen's or another body's. */
  WAITING(new Label("Chờ bổ sung, chờ cơ quan khác", "Waiting for papers or another body"),
      new Label("Đến lượt người nộp hoặc cơ quan khác", "The applicant or another body has to act"), "#6B7280") {
    @Override
    void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone) {
      query.put("maxPriority", WAITING_PRIORITY);
    }
  },
  /** Everything of the own groups. */
  ALL(new Label("Tất cả việc của cơ quan", "All tasks of the office"),
      new Label("Mọi việc mà tôi được xem", "Every task that I may see"), "#1F4E79") {
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

  private final Label label;
  private final Label description;
  private final String color;

  TaskScope(Label label, Label description, String color) {
    this.label = label;
    this.description = description;
    this.color = color;
  }

  /** Name of the list; the filter bears the Vietnamese one. */
  public Label label() {
    return label;
  }

  public Label description() {
    return description;
  }

  /** As {@code #2E6B4F}. */
  public String color() {
    return color;
  }

  abstract void narrow(ObjectNode query, String login, LocalDate today, ZoneId zone);

  private static String begin(LocalDate day, ZoneId zone) {
    return MOMENT.format(day.atStartOfDay(zone));
  }
}
