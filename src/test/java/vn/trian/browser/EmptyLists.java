package vn.trian.browser;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ends the cases that earlier tests left open: Tasklist shows the first tasks of a list, and theirs would fill it. */
class EmptyLists {

  private final RuntimeService runtime;
  private final JdbcTemplate database;

  EmptyLists(RuntimeService runtime, JdbcTemplate database) {
    this.runtime = runtime;
    this.database = database;
  }

  void empty() {
    for (ProcessInstance each : runtime.createProcessInstanceQuery().rootProcessInstances().list()) {
      runtime.deleteProcessInstance(each.getId(), "left by another test", true, true, true, false);
    }
    database.update("delete from trian.work_item");
    database.update("update trian.case_file set state = 'WITHDRAWN', step = null, step_name = null,"
        + " step_due_on = null, held = false, closed_at = received_at where closed_at is null");
  }
}
