package vn.trian.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.trian.benefit.CalculationLine.Periodicity;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseOffices;
import vn.trian.casefile.CaseRecord;
import vn.trian.casefile.Statement;
import vn.trian.deadline.CaseDeadlines;
import vn.trian.deadline.LedgerKind;
import vn.trian.document.LongDates;
import vn.trian.document.MoneyInWords;
import vn.trian.document.QrCodes;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.DocumentKind;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.OptionSource;
import vn.trian.procedure.Paths;
import vn.trian.procedure.PersonPaths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.RefusalReason;
import vn.trian.procedure.Release;
import vn.trian.procedure.Step;
import vn.trian.procedure.SubjectPaths;
import vn.trian.security.Actor;
import vn.trian.shared.Expressions;
import vn.trian.shared.Level;
import vn.trian.shared.PartialDate;
import vn.trian.shared.Texts;
import vn.trian.shared.Vnd;

/** Gathers what templates can print of a case; the keys are described in docs/document-model.md. */
@Component
class DocumentModels {

  private final SlipRows slips;
  private final CaseRecord record;
  private final CaseDeadlines deadlines;
  private final Assessment assessment;
  private final Offices offices;
  private final CaseOffices caseOffices;
  private final OptionSource options;
  private final CaseContexts contexts;
  private final Expressions feel;
  private final Clock clock;
  private final String publicUrl;

  DocumentModels(SlipRows slips, CaseRecord record, CaseDeadlines deadlines, Assessment assessment,
      Offices offices, CaseOffices caseOffices, OptionSource options, CaseContexts contexts, Expressions feel,
      Clock clock,
      @Value("${trian.public-url:http://localhost:8080}") String publicUrl) {
    this.slips = slips;
    this.record = record;
    this.deadlines = deadlines;
    this.assessment = assessment;
    this.offices = offices;
    this.caseOffices = caseOffices;
    this.options = options;
    this.contexts = contexts;
    this.feel = feel;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  Map<String, Object> of(CaseFile file, Release release, DocumentKind kind, Office office, Actor by) {
    return of(file, release, kind, office, by, Map.of());
  }

  /** What an apology says beside the case: both days, the reason, and the head who releases it. */
  Map<String, Object> apology(LocalDate oldDay, LocalDate newDay, String reason, Actor head) {
    return Map.of("reason", reason,
        "deadline", map("oldDueAt", oldDay == null ? "không ghi trên giấy tiếp nhận" : endOf(oldDay), "newDueAt",
            endOf(newDay)),
        "signer", map("name", head.name(), "title", Titles.of(head).toUpperCase(Locale.ROOT), "prefix",
            Titles.prefixOf(head)));
  }

  /**
   * The model of a document.
   *
   * @param more values laid over those of the case; maps are merged
   */
  Map<String, Object> of(CaseFile file, Release release, DocumentKind kind, Office office, Actor by,
      Map<String, Object> more) {
    return CaseContext.layered(ofCase(file, release, kind, office, by), more);
  }

  private Map<String, Object> ofCase(CaseFile file, Release release, DocumentKind kind, Office office, Actor by) {
    Procedure procedure = release.procedure();
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> data = file.application();
    Map<String, Object> model = new LinkedHashMap<>(
        CaseContext.printable(procedure.applicationForm(), data, options));
    OptionSource choices = options.withRows(model);
    record.answers(file.code())
        .forEach((step, answers) -> model.put(step, printable(procedure, step, answers, choices)));

    model.put("case", map("code", file.code(), "receivedOn", Texts.day(file.receivedOn()), "today",
        Texts.day(today), "year", Integer.toString(today.getYear()), "hasDivision", caseOffices.hasDivision(file)));
    model.put("department", map("name", caseOffices.officeFor(file, Level.DEPARTMENT).name()));
    model.put("procedure", map("name", procedure.nameOf(file.variant().orElse(null)).vi(), "shortName",
        procedure.shortName().vi(), "code", procedure.codeOf(file.variant().orElse(null)), "fee",
        procedure.fee() == null ? "Không" : procedure.fee().vi(), "setsOfPapers", procedure.setsOfPapers()));
    model.put("office", Letterheads.of(office));
    model.put("owner", person(procedure.owner(), data, file.ownerName()));
    model.put("submitter", submitter(procedure, data, file));
    model.put("subject", subject(procedure.subject(), data, file));
    model.put("papers", slips.papers(procedure, file.code()));
    model.put("handOvers", slips.handOvers(file));
    model.put("deadline", deadline(procedure, file));
    model.put("contact", map("name", by.name(), "phone", null));
    boolean desk = kind.signerRole() == null || kind.signerRole().endsWith("ONE_STOP_OFFICER");
    // what another level asks for is handed out, and signed, at the desk
    model.put("signer", map("name", desk && office.id().equals(by.officeId()) ? by.name() : null, "title",
        desk ? null : Titles.ofRole(kind.signerRole()), "prefix", null));
    model.put("register", map("book", Integer.toString(file.receivedOn().getYear()), "row", file.registerRow()));
    model.put("resultPlace", Letterheads.oneStopUnit(offices.get(file.receivingOffice(), today).name()));
    String tracking = publicUrl + "/track/" + file.code() + "?k=" + file.lookupSecret();
    model.put("trackingUrl", publicUrl + "/track");
    model.put("trackingCode", file.lookupSecret());
    model.put("qr", QrCodes.dataUri(tracking));
    lines(model, file.code());
    lastWord(model, procedure, file);
    superior(model, file, office, today);
    model.put("subjectLine", decapitalized(procedure.nameOf(file.variant().orElse(null)).vi()));
    model.put("recipients", List.of());
    model.put("grounds", procedure.groundsFor(contexts.of(file), feel).stream()
        .map(basis -> "Căn cứ " + basis.text()).toList());
    model.put("withdrawal", map("on", Texts.day(today), "stage", file.state().label().vi()));
    return model;
  }

  /** Model of a letter or list over many files; what belongs to one case only is left out. */
  Map<String, Object> ofList(List<CaseFile> files, Release release, DocumentKind kind, Office office, Actor by,
      String attachedTo) {
    Procedure procedure = release.procedure();
    Map<String, Object> model = of(files.get(0), release, kind, office, by);
    List.of("case", "owner", "submitter", "subject", "lines", "total", "totalInWords", "totals", "items", "reason",
        "papers", "handOvers", "qr").forEach(model::remove);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CaseFile file : files) {
      Map<String, Object> values = of(file, release, kind, office, by);
      rows.add(map("cells", procedure.listColumns().stream()
          .map(column -> map("text", column.text(values), "align", column.align()))
          .toList()));
    }
    model.put("procedure", map("name", procedure.name().vi(), "shortName", procedure.shortName().vi(), "code",
        procedure.code()));
    model.put("subjectLine", decapitalized(procedure.name().vi()));
    model.put("list", map("name", procedure.name().vi(), "attachedTo", attachedTo, "size", files.size(), "columns",
        procedure.listColumns().stream().map(column -> map("label", column.label().vi())).toList(), "rows", rows));
    return model;
  }

