package vn.trian.benefit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.casefile.CaseOffices;
import vn.trian.document.DocumentStatus;
import vn.trian.document.DocumentView;
import vn.trian.document.Documents;
import vn.trian.document.DrawUp;
import vn.trian.document.TemplateSource;
import vn.trian.organization.Office;
import vn.trian.procedure.DocumentKind;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.shared.Expressions;
import vn.trian.shared.Level;

/** The documents that a case brings forth, drawn up from the templates of its release. */
@Service
public class CaseDocuments {

  /** Kinds of documents that a list has once for all its files. */
  private static final Set<String> LISTED = Set.of("SUBMISSION_LETTER", "LIST");

  /** Kinds that a step draws up again when its file comes back; letters and requests stand beside each other. */
  private static final Set<String> ANEW = Set.of("SUBMISSION_LETTER", "LIST", "CONFIRMATION", "MINUTES", "EXTRACT");

  private static final String APOLOGY = "apology";

  private final Documents documents;
  private final DocumentModels models;
  private final Procedures procedures;
  private final CaseOffices offices;
  private final CaseContexts contexts;
  private final Expressions feel;
  private final Clock clock;

  CaseDocuments(Documents documents, DocumentModels models, Procedures procedures, CaseOffices offices,
      CaseContexts contexts, Expressions feel, Clock clock) {
    this.documents = documents;
    this.models = models;
    this.procedures = procedures;
    this.offices = offices;
    this.contexts = contexts;
    this.feel = feel;
    this.clock = clock;
  }

  /** A document with the address where it is read. */
  public record Link(String id, String name, String pdfUrl) {

    /** Where a document is read. */
    public static Link to(DocumentView document) {
      return new Link(document.id().toString(), document.name(), "/api/documents/" + document.id() + ".pdf");
    }
  }

  /** Draws up drafts for a proposal in place of the drafts of the proposal before; some only in some cases. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void prepare(CaseFile file, String officeId, List<String> kinds, Actor by) {
    documents.discardDrafts(file.code(), officeId);
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    Map<String, Object> context = contexts.of(file);
    kinds.stream().filter(kind -> feel.holds(procedure.document(kind).when(), context))
        .forEach(kind -> draw(file, kind, by));
  }

  /**
   * Draws up one document. A paper that nobody has to sign is issued at once, everything else is a draft
   * until it is signed.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public DocumentView draw(CaseFile file, String kindId, Actor by) {
    return draw(file, kindId, Map.of(), by);
  }

  /** PDF of a document as it reads now; kept nowhere, without number and date. */
  @Transactional(readOnly = true)
  public byte[] preview(CaseFile file, String kindId, Actor by) {
    return preview(file, kindId, by, Map.of());
  }

  /**
   * PDF of an apology as it would read, marked as a draft, without number and date.
   *
   * @param signs whether the person who looks at it would sign it; else the name is left open
   */
  @Transactional(readOnly = true)
  public byte[] previewApology(CaseFile file, LocalDate oldDay, LocalDate newDay, String reason, Actor by,
      boolean signs) {
    Map<String, Object> more = new LinkedHashMap<>(models.apology(oldDay, newDay, reason, by));
    more.put("draft", true);
    if (!signs) {
      more.put("signer", Map.of("name", "", "title", "", "prefix", ""));
    }
    return preview(file, APOLOGY, by, more);
  }

  private byte[] preview(CaseFile file, String kindId, Actor by, Map<String, Object> more) {
    Release release = procedures.release(file.releaseId());
    DocumentKind kind = release.procedure().document(kindId);
    Office office = offices.officeFor(file, kind.level() == null ? file.level() : kind.level());
    Map<String, Object> model = new LinkedHashMap<>(models.of(file, release, kind, office, by, more));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", kind.name().vi());
    described.put("formNumber", formNumber(kind));
    described.put("place", office.place());
    model.put("document", described);
    return documents.preview(template(release, kind.template()), model);
  }

