package vn.trian.workflow.gate;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.trian.support.Clients;
import vn.trian.support.OneWinnerRules;

@OverHttp
class OneWinnerOverHttpTest extends OneWinnerRules {

  @LocalServerPort private int port;

  /** The engine's clock is one for all contexts of this JVM; tests that play other days may have stopped it. */
  @BeforeAll
  static void theEngineKeepsRealTime() {
    ClockUtil.reset();
  }

  @Override
  protected Clients clients() {
    return new HttpClients(port);
  }
}
