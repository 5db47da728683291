package vn.trian.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Step;
import vn.trian.registry.Martyrs;
import vn.trian.registry.WorshipHolders;
import vn.trian.shared.Expressions;
import vn.trian.shared.Json;

/** What expressions, decisions and templates see of a case; see docs/procedure-folder.md, section 4. */
@Service
public class CaseContexts {

  /** What the subject key of a martyr begins with; the record id follows. */
  public static final String MARTYR = "martyr:";

  private final CaseRecord record;
  private final CaseOffices offices;
  private final CaseDeadlines deadlines;
  private final Procedures procedures;
  private final Martyrs martyrs;
  private final WorshipHolders holders;
  private final Expressions feel;
  private final Clock clock;

  CaseContexts(CaseRecord record, CaseOffices offices, CaseDeadlines deadlines, Procedures procedures, Martyrs martyrs,
      WorshipHolders holders, Expressions feel, Clock clock) {
    this.record = record;
    this.offices = offices;
    this.deadlines = deadlines;
    this.procedures = procedures;
    this.martyrs = martyrs;
    this.holders = holders;
    this.feel = feel;
    this.clock = clock;
  }

  /** The stored case with the newest answers of each step. */
  @Transactional(readOnly = true)
  public Map<String, Object> of(CaseFile file) {
    return with(file, Map.of());
  }

  /** The stored case, with answers of steps that are just being given laid over the stored ones. */
  @Transactional(readOnly = true)
  public Map<String, Object> with(CaseFile file, Map<String, Map<String, Object>> running) {
    return under(procedures.release(file.releaseId()).procedure(), file, running);
  }

  /** The stored case as a release of its procedure sees it that it did not begin with. */
  @Transactional(readOnly = true)
  public Map<String, Object> under(Procedure procedure, CaseFile file) {
    return under(procedure, file, Map.of());
  }

  private Map<String, Object> under(Procedure procedure, CaseFile file, Map<String, Map<String, Object>> running) {
    Map<String, Map<String, Object>> answers = new LinkedHashMap<>(record.answersInForce(file.code()));
    running.forEach((step, data) -> answers.merge(step, data, CaseContexts::over));

    Map<String, Object> context = new LinkedHashMap<>(application(procedure, file.application()));
    answers.forEach((step, data) -> context.put(step, typed(procedure, step, data)));
    context.put("case", caseFacts(file));
    context.put("subjectKey", file.subjectKey());
    context.put("registry", registry(file.subjectKey()));
    procedure.derive(context, feel);
    return context;
  }

  /**
   * A dossier that is not a case yet.
   *
   * @param subjectKey as {@link CasePeople#subjectKey} tells it; null when nobody is known
   */
  @Transactional(readOnly = true)
  public Map<String, Object> ofApplication(Procedure procedure, Map<String, Object> application, String subjectKey) {
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> context = new LinkedHashMap<>(application(procedure, application));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("receivedOn", today);
    facts.put("today", today);
    facts.put("year", today.getYear());
    facts.put("variant", procedure.variantOf(application));
    context.put("case", facts);
    context.put("subjectKey", subjectKey);
    context.put("registry", registry(subjectKey));
    procedure.derive(context, feel);
    return context;
  }

  private static Map<String, Object> application(Procedure procedure, Map<String, Object> data) {
    return CaseContext.feel(procedure.applicationForm(), data);
  }

  private static Map<String, Object> typed(Procedure procedure, String stepId, Map<String, Object> data) {
    Step step = procedure.steps().get(stepId);
    Map<String, Object> typed = new LinkedHashMap<>(data);
    if (step != null) {
      for (Step.Part part : parts(step)) {
        FormSchema form = part.form() == null ? null : procedure.forms().get(part.form());
        if (form != null) {
          typed.putAll(CaseContext.feel(form, data));
        }
      }
    }
    return typed;
  }

  private static List<Step.Part> parts(Step step) {
    return Stream.of(step.prepare(), step.check(), step.sign())
        .filter(Objects::nonNull).toList();
  }

  private Map<String, Object> caseFacts(CaseFile file) {
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("code", file.code());
    facts.put("receivedOn", file.receivedOn());
    facts.put("today", today);
    facts.put("year", today.getYear());
    facts.put("commune", file.commune());
    facts.put("office", file.office());
    facts.put("hasDivision", offices.hasDivision(file));
    facts.put("variant", file.variant().orElse(null));
    facts.put("state", file.state().name());
    facts.put("awaitedSince", deadlines.awaitedSince(file.code()).orElse(null));
    return facts;
  }

  private Map<String, Object> registry(String subjectKey) {
    Map<String, Object> known = new LinkedHashMap<>();
    if (subjectKey != null && subjectKey.startsWith(MARTYR)) {
      String id = subjectKey.substring(MARTYR.length());
      martyrs.find(id).ifPresent(martyr -> known.put("martyr", Json.map(Json.write(martyr))));
      holders.current(id).ifPresent(holder -> known.put("worshipper", Json.map(Json.write(holder))));
    }
    return known;
  }

  private static Map<String, Object> over(Map<String, Object> stored, Map<String, Object> running) {
    Map<String, Object> merged = new LinkedHashMap<>(stored);
    merged.putAll(running);
    return merged;
  }
}
