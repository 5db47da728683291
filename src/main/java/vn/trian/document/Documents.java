package vn.trian.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;
import vn.trian.shared.Vnd;

/**
 * Documents drawn up from templates. A draft may be replaced as often as wanted; a signature closes its text,
 * the issue gives it number and date and freezes it. What was filled in (template and values) is kept, so the
 * final paper is made of exactly what was signed. Who may act on a case is for the caller to decide.
 */
@Service
public class Documents {

  static final String PDF = "application/pdf";
  static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final TypeReference<Map<String, Object>> MODEL = new TypeReference<>() {};
  private static final int MAX_MODEL = 1_000_000;

  private final DocumentRepository documents;
  private final FileStore files;
  private final NumberRegister numbers;
  private final Templates templates;
  private final PdfRenderer pdf;
  private final WordRenderer word;
  private final Clock clock;
  private final ObjectMapper json = JsonMapper.builder().addModule(new SimpleModule()
      .addSerializer(Vnd.class, ToStringSerializer.instance)
      .addSerializer(LocalDate.class, new DayAsText())).build();

  Documents(DocumentRepository documents, FileStore files, NumberRegister numbers, Templates templates,
      PdfRenderer pdf, WordRenderer word, Clock clock) {
    this.documents = documents;
    this.files = files;
    this.numbers = numbers;
    this.templates = templates;
    this.pdf = pdf;
    this.word = word;
    this.clock = clock;
  }

  /**
   * Draws up a draft. A draft of the same kind, office and case (or list) is replaced; one that was signed but
   * never issued becomes WITHDRAWN.
   *
   * @throws DomainException INVALID: template-broken, template-partial-missing, template-partial-circle,
   *                         template-raw-value, template-too-large
   */
  @Transactional
  public DocumentView drawUp(DrawUp command) {
    Document document = begun(command);
    draw(document, command.template(), described(command, document), command.wordOffered());
    return documents.saveAndFlush(document).view();
  }

  /**
   * Signs a draft; its PDF then shows the signer.
   *
   * @throws DomainException NOT_FOUND document-not-found; CONFLICT document-already-signed, document-withdrawn
   */
  @Transactional
  public DocumentView sign(UUID id, Signer signer) {
    Document document = locked(id);
    Map<String, Object> model = modelOf(document);
    sign(document, model, signer);
    redraw(document, model);
    return document.view();
  }

  /**
   * Signs a draft and gives it number and date at once, as letters and lists are.
   *
   * @throws DomainException as {@link #sign}
   */
  @Transactional
  public DocumentView signAndIssue(UUID id, Signer signer, String symbol, LocalDate on) {
    Document document = locked(id);
    Map<String, Object> model = modelOf(document);
    sign(document, model, signer);
    number(document, model, symbol, on);
    redraw(document, model);
    return documents.saveAndFlush(document).view();
  }

  /**
   * Gives a signed document its number and date and freezes it. The number is free of gaps because it is taken
   * in the caller's transaction; other issues of the same office, series and year wait for its end.
   *
   * @param symbol what follows the number, such as {@code QĐ-SLĐTBXH}; null for a paper without number
   * @param on     date of the document, which also decides the year of the number
   * @throws DomainException NOT_FOUND document-not-found; CONFLICT document-not-signed, document-already-issued,
   *                         document-withdrawn
   */
  @Transactional
  public DocumentView issue(UUID id, String symbol, LocalDate on, String login) {
    Document document = locked(id);
    document.refuseUnlessSigned();
    Map<String, Object> model = modelOf(document);
    number(document, model, symbol, on);
    redraw(document, model);
    return documents.saveAndFlush(document).view();
  }

  /** Draws up and issues at once a paper that needs no round of signatures, such as the receipt. */
  @Transactional
  public DocumentView issueNow(DrawUp command, String symbol, LocalDate on) {
    Document document = begun(command);
    Map<String, Object> model = described(command, document);
    number(document, model, symbol, on);
    draw(document, command.template(), model, command.wordOffered());
    return documents.saveAndFlush(document).view();
  }

