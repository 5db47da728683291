package vn.trian.workflow.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.UploadContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;
import vn.trian.workflow.release.LooseFiles;
import vn.trian.workflow.release.ReleaseDesk;

/**
 * Stands where Camunda Modeler deploys. Nothing reaches the engine: what is sent becomes a draft release or is refused,
 * as on the page for models, and the answer has the form that Modeler reads.
 */
@Component
class ModelerDeployment extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ModelerDeployment.class);
  private static final Set<String> PATHS =
      Set.of("/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create");
  /** Modeler tells a broken model from a missing server by these words. */
  private static final String BROKEN_MODEL = "ENGINE-09005 Could not parse BPMN process. ";
  private static final Set<String> EQUAL = Set.of("release-unchanged", "release-brought-twice");
  private static final int MOST_PARTS = ProcedureFiles.MAX_FILES + 20;
  private static final int LONGEST_WORD = 500;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  private final LooseFiles releases;
  private final Actors actors;
  private final GateAnswers answers;
  private final MessageSource messages;
  private final LocaleResolver locales;
  private final Clock clock;

  ModelerDeployment(LooseFiles releases, Actors actors, GateAnswers answers, MessageSource messages,
      LocaleResolver locales, Clock clock) {
    this.releases = releases;
    this.actors = actors;
    this.answers = answers;
    this.messages = messages;
    this.locales = locales;
    this.clock = clock;
  }

  /** What was sent: files, and words beside them by name. */
  private record Sent(Map<String, byte[]> files, Map<String, String> words) {

    boolean says(String name) {
      return words.getOrDefault(name, "").equals("true");
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length()).replaceFirst("/$", "");
    return !request.getMethod().equals("POST") || !PATHS.contains(path);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Locale language = locales.resolveLocale(request);
    try {
      Actor actor = actors.current();
      // before anything of the body is read
      ReleaseDesk.require(actor);
      requireProgram(request);
      Sent sent = sent(request);
      answers.json(told(release(sent, actor), sent), response);
    } catch (DomainException refusal) {
      LOG.info("deployment of {} refused: {}", request.getRemoteUser(), refusal.code());
      response.setStatus(switch (refusal.kind()) {
        case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
        default -> HttpServletResponse.SC_BAD_REQUEST;
      });
      answers.json(refused(refusal, language), response);
    }
  }

  /** A page of somebody else's could make a browser that knows the password send a form. */
  private static void requireProgram(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null && origin.startsWith("http")) {
      String host = request.getHeader("Host");
      String from;
      try {
        from = String.valueOf(URI.create(origin).getAuthority());
      } catch (IllegalArgumentException unreadable) {
        from = "";
      }
      if (!from.equals(host)) {
        throw new DomainException(Kind.FORBIDDEN, "deployment-from-page");
      }
    }
  }

  private ReleaseInfo release(Sent sent, Actor actor) {
    if (!sent.words().getOrDefault("tenant-id", "").isEmpty()) {
      throw new DomainException(Kind.INVALID, "deployment-tenant");
    }
    ProcedureFiles files = files(sent.files());
    String name = sent.words().getOrDefault("deployment-name", "");
    String source = sent.words().getOrDefault("deployment-source", "");
    String note = String.join(": ", List.of(source, name).stream().filter(each -> !each.isBlank()).toList());
    try {
      return releases.bring(files, note, actor);
    } catch (DomainException equal) {
      if (!EQUAL.contains(equal.code()) || !sent.says("enable-duplicate-filtering")) {
        throw equal;
      }
      int version = Integer.parseInt(String.valueOf(equal.arguments("vi")[0]));
      return releases.same(files, version, actor).orElseThrow(() -> equal);
    }
  }

  private static ProcedureFiles files(Map<String, byte[]> sent) {
    if (sent.isEmpty()) {
      throw new DomainException(Kind.INVALID, "release-no-file");
    }
    Map.Entry<String, byte[]> first = sent.entrySet().iterator().next();
    return sent.size() == 1 && first.getKey().endsWith(".zip") ? ProcedureFiles.ofZip(first.getValue())
        : ProcedureFiles.of(sent);
  }

  private static Sent sent(HttpServletRequest request) throws IOException {
    if (!String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw new DomainException(Kind.INVALID, "release-no-file");
    }
    Sent sent = new Sent(new LinkedHashMap<>(), new LinkedHashMap<>());
    try {
      FileItemIterator parts = new FileUpload().getItemIterator(new Held(request));
      for (int i = 0; parts.hasNext(); i++) {
        FileItemStream part = parts.next();
        if (i > MOST_PARTS) {
          throw new DomainException(Kind.INVALID, "release-too-large", ProcedureFiles.MAX_FILES,
              ProcedureFiles.MAX_BYTES / 1_000_000);
        }
        read(part, sent);
      }
    } catch (FileUploadException | FileUploadBase.FileUploadIOException | MultipartStream.MalformedStreamException
        | InvalidFileNameException broken) {
      throw new DomainException(Kind.INVALID, "release-unreadable");
    }
    return sent;
  }

  private static void read(FileItemStream part, Sent sent) throws IOException {
    try (InputStream in = part.openStream()) {
      byte[] bytes = in.readAllBytes();
      String name = part.getName();
      if (name == null || name.isBlank()) {
        String word = new String(bytes, StandardCharsets.UTF_8).strip();
        sent.words().put(String.valueOf(part.getFieldName()),
            word.substring(0, Math.min(LONGEST_WORD, word.length())));
      } else if (sent.files().put(name, bytes) != null) {
        throw new DomainException(Kind.INVALID, "release-file-twice", name);
      }
    }
  }

  private Map<String, Object> told(ReleaseInfo release, Sent sent) {
    Map<String, Object> told = new LinkedHashMap<>();
    String page = "/models/releases/" + release.id();
    told.put("links", List.of(Map.of("method", "GET", "href", page, "rel", "self")));
    told.put("id", release.id());
    told.put("name", sent.words().getOrDefault("deployment-name", release.name().vi()));
    told.put("source", sent.words().get("deployment-source"));
    told.put("deploymentTime", MOMENT.format(release.createdAt().atZone(clock.getZone())));
    told.put("tenantId", null);
    // a draft is unknown to the engine until a second person agrees
    told.put("deployedProcessDefinitions", null);
    told.put("deployedCaseDefinitions", null);
    told.put("deployedDecisionDefinitions", null);
    told.put("deployedDecisionRequirementsDefinitions", null);
    return told;
  }

  private Map<String, Object> refused(DomainException refusal, Locale language) {
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

  /** What the reader of multipart bodies asks of a request; the length was limited before. */
  private record Held(HttpServletRequest request) implements UploadContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return request.getContentType();
    }

    @Override
    public int getContentLength() {
      return request.getContentLength();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return request.getInputStream();
    }
  }
}
