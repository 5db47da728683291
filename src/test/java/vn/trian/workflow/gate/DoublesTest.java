package vn.trian.workflow.gate;

import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class DoublesTest extends DoublesRules {

  @LocalServerPort private int port;

  @Override
  int[] nodes() {
    return new int[] {port};
  }
}
