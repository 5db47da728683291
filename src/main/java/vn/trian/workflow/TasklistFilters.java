package vn.trian.workflow;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where Tasklist shows its ready-made lists. */
@Service
public class TasklistFilters {

  private final FilterService filters;

  TasklistFilters(FilterService filters) {
    this.filters = filters;
  }

  /** The ready-made lists, by the names that they are made with. */
  public enum Ready {
    QUEUE("Hàng đợi của cơ quan"),
    MINE("Việc của tôi"),
    DUE_SOON("Sắp đến hạn"),
    LATE("Quá hạn"),
    WAITING("Chờ bổ sung, chờ cơ quan khác");

    private final String filter;

    Ready(String filter) {
      this.filter = filter;
    }
  }

  /**
   * Address of every list; Tasklist itself for a list that an administrator renamed or removed.
   *
   * @param tasklist address of Tasklist
   */
  @Transactional(readOnly = true)
  public Map<Ready, String> addresses(String tasklist) {
    Map<String, String> ids = new HashMap<>();
    filters.createFilterQuery().unlimitedList().forEach(filter -> ids.put(filter.getName(), filter.getId()));
    Map<Ready, String> addresses = new EnumMap<>(Ready.class);
    for (Ready ready : Ready.values()) {
      String id = ids.get(ready.filter);
      addresses.put(ready, id == null ? tasklist : tasklist + "#/?filter=" + id);
    }
    return addresses;
  }
}
