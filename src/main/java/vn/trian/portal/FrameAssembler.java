package vn.trian.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CaseDocuments;
import vn.trian.benefit.Eligibility;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.casefile.CaseOffices;
import vn.trian.casefile.CasePapers;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.ReceivedPaper;
import vn.trian.casefile.Statement;
import vn.trian.casefile.Supplements;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.LedgerLine;
import vn.trian.document.DocumentView;
import vn.trian.document.MoneyInWords;
import vn.trian.document.PaperView;
import vn.trian.document.Papers;
import vn.trian.organization.Office;
import vn.trian.organization.Officers;
import vn.trian.organization.Offices;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.DisplayField;
import vn.trian.procedure.DisplayGroup;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Outcome;
import vn.trian.procedure.PaperKind;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.RefusalReason;
import vn.trian.procedure.Release;
import vn.trian.procedure.Step;
import vn.trian.security.Actor;
import vn.trian.shared.Expressions;
import vn.trian.shared.Json;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Intake;
import vn.trian.workflow.Outcomes;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Puts together what one task, or one dossier on the desk, shows: the same frame everywhere. */
@Component
class FrameAssembler {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseContexts contexts;
  private final CaseOffices caseOffices;
  private final CaseRecord record;
  private final CasePapers casePapers;
  private final Papers papers;
  private final CaseDocuments documents;
  private final Assessment assessment;
  private final CaseDeadlines deadlines;
  private final TimesLeft times;
  private final CaseWords words;
  private final Sentences sentences;
  private final Supplements supplements;
  private final Offices offices;
  private final Officers officers;
  private final Outcomes outcomes;
  private final Desk desk;
  private final Intake intake;
  private final WorkList work;
  private final OptionSource options;
  private final Expressions feel;
  private final Clock clock;

  FrameAssembler(Procedures procedures, CaseFiles cases, CaseContexts contexts,
      CaseOffices caseOffices, CaseRecord record,
      CasePapers casePapers, Papers papers, CaseDocuments documents, Assessment assessment, CaseDeadlines deadlines,
      TimesLeft times, CaseWords words, Sentences sentences, Supplements supplements, Offices offices,
      Officers officers, Outcomes outcomes, Desk desk, Intake intake, WorkList work, OptionSource options,
      Expressions feel, Clock clock) {
    this.procedures = procedures;
    this.cases = cases;
    this.contexts = contexts;
    this.caseOffices = caseOffices;
    this.record = record;
    this.casePapers = casePapers;
    this.papers = papers;
    this.documents = documents;
    this.assessment = assessment;
    this.deadlines = deadlines;
    this.times = times;
    this.words = words;
    this.sentences = sentences;
    this.supplements = supplements;
    this.offices = offices;
    this.officers = officers;
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
    frame.put("procedure", map("key", procedure.key(), "name", procedure.name().in(language), "code",
        procedure.code(), "legalBasis", procedure.legalBasis().stream().map(basis -> basis.text()).toList(),
        "officeName", officeName(actor.officeId())));
    frame.put("form", schema(release, procedure.startForm()));
    frame.put("data", Map.of("submissionDate", LocalDate.now(clock).toString()));
    frame.put("papers", allPapers(procedure, context, language));
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
    return askedPapers(procedure, contexts.ofApplication(procedure, data, null), language);
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
    frame.put("task", map("id", taskId, "name", words.task(procedure, item, language), "step",
        item.step(), "phase", item.phase(), "stepName",
        step.name().in(language), "claimable", item.assignee() == null, "assignee", item.assignee(),
        "assigneeName", item.assignee() == null ? null : nameOf(item.assignee()),
        "takenAt", moment(item.takenAt()), "mine", mine, "successors", desk.successors(taskId, actor).stream()
            .map(each -> map("login", each.login(), "name", each.fullName(), "title", each.title())).toList()));
    frame.put("case", caseHead(file, procedure, language));
    frame.put("deadline", deadline(file, language));
    frame.put("form", part.form() == null ? null : schema(release, part.form()));
    frame.put("options", rowOptions(file, procedure.formOf(step, item.phase()), language));
    Map<String, Object> data = formData(file, item.step(), answers);
    frame.put("data", part.form() == null ? data : procedure.form(part.form()).begun(data));
    frame.put("statements", statements(file, procedure, language));
    frame.put("application", application(file, procedure, language));
    frame.put("papers", papers(file, procedure, language));
    frame.put("papersEditable", mine && "prepare".equals(item.phase()));
    frame.put("documents", documents(file.code(), procedure, language));
    frame.put("timeline", timeline(file.code(), language));
    frame.put("eligibility", step.eligibility() ? eligibility(file, item.step(), answers, language) : null);
    frame.put("calculation", step.amount() ? calculation(file, item.step(), answers, language) : null);
    boolean assessed = mine && part.form() != null && (step.eligibility() || step.amount());
    frame.put("assessUrl", assessed ? "/api/tasks/" + taskId + "/assess" : null);
    Map<String, Object> context = contexts.of(file);
    List<RefusalReason> reasons = procedure.reasonsFor(context, feel);
    frame.put("outcomes", outcomes.of(procedure, step, item.phase(), context).stream()
        .map(code -> outcome(code, procedure.outcome(code), reasons, language)).toList());
    frame.put("version", Integer.toString(file.version()));
    frame.put("warnings", warnings(file, language));
    return frame;
  }