  /** Lets what an office issued of the same kind for the same case before give way to an issued document. */
  @Transactional
  public void replaceEarlier(DocumentView issued) {
    documents.findByCaseCodeOrderByCreatedAtAsc(issued.caseCode()).stream()
        .filter(earlier -> earlier.isEarlierThan(issued)).forEach(Document::giveWay);
  }

  /** Gives a document up; an issued one keeps its number. */
  @Transactional
  public DocumentView withdraw(UUID id) {
    Document document = locked(id);
    document.withdraw();
    return document.view();
  }

  /** Removes the drafts of one office for a case, as when the officer proposes another outcome. */
  @Transactional
  public void discardDrafts(String caseCode, String officeId) {
    documents.findByCaseCodeOrderByCreatedAtAsc(caseCode).stream()
        .filter(d -> d.is(DocumentStatus.DRAFT) && d.isOfOffice(officeId))
        .forEach(this::drop);
  }

  /** Gives up everything of a case that was not issued, as when the applicant takes the case back. */
  @Transactional
  public void giveUp(String caseCode) {
    documents.findByCaseCodeOrderByCreatedAtAsc(caseCode).stream()
        .filter(d -> d.is(DocumentStatus.DRAFT) || d.is(DocumentStatus.SIGNED))
        .forEach(this::drop);
  }

  /** Documents of a case, oldest first. */
  @Transactional(readOnly = true)
  public List<DocumentView> of(String caseCode) {
    return documents.findByCaseCodeOrderByCreatedAtAsc(caseCode).stream().map(Document::view).toList();
  }

  /** Documents of a list, oldest first. */
  @Transactional(readOnly = true)
  public List<DocumentView> ofList(String listId) {
    return documents.findByListIdOrderByCreatedAtAsc(listId).stream().map(Document::view).toList();
  }

  /** What is known of a document; NOT_FOUND document-not-found. The caller checks who may see it. */
  @Transactional(readOnly = true)
  public DocumentView find(UUID id) {
    return documents.findById(id).orElseThrow(Documents::notFound).view();
  }

  /**
   * The PDF, its checksum verified.
   *
   * @throws IllegalStateException when the stored bytes are damaged
   */
  @Transactional(readOnly = true)
  public DocumentContent openPdf(UUID id) {
    Document document = documents.findById(id).orElseThrow(Documents::notFound);
    return content(document, document.pdfSha256(), PDF, ".pdf");
  }

  /** The Word file; NOT_FOUND document-not-found when none is offered. */
  @Transactional(readOnly = true)
  public DocumentContent openWord(UUID id) {
    Document document = documents.findById(id).filter(d -> d.wordSha256() != null).orElseThrow(Documents::notFound);
    return content(document, document.wordSha256(), WORD, ".docx");
  }

  /** PDF of a template with these values, kept nowhere. */
  public byte[] preview(TemplateSource template, Map<String, Object> model) {
    return pdf.render(templates.fill(template, plain(model)));
  }

  /** As {@link #preview}, as Word file. */
  public byte[] previewWord(TemplateSource template, Map<String, Object> model) {
    return word.render(templates.fill(template, plain(model)));
  }

  /**
   * Names that a template asks for and the model does not know, in order of appearance. Meant for the check of
   * a release: in print such a gap is a dotted line.
   */
  public List<String> unknownTags(TemplateSource template, Map<String, Object> model) {
    return templates.unknownTags(template, plain(model));
  }

  /** A new draft, in place of those of the same kind that were not issued. */
  private Document begun(DrawUp command) {
    documents.unissued(command.caseCode(), command.listId(), command.kindId(), command.officeId())
        .forEach(this::drop);
    return new Document(command, clock.instant());
  }

  private void sign(Document document, Map<String, Object> model, Signer signer) {
    document.sign(signer, clock.instant());
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("login", signer.login());
    block.put("name", signer.name());
    block.put("title", signer.title());
    block.put("prefix", signer.prefix());
    model.put("signer", block);
    model.put("signed", true);
  }