  /** The letter that says sorry for the delay and names the new day; its signer is who releases it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public DocumentView apologize(CaseFile file, LocalDate oldDay, LocalDate newDay, String reason, Actor head) {
    return draw(file, APOLOGY, models.apology(oldDay, newDay, reason, head), head);
  }

  /**
   * Signs the drafts of an office. Letters and lists get their number with the signature; what closes the
   * case waits for the records clerk.
   *
   * @param onList whether the file goes up on a list, whose one letter stands for those of its files
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sign(CaseFile file, String officeId, boolean onList, Actor signer) {
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    for (DocumentView draft : with(file, DocumentStatus.DRAFT, officeId)) {
      if (onList && LISTED.contains(String.valueOf(procedure.document(draft.kind()).kind()))) {
        documents.withdraw(draft.id());
        continue;
      }
      if (isResult(procedure, draft.kind())) {
        documents.sign(draft.id(), Titles.signature(signer));
      } else {
        DocumentKind kind = procedure.document(draft.kind());
        DocumentView issued =
            documents.signAndIssue(draft.id(), Titles.signature(signer), symbol(kind, officeOf(file, kind)),
                LocalDate.now(clock));
        if (ANEW.contains(String.valueOf(kind.kind()))) {
          documents.replaceEarlier(issued);
        }
      }
    }
  }

  /**
   * Draws up and issues what a list needs, instead of a letter for each case: one submission letter and the
   * list itself, both signed. The drafts of single letters and lists give way.
   *
   * @param letters ids of the documents that the step draws up when a file is sent up
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void signList(String listId, List<CaseFile> files, String officeId, Level level, List<String> letters,
      Actor signer) {
    CaseFile first = files.get(0);
    Release release = procedures.release(first.releaseId());
    Office office = offices.officeFor(first, level);
    String letterNumber = null;
    for (String kindId : listKinds(release.procedure(), level, letters)) {
      DocumentKind kind = release.procedure().document(kindId);
      DocumentView draft = documents.drawUp(new DrawUp(null, listId, kindId, kind.name().vi(), formNumber(kind),
          series(kind, kindId), officeId, kind.word(), template(release, kind.template()),
          models.ofList(files, release, kind, office, signer, letterNumber), signer.login()));
      DocumentView issued = documents.signAndIssue(draft.id(), Titles.signature(signer), symbol(kind, office),
          LocalDate.now(clock));
      letterNumber = kind.name().vi() + " số " + issued.symbol();
    }
  }

  /** The letter first, then the list that goes with it. */
  private static List<String> listKinds(Procedure procedure, Level level, List<String> letters) {
    List<String> kinds = new ArrayList<>(letters.stream()
        .filter(id -> "SUBMISSION_LETTER".equals(procedure.document(id).kind())).limit(1).toList());
    procedure.documents().entrySet().stream()
        .filter(each -> "LIST".equals(each.getValue().kind()) && each.getValue().level() == level)
        .map(Map.Entry::getKey).sorted().findFirst().ifPresent(kinds::add);
    return kinds;
  }

  /** Documents of a list. */
  @Transactional(readOnly = true)
  public List<DocumentView> ofList(String listId) {
    return documents.ofList(listId);
  }

  /** Numbers and stamps what is signed at an office. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<DocumentView> issueSigned(CaseFile file, String officeId) {
    return with(file, DocumentStatus.SIGNED, officeId).stream().map(signed -> issue(file, signed)).toList();
  }

  /** The newest issued document of a kind. */
  @Transactional(readOnly = true)
  public Optional<DocumentView> issued(String caseCode, String kindId) {
    return documents.of(caseCode).stream()
        .filter(each -> each.kind().equals(kindId) && each.status() == DocumentStatus.ISSUED)
        .reduce((first, second) -> second);
  }

  /** Documents of a case that are valid or being prepared, oldest first. */
  @Transactional(readOnly = true)
  public List<DocumentView> of(String caseCode) {
    return documents.of(caseCode).stream().filter(each -> each.status() != DocumentStatus.WITHDRAWN).toList();
  }

