package vn.trian.workflow.gate;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.trian.support.Clients;
import vn.trian.support.OneWinnerRules;

@OverHttpOnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneWinnerOnTwoNodesTest extends OneWinnerRules {

  @LocalServerPort private int port;
  @Autowired private Environment first;
  private SecondNode second;

  @BeforeAll
  void joinBySecondNode() {
    ClockUtil.reset();
    second = new SecondNode(first);
  }

  @AfterAll
  void leave() {
    second.close();
  }

  @Override
  protected Clients clients() {
    return new HttpClients(port, second.port());
  }
}
