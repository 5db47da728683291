package vn.trian.workflow.gate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@OverHttpOnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoublesOnTwoNodesTest extends DoublesRules {

  @LocalServerPort private int port;
  @Autowired private Environment first;
  private SecondNode second;

  @BeforeAll
  void joinBySecondNode() {
    second = new SecondNode(first);
  }

  @AfterAll
  void leave() {
    second.close();
  }

  @Override
  int[] nodes() {
    return new int[] {port, second.port()};
  }
}
