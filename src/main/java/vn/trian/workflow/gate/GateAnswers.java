package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.trian.shared.DomainException;

/** Answers of the gate in the shape of all our refusals, and with the {@code message} that Tasklist shows. */
@Component
class GateAnswers {

  private final MessageSource messages;
  private final ObjectProvider<LocaleResolver> locales;
  private final ObjectMapper json;

  GateAnswers(MessageSource messages, ObjectProvider<LocaleResolver> locales, ObjectMapper json) {
    this.messages = messages;
    this.locales = locales;
    this.json = json;
  }

  void refuse(DomainException refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpStatus status = switch (refusal.kind()) {
      case INVALID, MALFORMED -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
    };
    problem(status, refusal.code(), refusal::arguments, request, response);
  }

  /** The engine could not do it, and that is not the fault of whoever asked. */
  void fault(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", language -> new Object[0], request, response);
  }

  private void problem(HttpStatus status, String code, Function<String, Object[]> arguments,
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    Locale locale = locales.stream().findFirst().map(each -> each.resolveLocale(request))
        .orElseGet(request::getLocale);
    String sentence = messages.getMessage(code, arguments.apply(locale.getLanguage()), code, locale);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:trian:" + code);
    problem.put("title", messages.getMessage("status." + status.value(), null, status.getReasonPhrase(), locale));
    problem.put("status", status.value());
    problem.put("detail", sentence);
    problem.put("message", sentence);
    response.setStatus(status.value());
    json(problem, response);
  }

  /** Sends a value as JSON; the status is what was set before. */
  void json(Object value, HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    byte[] bytes = json.writeValueAsBytes(value);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
