package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletRequest;
import java.util.Map;
import vn.trian.security.Actor;

/** What the gate found out about a request that it let in; what stands behind it goes by this alone. */
record Admission(Actor actor, Door door, Map<String, String> ids, JsonNode body) {

  private static final String ATTRIBUTE = Admission.class.getName();

  void keep(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Null for a request that did not pass the gate. */
  static Admission of(ServletRequest request) {
    return (Admission) request.getAttribute(ATTRIBUTE);
  }
}
