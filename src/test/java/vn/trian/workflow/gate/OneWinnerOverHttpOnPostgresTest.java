package vn.trian.workflow.gate;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.trian.support.Clients;
import vn.trian.support.OneWinnerRules;

@OverHttpOnPostgres
class OneWinnerOverHttpOnPostgresTest extends OneWinnerRules {

  @LocalServerPort private int port;

  @BeforeAll
  static void theEngineKeepsRealTime() {
    ClockUtil.reset();
  }

  @Override
  protected Clients clients() {
    return new HttpClients(port);
  }
}
