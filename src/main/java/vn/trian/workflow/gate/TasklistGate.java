package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.WorkList;

/**
 * Lets in what Tasklist, Cockpit and Admin need and nothing else. Stands behind the login and before all filters
 * of the engine's web applications; changes nothing by itself, because the engine's check against forged
 * requests comes later.
 */
@Component
class TasklistGate extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(TasklistGate.class);
  private static final String WEBAPPS = "/camunda/api/";
  private static final String REST = "/engine-rest/";
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.:@ -]{1,255}");
  private static final Set<Role> NO_CASE_WORK = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);

  private final Actors actors;
  private final Reach reach;
  private final WorkList work;
  private final GateAnswers answers;

  TasklistGate(Actors actors, Reach reach, WorkList work, GateAnswers answers) {
    this.actors = actors;
    this.reach = reach;
    this.work = work;
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Admission admission;
    try {
      admission = admit(request);
    } catch (DomainException refusal) {
      LOG.info("closed: {} {} for {} ({})", request.getMethod(), request.getRequestURI(), request.getRemoteUser(),
          refusal.code());
      answers.refuse(refusal, request, response);
      return;
    }
    admission.keep(request);
    chain.doFilter(new CheckedRequest(request, request.getMethod(), admission.body()), response);
  }

  private Admission admit(HttpServletRequest request) throws IOException {
    List<String> path = path(request);
    refuseExpressions(request.getQueryString());
    JsonNode body = JsonBody.read(request.getInputStream().readNBytes(JsonBody.LIMIT + 1));
    Actor actor = actors.current();
    Doors.Found found = Doors.find(hands(actor), request.getMethod(), path)
        .orElseThrow(() -> new DomainException(Kind.FORBIDDEN, "gate-closed"));
    if (found.ids().containsKey("task")) {
      work.visible(found.ids().get("task"), actor);
    }
    if (found.ids().containsKey("self") && !found.ids().get("self").equals(actor.login())) {
      throw new DomainException(Kind.FORBIDDEN, "gate-closed");
    }
    if (found.door().use() == Door.Use.OWN_GROUPS && !aboutOneself(request, body, actor)) {
      throw new DomainException(Kind.FORBIDDEN, "gate-closed");
    }
    if (found.door().use() == Door.Use.OWN_TASK) {
      work.visible(single(request, "taskId"), actor);
    }
    return new Admission(actor, found.door(), found.ids(), body);
  }

  private Set<Hand> hands(Actor actor) {
    Set<Hand> hands = EnumSet.of(Hand.ANYBODY);
    if (actor.roles().stream().anyMatch(role -> !NO_CASE_WORK.contains(role))) {
      hands.add(Hand.OFFICER);
    }
    if (actor.holds(Role.SUPERVISOR) && reach.isEverything(actor)) {
      hands.add(Hand.SUPERVISOR);
    }
    if (actor.holds(Role.ADMIN)) {
      hands.addAll(EnumSet.of(Hand.SUPERVISOR, Hand.ADMIN));
    }
    return hands;
  }

  /** The raw path below {@code /camunda/api/}; the engine's REST counts as the same engine. */
  private static List<String> path(HttpServletRequest request) {
    String uri = request.getRequestURI().substring(request.getContextPath().length());
    List<String> parts = new ArrayList<>();
    String rest;
    if (uri.startsWith(WEBAPPS)) {
      rest = uri.substring(WEBAPPS.length());
    } else if (uri.startsWith(REST)) {
      parts.add("engine");
      parts.add("engine");
      rest = uri.substring(REST.length());
      if (rest.startsWith("engine/")) {
        rest = rest.substring("engine/".length());
      } else {
        parts.add("default");
      }
    } else {
      throw new DomainException(Kind.FORBIDDEN, "gate-closed");
    }
    if (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    for (String part : rest.split("/", -1)) {
      String decoded;
      try {
        decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new DomainException(Kind.FORBIDDEN, "gate-closed");
      }
      if (!PART.matcher(decoded).matches() || decoded.equals(".") || decoded.equals("..")) {
        throw new DomainException(Kind.FORBIDDEN, "gate-closed");
      }
      parts.add(decoded);
    }
    return parts;
  }

  private static void refuseExpressions(String query) {
    if (query != null) {
      for (String pair : query.split("[&;]")) {
        String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
        try {
          JsonBody.refuseExpression(URLDecoder.decode(name, StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException e) {
          throw new DomainException(Kind.INVALID, "body-unreadable");
        }
      }
    }
  }

  private static boolean aboutOneself(HttpServletRequest request, JsonNode body, Actor actor) {
    return actor.login().equals("GET".equals(request.getMethod())
        ? single(request, "member") : body.path("member").asText(null));
  }

  /** A parameter that is given exactly once; an empty text otherwise. */
  private static String single(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 ? values[0] : "";
  }
}
