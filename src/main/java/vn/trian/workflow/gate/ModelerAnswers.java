package vn.trian.workflow.gate;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.shared.DomainException;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

/** Says what became of a deployment in the form that Camunda Modeler reads. */
@Component
class ModelerAnswers {

  /** Modeler tells a broken model from a missing server by these words. */
  private static final String BROKEN_MODEL = "ENGINE-09005 Could not parse BPMN process. ";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  private final MessageSource messages;
  private final Clock clock;

  ModelerAnswers(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** The draft, as a deployment that deployed nothing: it is unknown to the engine until a second person agrees. */
  Map<String, Object> told(ReleaseInfo release, SentFiles sent) {
    Map<String, Object> told = new LinkedHashMap<>();
    String page = "/models/releases/" + release.id();
    told.put("links", List.of(Map.of("method", "GET", "href", page, "rel", "self")));
    told.put("id", release.id());
    told.put("name", sent.words().getOrDefault("deployment-name", release.name().vi()));
    told.put("source", sent.words().get("deployment-source"));
    told.put("deploymentTime", MOMENT.format(release.createdAt().atZone(clock.getZone())));
    told.put("tenantId", null);
    told.put("deployedProcessDefinitions", null);
    told.put("deployedCaseDefinitions", null);
    told.put("deployedDecisionDefinitions", null);
    told.put("deployedDecisionRequirementsDefinitions", null);
    return told;
  }

  /** Why not: every fault with the element that has it, for which Modeler has no line or column. */
  Map<String, Object> refused(DomainException refusal, Locale language) {
    String sentence = messages.getMessage(refusal.code(), refusal.arguments(language.getLanguage()), refusal.code(),
        language);
    Map<String, Object> told = new LinkedHashMap<>();
    if (refusal.problems().isEmpty()) {
      told.put("type", "InvalidRequestException");
      told.put("message", sentence);
      return told;
    }
    StringBuilder all = new StringBuilder(BROKEN_MODEL).append(sentence);
    Map<String, Map<String, List<Object>>> details = new TreeMap<>();
    for (FieldProblem each : refusal.problems()) {
      String words = messages.getMessage(each.code(), each.arguments().stream().map(argument ->
          argument instanceof Label label ? label.in(language.getLanguage()) : argument).toArray(), each.code(),
          language);
      all.append("\n* ").append(words);
      int at = each.field().indexOf('#');
      Map<String, Object> problem = new LinkedHashMap<>();
      problem.put("message", words);
      problem.put("line", 0);
      problem.put("column", 0);
      problem.put("mainElementId", at < 0 ? null : each.field().substring(at + 1));
      problem.put("elementIds", at < 0 ? List.of() : List.of(each.field().substring(at + 1)));
      details.computeIfAbsent(at < 0 ? each.field() : each.field().substring(0, at),
          file -> Map.of("errors", new ArrayList<>(), "warnings", new ArrayList<>())).get("errors").add(problem);
    }
    told.put("type", "ParseException");
    told.put("message", all.toString());
    told.put("details", details);
    return told;
  }
}
