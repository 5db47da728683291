package vn.trian.workflow.gate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.trian.support.Clients;
import vn.trian.workflow.Act;
import vn.trian.workflow.HandOn;

/** Clients with browsers; each person logs in once, the requests go to the nodes in turn. */
final class HttpClients implements Clients {

  private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
  private final int[] nodes;

  HttpClients(int... nodes) {
    this.nodes = nodes;
  }

  Visitor as(String login) {
    return visitors.computeIfAbsent(login, each -> Visitor.loggedIn(nodes, each));
  }

  @Override
  public Answer claim(String login, String task) {
    return post(login, "/api/tasks/" + task + "/claim", "");
  }

  @Override
  public Answer act(String login, String task, Act act) {
    return post(login, "/api/tasks/" + task + "/outcome", act);
  }

  @Override
  public Answer reassign(String login, String task, HandOn wanted) {
    return post(login, "/api/tasks/" + task + "/assignee", wanted);
  }

  @Override
  public Answer withdraw(String login, String caseCode) {
    return post(login, "/api/cases/" + caseCode + "/withdraw", Map.of("reason", "Thôi."));
  }

  @Override
  public Answer signList(String login, List<String> tasks) {
    return post(login, "/api/lists", Map.of("taskIds", tasks));
  }

  private Answer post(String login, String path, Object body) {
    Visitor.Answer answer = as(login).send("POST", path, body);
    return new Answer(answer.status(), answer.status() == 200 ? "" : answer.json().path("detail").asText());
  }
}
