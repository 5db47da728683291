package vn.trian.workflow.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
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
  /** Refusals that say that these very files are there already; their first argument is the version. */
  private static final Set<String> EQUAL = Set.of("release-unchanged", "release-brought-twice");

  private final LooseFiles releases;
  private final Actors actors;
  private final GateAnswers answers;
  private final ModelerAnswers words;
  private final LocaleResolver locales;

  ModelerDeployment(LooseFiles releases, Actors actors, GateAnswers answers, ModelerAnswers words,
      LocaleResolver locales) {
    this.releases = releases;
    this.actors = actors;
    this.answers = answers;
    this.words = words;
    this.locales = locales;
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
      SentFiles sent = SentFiles.of(request);
      answers.json(words.told(release(sent, actor), sent), response);
    } catch (DomainException refusal) {
      LOG.info("deployment of {} refused: {}", request.getRemoteUser(), refusal.code());
      response.setStatus(switch (refusal.kind()) {
        case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
        default -> HttpServletResponse.SC_BAD_REQUEST;
      });
      answers.json(words.refused(refusal, language), response);
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

  private ReleaseInfo release(SentFiles sent, Actor actor) {
    if (!sent.word("tenant-id").isEmpty()) {
      throw new DomainException(Kind.INVALID, "deployment-tenant");
    }
    ProcedureFiles files = sent.folder();
    try {
      return releases.bring(files, sent.note(), actor);
    } catch (DomainException equal) {
      if (!EQUAL.contains(equal.code()) || !sent.says("enable-duplicate-filtering")) {
        throw equal;
      }
      // whoever asks for the filter is told of the deployment that is there already
      int version = Integer.parseInt(String.valueOf(equal.arguments("vi")[0]));
      return releases.same(files, version, actor).orElseThrow(() -> equal);
    }
  }
}
