package vn.trian.portal;

import static vn.trian.portal.Rows.row;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.trian.benefit.Assessment;
import vn.trian.benefit.CalculationLine;
import vn.trian.benefit.CaseDocuments;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Statement;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.LedgerLine;
import vn.trian.deadline.TimeLeft;
import vn.trian.document.DocumentView;
import vn.trian.document.MoneyInWords;
import vn.trian.organization.Offices;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.DisplayField;
import vn.trian.procedure.DisplayGroup;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.RefusalReason;
import vn.trian.procedure.Step;
import vn.trian.shared.Label;
import vn.trian.shared.Texts;

/** The parts of a case that the frame of a task and the page of the case both show. */
@Component
class CaseParts {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final Procedures procedures;
  private final CaseRecord record;
  private final CaseDocuments documents;
  private final CaseDeadlines deadlines;
  private final TimesLeft times;
  private final CaseWords words;
  private final Offices offices;
  private final OptionSource options;
  private final Clock clock;

  CaseParts(Procedures procedures, CaseRecord record, CaseDocuments documents, CaseDeadlines deadlines,
      TimesLeft times, CaseWords words, Offices offices, OptionSource options, Clock clock) {
    this.procedures = procedures;
    this.record = record;
    this.documents = documents;
    this.deadlines = deadlines;
    this.times = times;
    this.words = words;
    this.offices = offices;
    this.options = options;
    this.clock = clock;
  }

  /** What stands above everything else that is told of a case. */
  Map<String, Object> head(CaseFile file, Procedure procedure, String language) {
    String variant = file.variant().orElse(null);
    return row("code", file.code(), "procedureName", procedure.name().in(language), "variantName",
        variant == null ? null : procedure.nameOf(variant).in(language), "ownerName", file.ownerName(),
        "subjectName", file.subjectName(), "state", file.state().name(), "stateLabel",
        file.state().label().in(language), "level", file.level().name(), "officeName", officeName(file.office()),
        "receivingOfficeName", officeName(file.receivingOffice()), "receivedOn", Texts.day(file.receivedOn()));
  }

  Map<String, Object> deadline(CaseFile file, String language) {
    TimeLeft left = times.of(file);
    // while the clock stands no day is due; the day promised to the citizen stays until it is moved
    return row("stepDueOn", file.paused() ? "" : Texts.day(file.stepDueOn()), "caseDueOn",
        Texts.day(file.dueOn()), "color", left.color().toUpperCase(Locale.ROOT), "text",
        times.words(left, Locale.forLanguageTag(language)), "ledger", ledger(file, language));
  }

  List<Map<String, Object>> ledger(CaseFile file, String language) {
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (LedgerLine line : deadlines.ledger(file.code())) {
      lines.add(row("day", Texts.day(line.day()), "title",
          words.step(procedure, line.step(), line.stepName(), language), "kind", line.kind().name(),
          "explanation", line.explanation(language), "legalBasis", line.legalBasis(),
          "confidence", line.confidence() == null ? null : line.confidence().name(),
          "stepDueOn", Texts.day(line.stepDueOn()), "caseDueOn", Texts.day(line.caseDueOn())));
    }
    return lines;
  }

  List<Map<String, Object>> application(CaseFile file, Procedure procedure, String language) {
    return groups(procedure.applicationForm(), file.application(), options, language);
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
      rows.add(row("step", said.step(), "stepName",
          words.step(procedure, said.step(), said.stepName(), language), "phase", said.phase(), "by",
          said.speaker().in(language), "office", officeName(said.officeId()), "at", moment(said.statedAt()),
          "outcomeLabel", words.outcome(procedure, said, language), "outcome", said.outcome(), "reason",
          reason.map(found -> found.name().in(language)
              + (said.reason() == null ? "" : " – " + said.reason())).orElse(said.reason()),
          "body", body(said), "items", items(said), "groups", groups));
    }
    return rows;
  }

  private static List<Map<String, Object>> groups(FormSchema form, Map<String, Object> data, OptionSource choices,
      String language) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (DisplayGroup group : CaseContext.display(form, data, choices, language)) {
      List<Map<String, Object>> fields = new ArrayList<>();
      List<Map<String, Object>> tables = new ArrayList<>();
      for (DisplayField field : group.fields()) {
        if (field.table() == null) {
          fields.add(row("label", in(field.label(), language), "value", field.value()));
        } else {
          Label title = Objects.equals(field.label(), group.label()) ? null : field.label();
          tables.add(row("title", in(title, language), "columns",
              field.table().columns().stream().map(label -> in(label, language)).toList(), "rows",
              field.table().rows()));
        }
      }
      groups.add(row("title", in(group.label(), language), "fields", fields, "tables", tables));
    }
    return groups;
  }

  List<Map<String, Object>> documents(String caseCode, Procedure procedure, String language) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (DocumentView document : documents.of(caseCode)) {
      rows.add(row("id", document.id().toString(), "name",
          words.document(procedure, document, language), "symbol", document.symbol(), "status",
          document.status().name(), "statusLabel",
          words.of("documentStatus.", document.status().name(), language), "office",
          officeName(document.officeId()), "issuedOn", Texts.day(document.issuedOn()), "signer",
          document.signerName(), "formNumber", document.formNumber(),
          "pdfUrl", CaseDocuments.Link.to(document).pdfUrl(),
          "wordUrl", document.word() ? "/api/documents/" + document.id() + ".docx" : null));
    }
    return rows;
  }

  List<Map<String, Object>> timeline(String caseCode, String language) {
    return record.log(caseCode).stream()
        .map(entry -> row("at", moment(entry.doneAt()), "who", words.actor(entry, language),
            "what", entry.summary().in(language),
            "office", entry.officeId() == null || entry.officeId().isEmpty() ? "" : officeName(entry.officeId()),
            "action", entry.action()))
        .toList();
  }

  Map<String, Object> calculation(List<CalculationLine> lines, String language) {
    if (lines.isEmpty()) {
      return null;
    }
    return row("lines", lines.stream().map(line -> row("label", line.label(), "quantity",
        line.quantity().stripTrailingZeros().toPlainString().replace('.', ','), "unitAmount",
        line.unitAmount().toString(), "amount", line.amount().toString(), "legalBasis", line.legalBasis(), "note",
        line.note(), "periodicity",
        words.of("periodicity.", line.periodicity().name(), language), "recipient", line.recipient(), "firstPeriod",
        line.firstPeriod(), "confidence", line.confidence().name())).toList(), "totals",
        Assessment.totals(lines).entrySet().stream().map(each -> row("periodicity",
            words.of("periodicity.", each.getKey().name(), language), "amount", each.getValue().toString(),
            "inWords", MoneyInWords.of(each.getValue().amount()))).toList());
  }

  /** The other body that was asked, null where none was. */
  private static String body(Statement said) {
    return said.details().get("body") instanceof Map<?, ?> body ? Objects.toString(body.get("name"), null) : null;
  }

  private static List<String> items(Statement said) {
    return said.details().get("items") instanceof List<?> items
        ? items.stream().map(each -> String.valueOf(((Map<?, ?>) each).get("text"))).toList() : List.of();
  }

  String officeName(String officeId) {
    return offices.nameOf(officeId, LocalDate.now(clock));
  }

  String moment(Instant at) {
    return at == null ? "" : MOMENT.format(at.atZone(clock.getZone()));
  }

  static String in(Label label, String language) {
    return label == null ? null : label.in(language);
  }
}
