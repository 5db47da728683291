package vn.trian.support;

import java.util.List;
import vn.trian.workflow.Act;
import vn.trian.workflow.HandOn;

/** People who act, each request with a key of its own: at the use cases, or over HTTP on a running server. */
public interface Clients {

  /**
   * What came back.
   *
   * @param status as of HTTP
   * @param said   sentence of the refusal in Vietnamese; empty when there was none
   */
  record Answer(int status, String said) {

    public boolean isDone() {
      return status == 200;
    }
  }

  Answer claim(String login, String task);

  Answer act(String login, String task, Act act);

  Answer reassign(String login, String task, HandOn wanted);

  Answer withdraw(String login, String caseCode);

  Answer signList(String login, List<String> tasks);
}