  /** What the decision tables say of answers as typed so far. */
  @Transactional(readOnly = true)
  public Map<String, Object> assess(String taskId, Map<String, Object> data, Actor actor, String language) {
    WorkItem item = work.visible(taskId, actor);
    CaseFile file = cases.get(item.caseCode());
    Step step = procedures.release(file.releaseId()).procedure().step(item.step());
    Map<String, Map<String, Object>> running = Map.of(item.step(), data);
    return map("eligibility", step.eligibility() ? eligibility(file, running, language) : null,
        "calculation", step.amount() ? calculation(file, running, language) : null);
  }

  Map<String, Object> caseHead(CaseFile file, Procedure procedure, String language) {
    String variant = file.variant().orElse(null);
    return map("code", file.code(), "procedureName", procedure.name().in(language), "variantName",
        variant == null ? null : procedure.nameOf(variant).in(language), "ownerName", file.ownerName(),
        "subjectName", file.subjectName(), "state", file.state().name(), "stateLabel",
        file.state().label().in(language), "level", file.level().name(), "officeName", officeName(file.office()),
        "receivingOfficeName", officeName(file.receivingOffice()), "receivedOn", Texts.day(file.receivedOn()));
  }

  Map<String, Object> deadline(CaseFile file, String language) {
    TimesLeft.TimeLeft left = times.of(file);
    // while the clock stands no day is due; the day promised to the citizen stays until it is moved
    return map("stepDueOn", file.paused() ? "" : Texts.day(file.stepDueOn()), "caseDueOn", Texts.day(file.dueOn()), "colour",
        left.colour().toUpperCase(Locale.ROOT), "text", times.words(left, Locale.forLanguageTag(language)), "ledger",
        ledger(file, language));
  }

  List<Map<String, Object>> ledger(CaseFile file, String language) {
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (LedgerLine line : deadlines.ledger(file.code())) {
      lines.add(map("day", Texts.day(line.day()), "title",
          words.step(procedure, line.step(), line.stepName(), language), "kind", line.kind().name(),
          "explanation", line.explanation(language), "legalBasis", line.legalBasis(),
          "confidence", line.confidence() == null ? null : line.confidence().name(),
          "stepDueOn", Texts.day(line.stepDueOn()), "caseDueOn", Texts.day(line.caseDueOn())));
    }
    return lines;
  }

  List<Map<String, Object>> statements(CaseFile file, Procedure procedure, String language) {
    List<Map<String, Object>> rows = new ArrayList<>();
    OptionSource choices = options.withRows(file.application());
    for (Statement said : record.statements(file.code())) {
      Step step = procedure.steps().get(said.step());
      FormSchema form = step == null ? null : procedure.formOf(step, said.phase());
      List<Map<String, Object>> groups = form == null ? List.of() : groups(form, said.data(), choices, language);
      Optional<RefusalReason> reason = said.reasonCode() == null ? Optional.empty()
          : procedure.refusalReason(said.reasonCode());
      rows.add(map("step", said.step(), "stepName",
          words.step(procedure, said.step(), said.stepName(), language), "phase", said.phase(), "by", said.actorName(),
          "office", officeName(said.officeId()), "at", moment(said.statedAt()), "outcomeLabel",
          words.outcome(procedure, said, language), "outcome", said.outcome(), "reason",
          reason.map(found -> found.name().in(language)
              + (said.reason() == null ? "" : " – " + said.reason())).orElse(said.reason()),
          "items", items(said), "groups", groups));
    }
    return rows;
  }