  private static Map<String, Object> printable(Procedure procedure, String stepId, Map<String, Object> answers,
      OptionSource choices) {
    Step step = procedure.steps().get(stepId);
    Map<String, Object> printed = new LinkedHashMap<>(answers);
    if (step != null && step.prepare().form() != null) {
      FormSchema form = procedure.form(step.prepare().form());
      printed.putAll(CaseContext.printable(form, answers, choices));
    }
    return printed;
  }

  private static Map<String, Object> person(PersonPaths paths, Map<String, Object> data, String name) {
    return map("fullName", name, "dateOfBirth", date(data, paths.dateOfBirth()), "idNumber",
        text(data, paths.idNumber()), "idIssueDate", date(data, paths.idIssueDate()), "idIssuePlace",
        text(data, paths.idIssuePlace()), "phone", text(data, paths.phone()), "email", text(data, paths.email()),
        "address", paths.residence() == null ? null : CaseContext.address(Paths.get(data, paths.residence())));
  }

  private static Map<String, Object> submitter(Procedure procedure, Map<String, Object> data, CaseFile file) {
    PersonPaths paths = procedure.submitter();
    if (paths == null || text(data, paths.fullName()) == null) {
      Map<String, Object> owner = person(procedure.owner(), data, file.ownerName());
      owner.put("isOwner", true);
      return owner;
    }
    Map<String, Object> submitter = person(paths, data, text(data, paths.fullName()));
    submitter.put("isOwner", false);
    return submitter;
  }