  private void number(Document document, Map<String, Object> model, String symbol, LocalDate on) {
    Integer number = symbol == null ? null : numbers.next(document.officeId(), document.series(), on.getYear());
    // general rule of Decree 30/2020/NĐ-CP, annex I: numbers below 10 with a leading zero [U]
    String whole = number == null ? null : String.format("%02d/%s", number, symbol);
    document.issue(number, whole, on, clock.instant());
    Map<String, Object> described = part(model, "document");
    described.put("number", whole);
    described.put("symbol", symbol);
    described.put("unnumbered", number == null);
    described.put("dateLong", LongDates.day(on));
    described.put("date", Texts.day(on));
    model.put("draft", false);
  }

  private Map<String, Object> described(DrawUp command, Document document) {
    Map<String, Object> model = plain(command.model());
    Map<String, Object> described = part(model, "document");
    described.put("id", document.id().toString());
    described.put("name", command.name());
    described.put("formNumber", command.formNumber());
    described.putIfAbsent("place", part(model, "office").get("place"));
    model.put("draft", true);
    model.put("signed", false);
    return model;
  }

  private void draw(Document document, TemplateSource template, Map<String, Object> model, boolean wordOffered) {
    String values = write(model);
    if (values.length() > MAX_MODEL) {
      throw new DomainException(Kind.INVALID, "template-too-large", template.name());
    }
    String source = write(Map.of("name", template.name(), "html", template.html(),
        "partials", new TreeMap<>(template.partials())));
    String html = templates.fill(template, model);
    String templateSha = files.putForGood(source.getBytes(StandardCharsets.UTF_8), "application/json").sha256();
    String pdfSha = files.put(pdf.render(html), PDF).sha256();
    String wordSha = wordOffered ? files.put(word.render(html), WORD).sha256() : null;
    document.drawn(templateSha, values, pdfSha, wordSha);
  }

  /** Draws again from the kept template; the files drawn before are dropped. */
  private void redraw(Document document, Map<String, Object> model) {
    List<String> before = document.files();
    draw(document, templateOf(document), model, document.wordSha256() != null);
    documents.flush();
    before.stream().filter(sha -> !document.files().contains(sha)).forEach(files::removeIfUnused);
  }

  /** A signed document is kept as withdrawn, a draft leaves nothing behind. */
  private void drop(Document document) {
    if (document.is(DocumentStatus.SIGNED)) {
      document.withdraw();
      return;
    }
    documents.delete(document);
    documents.flush();
    document.files().forEach(files::removeIfUnused);
  }

  private DocumentContent content(Document document, String sha256, String mediaType, String extension) {
    DocumentView view = document.view();
    String name = (view.symbol() == null ? "" : view.symbol().replace('/', '-') + " ") + view.name();
    String safe = name.replaceAll("[\\p{Cc}\\p{Cf}/\\\\:*?\"<>|]", "_");
    return new DocumentContent(view, safe.substring(0, Math.min(safe.length(), 140)).strip() + extension, mediaType,
        files.read(sha256));
  }

  private Document locked(UUID id) {
    return documents.lock(id).orElseThrow(Documents::notFound);
  }

  private Map<String, Object> modelOf(Document document) {
    return read(document.model(), MODEL);
  }

  private TemplateSource templateOf(Document document) {
    return read(new String(files.read(document.templateSha256()), StandardCharsets.UTF_8), new TypeReference<>() {});
  }

  private Map<String, Object> plain(Map<String, Object> model) {
    return read(write(model), MODEL);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> model, String name) {
    return (Map<String, Object>) model.compute(name,
        (key, value) -> value instanceof Map ? value : new LinkedHashMap<String, Object>());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the model of a document holds plain values only", e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DomainException notFound() {
    return new DomainException(Kind.NOT_FOUND, "document-not-found");
  }

  private static final class DayAsText extends JsonSerializer<LocalDate> {
    @Override
    public void serialize(LocalDate value, JsonGenerator out, SerializerProvider all) throws IOException {
      out.writeString(Texts.day(value));
    }
  }
}
