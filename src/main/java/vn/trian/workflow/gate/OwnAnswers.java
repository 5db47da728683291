package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.trian.security.Actor;
import vn.trian.security.PasswordConfirmation;
import vn.trian.security.Sessions;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Intake;
import vn.trian.workflow.engine.SlowPasswords;

/**
 * Answers in the engine's place where the engine must not. Stands behind the engine's own filters, so that a
 * forged request has been refused before; what did not come through the gate is refused here.
 */
@Component
class OwnAnswers extends OncePerRequestFilter {

  private final Desk desk;
  private final Intake intake;
  private final TaskQueries queries;
  private final IdentityService identity;
  private final PasswordConfirmation confirmation;
  private final Sessions sessions;
  private final GateAnswers answers;

  OwnAnswers(Desk desk, Intake intake, TaskQueries queries, IdentityService identity,
      PasswordConfirmation confirmation, Sessions sessions, GateAnswers answers) {
    this.desk = desk;
    this.intake = intake;
    this.queries = queries;
    this.identity = identity;
    this.confirmation = confirmation;
    this.sessions = sessions;
    this.answers = answers;
  }

  /** Bound to the engine's servlets; what the engine does not serve is not ours to answer. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/api/") || path.startsWith("/assets/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Admission admission = Admission.of(request);
    try {
      if (admission == null) {
        throw new DomainException(Kind.FORBIDDEN, "gate-closed");
      }
      if (!admission.door().takes(admission.body())) {
        throw new DomainException(Kind.INVALID, "body-incomplete");
      }
      switch (admission.door().use()) {
        case PASS, OWN_GROUPS, OWN_TASK -> engine(chain, request, response);
        case NOTHING -> answers.json(List.of(), response);
        case STARTABLE -> engine(chain, startable(request, admission.actor()), response);
        case TASK_LIST, TASK_COUNT -> engine(chain,
            new CheckedRequest(request, "POST", narrowed(admission)), response);
        case CLAIM -> {
          String wanted = admission.body().path("userId").asText(admission.actor().login());
          if (!wanted.equals(admission.actor().login())) {
            throw new DomainException(Kind.FORBIDDEN, "claim-for-oneself");
          }
          asOurselves(() -> desk.claim(admission.ids().get("id"), admission.actor()));
          response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        case CREDENTIALS -> {
          confirmation.require(admission.actor(), admission.body().path("authenticatedUserPassword").asText(), request);
          requireStrong(admission);
          engine(chain, request, response);
          HttpSession session = request.getSession(false);
          endSessions(admission, session == null ? null : session.getId(), response);
        }
        case LEAVING -> {
          engine(chain, request, response);
          endSessions(admission, null, response);
        }
        case UNCLAIM -> {
          asOurselves(() -> desk.unclaim(admission.ids().get("id"), admission.actor()));
          response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
      }
    } catch (DomainException refusal) {
      answers.refuse(refusal, request, response);
    }
  }

  /** What the engine calls a fault names classes of it; people read a sentence of ours. */
  private void engine(FilterChain chain, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    EngineAnswer answer = new EngineAnswer(response);
    chain.doFilter(request, answer);
    if (answer.isRefusedArgument()) {
      throw new DomainException(Kind.INVALID, "body-incomplete");
    }
    if (answer.isFault()) {
      answers.fault(request, response);
    }
  }

  /** The engine would call a weak password a fault of its own. */
  private void requireStrong(Admission admission) {
    User user = identity.createUserQuery().userId(userOf(admission)).singleResult();
    String wanted = admission.body().path("password").asText();
    if (user == null) {
      throw new DomainException(Kind.NOT_FOUND, "not-here");
    }
    if (!identity.checkPasswordAgainstPolicy(wanted, user).isValid()) {
      throw new DomainException(Kind.INVALID, "password-weak", SlowPasswords.SHORTEST);
    }
  }

  private static String userOf(Admission admission) {
    return admission.ids().getOrDefault("self", admission.ids().get("user"));
  }

  /** Whoever knew the old password is out; the session in which it was changed goes on. */
  private void endSessions(Admission admission, String kept, HttpServletResponse response) {
    if (response.getStatus() < 300) {
      sessions.endOthers(userOf(admission), kept);
    }
  }

  private JsonNode narrowed(Admission admission) {
    return queries.narrowed(admission.ids().get("filter"), admission.body(), admission.actor());
  }

  private HttpServletRequest startable(HttpServletRequest request, Actor actor) {
    String keys = intake.offered(actor).stream().map(release -> release.procedure().key())
        .collect(Collectors.joining(","));
    String rest = request.getQueryString() == null ? "" : Arrays.stream(request.getQueryString().split("&"))
        .filter(pair -> !pair.startsWith("keysIn=")).map(pair -> "&" + pair).collect(Collectors.joining());
    // an empty list would mean no restriction
    String query = "keysIn=" + (keys.isEmpty() ? "-" : keys) + rest;
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getQueryString() {
        return query;
      }
    };
  }

  /** The desk checks rights by itself; the engine's checks are made for its own interface. */
  private void asOurselves(Runnable action) {
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      action.run();
    } finally {
      identity.setAuthentication(before);
    }
  }
}