  private static Map<String, Object> subject(SubjectPaths paths, Map<String, Object> data, CaseFile file) {
    if (paths == null) {
      return map("fullName", null);
    }
    return map("fullName", file.subjectName(), "kindName",
        paths.kind() == SubjectPaths.Kind.MARTYR ? "liệt sĩ" : "ông (bà)", "homeTown",
        paths.homeTown() == null ? null : CaseContext.address(Paths.get(data, paths.homeTown())),
        "certificateNumber", text(data, paths.certificateNumber()));
  }

  private Map<String, Object> deadline(Procedure procedure, CaseFile file) {
    String limit = deadlines.ledger(file.code()).stream()
        .filter(line -> line.kind() == LedgerKind.PLANNED && line.amount() != null)
        .map(line -> line.amount() + " " + line.unit().vi())
        .reduce((a, b) -> a + " + " + b).orElse("Không quy định");
    return map("receivedAt", moment(file.receivedAt()), "receivedOn", Texts.day(file.receivedOn()), "dueAt",
        file.dueOn() == null ? "Sẽ thông báo" : endOf(file.dueOn()), "dueOn",
        Texts.day(file.dueOn()), "limit", limit);
  }

  private void lines(Map<String, Object> model, String caseCode) {
    List<CalculationLine> lines = assessment.lines(caseCode);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CalculationLine line : lines) {
      rows.add(map("number", rows.size() + 1, "label", line.label(), "quantity",
          line.quantity().stripTrailingZeros().toPlainString().replace('.', ','), "unitAmount",
          Texts.grouped(line.unitAmount().amount()), "amount", Texts.grouped(line.amount().amount()), "legalBasis",
          line.legalBasis(), "recipient", line.recipient(), "firstPeriod", line.firstPeriod(), "note", line.note()));
    }
    Vnd total = Assessment.total(lines);
    model.put("lines", rows);
    model.put("total", Texts.grouped(total.amount()));
    model.put("totalInWords", lines.isEmpty() ? null : MoneyInWords.of(total.amount()));
    Map<Periodicity, Vnd> totals = Assessment.totals(lines);
    model.put("totals", totals.entrySet().stream()
        .map(each -> map("label", totals.size() == 1 ? "" : each.getKey().vi(), "amount",
            Texts.grouped(each.getValue().amount()), "inWords", MoneyInWords.of(each.getValue().amount())))
        .toList());
  }

  /** Reason, missing items and addressed body of the newest statement or request. */
  private void lastWord(Map<String, Object> model, Procedure procedure, CaseFile file) {
    List<Statement> said = record.statements(file.code());
    Statement last = said.isEmpty() ? null : said.get(said.size() - 1);
    model.put("items", slips.wanted(procedure, file.code()));
    String words = last == null ? null : last.reason();
    Optional<RefusalReason> reason = last == null || last.reasonCode() == null
        ? Optional.empty() : procedure.refusalReason(last.reasonCode());
    model.put("reason", reason.map(found -> words == null ? found.name().vi() : found.name().vi() + ". " + words)
        .orElse(words));
    model.put("reasonArticle", reason.map(RefusalReason::article).orElse(null));
    Map<?, ?> body = last != null && last.details().get("body") instanceof Map<?, ?> given ? given : Map.of();
    model.put("request", map("body", Objects.toString(body.get("name"), null)));
    model.put("suspension", map("from", Texts.day(LocalDate.now(clock)), "waitsFor",
        Objects.toString(body.get("name"), null)));
  }

  private void superior(Map<String, Object> model, CaseFile file, Office office, LocalDate today) {
    Optional<Office> above = offices.find(office.id(), today).map(Office::parentId)
        .flatMap(parent -> offices.find(parent, today));
    model.put("addressee", above.map(Office::name).map(PlaceNames::whole).orElse(null));
  }

  private static String decapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Offices hand results out until five in the afternoon. */
  private String endOf(LocalDate day) {
    return moment(day.atTime(17, 0).atZone(clock.getZone()).toInstant());
  }

  private String moment(Instant at) {
    return at == null ? "" : LongDates.moment(at.atZone(clock.getZone()));
  }

  private static String text(Map<String, Object> data, String path) {
    return path == null ? null : Paths.text(data, path);
  }

  private static String date(Map<String, Object> data, String path) {
    String value = text(data, path);
    return PartialDate.of(value).map(Object::toString).orElse(value);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
