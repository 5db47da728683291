package vn.trian.portal;

import static vn.trian.portal.Rows.row;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.Eligibility;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseOffices;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Statement;
import vn.trian.casefile.Supplements;
import vn.trian.organization.Substitutions;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.RefusalReason;
import vn.trian.procedure.Release;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.security.StandIn;
import vn.trian.shared.DomainException;
import vn.trian.shared.Expressions;
import vn.trian.shared.Json;
import vn.trian.shared.Texts;
import vn.trian.workflow.Capacities;
import vn.trian.workflow.Desk;
import vn.trian.workflow.HandOn;
import vn.trian.workflow.Intake;
import vn.trian.workflow.Outcomes;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Puts together what one task, or one dossier on the desk, shows: the same frame everywhere. */
@Component
class FrameAssembler {

  /** Sentences that tell an officer why the work is with them again, by the outcome that brought it back. */
  private static final Map<String, String> BACK = Map.of("RETURN", "warning-returned", "SEND_BACK",
      "warning-send-back");

  private final CaseParts parts;
  private final PaperRows papers;
  private final Remarks remarks;
  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseContexts contexts;
  private final CaseOffices caseOffices;
  private final CaseRecord record;
  private final Assessment assessment;
  private final CaseWords words;
  private final Sentences sentences;
  private final Supplements supplements;
  private final Capacities capacities;
  private final Substitutions substitutions;
  private final Outcomes outcomes;
  private final Desk desk;
  private final Intake intake;
  private final WorkList work;
  private final OptionSource options;
  private final Expressions feel;
  private final Clock clock;

  FrameAssembler(CaseParts parts, PaperRows papers, Remarks remarks, Procedures procedures, CaseFiles cases,
      CaseContexts contexts, CaseOffices caseOffices, CaseRecord record, Assessment assessment, CaseWords words,
      Sentences sentences, Supplements supplements, Capacities capacities, Substitutions substitutions,
      Outcomes outcomes, Desk desk, Intake intake, WorkList work, OptionSource options, Expressions feel, Clock clock) {
    this.parts = parts;
    this.papers = papers;
    this.remarks = remarks;
    this.procedures = procedures;
    this.cases = cases;
    this.contexts = contexts;
    this.caseOffices = caseOffices;
    this.record = record;
    this.assessment = assessment;
    this.words = words;
    this.sentences = sentences;
    this.supplements = supplements;
    this.capacities = capacities;
    this.substitutions = substitutions;
    this.outcomes = outcomes;
    this.desk = desk;
    this.intake = intake;
    this.work = work;
    this.options = options;
    this.feel = feel;
    this.clock = clock;
  }

  /** Frame of a start form. */
  @Transactional(readOnly = true)
  public Map<String, Object> intake(String procedureKey, Actor actor, String language) {
    Release release = intake.open(procedureKey, actor);
    Procedure procedure = release.procedure();
    Map<String, Object> context = contexts.ofApplication(procedure, Map.of(), null);
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("procedure", row("key", procedure.key(), "name", procedure.name().in(language), "code",
        procedure.code(), "legalBasis", procedure.legalBasis().stream().map(basis -> basis.text()).toList(),
        "officeName", parts.officeName(actor.officeId())));
    frame.put("form", schema(release, procedure.startForm()));
    frame.put("data", Map.of("submissionDate", LocalDate.now(clock).toString()));
    frame.put("papers", papers.asked(procedure, context, language));
    frame.put("papersEditable", true);
    frame.put("papersUrl", "/api/procedures/" + procedure.key() + "/papers");
    frame.put("outcomes", outcomes.atDesk().stream()
        .map(code -> outcome(code, outcomes.atDesk(procedure, code), procedure.refusalReasons(), language)).toList());
    return frame;
  }

  /** Papers that an application as typed so far asks for, so that the checklist follows the form. */
  @Transactional(readOnly = true)
  public List<Map<String, Object>> papersFor(String procedureKey, Map<String, Object> data, Actor actor,
      String language) {
    Procedure procedure = intake.open(procedureKey, actor).procedure();
    return papers.asked(procedure, contexts.ofApplication(procedure, data, null), language);
  }