  List<Map<String, Object>> application(CaseFile file, Procedure procedure, String language) {
    return groups(procedure.applicationForm(), file.application(), options, language);
  }

  private static List<Map<String, Object>> groups(FormSchema form, Map<String, Object> data, OptionSource choices,
      String language) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (DisplayGroup group : CaseContext.display(form, data, choices, language)) {
      List<Map<String, Object>> fields = new ArrayList<>();
      List<Map<String, Object>> tables = new ArrayList<>();
      for (DisplayField field : group.fields()) {
        if (field.table() == null) {
          fields.add(map("label", in(field.label(), language), "value", field.value()));
        } else {
          tables.add(map("title", Objects.equals(field.label(), group.label()) ? null : in(field.label(), language), "columns",
              field.table().columns().stream().map(label -> in(label, language)).toList(), "rows",
              field.table().rows()));
        }
      }
      groups.add(map("title", in(group.label(), language), "fields", fields, "tables", tables));
    }
    return groups;
  }

  List<Map<String, Object>> papers(CaseFile file, Procedure procedure, String language) {
    Map<String, ReceivedPaper> ticks = casePapers.of(file.code()).stream()
        .collect(Collectors.toMap(ReceivedPaper::kind, paper -> paper));
    Map<String, List<PaperView>> files = papers.of(file.code()).stream()
        .filter(paper -> !paper.withdrawn() && paper.kind() != null)
        .collect(Collectors.groupingBy(PaperView::kind));
    List<Map<String, Object>> rows = askedPapers(procedure, contexts.of(file), language);
    for (Map<String, Object> row : rows) {
      ReceivedPaper tick = ticks.get(row.get("kind"));
      row.put("received", tick != null && tick.received());
      if (tick != null) {
        row.put("copyKind", tick.copyKind());
        row.put("copyKindLabel", words.of("copyKind.", tick.copyKind(), language));
        row.put("quantity", tick.quantity());
        row.put("deskNote", tick.note());
      }
      row.put("files", files.getOrDefault(row.get("kind"), List.of()).stream().map(FrameAssembler::file).toList());
    }
    return rows;
  }

  List<Map<String, Object>> documents(String caseCode, Procedure procedure, String language) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (DocumentView document : documents.of(caseCode)) {
      rows.add(map("id", document.id().toString(), "name",
          words.document(procedure, document, language), "symbol", document.symbol(), "status",
          document.status().name(), "statusLabel",
          words.of("documentStatus.", document.status().name(), language), "office",
          officeName(document.officeId()), "issuedOn", Texts.day(document.issuedOn()), "signer",
          document.signerName(), "formNumber", document.formNumber(),
          "pdfUrl", "/api/documents/" + document.id() + ".pdf",
          "wordUrl", document.word() ? "/api/documents/" + document.id() + ".docx" : null));
    }
    return rows;
  }

  List<Map<String, Object>> timeline(String caseCode, String language) {
    return record.log(caseCode).stream()
        .map(entry -> map("at", moment(entry.doneAt()), "who", words.actor(entry, language),
            "what", entry.summary().in(language),
            "office", entry.officeId() == null || entry.officeId().isEmpty() ? "" : officeName(entry.officeId()),
            "action", entry.action()))
        .toList();
  }

  Map<String, Object> calculation(List<CalculationLine> lines, String language) {
    if (lines.isEmpty()) {
      return null;
    }
    return map("lines", lines.stream().map(line -> map("label", line.label(), "quantity",
        line.quantity().stripTrailingZeros().toPlainString().replace('.', ','), "unitAmount",
        line.unitAmount().toString(), "amount", line.amount().toString(), "legalBasis", line.legalBasis(), "note",
        line.note(), "periodicity",
        words.of("periodicity.", line.periodicity().name(), language), "recipient", line.recipient(), "firstPeriod",
        line.firstPeriod(), "confidence", line.confidence().name())).toList(), "totals",
        Assessment.totals(lines).entrySet().stream().map(each -> map("periodicity",
            words.of("periodicity.", each.getKey().name(), language), "amount", each.getValue().toString(),
            "inWords", MoneyInWords.of(each.getValue().amount()))).toList());
  }

  private Map<String, Object> calculation(CaseFile file, String step, Map<String, Map<String, Object>> answers,
      String language) {
    return calculation(file, answers.containsKey(step) ? Map.of() : Map.of(step, Map.of()), language);
  }

  /** The calculation as far as the answers allow it; nothing while they do not. */
  private Map<String, Object> calculation(CaseFile file, Map<String, Map<String, Object>> running,
      String language) {
    try {
      return calculation(assessment.preview(file, running), language);
    } catch (vn.trian.shared.DomainException incomplete) {
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
    } catch (vn.trian.shared.DomainException incomplete) {
      return null;
    }
    return found.map(each -> map("result", each.result().name(), "resultLabel",
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
    data.put("case", map("code", file.code(), "today", today.toString(), "receivedOn",
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
          .map(option -> map("value", option.value(), "label", option.label().in(language))).toList());
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
      if (("RETURN".equals(last.outcome()) || "SEND_BACK".equals(last.outcome())) && last.reason() != null) {
        warnings.add(sentences.of("warning-returned", List.of(last.actorName(), last.reason()), locale));
      }
    }
    return warnings;
  }

  private static List<String> items(Statement said) {
    return said.details().get("items") instanceof List<?> items
        ? items.stream().map(each -> String.valueOf(((Map<?, ?>) each).get("text"))).toList() : List.of();
  }

  private List<Map<String, Object>> askedPapers(Procedure procedure, Map<String, Object> context, String language) {
    return procedure.papersFor(context, feel).stream()
        .map(asked -> paper(asked.paper(), asked.required(), language)).collect(Collectors.toList());
  }

  /** On the empty start form every paper that may be asked for is listed; the form then narrows it down. */
  private List<Map<String, Object>> allPapers(Procedure procedure, Map<String, Object> context, String language) {
    return askedPapers(procedure, context, language);
  }

  private Map<String, Object> paper(PaperKind kind, boolean required, String language) {
    return map("kind", kind.id(), "name", kind.name().in(language), "formNumber", kind.formNumber(), "copyKind",
        kind.copyKind().name(), "copyKindLabel", words.of("copyKind.", kind.copyKind().name(), language),
        "quantity", kind.quantity(), "required", required, "note", in(kind.note(), language),
        "legalBasis", kind.legalBasis(), "received", false, "files", List.of());
  }

  static Map<String, Object> file(PaperView paper) {
    String url = "/api/papers/" + paper.id();
    return map("id", paper.id().toString(), "name", paper.fileName(), "mediaType", paper.mediaType(), "size",
        paper.size(), "url", url, "previewUrl", url + "/preview", "removable", paper.caseCode() == null);
  }

  private Map<String, Object> outcome(String code, Outcome outcome, List<RefusalReason> offered,
      String language) {
    boolean withReasons = outcome.needs().contains(Outcome.Need.REASON_CODE);
    return map("code", code, "label", outcome.label().in(language), "style",
        outcome.style().name().toLowerCase(Locale.ROOT), "signed", outcome.signed(),
        "needs", outcome.needs().stream().map(FrameAssembler::need).toList(),
        "bodyKind", outcome.body() == null ? null : outcome.body().name(),
        "reasons", withReasons ? offered.stream().map(reason -> map("code", reason.code(),
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

  String officeName(String officeId) {
    return offices.find(officeId, LocalDate.now(clock)).map(Office::name).orElse(officeId);
  }

  private String nameOf(String login) {
    return officers.find(login).map(officer -> officer.fullName()).orElse(login);
  }

  private String moment(Instant at) {
    return at == null ? "" : MOMENT.format(at.atZone(clock.getZone()));
  }

  private static String in(Label label, String language) {
    return label == null ? null : label.in(language);
  }

  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