  /** Links to the documents of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Link> links(String caseCode) {
    List<Link> links = of(caseCode).stream()
        .map(Link::to)
        .collect(Collectors.toList());
    Collections.reverse(links);
    return links;
  }

  /** How far the documents of a case are, to be told from how far they are after an action. */
  @Transactional(readOnly = true)
  public Map<UUID, DocumentStatus> progress(String caseCode) {
    return of(caseCode).stream().collect(Collectors.toMap(DocumentView::id, DocumentView::status));
  }

  /** Links to what was drawn up, signed or issued since, newest first. */
  @Transactional(readOnly = true)
  public List<Link> linksSince(Map<UUID, DocumentStatus> before, String caseCode) {
    Map<UUID, DocumentStatus> now = progress(caseCode);
    return links(caseCode).stream()
        .filter(link -> now.get(UUID.fromString(link.id())) != before.get(UUID.fromString(link.id()))).toList();
  }

  private DocumentView draw(CaseFile file, String kindId, Map<String, Object> more, Actor by) {
    Release release = procedures.release(file.releaseId());
    DocumentKind kind = release.procedure().document(kindId);
    Office office = officeOf(file, kind);
    DrawUp command = new DrawUp(file.code(), kindId, kind.name().vi(), formNumber(kind), series(kind, kindId),
        office.id(), kind.word(), template(release, kind.template()),
        models.of(file, release, kind, office, by, more), by.login());
    return isDeskPaper(kind)
        ? documents.issueNow(command, symbol(kind, office), LocalDate.now(clock))
        : documents.drawUp(command);
  }

  private DocumentView issue(CaseFile file, DocumentView document) {
    DocumentKind kind = procedures.release(file.releaseId()).procedure().document(document.kind());
    Office office = officeOf(file, kind);
    return documents.issue(document.id(), symbol(kind, office), LocalDate.now(clock), document.createdBy());
  }

  private List<DocumentView> with(CaseFile file, DocumentStatus status, String officeId) {
    return documents.of(file.code()).stream()
        .filter(each -> each.status() == status && each.officeId().equals(officeId)).toList();
  }

  /** Slips of the one-stop desk carry the name of who handed them out and need no further signature. */
  private static boolean isDeskPaper(DocumentKind kind) {
    return kind.signerRole() == null || kind.signerRole().endsWith("ONE_STOP_OFFICER");
  }

  /** Slips of the desk come from the office whose desk it is, everything else from the office of its level. */
  private Office officeOf(CaseFile file, DocumentKind kind) {
    if (kind.signerRole() != null && kind.signerRole().endsWith("ONE_STOP_OFFICER")) {
      return offices.receiving(file);
    }
    return offices.officeFor(file, kind.level() == null ? file.level() : kind.level());
  }

  private static boolean isResult(Procedure procedure, String kindId) {
    boolean named = procedure.result() != null && (kindId.equals(procedure.result().decisionDocument())
        || kindId.equals(procedure.result().refusalDocument()));
    boolean refuses = procedure.steps().values().stream()
        .anyMatch(step -> step.documents().getOrDefault("REJECT", List.of()).contains(kindId));
    return named || refuses || "DECISION".equals(procedure.document(kindId).kind());
  }

  private String formNumber(DocumentKind kind) {
    return kind.formNumberOn(LocalDate.now(clock));
  }

  /** What carries the same symbol counts on in one series, or two papers of an office would read alike. */
  private static String series(DocumentKind kind, String kindId) {
    return Objects.requireNonNullElse(kind.symbol(), kindId);
  }

  /** {@code QĐ-SLĐTBXH}; null for papers without a number. */
  private static String symbol(DocumentKind kind, Office office) {
    if (kind.symbol() == null || kind.symbol().isBlank()) {
      return null;
    }
    return office.abbreviation() == null ? kind.symbol() : kind.symbol() + "-" + office.abbreviation();
  }

  private static TemplateSource template(Release release, String name) {
    Map<String, String> partials = new LinkedHashMap<>();
    for (String file : release.files().names()) {
      if (file.endsWith(".html") || file.endsWith(".css")) {
        partials.put(file.substring(0, file.lastIndexOf('.')), release.files().text(file).orElseThrow());
      }
    }
    return new TemplateSource(name, release.template(name), partials);
  }
}
