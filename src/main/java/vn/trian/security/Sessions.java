package vn.trian.security;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The open sessions of officers, on all nodes. */
@Service
public class Sessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** Logs somebody out everywhere. */
  public void endAll(String login) {
    endOthers(login, null);
  }

  /**
   * Logs somebody out everywhere but here.
   *
   * @param kept id of the session that goes on, null = none
   */
  public void endOthers(String login, String kept) {
    sessions.findByPrincipalName(login).keySet().stream().filter(id -> !id.equals(kept)).forEach(sessions::deleteById);
  }
}
