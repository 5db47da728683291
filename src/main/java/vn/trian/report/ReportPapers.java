package vn.trian.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.trian.benefit.Letterheads;
import vn.trian.benefit.Titles;
import vn.trian.document.DocumentView;
import vn.trian.document.Documents;
import vn.trian.document.DrawUp;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.organization.Role;
import vn.trian.security.Actor;
import vn.trian.shared.Level;

/** Reports as official documents: a draft as it reads now, and the paper that is signed and numbered. */
@Service
public class ReportPapers {

  /** Number and template of reports. */
  private static final String SYMBOL = "BC";
  private static final String TEMPLATE = "office-report";

  private final Documents documents;
  private final PaperTemplates templates;
  private final ReportModel models;
  private final Offices offices;
  private final Clock clock;

  ReportPapers(Documents documents, PaperTemplates templates, ReportModel models, Offices offices, Clock clock) {
    this.documents = documents;
    this.templates = templates;
    this.models = models;
    this.offices = offices;
    this.clock = clock;
  }

  /** The signed paper of a frozen report. */
  public byte[] pdf(OfficeReport frozen) {
    return documents.openPdf(frozen.documentId()).bytes();
  }

  /** As {@link #pdf}, for Word. */
  public byte[] word(OfficeReport frozen) {
    return documents.openWord(frozen.documentId()).bytes();
  }

  /** A draft as it reads now. */
  public byte[] draftPdf(Reports.Opened draft) {
    return documents.preview(templates.get(TEMPLATE), model(draft));
  }

  /** As {@link #draftPdf}, for Word. */
  public byte[] draftWord(Reports.Opened draft) {
    return documents.previewWord(templates.get(TEMPLATE), model(draft));
  }

  /** Signs a frozen report and gives it its number. */
  DocumentView issue(OfficeReport report, ReportRule rule, OfficeReport before, LocalDate since,
      Actor signer) {
    Office office = offices.get(report.officeId(), LocalDate.now(clock));
    String symbol = office.abbreviation() == null ? SYMBOL : SYMBOL + "-" + office.abbreviation();
    DocumentView draft = documents.drawUp(new DrawUp(null, "report:" + report.id(), TEMPLATE,
        rule.name().vi() + " năm " + report.year(), null, SYMBOL, office.id(), true, templates.get(TEMPLATE),
        model(report, rule, report.figures(), before, since, office), signer.login()));
    return documents.signAndIssue(draft.id(), Titles.signature(signer), symbol, LocalDate.now(clock));
  }

  private Map<String, Object> model(Reports.Opened opened) {
    OfficeReport report = opened.report();
    OfficeReport before = opened.editions().stream().filter(each -> each.edition() == report.edition() - 1)
        .findFirst().orElse(null);
    Office office = offices.get(report.officeId(), LocalDate.now(clock));
    Map<String, Object> model = model(report, opened.rule(), opened.figures(), before, opened.since(), office);
    model.put("draft", true);
    model.put("document", Map.of("place", office.place()));
    return model;
  }

  private Map<String, Object> model(OfficeReport report, ReportRule rule, Figures figures, OfficeReport before,
      LocalDate since, Office office) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("office", Letterheads.of(office));
    model.put("addressee", report.wording().addressee());
    model.put("recipients", List.of());
    Map<String, Object> signer = new LinkedHashMap<>();
    signer.put("title", Titles.ofRole(head(office.level()).name()));
    model.put("signer", signer);
    model.put("report", models.of(report, rule, figures, before, since));
    return model;
  }

  private static Role head(Level level) {
    return switch (level) {
      case COMMUNE -> Role.COMMUNE_CHAIR;
      case DIVISION -> Role.DIVISION_HEAD;
      case DEPARTMENT -> Role.DEPT_DIRECTOR;
    };
  }
}