  /** Frame of a task. */
  @Transactional(readOnly = true)
  public Map<String, Object> task(String taskId, Actor actor, String language) {
    WorkItem item = work.visible(taskId, actor);
    CaseFile file = cases.get(item.caseCode());
    Release release = procedures.release(file.releaseId());
    Procedure procedure = release.procedure();
    Step step = procedure.step(item.step());
    Step.Part part = step.part(item.phase());
    Map<String, Map<String, Object>> answers = record.answers(file.code());
    boolean mine = actor.login().equals(item.assignee());

    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("task", taskRow(item, procedure, step, actor, language));
    frame.put("case", parts.head(file, procedure, language));
    frame.put("hold", remarks.current(file));
    frame.put("notes", remarks.notes(file, actor).stream().filter(Remarks.Note::own).toList());
    frame.put("deadline", parts.deadline(file, language));
    frame.put("form", part.form() == null ? null : schema(release, part.form()));
    frame.put("options", rowOptions(file, procedure.formOf(step, item.phase()), language));
    Map<String, Object> data = formData(file, item.step(), answers);
    frame.put("data", part.form() == null ? data : procedure.form(part.form()).begun(data));
    frame.put("statements", parts.statements(file, procedure, language));
    frame.put("application", parts.application(file, procedure, language));
    frame.put("papers", papers.of(file, procedure, language));
    frame.put("papersEditable", mine && "prepare".equals(item.phase()));
    frame.put("documents", parts.documents(file.code(), procedure, language));
    frame.put("timeline", parts.timeline(file.code(), language));
    frame.put("eligibility", step.eligibility() ? eligibility(file, item.step(), answers, language) : null);
    frame.put("calculation", step.amount() ? calculation(file, item, answers, language) : null);
    boolean assessed = mine && part.form() != null && (step.eligibility() || step.amount());
    frame.put("assessUrl", assessed ? "/api/tasks/" + taskId + "/assess" : null);
    Map<String, Object> context = contexts.of(file);
    List<RefusalReason> reasons = procedure.reasonsFor(context, feel);
    frame.put("outcomes", outcomes.of(procedure, step, item.phase(), context).stream()
        .map(code -> outcome(code, procedure.outcome(code), reasons, language)).toList());
    frame.put("warnings", warnings(file, language));
    return frame;
  }

  /**
   * The task itself; {@code awayUntil} is set when an absent colleague has it for whom the reader stands in,
   * {@code behalf} when the reader would do it for one.
   */
  private Map<String, Object> taskRow(WorkItem item, Procedure procedure, Step step, Actor actor, String language) {
    Optional<StandIn> absentee = actor.standsInFor(item.assignee());
    Optional<StandIn> behalf = item.assignee() == null ? capacities.behalf(item, actor) : Optional.empty();
    return row("id", item.taskId(), "name", words.task(procedure, item, language), "step", item.step(), "phase",
        item.phase(), "stepName", step.name().in(language), "claimable",
        item.assignee() == null || absentee.isPresent(), "assignee", item.assignee(), "assigneeName",
        CaseParts.in(capacities.holder(item), language), "takenAt", parts.moment(item.takenAt()), "behalf",
        behalf.map(each -> row("name", each.name(), "until", Texts.day(each.lastDay()))).orElse(null),
        "awayUntil", absentee.map(each -> Texts.day(each.lastDay())).orElse(null), "mine",
        actor.login().equals(item.assignee()), "successors", successors(item.taskId(), actor, language));
  }

  /** Colleagues to whom the task can go, at the end the queue for whoever may put it back there. */
  private List<Map<String, Object>> successors(String taskId, Actor actor, String language) {
    Locale locale = Locale.forLanguageTag(language);
    Set<String> away = substitutions.away();
    List<Map<String, Object>> rows = new ArrayList<>(desk.successors(taskId, actor).stream()
        .map(each -> row("login", each.login(), "name", away.contains(each.login())
            ? sentences.of("officer.away", List.of(each.fullName()), locale) : each.fullName(),
            "title", each.title(), "away", away.contains(each.login()))).toList());
    if (desk.mayTakeBack(taskId, actor)) {
      rows.add(row("login", HandOn.QUEUE, "name",
          sentences.of("case.reassign.toQueue", List.of(), locale), "title", null));
    }
    return rows;
  }

  /** What the decision tables say of answers as typed so far. */
  @Transactional(readOnly = true)
  public Map<String, Object> assess(String taskId, Map<String, Object> data, Actor actor, String language) {
    WorkItem item = work.visible(taskId, actor);
    CaseFile file = cases.get(item.caseCode());
    Step step = procedures.release(file.releaseId()).procedure().step(item.step());
    Map<String, Map<String, Object>> running = Map.of(item.step(), data);
    return row("eligibility", step.eligibility() ? eligibility(file, running, language) : null,
        "calculation", step.amount() ? calculation(file, running, language) : null);
  }

