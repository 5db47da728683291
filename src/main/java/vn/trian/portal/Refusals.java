package vn.trian.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.trian.shared.DomainException;
import vn.trian.workflow.DuplicateCase;

/** The one place where a refusal becomes a sentence for people: what is wrong and what to do. */
@ControllerAdvice
class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final MessageSource messages;
  private final Sentences sentences;
  private final CaseParts parts;

  Refusals(MessageSource messages, Sentences sentences, CaseParts parts) {
    this.messages = messages;
    this.sentences = sentences;
    this.parts = parts;
  }

  @ExceptionHandler
  Object refused(DomainException refusal, HttpServletRequest request, Locale locale) {
    LOG.debug("refused: {}", refusal.code());
    HttpStatus status = switch (refusal.kind()) {
      case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      case CONFLICT -> HttpStatus.CONFLICT;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
    };
    ProblemDetail problem = problem(status, refusal.code(), locale, refusal.arguments());
    if (!refusal.problems().isEmpty()) {
      problem.setProperty("problems", sentences.of(refusal.problems(), locale));
    }
    if (refusal instanceof DuplicateCase duplicate) {
      problem.setProperty("duplicates", duplicate.known().stream()
          .map(known -> Rows.row("caseCode", known.caseCode(), "ownerName", known.ownerName(),
              "state", known.state().in(locale.getLanguage()), "office", parts.officeName(known.office()))).toList());
    }
    return answer(problem, request);
  }

  @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class,
      MissingServletRequestParameterException.class, MissingServletRequestPartException.class,
      MultipartException.class, BindException.class})
  Object unreadable(Exception e, HttpServletRequest request, Locale locale) {
    HttpStatus status = e instanceof MethodArgumentTypeMismatchException
        ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
    return answer(problem(status, status == HttpStatus.NOT_FOUND ? "not-here" : "unreadable", locale), request);
  }

  @ExceptionHandler
  Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, Locale locale) {
    return answer(problem(HttpStatus.UNPROCESSABLE_ENTITY, "file-too-large", locale, 10), request);
  }

  @ExceptionHandler
  Object notHere(NoResourceFoundException e, HttpServletRequest request, Locale locale) {
    return answer(problem(HttpStatus.NOT_FOUND, "not-here", locale), request);
  }

  @ExceptionHandler
  Object fault(RuntimeException e, HttpServletRequest request, Locale locale) {
    if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
      throw e;
    }
    boolean ofDatabase = NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException;
    LOG.error("fault at {} {}", request.getMethod(), request.getRequestURI(), ofDatabase ? withoutWords(e) : e);
    return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", locale), request);
  }

  /** A database quotes what was to be stored, people's names and numbers among it; kinds and places remain. */
  private static Throwable withoutWords(Throwable e) {
    Throwable bare = new Throwable(e.getClass().getName(), e.getCause() == null ? null : withoutWords(e.getCause()));
    bare.setStackTrace(e.getStackTrace());
    return bare;
  }

  private ProblemDetail problem(HttpStatus status, String code, Locale locale, Object... arguments) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:trian:" + code));
    problem.setTitle(messages.getMessage("status." + status.value(), null, status.getReasonPhrase(), locale));
    problem.setDetail(sentences.of(code, Arrays.asList(arguments), locale));
    return problem;
  }

  private static Object answer(ProblemDetail problem, HttpServletRequest request) {
    if (request.getRequestURI().startsWith("/api/")) {
      return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
    ModelAndView page = new ModelAndView("portal/problem", Map.of("problem", problem));
    page.setStatus(HttpStatus.valueOf(problem.getStatus()));
    return page;
  }
}