  /** What the answers come to; whoever checks or signs sees what is proposed, no sum where that is a refusal. */
  private Map<String, Object> calculation(CaseFile file, WorkItem item, Map<String, Map<String, Object>> answers,
      String language) {
    if (!"prepare".equals(item.phase())) {
      return parts.calculation(assessment.lines(file.code()), language);
    }
    return calculation(file, answers.containsKey(item.step()) ? Map.of() : Map.of(item.step(), Map.of()), language);
  }

  /** The calculation as far as the answers allow it; nothing while they do not. */
  private Map<String, Object> calculation(CaseFile file, Map<String, Map<String, Object>> running,
      String language) {
    try {
      return parts.calculation(assessment.preview(file, running), language);
    } catch (DomainException incomplete) {
      return null;
    }
  }

  private Map<String, Object> eligibility(CaseFile file, String step, Map<String, Map<String, Object>> answers,
      String language) {
    return eligibility(file, answers.containsKey(step) ? Map.of() : Map.of(step, Map.of()), language);
  }

  private Map<String, Object> eligibility(CaseFile file, Map<String, Map<String, Object>> running,
      String language) {
    Optional<Eligibility> found;
    try {
      found = assessment.eligibility(file, running);
    } catch (DomainException incomplete) {
      return null;
    }
    return found.map(each -> row("result", each.result().name(), "resultLabel",
        each.result().label().in(language), "explanation", each.explanation(),
        "article", each.article())).orElse(null);
  }

  /**
   * What the form in the browser starts from. Conditions may look at the application and at earlier steps, so
   * these stand beneath the step's own answers; the server keeps only what the form itself asks.
   */
  private Map<String, Object> formData(CaseFile file, String step, Map<String, Map<String, Object>> answers) {
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> data = new LinkedHashMap<>(file.application());
    data.putAll(answers);
    data.put("case", row("code", file.code(), "today", today.toString(), "receivedOn",
        file.receivedOn().toString(), "hasDivision", caseOffices.hasDivision(file), "variant",
        file.variant().orElse(null), "state", file.state().name()));
    data.putAll(answers.getOrDefault(step, Map.of()));
    data.putIfAbsent("today", today.toString());
    return data;
  }

  /** Options that only this case knows: the rows of its lists. */
  private Map<String, Object> rowOptions(CaseFile file, FormSchema form, String language) {
    OptionSource choices = options.withRows(file.application());
    Map<String, Object> bySource = new LinkedHashMap<>();
    for (String source : form == null ? List.<String>of() : form.rowSources()) {
      bySource.put(source, choices.options(source).stream()
          .map(option -> row("value", option.value(), "label", option.label().in(language))).toList());
    }
    return bySource;
  }

  private List<String> warnings(CaseFile file, String language) {
    Locale locale = Locale.forLanguageTag(language);
    List<String> warnings = new ArrayList<>();
    supplements.open(file.code()).ifPresent(request -> {
      String wanted = request.items().stream().map(each -> String.valueOf(((Map<?, ?>) each).get("text")))
          .collect(Collectors.joining("; "));
      warnings.add(sentences.of("warning-supplement",
          List.of(Texts.day(LocalDate.ofInstant(request.requestedAt(), clock.getZone())), wanted), locale));
    });
    List<Statement> said = record.statements(file.code());
    if (!said.isEmpty()) {
      Statement last = said.get(said.size() - 1);
      String sentence = BACK.get(last.outcome());
      if (sentence != null && last.reason() != null) {
        warnings.add(sentences.of(sentence, List.of(last.speaker(), last.reason()), locale));
      }
    }
    return warnings;
  }

  private Map<String, Object> outcome(String code, Outcome outcome, List<RefusalReason> offered,
      String language) {
    boolean withReasons = outcome.needs().contains(Outcome.Need.REASON_CODE);
    return row("code", code, "label", outcome.label().in(language), "style",
        outcome.style().name().toLowerCase(Locale.ROOT), "signed", outcome.signed(),
        "needs", outcome.needs().stream().map(FrameAssembler::need).toList(),
        "bodyKind", outcome.body() == null ? null : outcome.body().name(),
        "reasons", withReasons ? offered.stream().map(reason -> row("code", reason.code(),
            "label", reason.name().in(language), "article", reason.article())).toList() : List.of());
  }

  private static String need(Outcome.Need need) {
    return switch (need) {
      case REASON -> "reason";
      case REASON_CODE -> "reasonCode";
      case ITEMS -> "items";
      case BODY -> "body";
      case CONFIRM -> "confirm";
    };
  }

  private static Map<String, Object> schema(Release release, String form) {
    return Json.map(release.files().text(form + ".form").orElseThrow());
  }
}
